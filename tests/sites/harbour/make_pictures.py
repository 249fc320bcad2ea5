"""Draws the pictures of this invented association: `python make_pictures.py`, needs Pillow.

`quay.jpg` is stored turned on its side, as a telephone does: 900 × 1400 pixels with EXIF
orientation 6. Upright it is 1400 × 900, light at the top and dark at the bottom, with the sun
on the right. Its EXIF also holds a place (GPS) and a camera's name that must not get out.
"""

from pathlib import Path

from PIL import ExifTags, Image, ImageDraw, ImageFilter

CONTENT = Path(__file__).parent / "content"
CAMERA = "Wombatcam 7"


def photograph(path: Path) -> None:
    width, height = 1400, 900
    sky = Image.linear_gradient("L").resize((width, height))
    dusk, blue = (Image.new("RGB", sky.size, c) for c in [(244, 178, 120), (150, 196, 226)])
    image = Image.composite(dusk, blue, sky)
    draw = ImageDraw.Draw(image)
    draw.ellipse((1060, 250, 1220, 410), fill=(255, 226, 120))
    draw.rectangle((0, 430, width, height), fill=(46, 106, 138))
    for y in range(450, 780, 18):
        shift = y * 37 % 160
        for x in range(-shift, width, 160):
            draw.line((x, y, x + 70, y), fill=(96, 156, 180), width=4)
    draw.polygon([(300, 560), (700, 560), (640, 640), (360, 640)], fill=(178, 44, 40))
    draw.line((500, 300, 500, 560), fill=(60, 44, 36), width=12)
    draw.polygon([(510, 310), (660, 530), (510, 530)], fill=(240, 236, 224))
    draw.rectangle((0, 780, width, height), fill=(52, 46, 44))
    image = image.filter(ImageFilter.GaussianBlur(2)).transpose(Image.Transpose.ROTATE_90)

    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = 6
    exif[ExifTags.Base.Model] = CAMERA
    place = exif.get_ifd(ExifTags.IFD.GPSInfo)
    place[ExifTags.GPS.GPSLatitudeRef] = "N"
    place[ExifTags.GPS.GPSLatitude] = (50.0, 1.0, 2.0)
    place[ExifTags.GPS.GPSLongitudeRef] = "W"
    place[ExifTags.GPS.GPSLongitude] = (7.0, 3.0, 4.0)
    image.save(path, "JPEG", quality=70, optimize=True, exif=exif)


def logo(path: Path) -> None:
    size = 960
    image = Image.new("RGBA", (size, size), (0, 0, 0, 0))
    draw = ImageDraw.Draw(image)
    white = (255, 255, 255, 255)
    draw.ellipse((12, 12, size - 12, size - 12), fill=(28, 104, 150, 255))
    draw.ellipse((420, 130, 540, 250), outline=white, width=36)
    draw.line((480, 235, 480, 650), fill=white, width=52)
    draw.line((350, 330, 610, 330), fill=white, width=46)
    draw.arc((250, 250, 710, 680), 15, 165, fill=white, width=52)
    for y in (720, 790):
        for x in (270, 410, 550):
            draw.arc((x, y - 50, x + 140, y + 50), 20, 160, fill=white, width=22)
    image.resize((240, 240), Image.Resampling.LANCZOS).save(path, "PNG", optimize=True)


def waves(path: Path) -> None:
    image = Image.new("RGBA", (2400, 320), (0, 0, 0, 0))
    draw = ImageDraw.Draw(image)
    for y, blue in ((100, (96, 170, 200, 255)), (200, (40, 110, 150, 255))):
        for x in range(0, 2400, 240):
            draw.arc((x, y - 80, x + 240, y + 80), 20, 160, fill=blue, width=32)
    image.resize((1200, 160), Image.Resampling.LANCZOS).save(path, "PNG", optimize=True)


if __name__ == "__main__":
    photograph(CONTENT / "aktuelles/2025-09-08-quay-day/quay.jpg")
    logo(CONTENT / "data/logo.png")
    waves(CONTENT / "angebote/quay-choir/waves.png")
