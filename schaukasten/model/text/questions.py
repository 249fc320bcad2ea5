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
from schaukasten.model.text.headings import put_below
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
    ids = {str(one) for one in root.xpath("//@id")}
    for terms in list(root.iter("dl")):
        _fold_terms(terms, ids)
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


def with_questions(html: str, asked: Iterable[tuple[str, str]], heading: str) -> str:
    """Return a text and below it questions, each with the HTML of its answer."""
    root = tree(html)
    ids = {str(one) for one in root.xpath("//@id")}
    box = DIV()
    for question, answer in asked:
        inside = tree(answer)
        id = _unused(question, ids)
        _rename(inside, id, ids)
        box.append(_question(E.h3(question), id, inside))
    root.append(E.h2(heading, id=_unused(heading, ids)))
    root.append(box)
    return inner_html(root)


def _fold_terms(terms: HtmlElement, ids: set[str]) -> None:
    """Turn a list of questions, each with its answer right behind it, into details."""
    names = [str(one.tag) for one in terms]
    pairs = re.fullmatch(r"(?:dt (?:dd )+)+", "".join(f"{name} " for name in names))
    if not pairs or not all(asks(one.text_content()) for one in terms.findall("dt")):
        return
    level = _level(terms)
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


def _level(terms: HtmlElement) -> int:
    """Return the level of the questions: below the heading above them."""
    above = terms.xpath("(preceding::*|ancestor::*)[re:test(name(), '^h[1-6]$')]", namespaces=_RE)
    return min(int(above[-1].tag[1]) + 1, 6) if above else 2


_RE = {"re": "http://exslt.org/regular-expressions"}


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


def _unused(text: str, ids: set[str]) -> str:
    """Return a place that is called like a text, and that there is only once on the page."""
    base = slugify(text) or "frage"
    id, number = base, 1
    while id in ids:
        number += 1
        id = f"{base}-{number}"
    ids.add(id)
    return id


def _rename(answer: HtmlElement, question: str, ids: set[str]) -> None:
    """Give places in an answer a name that nothing else on the page has, and its links to them."""
    names = {}
    for element in answer.xpath(".//*[@id]"):
        old = element.get("id")
        names[old] = _unused(f"{question}-{old}", ids) if old in ids else old
        ids.add(names[old])
        element.set("id", names[old])
    for link in answer.xpath(".//a[starts-with(@href, '#')]"):
        name = link.get("href")[1:]
        link.set("href", f"#{names.get(name, name)}")
