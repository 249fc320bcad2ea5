"""What staff write as questions and answers → what unfolds, or a line that says what to do."""

from __future__ import annotations

import pytest
from lxml import html

from schaukasten.model.text.away_from_site import away_from_site
from tests.model.files.pictures import jpeg
from tests.worlds import World

FILE = "aktuelles/2026-03-08-fest/index.md"
ASKED = """questions:
  - question: Muss ich mich "anmelden"?
    answer: |
      Nein. Rufen Sie an: 0231 123456[^1]

      - eins
      - zwei [Kontakt](../../seiten/kontakt.md), [Genaueres](#mehr)

      # Mehr

      ![Ein Hof](hof.jpg)

      [^1]: Eine Note.
  - question: Was kostet das?
    answer: Nichts, wie **immer**.
"""


def page(world: World, body: str = "Text.", head: str = "") -> html.HtmlElement:
    return html.fragment_fromstring(world.html(body, head), create_parent=True)


def outline(root: html.HtmlElement) -> list[tuple[str, str]]:
    """Headings, and the places in answers."""
    found = "//*[re:test(name(), '^h[1-6]$')]"
    names = {"re": "http://exslt.org/regular-expressions"}
    return [(str(one.tag), one.text_content()) for one in root.xpath(found, namespaces=names)]


def places(root: html.HtmlElement) -> list[str]:
    return list(root.xpath("//details/div/@id"))


def test_questions_stand_below_the_text_and_answers_are_texts_like_any_other(world: World) -> None:
    world.write("aktuelles/2026-03-08-fest/hof.jpg", jpeg(900, 600))
    head = ASKED + "pictures: [{file: hof.jpg, alt: Ein Hof, credit: E, people: keine}]"
    root = page(world, "## Oben\n\nText[^1].\n\n[^1]: Auch eine.", head)
    assert outline(root) == [
        ("h2", "Oben"),
        ("h2", "Fragen und Antworten"),
        ("h3", "Muss ich mich „anmelden“?"),
        ("h4", "Mehr"),
        ("h3", "Was kostet das?"),
    ]
    first = root.xpath("//details/div")[0]
    assert first.xpath(".//a/@href") == [
        "tel:+49231123456",
        "#muss-ich-mich-anmelden-fn-1",
        "/kontakt/",
        "#mehr",
        "#muss-ich-mich-anmelden-fnref-1",
    ]
    assert len(first.xpath(".//li")) == 3
    assert first.xpath(".//figure/img")
    ids = root.xpath("//@id")
    assert len(ids) == len(set(ids))
    shown = world.rendering(FILE)
    assert [one.path.name for one in shown.pictures] == ["hof.jpg"]
    assert any("wie immer" in text for _line, text in shown.prose)


def test_the_place_of_a_question_lies_in_what_is_folded_up(world: World) -> None:
    root = page(world, "[Zur Frage](#was-kostet-das)", ASKED.replace("![Ein Hof](hof.jpg)", ""))
    assert places(root) == ["muss-ich-mich-anmelden", "was-kostet-das"]
    assert root.xpath("//details/summary//@id") == []
    assert world.errors() == []


def test_a_list_of_terms_that_all_ask_unfolds(world: World) -> None:
    root = page(world, "### Ort\n\nWo?\n: Hier.\n\nWie *(barrierefrei?)*\n: - eins\n\n  zwei\n")
    assert outline(root) == [("h2", "Ort"), ("h3", "Wo?"), ("h3", "Wie (barrierefrei?)")]
    assert places(root) == ["wo", "wie-barrierefrei"]
    assert root.find(".//details/div").text_content().strip() == "Hier."
    assert root.find(".//dl") is None


@pytest.mark.parametrize(
    "body",
    [
        "MGH\n: Mehrgenerationenhaus\n\nÖGD\n: Gesundheitsdienst\n",
        "<dl><dt>Eins?</dt><dt>Zwei?</dt></dl>",
        "<dl><div><dt>Eins?</dt><dd>Zwei</dd></div></dl>",
        "<dl><dd>ohne Frage</dd><dt>Eins?</dt><dd>Zwei</dd></dl>",
    ],
)
def test_any_other_list_of_terms_stays_one(world: World, body: str) -> None:
    root = page(world, body)
    assert root.find(".//dl") is not None
    assert root.find(".//details") is None


@pytest.mark.parametrize(
    ("body", "heads"),
    [
        ("Wo?\n: Hier.", [("h2", "Wo?")]),
        ("## A\n\n##### B\n\nWo?\n: Hier.", [("h2", "A"), ("h5", "B"), ("h6", "Wo?")]),
        (
            "## A\n\nWo?\n: Hier.\n\n  ### Genau\n\nDann.\n\nWann?\n: Nie.",
            [("h2", "A"), ("h3", "Wo?"), ("h4", "Genau"), ("h3", "Wann?")],
        ),
        (
            "Wo?\n: Hier.\n\n  Oder dort?\n  : Nein.\n",
            [("h2", "Wo?"), ("h3", "Oder dort?")],
        ),
        ("Wo?\n: Hier.\n\n  ## Genauer\n\n## B\n", [("h2", "Wo?"), ("h3", "Genauer"), ("h2", "B")]),
    ],
)
def test_a_question_is_a_heading_below_the_one_above_it(
    world: World, body: str, heads: list[tuple[str, str]]
) -> None:
    assert outline(page(world, body)) == heads


