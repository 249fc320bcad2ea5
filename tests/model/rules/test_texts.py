import pytest

from schaukasten.model.reading.problem import Severity
from schaukasten.model.rules.texts import MAX_SUMMARY
from tests.model.files.pictures import png

FILE = "aktuelles/2026-03-08-fest/index.md"


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        ("## A\n\n### B\n\n## C", []),
        ("### A\n\n### B", []),
        ("## A\n\n#### B", [8]),
        ("# A\n\n### B\n\n##### C", [8, 10]),
        ("```\n## x\n```\n\n## A\n\nText\n\n#### B", [14]),
        ("A\n===\n\n### B", [9]),
        ("A\n---\n\n#### B", [9]),
        ("## *A* b\n\n<h4>B</h4>", [8]),
        ("<!--\n# weg\n-->\n\n## A\n\n#### B", [12]),
        ("> ## Zitat\n\n#### B", [8]),
        ("1. ## Punkt\n\n#### B", [8]),
    ],
)
def test_a_heading_goes_down_one_level_at_a_time(world, body, lines):
    world.news(body)
    assert [int(line.split(":")[1]) for line in world.found("heading_jump")] == lines


def test_a_skipped_level_is_told_with_both_headings_and_the_right_one(world):
    world.news("## Erstens\n\n#### Wer kommt?")
    assert world.found("heading_jump") == [
        f"{FILE}:8: Die Überschrift „Wer kommt?“ überspringt eine Stufe: Auf ## folgt ####. "
        "Schreiben Sie sie mit ###."
    ]


@pytest.mark.parametrize(
    ("text", "vague"),
    [
        ("hier", True),
        ("Hier klicken", True),
        ("**Klicken Sie hier!**", True),
        ("mehr …", True),
        ("weiterlesen »", True),
        ("click here", True),
        ("https://example.org/a/b?c", True),
        ("www.example.org/a", True),
        ("www.example.org", False),
        ("Hier wohnt die Familie", False),
        ("Anmeldung zum Sommerfest", False),
        ("mehr über den Garten", False),
        ("hier (PDF)", True),
        ("Weitere Informationen", True),
        ("https://example.org/", False),
    ],
)
def test_the_text_of_a_link_says_where_it_leads(world, text, vague):
    world.news(f"Eins\n\nZwei [{text}](https://example.org/).")
    plain = text.strip("*")
    assert [line.split(" Nennen")[0] for line in world.found("vague_link")] == (
        [f"{FILE}:8: Der Linktext „{plain}“ sagt nicht, wohin der Link führt."] * vague
    )


def test_a_picture_that_leads_somewhere_is_read_by_its_alternative_text(world):
    world.write("aktuelles/2026-03-08-fest/foto.png", png())
    world.news("[![Kinder malen](foto.png)](https://example.org/)")
    assert world.found("vague_link") == []


@pytest.mark.parametrize("before", ["* ", "> ", "Um drei "])
def test_what_a_new_file_begins_with_is_found_anywhere_in_a_line(world, before):
    world.news(f"{before}[Bitte ersetzen: x]")
    assert len(world.found("starting_text")) == 1


@pytest.fixture
def neighbours(world):
    world.write("seiten/wir.md", "---\ntitle: A\n---\n## So geht’s\n\n## Über uns\n")
    world.write("seiten/kontakt.md", "---\ntitle: A\ntemplate: Kontakt\n---\n")
    world.write("seiten/geheim.md", "---\ntitle: A\nstatus: Entwurf\n---\n## Bald\n")
    world.offer()
    return world


@pytest.mark.parametrize(
    "target",
    [
        "../../seiten/wir.md#ueber-uns",
        "/wir/#so-geht-s",
        "#eigene",
        "#page-content",
        "../../seiten/kontakt.md#anfahrt",
        "/angebote/#familien",
        "/aktuelles/2026/#page-content",
        "../../seiten/wir.md#",
        "#top",
        "/wir/#TOP",
        "../../seiten/wir.md#:~:text=Über",
        "https://example.org/#egal",
    ],
)
def test_a_link_to_a_place_that_is_there_passes(neighbours, target):
    neighbours.news(f"[Zum Ziel]({target})\n\n## Eigene\n")
    assert neighbours.errors() == []


