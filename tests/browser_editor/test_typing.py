"""What is typed into rich text is what our own reader shows of the Markdown that is made of it."""

from __future__ import annotations

import random
import re
from typing import Any

import pytest
from markdown_it.token import Token

from schaukasten.model.text.grammar import grammar
from tests.browser_editor.scripts import told

pytestmark = pytest.mark.needs("file format")

#: What people type, and the Markdown that is made of it.
TYPED = {
    "Nachbar*innen und Freund*innen": "Nachbar*innen und Freund*innen",
    "Fotos: fest_hof_1.jpg": "Fotos: fest_hof_1.jpg",
    "Name: ________ Alter: ____": "Name: ________ Alter: ____",
    "3 * 2 = 6 und 4 * 2 = 8": "3 * 2 = 6 und 4 * 2 = 8",
    "C&A, 5 < 6, 7 > 6, <3": "C&A, 5 < 6, 7 > 6, <3",
    "~20 Plätze, ab ~18 Uhr": "~20 Plätze, ab ~18 Uhr",
    "(s. u.) [neu] {x} |": "(s. u.) [neu] {x} |",
    "+49 231 1234, #sommerfest, -5 Grad": "+49 231 1234, #sommerfest, -5 Grad",
    "Satz[^1]": r"Satz\[^1]",
    "[1]: Quelle": r"\[1]: Quelle",
    "  # Thema": r"  \# Thema",
    r"C:\Fotos": r"C:\Fotos",
    "www.example.org/_a_/*": "www.example.org/_a_/*",
    "*kostenlos": r"\*kostenlos",
    "Bitte **laut** und _klar_": r"Bitte \*\*laut\*\* und \_klar\_",
    "~~gestern~~": r"\~\~gestern\~\~",
    "Taste `Strg`": r"Taste \`Strg\`",
    "Mail an <name>": r"Mail an \<name>",
    "<!-- nur für uns -->": r"\<!-- nur für uns -->",
    "&nbsp; und &#8364;": r"\&nbsp; und &#38;#8364;",
    "Kurs [neu](kostenlos)": r"Kurs [neu]\(kostenlos)",
    r"C:\*": r"C:\\\*",
    "# Thema": r"\# Thema",
    "> 18 Jahre": r"\> 18 Jahre",
    "- Anna": r"\- Anna",
    "* Anna": r"\* Anna",
    "+ Anna": r"\+ Anna",
    "24. Dezember": r"24\. Dezember",
    "1986.": r"1986\.",
    "3) Kuchen": r"3\) Kuchen",
    "---": r"\---",
    "* * *": r"\* * *",
    "~~~": r"\~~~",
    "====": r"\====",
}
#: As people put them together who are tired, or paste.
PIECES = [
    *"*_~`<>&[](){}#+-=|:!\\.^ /",
    *("**", "__", "~~", "``", "***", "![", "](", "<b>", "</b>", "<!--", "-->", "&amp;", "&#38;"),
    *("[x] ", "[ ]", "[^1]", "[1]: ", "1. ", "- ", "# ", "> ", "a", "Fest", "ä", "7", "€"),
    *(" ", " ", "\N{NO-BREAK SPACE}"),
    *("www.example.org", "a@example.org", "https://example.org/a_b*c", "…", "„", "“"),
]
#: In an address nothing can be escaped.
STRANGE_ADDRESS = re.compile(r"(https?://|www\.)\S*(<|\\|~|&#?\w+;)")
WITHIN = {"heading": "heading", "item": "listitem"}
BEFORE = {"paragraph": "", "heading": "## ", "item": "- ", "quotation": "> ", "line": "Erste.\n"}


def markdown(texts: list[str], **options: str) -> list[str]:
    script = """
    import { literal } from './typing.js';
    tell(given.texts.map((text) => literal(text, given.options)));
    """
    marked: list[str] = told(script, texts=texts, options=options)
    return marked


def test_only_what_would_mean_something_is_escaped() -> None:
    assert dict(zip(TYPED, markdown(list(TYPED)), strict=True)) == TYPED


@pytest.mark.parametrize("place", BEFORE)
def test_our_reader_shows_what_was_typed(place: str) -> None:
    chance = random.Random(place)
    texts = [*TYPED, "Platz #", "C#", "# ##"]
    texts += ["".join(chance.choices(PIECES, k=chance.randint(1, 9))) for _ in range(400)]
    texts = [text for text in texts if text.strip() and not STRANGE_ADDRESS.search(text)]
    wrong = [
        (text, marked)
        for text, marked in zip(
            texts, markdown(texts, within=WITHIN.get(place, "paragraph")), strict=True
        )
        if (shown(BEFORE[place] + marked, place) or "").strip() != text.strip()
    ]
    assert wrong[:20] == []


def shown(text: str, place: str) -> str | None:
    """What is read as typed in a place; None if that is another one, or holds more than words."""
    blocks = grammar().parse(text, {})
    inline = [one for one in blocks if one.type == "inline"]
    kinds = {one.type.removesuffix("_open") for one in blocks if one.nesting == 1}
    expected = {
        "heading": {"heading"},
        "item": {"bullet_list", "list_item", "paragraph"},
        "quotation": {"blockquote", "paragraph"},
    }.get(place, {"paragraph"})
    if len(inline) != 1 or kinds != expected:
        return None
    words = _words(inline[0].children or [])
    return words.removeprefix("Erste.\n") if words is not None and place == "line" else words


def _words(tokens: list[Token]) -> str | None:
    words: list[Any] = []
    for one in tokens:
        if one.type in {"text", "text_special"}:
            words.append(one.content)
        elif one.type == "softbreak":
            words.append("\n")
        # An address is a link by itself.
        elif one.type != "link_close" and one.markup != "autolink":
            return None
    return "".join(words)