def test_above_a_text_in_another_language_the_heading_has_its_own(world: World) -> None:
    root = page(world, "Text.", "lang: ar\nquestions: [{question: Wo?, answer: Hier}]")
    assert root.xpath("//h2/@lang") == ["de"]
    assert page(world, "Text.", "questions: [{question: Wo?, answer: A}]").xpath("//h2/@lang") == []


def test_what_is_typed_as_html_unfolds_likewise(world: World) -> None:
    root = page(world, '<details id="mehr" open>\n<summary>Mehr</summary>\n\n*Darin*\n\n</details>')
    details = root.find("details")
    assert details.get("open") is not None
    assert [one.get("class") for one in details] == ["question__summary", "question__answer"]
    assert places(root) == ["mehr"]
    assert details.find(".//em").text == "Darin"
    assert world.lines() == []


@pytest.mark.parametrize(
    ("head", "body", "line", "said"),
    [
        ("questions:\n  - question: ''\n    answer: A", "", 6, "question: Der Wert ist leer."),
        ("questions:\n  - answer: A", "", 6, "Es fehlt „question“."),
        ("questions:\n  - question: A?", "", 6, "Es fehlt „answer“."),
        ("questions:\n  - question: A?\n    answer: |\n\n", "", 7, "answer: Der Wert ist leer."),
        ("questions:\n  - Wo ist es?: Hier.", "", 6,
         "questions: Es ist nicht klar, was die Frage ist und was die Antwort. Schreiben Sie es so:"
         ' {question: "Wo ist es?", answer: "Hier."}'),
        ("questions: Wo?", "", 5, "„questions“ braucht mehrere eigene Zeilen"),
        ("fragen: [{frage: A?, antwort: B}]", "", 5, "Den Schlüssel „fragen“ gibt es nicht. "
         "Meinten Sie „questions“?"),
        ("questions:\n  - question: A?\n    answer: |\n      Eins.\n\n      [x](fehlt.md)", "", 10,
         "Die Datei „fehlt.md“ gibt es nicht."),
        ("questions:\n  - question: A?\n    answer: >\n      Eins.\n\n      [x](fehlt.md)", "", 7,
         "Die Datei „fehlt.md“ gibt es nicht."),
        ("questions: {question: A?, answer: '[x](fehlt.md)'}", "", 5, "Die Datei „fehlt.md“"),
        ("questions: [{question: A?, answer: B}, {question: a, answer: C}]", "", 5,
         "„a“ wird zweimal beantwortet."),
        ("questions: [{question: Wo?, answer: B}]", "Wo?\n: Hier.", 5, "„Wo?“ wird zweimal"),
        ("questions: [{question: Wo ist *es*?, answer: B}]", "", 5, "„*es*“ erscheint so, wie es"),
        ("", "Wo?\n: Hier.\n\nMGH\n: Haus", 9, "„MGH“ ist keine Frage; darum lassen sich auch die"),
        ("", "Wo?\n: Hier.\nWann?\n: Nie.", 9, "Diese Zeile beantwortet keine Frage"),
        ("", "Wo?\n:Hier.", 7, "Diese Zeile beantwortet keine Frage"),
        ("", "Wo?\n\n: Hier.", 8, "Diese Zeile beantwortet keine Frage"),
        ("", "<details>\nDarin\n</details>", 6, "Zum Aufklappen fehlen hier die Worte"),
        ("", "<details><summary>**Mehr**</summary>Darin</details>", 6,
         "Direkt hinter dem HTML zum Aufklappen werden die Zeichen von Markdown mitgedruckt."),
    ],
)  # fmt: skip
def test_what_cannot_be_meant_so_is_told_at_its_line(
    world: World, head: str, body: str, line: int, said: str
) -> None:
    world.news(body, head)
    assert any(one.startswith(f"{FILE}:{line}: {said}") for one in world.lines()), world.lines()


@pytest.mark.parametrize(
    "body", ["Danke :) und :-)", "Uhrzeit\n:smile: heute", "Es ist 10\n:30 Uhr", "Dabei: alle"]
)
def test_other_colons_answer_nothing_and_are_not_told(world: World, body: str) -> None:
    world.news(body)
    assert not [one for one in world.lines() if "beantwortet keine Frage" in one]


def test_who_has_left_is_found_in_an_answer_at_its_key(world: World) -> None:
    world.write(
        "data/people.yaml",
        "- {id: erika, name: Erika Beispiel, left: 2026-01-31}\n- {id: o, name: Otto Muster}\n",
    )
    world.write(
        "seiten/fragen.md",
        "---\ntitle: F\nquestions:\n  - question: Wer?\n    answer: Fragen Sie Erika Beispiel.\n"
        "---\n",
    )
    found = world.found("names_who_left")
    assert [one for one in found if one.startswith("seiten/fragen.md:5: ")], found


def test_a_feed_reader_gets_the_questions_without_what_only_a_page_needs(world: World) -> None:
    text = world.html("Wo?\n: Hier.\n")
    found = away_from_site(text, None, "https://a.example", "https://a.example/b/")
    assert "".join(found.split()) == (
        "<div><details><summary><h2>Wo?</h2></summary><div>Hier.</div></details></div>"
    )
