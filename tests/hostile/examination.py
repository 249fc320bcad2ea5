"""The bytes of a Markdown file → whether the model makes a page of it; fails where it must not."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path
from urllib.parse import urlsplit

from lxml import html as lxml_html

from schaukasten.model.load import load
from schaukasten.model.text.sanitiser import ATTRIBUTES, CLASSES, TAGS
from schaukasten.model.text.typed_references import SCHEMES
from tests.model.files.pictures import png
from tests.model.text.markup import active_parts
from tests.worlds import TODAY, World, german, layout, theme

FILE = "aktuelles/2026-03-08-fest/index.md"
#: What `body.py` adds to the sanitiser's lists.
_OWN_ATTRIBUTES = {
    "a": {"aria-label", "class"},
    "div": {"aria-label", "class", "role", "tabindex"},
    "figcaption": {"class"},
    "figure": {"class"},
    "img": {"height", "loading", "sizes", "srcset", "width"},
    "span": {"class"},
    "td": {"class"},
    "th": {"class"},
}
_OWN_CLASSES = (
    "align-center align-end align-start attachment attachment__type picture picture__caption "
    "picture__credit question question__answer question__summary quotation table-box"
).split()
_CLASSES = {*_OWN_CLASSES, *(name for names in CLASSES.values() for name in names)}


class Examination:
    """A small world in which one file changes."""

    def __init__(self, folder: Path):
        self.world = World(folder)
        self.world.write("aktuelles/2026-03-08-fest/foto.png", png())
        self.world.write("aktuelles/2026-03-08-fest/plan.pdf", b"%PDF-1.7\n%%EOF\n")
        self._layout = layout()

    def is_page(self, raw: bytes) -> bool:
        """Read the file; assert that it is a harmless page, or has problems where it has lines."""
        self.world.write(FILE, raw)
        today = dt.date.fromisoformat(TODAY)
        outcome = load(self.world.content, self._layout, theme(), today)
        lines = len(re.split(rb"\r\n|\r|\n", raw))
        for problem in outcome.problems:
            assert problem.text(german)
            assert (self.world.content / problem.file).is_file()
            assert problem.line >= 1
            if problem.file == FILE:
                assert problem.line <= lines, (problem.line, lines)
        if outcome.site is None:
            assert outcome.errors
            return False
        for rendering in outcome.site.renderings.values():
            assert not_allowed(rendering.html) == []
        return True


def not_allowed(html: str) -> list[str]:
    """Return what in the HTML of a document is on none of the lists."""
    if not html:
        return []
    found = active_parts(html)
    for element in lxml_html.fragment_fromstring(html, create_parent="div").iterdescendants():
        tag = str(element.tag)
        if tag not in TAGS:
            found.append(tag)
        allowed = ATTRIBUTES["*"] | ATTRIBUTES.get(tag, set()) | _OWN_ATTRIBUTES.get(tag, set())
        found += [f"{tag} {name}" for name in element.attrib if name not in allowed | {"class"}]
        found += [name for name in element.get("class", "").split() if name not in _CLASSES]
        for name in ("href", "src"):
            scheme = urlsplit(element.get(name, "")).scheme
            if scheme and scheme not in SCHEMES:
                found.append(f"{name}={scheme}:")
        if tag == "img" and not element.get("src", "").startswith("/bilder/"):
            found.append(f"img {element.get('src')}")
    return found
