"""HTML that may hold anything → HTML that holds only what is allowed, and what had to go.

The list names what text needs; nothing on it runs, loads, or changes how the page around looks.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from html.parser import HTMLParser
from urllib.parse import urlsplit

import nh3

from schaukasten.model.text.elements import DONE, TASK
from schaukasten.model.text.places import PLACE, read_place
from schaukasten.model.text.typed_references import SCHEMES

TAGS = frozenset(
    "a abbr address b bdi bdo blockquote br caption cite code dd del details dfn div dl dt em "
    "figcaption figure h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q rp rt ruby s samp "
    "small span strong sub summary sup table tbody td tfoot th thead time tr u ul var wbr".split()
)
ATTRIBUTES: dict[str, set[str]] = {
    "*": {"dir", "id", "lang", "title", PLACE},
    "a": {"href"},
    "details": {"open"},
    "img": {"alt", "src"},
    "li": {"value"},
    "ol": {"reversed", "start", "type"},
    "td": {"align", "colspan", "headers", "rowspan"},
    "th": {"align", "colspan", "headers", "rowspan", "scope"},
    "time": {"datetime"},
}
#: Attributes that hold an address.
URLS = frozenset({"href", "src"})
_SUSPICIOUS = re.compile(r'(?:href|src)="(?:[^"]*[\[\]]|(?!https?:|mailto:|tel:|[^":]*"))')
#: Classes that `elements` writes.
CLASSES = {
    "a": {"footnote-backref", "footnote-ref"},
    "div": {"footnote"},
    "li": {TASK, DONE},
}


@dataclass(frozen=True)
class Removed:
    """Something that was taken out: a tag, an attribute, or an address (`href`, `src`).

    `line` counts from 0 in the text; `address` is where a forbidden tag or address leads.
    """

    name: str
    line: int
    address: str = ""


def clean(html: str) -> str:
    """Return the HTML with everything removed that is not on the lists above."""
    return nh3.clean(
        html,
        tags=set(TAGS),
        clean_content_tags={"script", "style"},
        attributes=ATTRIBUTES,
        allowed_classes=CLASSES,
        url_schemes=set(SCHEMES),
        link_rel=None,
        strip_comments=True,
    )


def removed_from(raw: list[tuple[str, int]], before: str, after: str) -> list[Removed]:
    """Return what `clean` takes out of the pieces of HTML that an editor typed, each with its line.

    `before` and `after` are the whole document: a difference between them that no piece
    explains is reported too, so that nothing disappears unseen.
    """
    pieces = [(html, line) for html, line in raw if "<" in html]
    found = [
        one for html, line in pieces for one in _forbidden_in(html, line) if one.name not in URLS
    ]
    # Addresses also come from Markdown: [text](javascript:…).
    if pieces or _SUSPICIOUS.search(before):
        found += [one for one in _forbidden_in(before) if one.name in URLS]
    if pieces and not found:
        lost = _census(before) - _census(after)
        found = [Removed(name, pieces[0][1]) for name in sorted(lost)]
    return found


class _Tags(HTMLParser):
    def __init__(self, line: int) -> None:
        super().__init__()
        self.first = line
        self.forbidden: list[Removed] = []
        self.census: Counter[str] = Counter()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        # The first place is the parser's; a second one was typed.
        if attrs and attrs[0][0] == PLACE:
            place, attrs = attrs[0][1], attrs[1:]
        else:
            place = next((value for name, value in attrs if name == PLACE), None)
            attrs = [pair for pair in attrs if pair[0] != PLACE]
        line = read_place(place).line if place else self._line()
        self.census[tag] += 1
        if tag not in TAGS:
            found = {name: value or "" for name, value in attrs}
            address = found.get("src") or found.get("data") or found.get("href") or ""
            self.forbidden.append(Removed(f"<{tag}>", line, address))
            return
        allowed = ATTRIBUTES["*"] | ATTRIBUTES.get(tag, set())
        for name, value in attrs:
            # Markdown itself writes the language of a block of code.
            if (tag, name) == ("code", "class"):
                continue
            self.census[f"{tag} {name}"] += 1
            if name == "class" and set((value or "").split()) <= CLASSES.get(tag, set()):
                continue
            if name in URLS and not _is_allowed(value or ""):
                self.forbidden.append(Removed(name, line, value or ""))
                continue
            if name not in allowed or name == PLACE:
                self.forbidden.append(Removed(f"{name}=…", line))

    def handle_decl(self, decl: str) -> None:
        self.forbidden.append(Removed(f"<!{decl}>", self._line()))

    def unknown_decl(self, data: str) -> None:
        self.forbidden.append(Removed(f"<![{data[:20]}", self._line()))

    def handle_pi(self, data: str) -> None:
        self.forbidden.append(Removed("<?…>", self._line()))

    def _line(self) -> int:
        return self.first + self.getpos()[0] - 1


def _is_allowed(url: str) -> bool:
    # Browsers skip white space and control characters in a scheme.
    bare = re.sub(r"[\0-\x20]", "", url)
    try:
        urlsplit(bare)
    except ValueError:
        return False
    scheme = re.match(r"([^/?#:]*):", bare)
    return scheme is None or scheme[1].lower() in SCHEMES


def _forbidden_in(html: str, line: int = 0) -> list[Removed]:
    parser = _Tags(line)
    parser.feed(html)
    parser.close()
    return parser.forbidden


def _census(html: str) -> Counter[str]:
    parser = _Tags(0)
    parser.feed(html)
    parser.close()
    return parser.census
