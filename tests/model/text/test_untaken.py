"""Slips of people who know another program: told with the line that helps, which then helps."""

import re

import pytest

from schaukasten.model.reading.problem import Severity
from schaukasten.model.text.references import References
from schaukasten.model.text.renderer import Renderer
from tests.model.files.pictures import png
from tests.model.text.rendering import document, rendered
from tests.worlds import german

#: What is typed, and what is to be typed instead, as the message has it.
LINKS = {
    "[Anmeldung] (https://example.org)": "[Anmeldung](https://example.org)",
    "(Zur Stadt)[https://example.org]": "[Zur Stadt](https://example.org)",
    "(Zur Stadt) [www.example.org]": "[Zur Stadt](https://www.example.org)",
    "[Anmeldung](https://example.org": "[Anmeldung](https://example.org)",
    "[Anmeldung(https://example.org)": "[Anmeldung](https://example.org)",
    "Anmeldung](https://example.org)": "[Anmeldung](https://example.org)",
    "[Anmeldung]https://example.org": "[Anmeldung](https://example.org)",
    "[Anmeldung](www.example.org)": "[Anmeldung](https://www.example.org)",
    "[Zur Stadt](example.org/amt)": "[Zur Stadt](https://example.org/amt)",
    "[per Mail](post@example.org)": "[per Mail](mailto:post@example.org)",
    "[per Mail] (post@example.org)": "[per Mail](mailto:post@example.org)",
    "[Anrufen](0231 141662)": "[Anrufen](tel:+49231141662)",
    "[Anrufen](Tel: 0231 141662)": "[Anrufen](tel:+49231141662)",
    "[Anrufen](0231-141662)": "[Anrufen](tel:+49231141662)",
    "[Zur Stadt](https:/example.org)": "[Zur Stadt](https://example.org)",
    "[Zur Stadt](https//example.org)": "[Zur Stadt](https://example.org)",
    "[Brief](https://example.org/mein brief)": "[Brief](<https://example.org/mein brief>)",
    '[Zur Stadt](https://example.org "Titel)': '[Zur Stadt](https://example.org "Titel")',
    "[Zur Stadt](https://example.org Titel)": '[Zur Stadt](https://example.org "Titel")',
    "[Zur Stadt](<https://example.org)": "[Zur Stadt](https://example.org)",
    '[Brief](https://example.org/der brief "A")': '[Brief](<https://example.org/der brief> "A")',
    "[Brief](https://example.org/der brief „A“)": '[Brief](<https://example.org/der brief> "A")',
    "[url=https://example.org]Zur Stadt[/url]": "[Zur Stadt](https://example.org)",
    "https:/example.org/a": "https://example.org/a",
    "https//example.org/a": "https://example.org/a",
    "htpps://example.org": "https://example.org",
    "www,example.org": "www.example.org",
    "www. example.org": "www.example.org",
    "post@example,org": "post@example.org",
    "post@ example.org": "post@example.org",
}
MARKS = {
    "** wichtig **": "**wichtig**",
    "*wichtig *": "*wichtig*",
    "~~ 15 Uhr ~~": "~~15 Uhr~~",
    "==wichtig==": "**wichtig**",
    "**sehr,**wichtig": "**sehr**,wichtig",
    "**(neu)**am Markt": "(**neu**)am Markt",
    "Fe__tt__es": "Fe**tt**es",
    "[b]fett[/b]": "**fett**",
    "[i]kursiv[/i]": "*kursiv*",
    "'''fett'''": "**fett**",
    "''kursiv''": "*kursiv*",
    "x^2^": "x<sup>2</sup>",
    "H~2~O": "H<sub>2</sub>O",
    "== Zeiten ==": "## Zeiten",
    "##Zeiten": "## Zeiten",
    "#Über uns": "# Über uns",
    "•Besteck\n•Teller": "- Besteck\n- Teller",
    "• Besteck\n• Teller": "- Besteck\n- Teller",
    "-Besteck\n-Teller": "- Besteck\n- Teller",
    "*Besteck\n*Teller": "- Besteck\n- Teller",
    "o Besteck\no Teller": "- Besteck\n- Teller",
    "1.Besteck\n2.Teller": "1. Besteck\n2. Teller",
    "1)Besteck\n2)Teller": "1) Besteck\n2) Teller",
    "✅ Besteck\n✅ Teller": "- Besteck\n- Teller",
    "– Besteck\n– Teller": "- Besteck\n- Teller",
    "[ ] Besteck\n[x] Teller": "- [ ] Besteck\n- [x] Teller",
    "Musterweg 1\n44137 Musterstadt": "Musterweg 1\\\n44137 Musterstadt",
    "> Erika Beispiel\n> Vorsitzende": "> Erika Beispiel\\\n> Vorsitzende",
    "Mai 2026\nJuni 2026": "Mai 2026\\\nJuni 2026",
    "**Zeiten**\n\nMontags": "## Zeiten\n\nMontags",
}


def problems_of(world, typed):
    world.write("aktuelles/2026-03-08-fest/foto.png", png())
    renderer = Renderer(
        References(world.content, {}, frozenset(), frozenset(), False), "de", "DE", german
    )
    return renderer.render(document(f"Vorher.\n\n{typed}")).problems


