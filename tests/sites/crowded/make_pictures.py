"""Draws the pictures of this invented association: `python make_pictures.py`, needs Pillow.

Their proportions are the point: as high, as wide and as small as a picture of an editor may be.
Flat colours, since a PNG of those has next to no bytes.
"""

from pathlib import Path

from PIL import Image, ImageDraw

CONTENT = Path(__file__).parent / "content"
SKY, MEADOW, WINDOW, ROOF = "#9cc8e4", "#5c9c58", "#fff0b4", "#6c3428"
WALLS = "#b8442c #d07c28 #d8b03c #8cac3c #3c8c5c #3c9c9c #3c7cb4 #5858ac #8c4c9c #b44880".split()
SKIN = "#8c5a3c #d8a078 #5c3a28 #e8bc94".split()
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


def portrait(path: Path, width: int, height: int, number: int) -> None:
    """Draw somebody who does not exist, out of four round shapes."""
    image = Image.new("RGB", (width, height), SKY if number % 2 else "#e8d8b8")
    draw = ImageDraw.Draw(image)
    size, middle = min(width, height), width // 2
    # Of an upright picture the face is in the upper part, as a photographer has it.
    height = min(height, size * 5 // 4)
    draw.ellipse(_around(middle, height, size * 45 // 100, size * 45 // 100), fill=WALLS[number])
    top = height - size * 62 // 100
    draw.ellipse(_around(middle, top - size // 40, size // 5, size // 4), fill="#4c3428")
    draw.ellipse(_around(middle, top + size // 20, size // 6, size * 2 // 9), fill=SKIN[number % 4])
    path.parent.mkdir(parents=True, exist_ok=True)
    image.quantize(32).save(path, "PNG", optimize=True)


def _around(x: int, y: int, wide: int, high: int) -> tuple[int, int, int, int]:
    return x - wide, y - high, x + wide, y + high


def logo(path: Path, width: int, height: int, number: int) -> None:
    """Draw a mark in dark colours upon nothing, as for white paper."""
    image = Image.new("RGBA", (width, height))
    draw = ImageDraw.Draw(image)
    step = min(width, height) // 2
    for x in range(0, width - step // 2, step):
        for y in range(0, height - step // 2, step):
            box = (x + step // 8, y + step // 8, x + step * 7 // 8, y + step * 7 // 8)
            draw.rectangle(box, fill=("#101820", "#24406c", "#5c1c1c")[(x + y) // step % 3])
    path.parent.mkdir(parents=True, exist_ok=True)
    image.save(path, "PNG", optimize=True)


if __name__ == "__main__":
    for number, size in enumerate("800x1000 1600x900 640x640 600x1600".split()):
        portrait(CONTENT / f"data/menschen/{number + 1}.png", *map(int, size.split("x")), number)
    for number, size in enumerate("1200x150 300x660 480x480".split()):
        logo(CONTENT / f"data/logos/{number + 1}.png", *map(int, size.split("x")), number)
    street(CONTENT / "data/logo.png", 960, 120, 12)
    street(CONTENT / "aktuelles/2026-11-20-hochkant/turm.png", 600, 1600, 1, 7)
    street(CONTENT / "aktuelles/2026-11-18-neunzig-buchstaben/panorama.png", 2000, 300, 9)
    street(CONTENT / "aktuelles/2026-11-17-ein-buchstabe/punkt.png", 3, 3, 1)
    for number, size in enumerate(SERIES, 1):
        wide, high = map(int, size.split("x"))
        name = f"aktuelles/2026-11-12-zwoelf-bilder/bild-{number:02}.png"
        street(CONTENT / name, wide, high, 1 + number % 3, number - 1)
