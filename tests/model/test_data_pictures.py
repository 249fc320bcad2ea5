"""Pictures that the data name → the same rules as for those of texts, and the same pictures."""

from io import BytesIO

import pytest
from PIL import Image, ImageDraw

from tests.model.files.pictures import png
from tests.worlds import World

PERSON = "- id: ada\n  name: Ada\n  picture:\n    file: bilder/ada.png\n    alt: Eine Frau\n{more}"
FILED = "    people: erkennbar\n    consent: Blatt 3\n    credit: Foto von Eva\n"
SVG = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 100">'
    b'<rect x="40" y="30" width="220" height="40" fill="COLOUR"/></svg>'
)


def person(world: World, more: str, width: int = 400) -> list[str]:
    world.write("data/bilder/ada.png", png(width, 500))
    world.write("data/people.yaml", PERSON.format(more=more))
    return [one for one in world.lines() if "keiner Seite" not in one]


def supporter(world: World, logo: str, key: str = "funders") -> list[str]:
    path = world.content / "data/association.yaml"
    kept = path.read_text("utf-8").partition(f"{key}:")[0]
    path.write_text(f"{kept}{key}:\n  - name: Stadt\n    logo: {logo}\n", "utf-8")
    return [one for one in world.lines() if "auf keiner Seite" not in one]


def lettering(colour: tuple[int, ...], ground: tuple[int, ...] = (0, 0, 0, 0)) -> bytes:
    """A logo as it is handed out: letters on a clear ground."""
    image = Image.new("RGBA", (300, 100), ground)
    ImageDraw.Draw(image).rectangle((40, 30, 260, 70), fill=colour)
    file = BytesIO()
    image.save(file, "PNG")
    return file.getvalue()


@pytest.mark.parametrize(
    ("more", "line", "told"),
    [
        ("    people: erkennbar\n    credit: Foto von Eva\n", 6, "keine Einwilligung"),
        ("    credit: Foto von Eva\n", 3, "people: erkennbar"),
        ("    people: erkennbar\n    consent: Blatt 3\n", 3, "von wem das Bild"),
        (f"{FILED}    placeholder: ja\n", 9, "ist ein Platzhalter"),
        (FILED.replace("erkennbar", "keine"), 6, "zeigt eine Person"),
        (f"{FILED}    caption: Ada lacht\n", 9, "„caption“ erscheint hier nicht"),
        (f"{FILED}    download: ja\n", 9, "„download“ bewirkt hier nichts"),
    ],
)
def test_a_portrait_is_looked_at_as_any_picture(world, more, line, told):
    found = person(world, more)
    assert any(one.startswith(f"data/people.yaml:{line}: ") and told in one for one in found), found


def test_a_portrait_may_be_as_small_as_it_is_shown(world):
    assert person(world, FILED) == []
    assert any("200 × 500" not in one for one in person(world, FILED, 200)) is False


def test_a_portrait_that_cannot_be_opened_is_an_error_where_it_is_named(world):
    world.write("data/people.yaml", PERSON.format(more=FILED))
    (error,) = world.errors()
    assert error.startswith("data/people.yaml:4: ")


def test_the_name_is_the_alternative_text_of_a_logo_and_nobody_is_asked_who_drew_it(world):
    world.write("data/stadt.png", png(300, 100))
    assert supporter(world, "{file: stadt.png}", "partners") == []
    site = world.load().site
    picture = site.data_pictures.at("association.yaml", "partners", 0, "logo")
    assert picture.note.alt == "Stadt"
    assert picture in site.pictures


def test_a_logo_that_stands_in_for_the_right_one_waits_for_it(world):
    world.write("data/stadt.png", png(300, 100))
    (line,) = supporter(world, "{file: stadt.png, placeholder: ja}")
    assert "„stadt.png“ ist ein Platzhalter" in line
    assert supporter(world, "{file: fehlt.png}")
    assert world.errors()


@pytest.mark.parametrize(
    ("name", "logo", "is_told"),
    [
        ("weiss.png", lettering((255, 255, 255, 255)), True),
        ("creme.png", lettering((250, 245, 230, 255)), True),
        ("blau.png", lettering((20, 60, 120, 255)), False),
        # It brings its own ground along.
        ("kasten.png", lettering((255, 255, 255, 255), (20, 60, 120, 255)), False),
        ("weiss.svg", SVG.replace(b"COLOUR", b"#fff"), True),
        ("rot.svg", SVG.replace(b"COLOUR", b"#c00"), False),
        ("leer.svg", b'<svg xmlns="http://www.w3.org/2000/svg" width="90" height="30"/>', True),
        ("klar.png", lettering((0, 0, 0, 0)), True),
        ("papier.png", lettering((255, 255, 255, 255), (255, 255, 255, 255)), True),
        ("blatt.png", lettering((20, 60, 120, 255), (255, 255, 255, 255)), False),
    ],
)
def test_a_logo_for_dark_ground_is_told_since_nobody_would_see_it(world, name, logo, is_told):
    world.write(f"data/{name}", logo)
    found = [one for one in supporter(world, f"{{file: {name}}}") if "sehr hell oder leer" in one]
    assert len(found) == is_told


def test_a_logo_that_is_blown_up_is_told(world):
    world.write("data/klein.png", png(60, 30))
    (found,) = [one for one in supporter(world, "{file: klein.png}") if "unscharf" in one]
    assert "60 Pixel breit" in found
    assert "106" in found
    world.write("data/breit.png", png(400, 200))
    assert not [one for one in supporter(world, "{file: breit.png}") if "unscharf" in one]
