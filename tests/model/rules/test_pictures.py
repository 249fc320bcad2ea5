import pytest

from schaukasten.model.reading.problem import Severity
from tests.model.files.pictures import jpeg, png
from tests.worlds import World

FOLDER = "aktuelles/2026-03-08-fest"
FILE = f"{FOLDER}/index.md"
BIG = (900, 600)


def lead(world: World, notes: str, name: str = "foto.jpg", size: tuple[int, int] = BIG) -> None:
    """A news item with a lead picture, of which `notes` (lines) are said; it stands on line 5."""
    world.write(f"{FOLDER}/{name}", (png if name.endswith("png") else jpeg)(*size))
    lines = "".join(f"  {line}\n" for line in notes.split("\n"))
    world.news(head=f"image:\n  file: {name}\n{lines}")


def severities(world: World, rule: str) -> list[Severity]:
    return [problem.severity for problem in world.problems() if problem.rule == rule]


def test_a_picture_of_which_all_is_said_is_without_findings(world):
    lead(world, 'alt: Kinder malen\ncredit: "Foto: E. B."\npeople: erkennbar\nconsent: Ordner 12')
    assert world.lines() == []


def test_placeholder_pictures_are_open_items_on_their_lines_and_asked_nothing_else(world):
    note = "file: foto.png\n{indent}alt: x\n{indent}placeholder: ja\n"
    world.write(f"{FOLDER}/foto.png", png())
    world.news(
        "![](foto.png)",
        head=f"image:\n  {note.format(indent='  ')}pictures:\n  - {note.format(indent='    ')}",
    )
    assert world.lines() == [
        f"{FILE}:{line}: Das Bild „foto.png“ ist ein Platzhalter. Legen Sie das richtige an seine "
        "Stelle, und löschen Sie die Zeile „placeholder: ja“."
        for line in (8, 12)
    ]
    assert severities(world, "placeholder_picture") == [Severity.OPEN] * 2


@pytest.mark.parametrize("word", ["nein", "no", "false"])
def test_a_picture_that_is_no_placeholder_is_no_open_item(world, word):
    lead(world, f"alt: Haus\nplaceholder: {word}")
    assert world.found("placeholder_picture") == []


def test_a_picture_without_credit_keeps_the_site_from_going_live(world):
    lead(world, "alt: Kinder malen\npeople: keine")
    assert world.found("missing_credit") == [
        f"{FILE}:5: Es fehlt die Angabe, von wem das Bild „foto.jpg“ ist. "
        'Ergänzen Sie beim Bild die Zeile credit: "Foto: …"'
    ]
    assert severities(world, "missing_credit") == [Severity.OPEN]


def test_a_picture_in_the_text_is_sent_to_the_head_of_the_file_for_its_credit(world):
    world.write(f"{FOLDER}/foto.jpg", jpeg(*BIG))
    world.news("Text\n\n![Kinder malen](foto.jpg)")
    [credit] = world.found("missing_credit")
    assert credit.startswith(f"{FILE}:8: ")
    assert credit.endswith('unter „pictures:“ ein, mit file, alt und credit: "Foto: …"')


def test_a_note_of_a_picture_in_the_text_counts_wherever_it_is_shown(world):
    world.write(f"{FOLDER}/foto.jpg", jpeg(*BIG))
    note = "pictures:\n  - file: foto.jpg\n    alt: Kinder malen\n    people: keine\n"
    world.news("![](foto.jpg)\n\n![](foto.jpg)", head=note)
    [line] = world.found("missing_credit")
    assert line.startswith(f"{FILE}:6: ")


def test_of_a_draft_nothing_keeps_the_site_from_going_live(world):
    lead(world, "alt: Kinder malen\nplaceholder: ja")
    text = (world.content / FILE).read_text(encoding="utf-8")
    world.write(FILE, text.replace("title: Fest", "title: Fest\nstatus: Entwurf"))
    assert severities(world, "placeholder_picture") == [Severity.WARNING]


@pytest.mark.parametrize(
    ("name", "asked"), [("foto.jpg", True), ("foto.png", True), ("haus.svg", False)]
)
def test_of_a_photograph_it_must_be_said_whether_people_can_be_recognised(world, name, asked):
    drawing = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 1"><rect width="2"/></svg>'
    lead(world, 'alt: Kinder malen\ncredit: "Foto: E. B."', name)
    if name.endswith("svg"):
        world.write(f"{FOLDER}/{name}", drawing)
    assert [line.split(" Ergänzen")[0] for line in world.found("people_unsaid")] == (
        [f"{FILE}:5: Es fehlt die Angabe, ob auf „{name}“ jemand zu erkennen ist."] * asked
    )


