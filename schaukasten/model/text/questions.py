"""The tree of a text → the same with its questions as what unfolds (`<details>`).

A list of terms is one of questions where each term ends with a question mark. The place by which a
question is linked to (`id`) stands in its answer: browsers unfold what is around a place that
somebody is sent to, and a summary is not within what is folded up (HTML, "ancestor revealing
algorithm"). Search engines are told of no FAQPage: that is a page of questions alone, and since
2023 Google shows such for authorities only.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from lxml.html import HtmlElement
from lxml.html.builder import CLASS, DIV, E

from schaukasten.language.messages import _
from schaukasten.model.reading.problem import Invalid, Place
from schaukasten.model.reading.slug import slugify
from schaukasten.model.text.headings import HEADINGS, headings_of, put_below
from schaukasten.model.text.html_tree import inner_html, tree

#: As in German, Arabic and Chinese; a bracket or a quotation mark may stand behind it.
_ASKS = re.compile(r"[?؟？][\s\"'”“’»«)\]]*$")

NO_SUMMARY = Invalid(
    _("What is folded up here has no words to press on."),
    _("Write behind <details>: <summary>what is in it</summary>"),
)
NO_MARKDOWN = Invalid(
    _("Right behind the HTML of what is folded up, the signs of Markdown are printed."),
    _("Leave an empty line above and below the text; in <summary> use plain words."),
)
#: Emphasis, links, entries of a list, headings.
_MARKS = re.compile(r"\*\*|(?<!\w)\*\w|\]\(|^\s*(?:[-*]|\d+\.|#+)[ \t]", re.MULTILINE)


def asks(term: str) -> bool:
    """Whether a term of a list is a question."""
    return _ASKS.search(term) is not None


def fold(root: HtmlElement) -> Iterator[tuple[HtmlElement, Invalid]]:
    """Let questions and what was typed as `<details>` unfold; yield of those what is wrong."""
    ids = dict.fromkeys(map(str, root.xpath("//@id")), 1)
    for terms, level in list(_with_levels(root)):
        _fold_terms(terms, level, ids)
    for details in list(root.iter("details")):
        if details.get("class") is None:
            if any(_MARKS.search(text) for text in _bare_texts(details)):
                yield details, NO_MARKDOWN
            if not _dress(details):
                yield details, NO_SUMMARY


def twins(asked: Iterable[tuple[str, Place]]) -> Iterator[tuple[Place, Invalid]]:
    """Yield the place of each question that has been answered before."""
    seen: set[str] = set()
    for question, place in asked:
        plain = slugify(question) or question
        if plain in seen:
            what = _("“{question}” is answered twice.", question=question)
            remedy = _("Put both answers into one, or say in the question how they differ.")
            yield place, Invalid(what, remedy)
        seen.add(plain)


def with_questions(html: str, asked: Iterable[tuple[str, str]], heading: str, language: str) -> str:
    """Return a text and below it questions, each with the HTML of its answer.

    `language` is that of the heading, empty where the text has the same.
    """
    root = tree(html)
    ids = dict.fromkeys(map(str, root.xpath("//@id")), 1)
    box = DIV()
    for question, answer in asked:
        inside = tree(answer)
        id = _unused(question, ids)
        _rename(inside, id, ids)
        box.append(_question(E.h3(question), id, inside))
    above = E.h2(heading, id=_unused(heading, ids))
    if language:
        above.set("lang", language)
    root.append(above)
    root.append(box)
    return inner_html(root)


def _with_levels(root: HtmlElement) -> Iterator[tuple[HtmlElement, int]]:
    """Yield each list of terms with the level of the heading above it, 1 for none."""
    level = 1
    for element in root.iter("dl", *HEADINGS):
        if element.tag == "dl":
            yield element, level
        elif next(element.iterancestors("dd"), None) is None:
            level = int(element.tag[1])


def _fold_terms(terms: HtmlElement, above: int, ids: dict[str, int]) -> None:
    """Turn a list of questions, each with its answer right behind it, into details."""
    names = [str(one.tag) for one in terms]
    pairs = re.fullmatch(r"(?:dt (?:dd )+)+", "".join(f"{name} " for name in names))
    if not pairs or not all(asks(one.text_content()) for one in terms.findall("dt")):
        return
    around = next(terms.iterancestors("details"), None)
    inner = headings_of(around[0]) if around is not None and len(around) else []
    level = min((int(inner[0].tag[1]) if inner else above) + 1, 6)
    terms.tag = "div"
    for term in terms.findall("dt"):
        answers = []
        while (below := term.getnext()) is not None and below.tag == "dd":
            terms.remove(below)
            answers.append(below)
        inside = answers[0] if len(answers) == 1 else DIV(*answers)
        for one in answers:
            one.tag, one.tail = "div", None
        id = term.attrib.pop("id", None) or _unused(term.text_content(), ids)
        term.tag, term.tail = f"h{level}", None
        place = terms.index(term)
        terms.insert(place, _question(term, id, inside))


def _question(heading: HtmlElement, id: str, answer: HtmlElement) -> HtmlElement:
    put_below(int(heading.tag[1]), answer)
    answer.tag = "div"
    answer.set("class", "question__answer")
    answer.set("id", id)
    summary = E.summary(CLASS("question__summary"))
    summary.append(heading)
    details = E.details(CLASS("question"))
    details.append(summary)
    details.append(answer)
    return details


def _dress(details: HtmlElement) -> bool:
    """Give what was typed as `<details>` the look of a question; return whether it has words."""
    summary = details.find("summary")
    details.set("class", "question")
    if summary is None:
        return False
    summary.set("class", "question__summary")
    answer = DIV(CLASS("question__answer"))
    if id := details.attrib.pop("id", None):
        answer.set("id", id)
    answer.text, summary.tail = summary.tail, None
    for one in [one for one in details if one is not summary]:
        answer.append(one)
    details.append(answer)
    return True


def _bare_texts(details: HtmlElement) -> Iterator[str]:
    """Yield the texts that stand in what is folded up, or in its summary, in no other element."""
    yield details.text or ""
    for one in details:
        yield one.tail or ""
        if one.tag == "summary":
            yield one.text or ""


def _unused(text: str, ids: dict[str, int]) -> str:
    """Return a place that is called like a text, and that there is only once on the page."""
    base = slugify(text) or "frage"
    id, number = base, ids.get(base, 0)
    while id in ids:
        number += 1
        id = f"{base}-{number}"
    # The next one that is called so need not count from the beginning.
    ids[base] = ids.setdefault(id, 1) if id == base else number
    ids[id] = 1
    return id


def _rename(answer: HtmlElement, question: str, ids: dict[str, int]) -> None:
    """Give places in an answer a name that nothing else on the page has, and its links to them."""
    names = {}
    for element in answer.xpath(".//*[@id]"):
        old = element.get("id")
        names[old] = _unused(f"{question}-{old}", ids) if old in ids else old
        ids.setdefault(names[old], 1)
        element.set("id", names[old])
    for link in answer.xpath(".//a[starts-with(@href, '#')]"):
        name = link.get("href")[1:]
        link.set("href", f"#{names.get(name, name)}")
