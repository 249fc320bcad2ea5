"""Random German texts → every word and number of them is on the page, or its line is named."""

from __future__ import annotations

import re
from html import unescape

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import html

from tests.model.text.rendering import rendered
from tests.worlds import World

_WORDS = (
    "Garten Straße Übergabe Mütterzentrum Freund*innen eine*n Café z.B. u.a. 10:30 24. 1986 3,50 "
    "15.3. e.V. 's geht's 'ne §5 #garten 50% Lehrer* C# Müll&Grün <3 (siehe) „so“ \"so\" [sic] "
    "post@a.example www.a.example https://a.example/b 0231/123456 DE02120300000000202051 5*3 "
    "a_b_c ~50 1./2. Kinder- Herr–Frau Ende! Wirklich? ja, nein; so: 🙂 мир Türkçe"
).split()
_STARTS = (
    "", "", "", "# ", "## ", "- ", "* ", "+ ", "1. ", "2. ", "24. ", "3) ", "> ", "    ", "\t",
    "  - ", "- [ ] ", "- [x] ", "| ", "#", "•", "– ", "[^1]: ", "*[MGH]: ", ": ", "[name]: ",
    "1. Mai ", "24. Dezember: ", "2026. ", "***", "<div>", "![", "```", "===", "--- ",
)  # fmt: skip
_AROUND = (
    ("", ""), ("", ""), ("", ""), ("**", "**"), ("*", "*"), ("_", "_"), ("~~", "~~"), ("`", "`"),
    ("[", "](https://a.example/)"), ("[", "] (https://a.example/)"), ("(", ")"), ("[", "]"),
    ("[", "][name]"), ("[^", "]"), ("<b>", "</b>"), ("<", ">"), ("**", ""), ("", "*"),
    ("\\*", "\\*"), ("{", "}"), ("| ", " |"), (":", ":"), ("<!--", "-->"),
    ("[", "](<plan b.pdf>)"), ("http://", "/"),
)  # fmt: skip
_piece = st.tuples(
    st.sampled_from(_AROUND), st.lists(st.sampled_from(_WORDS), min_size=1, max_size=3)
)
_line = st.tuples(st.sampled_from(_STARTS), st.lists(_piece, max_size=4))
_text = st.lists(_line, min_size=1, max_size=8)
#: Notes for whoever keeps the file, and addresses, which are looked at by other tests.
_NOT_FOR_VISITORS = re.compile(r"<!--.*?-->", re.DOTALL)


def _typed(lines: list[tuple[str, list[tuple[tuple[str, str], list[str]]]]]) -> str:
    """The text, in which each word bears a number of its own: Garten7x."""
    number = 0
    rows = []
    for start, pieces in lines:
        parts = []
        for (before, behind), words in pieces:
            marked = []
            for word in words:
                number += 1
                marked.append(f"{word} w{number}x")
            parts.append(f"{before}{' '.join(marked)}{behind}")
        rows.append(start + " ".join(parts))
    return "\n".join(rows)


@given(_text)
@settings(
    max_examples=150, deadline=None, derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)  # fmt: skip
def test_every_word_of_a_text_is_on_the_page_or_its_line_is_named(
    world: World, lines: object
) -> None:
    text = _typed(lines)  # type: ignore[arg-type]
    page, problems = rendered(world, text)
    named = {int(problem.split(":")[0]) for problem in problems}
    shown = _all_of(page)
    for number, row in enumerate(_NOT_FOR_VISITORS.sub(_blank, text).split("\n"), start=4):
        missing = [word for word in re.findall(r"w\d+x", row) if word not in shown]
        # What nothing ends, or what nothing refers to, is named where it begins.
        assert not missing or any(line <= number for line in named), (missing, row, problems, page)


@given(
    st.lists(st.sampled_from([word for word in _WORDS if "<" not in word]), min_size=1, max_size=12)
)
@settings(
    max_examples=150, deadline=None, derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)  # fmt: skip
def test_every_letter_and_digit_of_a_sentence_is_on_the_page_in_its_order(
    world: World, words: list[str]
) -> None:
    sentence = "Heute " + " ".join(words)
    page, _problems = rendered(world, sentence)
    assert _letters(html.fromstring(page).text_content()) == _letters(sentence)


def _blank(found: re.Match[str]) -> str:
    return "\n" * found[0].count("\n")


def _all_of(page: str) -> str:
    """The text of a page and all attributes in it."""
    if not page:
        return ""
    root = html.fragment_fromstring(page, create_parent="div")
    return " ".join([root.text_content(), *(unescape(v) for e in root.iter() for v in e.values())])


def _letters(text: str) -> str:
    return "".join(sign for sign in text if sign.isalnum())