@pytest.mark.parametrize(
    ("target", "name"),
    [
        ("../../seiten/wir.md#über-uns", "über-uns"),
        ("/wir/?a=b#fehlt", "fehlt"),
        ("#fehlt", "fehlt"),
        ("../../angebote/treff.md#anfahrt", "anfahrt"),
        ("/angebote/#greise", "greise"),
        ("/aktuelles/#familien", "familien"),
        ("/aktuelles/#anfahrt", "anfahrt"),
        ("../../seiten/wir.md#%3Cscript%3E", "<script>"),
    ],
)
def test_a_link_to_a_place_that_is_not_there_is_an_error(neighbours, target, name):
    neighbours.news(f"Eins\n\n[Zum Ziel]({target})")
    [line] = neighbours.errors()
    assert line.startswith(f"{FILE}:8: Auf der verlinkten Seite gibt es keine Stelle „#{name}“.")


def test_the_places_that_are_there_are_named(neighbours):
    neighbours.news("[Zum Ziel](../../seiten/wir.md#fehlt)")
    assert neighbours.errors()[0].endswith("Möglich sind: #so-geht-s, #ueber-uns.")


@pytest.mark.parametrize(("length", "told"), [(MAX_SUMMARY, False), (MAX_SUMMARY + 1, True)])
def test_a_summary_is_short(world, length, told):
    world.offer(head="schedule_note: x\n")
    path = world.content / "angebote/treff.md"
    path.write_text(path.read_text().replace("Ein Treff.", "x" * length))
    assert world.found("long_summary") == (
        ["angebote/treff.md:3: Die Zusammenfassung hat 301 Zeichen. "
         "Sagen Sie es in einem oder zwei Sätzen mit höchstens 300 Zeichen."] * told
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "loud"),
    [
        ("KOMMEN SIE ALLE", "KOMMEN SIE ALLE"),
        ("Bitte WICHTIGE INFORMATION beachten", "WICHTIGE INFORMATION"),
        ("ACHTUNG - GROSSES FEST!", "ACHTUNG - GROSSES FEST"),
        ("Die AWO, der DRK und das SGB VIII", None),
        ("DSGVO, BDSG, TDDDG, GEMA", None),
        ("Ein NOTFALL", None),
        ("`KOMMEN SIE ALLE`", None),
        ("[Bild](https://example.org/GROSSE-BUCHSTABEN-ALLE)", None),
        ("شارع", None),
    ],
)
def test_words_in_capitals_are_told(world, text, loud):
    world.news(f"Eins\n\n{text}")
    lines = world.found("shouting")
    assert [line.split(" Schreiben")[0] for line in lines] == (
        [f"{FILE}:8: „{loud}“ ist in Großbuchstaben geschrieben."] if loud else []
    )


def test_a_title_of_one_long_word_in_capitals_is_told_too(world):
    world.write("seiten/a.md", "---\ntitle: SOMMERFEST!\n---\n")
    world.write("seiten/b.md", "---\ntitle: PEKIP\n---\n")
    assert world.found("shouting") == [
        "seiten/a.md:2: „SOMMERFEST“ ist in Großbuchstaben geschrieben. "
        "Schreiben Sie es in gewöhnlicher Groß- und Kleinschreibung."
    ]


@pytest.mark.parametrize(
    ("head", "severity"), [("", Severity.OPEN), ("status: Entwurf\n", Severity.WARNING)]
)
def test_what_a_new_file_begins_with_does_not_go_live(world, head, severity):
    world.write(
        "seiten/a.md",
        f'---\ntitle: A\nsummary: "[Bitte ersetzen: x]"\n{head}---\nText\n\n[Bitte ersetzen: y]\n',
    )
    found = [problem for problem in world.problems() if problem.rule == "starting_text"]
    assert [problem.line for problem in found] == [3, 7 + head.count("\n")]
    assert {problem.severity for problem in found} == {severity}
