"""HTML that may hold anything → HTML that holds only what is allowed, and what had to go.

The list names what text needs; nothing on it runs, loads, or changes how the page around looks.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from html.parser import HTMLParser

import nh3

from schaukasten.model.references import SCHEMES

TAGS = frozenset(
    "a abbr address b bdi bdo blockquote br caption cite code dd del details dfn div dl dt em "
    "figcaption figure h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q rp rt ruby s samp "
    "small span strong sub summary sup table tbody td tfoot th thead time tr u ul var wbr".split()
)
ATTRIBUTES: dict[str, set[str]] = {
    "*": {"dir", "id", "lang", "title"},
    "a": {"href"},
    "blockquote": {"cite"},
    "details": {"open"},
    "img": {"alt", "src"},
    "ol": {"reversed", "start", "type"},
    "q": {"cite"},
    "td": {"align", "colspan", "headers", "rowspan"},
    "th": {"align", "colspan", "headers", "rowspan", "scope"},
    "time": {"datetime"},
}
#: Classes that Markdown's own extensions write.
CLASSES = {"a": {"footnote-backref", "footnote-ref"}, "div": {"footnote"}}


@dataclass(frozen=True)
class Removed:
    """Something that was taken out; `source` is the tag as it was typed, to find its line."""

    name: str
    source: str


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


def removed_from(raw: list[str], before: str, after: str) -> list[Removed]:
    """Return what `clean` takes out of the raw pieces of HTML that an editor typed.

    `before` and `after` are the whole document: a difference between them that no piece
    explains is reported too, so that nothing disappears unseen.
    """
    found = [removed for piece in raw for removed in _forbidden_in(piece)]
    if not found:
        lost = _census(before) - _census(after)
        found = [Removed(name, f"<{name}") for name in sorted(lost)]
    return found


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.forbidden: list[Removed] = []
        self.census: Counter[str] = Counter()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        source = self.get_starttag_text() or f"<{tag}"
        self.census[tag] += 1
        if tag not in TAGS:
            self.forbidden.append(Removed(f"<{tag}>", source))
            return
        allowed = ATTRIBUTES["*"] | ATTRIBUTES.get(tag, set())
        for name, value in attrs:
            self.census[f"{tag} {name}"] += 1
            if name == "class" and set((value or "").split()) <= CLASSES.get(tag, set()):
                continue
            if name not in allowed:
                self.forbidden.append(Removed(f"{name}=…", source))

    def handle_decl(self, decl: str) -> None:
        self.forbidden.append(Removed(f"<!{decl}>", f"<!{decl}"))

    def handle_pi(self, data: str) -> None:
        self.forbidden.append(Removed("<?…>", "<?"))


def _forbidden_in(html: str) -> list[Removed]:
    parser = _Tags()
    parser.feed(html)
    parser.close()
    return parser.forbidden


def _census(html: str) -> Counter[str]:
    parser = _Tags()
    parser.feed(html)
    parser.close()
    return parser.census
