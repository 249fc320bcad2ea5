"""Pictures and PDFs that are none, claim too much, or carry something."""

from __future__ import annotations

from schaukasten.model.reading.slug import slugify
from tests.hostile.case import Case
from tests.model.files.pictures import exif, jpeg, png, png_claiming, svg
from tests.worlds import World

_BROKEN = "ist beschädigt oder gar kein Bild."
_MORE = "enthält mehr als eine Zeichnung"
_LAUGHS = "<!DOCTYPE svg [<!ENTITY a0 'ha'>" + "".join(
    f"<!ENTITY a{i} '{f'&a{i - 1};' * 10}'>" for i in range(1, 10)
) + "]>"  # fmt: skip


def _picture(name: str, raw: bytes, suffix: str, says: str = "") -> Case:
    """A page with a picture of these bytes; `says` follows the name of the file."""
    slug = slugify(name)
    path = f"seiten/bilder-{slug}/index.md"
    picture = f"bild{suffix}"

    def write(world: World) -> None:
        world.write(path, f"---\ntitle: A\n---\n![a]({picture})\n")
        world.write(f"seiten/bilder-{slug}/{picture}", raw)

    return Case(name, write, says and f"{path}:4: „{picture}“ {says}", path)


def _document(name: str, raw: bytes, says: str = "") -> Case:
    slug = slugify(name)
    path = f"seiten/dokument-{slug}/index.md"

    def write(world: World) -> None:
        world.write(path, "---\ntitle: A\n---\n[a](plan.pdf)\n")
        world.write(f"seiten/dokument-{slug}/plan.pdf", raw)

    return Case(name, write, says and f"{path}:4: {says}", path)


def _drawing(name: str, inside: str, says: str = _MORE) -> Case:
    return _picture(name, svg(inside), ".svg", says)


def _folder(world: World) -> None:
    world.write("seiten/ordnerbild/index.md", "---\ntitle: A\n---\n![a](bild.png)\n")
    (world.content / "seiten/ordnerbild/bild.png").mkdir()


CASES: list[Case] = [
    _picture("a PNG of 3600 million pixels", png_claiming(60_000, 60_000), ".png", "hat mehr als"),
    _picture("a PNG of one row", png_claiming(50_000, 1), ".png", "ist mehr als 10-mal so lang"),
    _picture("a PNG without pixels", png_claiming(0, 0), ".png", _BROKEN),
    _picture("a PNG of less than it claims", png_claiming(5000, 5000), ".png", _BROKEN),
    _picture("a truncated JPEG", jpeg(200, 100)[:-400], ".jpg", _BROKEN),
    _picture("a JPEG of its first bytes", jpeg()[:3], ".jpg", _BROKEN),
    _picture("an empty picture", b"", ".webp", "ist leer."),
    _picture("text that claims to be a picture", b"nur Text", ".jpg", _BROKEN),
    _picture("HTML that claims to be a picture", b"<script>alert(1)</script>", ".png",
             "ist in Wahrheit eine gespeicherte Webseite."),
    _picture("PostScript that claims to be a picture", b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: "
             b"0 0 9 9\n(x) run\n", ".png",
             "ist in Wahrheit eine Datei aus einem Zeichenprogramm."),
    _picture("a PNG that claims to be a JPEG", png(), ".jpg", "ist in Wahrheit eine PNG-Datei."),
    _picture("a picture with a page behind it", png() + b"<script>alert(1)</script>", ".png"),
    _picture("a picture with a place in it", jpeg(exif=exif(6)), ".jpg"),
    _picture("a drawing with billions of laughs", _LAUGHS.encode() + svg("&a9;"), ".svg", _MORE),
    _picture("a drawing in UTF-16", svg().decode().encode("utf-16"), ".svg", _BROKEN),
    _picture("a drawing that ends too early", svg()[:-8], ".svg", _BROKEN),
    _drawing("a drawing that runs", "<script>alert(1)</script>"),
    _drawing("a drawing with foreign objects", "<foreignObject><p>x</p></foreignObject>"),
    _drawing("a drawing with a picture from elsewhere", '<image href="https://evil.example/a.png"/>'),
    _drawing("a drawing with a file of the machine", '<image href="file:///etc/passwd"/>'),
    _drawing("a drawing that reacts", '<rect onclick="alert(1)"/>'),
    _drawing("a deep drawing", "<g>" * 5000 + "</g>" * 5000),
    _drawing("a drawing of too many parts", "<g/>" * 30_000),
    _drawing("a drawing that uses itself", '<g id="a"><use href="#a"/></g>', ""),
    _document("a PDF that is none", b"nur Text", "„plan.pdf“ ist kein PDF"),
    _document("an empty PDF", b"", "„plan.pdf“ ist leer."),
    _document("a page that claims to be a PDF", b"<script>alert(1)</script>",
              "„plan.pdf“ ist in Wahrheit eine gespeicherte Webseite."),
    Case("a picture that is an empty folder", _folder,
         "seiten/ordnerbild/index.md:4: Die Datei „bild.png“ gibt es nicht."),
]  # fmt: skip