@pytest.mark.parametrize(("typed", "right"), LINKS.items())
def test_a_link_that_did_not_take_is_an_error_whose_remedy_helps(world, typed, right):
    found = problems_of(world, f"Siehe {typed} dort.")
    assert {problem.line for problem in found} == {6}
    assert {problem.severity for problem in found} == {Severity.ERROR}
    assert any(problem.remedy.text(german).endswith(f": {right}") for problem in found)
    assert not problems_of(world, f"Siehe {right} dort.")
    assert "<a " in rendered(world, right)[0]


@pytest.mark.parametrize(("typed", "right"), MARKS.items())
def test_signs_that_did_not_take_are_told_with_what_takes(world, typed, right):
    found = problems_of(world, typed)
    assert found
    remedies = [problem.remedy.text(german) for problem in found]
    assert all(line in right for line in (re.sub(r"^.*?: ", "", one) for one in remedies))
    rows = typed.split("\n")
    for problem, remedy in zip(found, remedies, strict=True):
        # The example is the whole line, or the piece of it that was wrong.
        example = re.sub(r"^.*?: ", "", remedy)
        assert example in right
        assert 6 <= problem.line < 6 + len(rows)
    assert not [one for one in problems_of(world, right) if one.severity is not Severity.HINT]


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("[Stadt][stadt]", "Nirgends in diesem Text steht, wohin „[stadt]“ führt."),
        ("Text[^3]", "Die Fußnote „3“ gibt es nicht."),
        ("![](foto.png", "Die Klammer hinter der Datei ist nicht geschlossen"),
        ("![Tor] (foto.png)", "Zwischen den Klammern steht ein Leerzeichen; so erscheint kein"),
        ("![Tor](C:\\Bilder\\foto.png)", "Diese Datei liegt auf Ihrem eigenen Rechner"),
        ("[Plan](file:///C:/plan.pdf)", "Diese Datei liegt auf Ihrem eigenen Rechner"),
        ("[[Kontakt]]", "„[[Kontakt]]“ erscheint so auf der Seite."),
        ("[TOC]", "„[TOC]“ erscheint so auf der Seite."),
        ("{{< youtube abc >}}", "„{{< youtube abc >}}“ erscheint so auf der Seite."),
        (":::note", "„:::note“ erscheint so auf der Seite."),
        ("!!! note", "„!!! note“ erscheint so auf der Seite."),
        ("Bild {.gross}", "„{.gross}“ erscheint so auf der Seite."),
        (":smile:", "„:smile:“ erscheint so auf der Seite."),
        ("Text^[direkt]", "„^[direkt]“ erscheint so auf der Seite."),
        ("[1]: Das ist die Anmerkung", "„[1]:“ erscheint so auf der Seite."),
        ("[^1] Anmerkung", "Hinter „[^1]“ fehlt der Doppelpunkt"),
        ("Hier <Name einsetzen>", "„<name>“ wurde für HTML gehalten"),
        ("Tag | Zeit\nMo | 9", "Das wird noch keine Tabelle: Unter der ersten Zeile fehlt"),
        ("| Tag | Zeit |\n| — | — |\n| Mo | 9 |", "Das wird noch keine Tabelle: Die Zeile mit"),
        ("| A | B |\n| --- |\n| 1 | 2 |", "Das wird noch keine Tabelle: Die Zeile mit den"),
        ("Tag\tZeit\nMo\t9", "Das wird noch keine Tabelle: Zwischen den Feldern stehen"),
        ("| Tag | Zeit |\n\n| --- | --- |\n\n| Mo | 9 |", "Diese Zeile einer Tabelle steht von"),
        ("a) Begrüßung.\nb) Bericht.", "Diese Zeile und die nächste stehen auf der Seite neben"),
        ("§ 1 Name\n§ 2 Zweck", "Diese Zeile und die nächste stehen auf der Seite neben"),
    ],
)
def test_other_slips_are_told_on_their_line(world, typed, says):
    found = problems_of(world, typed)
    assert found[0].line == 6
    assert found[0].what.text(german).startswith(says)


@pytest.mark.parametrize(
    "typed",
    [
        "foto.png",
        "[foto.png]",
        "{foto.png}",
        "!foto.png",
        "!(foto.png)",
        "[Bild: foto.png]",
        "[Kontakt|../seiten/kontakt.md]",
        "Siehe ../seiten/kontakt.md dort",
        "Siehe bilder/foto.jpg dort",
        "Siehe (../seiten/kontakt.md)",
        "![](foto.png",
        "![Tor](foto.png",
        "[Plan] (plan.pdf)",
        "(Plan)[plan.pdf]",
        "[Plan](plan.pdf",
        "> [Plan] (plan.pdf)",
        "- [Plan] (plan.pdf)",
        "| A |\n| --- |\n| [Plan] (plan.pdf) |",
        "Text[^1]\n\n[^1]: [Plan] (plan.pdf)",
    ],
)
def test_the_path_of_a_file_is_never_read_without_an_error(world, typed):
    assert Severity.ERROR in {problem.severity for problem in problems_of(world, typed)}


def test_an_example_never_shows_the_sign_that_stands_for_a_link(world):
    for typed in ("[`x`] (https://example.org)", "** [Link](https://example.org) **"):
        _html, problems = rendered(world, typed)
        assert problems
        assert "\ufffc" not in "".join(problems)
