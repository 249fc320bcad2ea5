"""Draws the pictures of this invented association: `python make_pictures.py`, needs Pillow.

Their proportions are the point: as high, as wide and as small as a picture of an editor may be.
Flat colours, since a PNG of those has next to no bytes.
"""

from pathlib import Path

from PIL import Image, ImageDraw

CONTENT = Path(__file__).parent / "content"
SKY, MEADOW, WINDOW, ROOF = "#9cc8e4", "#5c9c58", "#fff0b4", "#6c3428"
WALLS = "#b8442c #d07c28 #d8b03c #8cac3c #3c8c5c #3c9c9c #3c7cb4 #5858ac #8c4c9c #b44880".split()
SERIES = "1200x800 800x1200 300x200 1600x900 900x900 400x1000 1000x250 640x480 1500x500".split()
SERIES += "333x777 200x200 1280x720".split()


def house(draw: ImageDraw.ImageDraw, box: tuple[int, int, int, int], wall: str, step: int) -> None:
    """Draw a house that fills `box`, its windows every `step` pixels."""
    left, top, right, bottom = box
    eaves = top + min(step, (bottom - top) // 4)
    draw.polygon([(left, eaves), ((left + right) // 2, top), (right, eaves)], fill=ROOF)
    draw.rectangle((left, eaves, right, bottom), fill=wall)
    for y in range(eaves + step // 2, bottom - step // 2, step):
        for x in range(left + step // 4, right - step // 4, step):
            draw.rectangle((x, y, x + step // 3, y + step // 2), fill=WINDOW)


def street(path: Path, width: int, height: int, houses: int, first: int = 0) -> None:
    """Draw so many houses side by side, the first in the `first` colour of WALLS."""
    image = Image.new("RGB", (width, height), SKY)
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, height * 9 // 10, width, height), fill=MEADOW)
    plot = width // houses
    for index in range(houses):
        left = index * plot + plot // 10
        box = (left, height // 10, left + plot * 8 // 10, height * 19 // 20)
        house(draw, box, WALLS[(first + index) % len(WALLS)], max(8, plot // 5))
    path.parent.mkdir(parents=True, exist_ok=True)
    image.quantize(32).save(path, "PNG", optimize=True)


if __name__ == "__main__":
    street(CONTENT / "data/logo.png", 960, 120, 12)
    street(CONTENT / "aktuelles/2026-11-20-hochkant/turm.png", 600, 1600, 1, 7)
    street(CONTENT / "aktuelles/2026-11-18-neunzig-buchstaben/panorama.png", 2000, 300, 9)
    street(CONTENT / "aktuelles/2026-11-17-ein-buchstabe/punkt.png", 3, 3, 1)
    for number, size in enumerate(SERIES, 1):
        wide, high = map(int, size.split("x"))
        name = f"aktuelles/2026-11-12-zwoelf-bilder/bild-{number:02}.png"
        street(CONTENT / name, wide, high, 1 + number % 3, number - 1)