@pytest.mark.parametrize(
    ("notes", "refused"),
    [
        ("people: erkennbar", True),
        ("people: erkennbar\nconsent: Ordner 12, Blatt 3", False),
        ("people: keine", False),
    ],
)
def test_people_are_not_shown_without_their_consent(world, notes, refused):
    lead(world, f'alt: Kinder malen\ncredit: "Foto: E. B."\n{notes}')
    assert [line.split(" Ergänzen")[0] for line in world.errors()] == (
        [f"{FILE}:9: Auf „foto.jpg“ sind Menschen zu erkennen, und es ist keine Einwilligung "
         "vermerkt."] * refused
    )  # fmt: skip


@pytest.mark.parametrize(
    ("size", "told"), [((799, 400), True), ((800, 400), False), ((400, 800), False)]
)
def test_a_picture_that_would_be_blurred_is_told(world, size, told):
    lead(world, "alt: Kinder malen", size=size)
    assert [line.split(" Nehmen")[0] for line in world.found("small_picture")] == (
        [f"{FILE}:5: Das Bild „foto.jpg“ hat nur {size[0]} × {size[1]} Pixel."] * told
    )


@pytest.mark.parametrize(
    ("alt", "empty"),
    [
        ("Bild", True),
        ("Das Foto", True),
        ("foto 3", True),
        ("IMG_20260308_120000", True),
        ("DSC01234", True),
        ("sommerfest.jpg", True),
        ("Bild der Woche: Kinder malen", False),
        ("Fotografin mit Kamera", False),
        ("Alte Schule", False),
        ("x-förmige Brücke", False),
        ("-", True),
        ("20230614_153000", True),
        ("P1010123", True),
        ("WhatsApp Bild 2024-01-01", True),
        ("Image 3 Schulkinder", False),
        ("Öl auf Leinwand", False),
    ],
)
def test_an_alternative_text_says_what_is_to_be_seen(world, alt, empty):
    lead(world, f"alt: '{alt}'")
    assert [line.split(" Beschreiben")[0] for line in world.found("empty_alternative")] == (
        [f"{FILE}:7: Der Alternativtext „{alt}“ sagt nicht, was zu sehen ist."] * empty
    )


def test_a_picture_that_is_decoration_needs_no_alternative_text(world):
    lead(world, "decorative: ja")
    assert world.found("empty_alternative") == []


@pytest.mark.parametrize("answer", ["nein", "folgt", "-", "?", "Keine."])
@pytest.mark.parametrize("key", ["consent", "credit"])
def test_no_answer_is_not_taken_for_one(world, key, answer):
    lead(world, f"alt: Kinder malen\npeople: erkennbar\n{key}: '{answer}'")
    [line] = [line for line in world.errors() if "keine Auskunft" in line]
    assert line.startswith(f"{FILE}:9: {key}: „{answer}“ ist keine Auskunft.")


def test_of_a_picture_that_is_shown_twice_all_is_said_once(world):
    notes = 'alt: Kinder malen\ncredit: "Foto: E. B."\npeople: keine'
    lead(world, notes)
    text = (world.content / FILE).read_text(encoding="utf-8")
    world.write(FILE, f"{text}\n![Kinder malen](foto.jpg)\n")
    assert world.lines() == []
    world.news("![Kinder malen](foto.jpg)\n\n![Kinder malen](foto.jpg)")
    assert len(world.found("missing_credit")) == 1


def test_a_picture_that_was_taken_out_of_the_text_is_told_as_long_as_its_notes_are_there(world):
    world.write(f"{FOLDER}/foto.jpg", jpeg(*BIG))
    notes = 'pictures:\n- file: foto.jpg\n  alt: Kinder malen\n  credit: "E. B."\n  people: keine'
    world.news("Text", head=notes)
    assert world.found("unshown_picture") == [
        f"{FILE}:6: Zum Bild „foto.jpg“ gibt es Angaben, aber im Text steht es nicht. Setzen Sie "
        "es in eine eigene Zeile, ![](foto.jpg), oder löschen Sie seine Angaben unter „pictures“."
    ]
    world.news("Text\n\n![](foto.jpg)", head=notes)
    assert world.found("unshown_picture") == []


@pytest.mark.parametrize(
    ("size", "download", "count"),
    [((1999, 900), "ja", 1), ((900, 2000), "ja", 0), ((1999, 900), "nein", 0)],
)
def test_a_picture_for_the_press_is_large_enough_to_be_printed(world, size, download, count):
    lead(world, f"alt: Haus\ndownload: {download}", size=size)
    found = world.found("small_for_print")
    assert found == count * [
        f"{FILE}:8: „foto.jpg“ ist für die Presse gedacht und hat nur 1999 Pixel. "
        "Nehmen Sie es so groß, wie es aus der Kamera kommt, mit mindestens 2000 Pixeln."
    ]
