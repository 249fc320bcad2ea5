"""Documents → their renderings, made anew where something that they show has changed."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from schaukasten.kept.codec import Unkeepable, pack, unpack
from schaukasten.kept.digest import digest_of
from schaukasten.kept.memory import Memory
from schaukasten.kept.parts import join, lazy, lazy_object, parted
from schaukasten.kept.register import Brief, Entry, Register
from schaukasten.kept.work import KEEP, MAKE_AGAIN
from schaukasten.model.documents.document import Document
from schaukasten.model.files.measured import Measured
from schaukasten.model.reading.problem import Severity
from schaukasten.model.text.asked import Answer, Asked
from schaukasten.model.text.renderer import Renderer
from schaukasten.model.text.rendering import Rendering

#: What is asked for only where a page or a finding is made anew; the first of them are seen in
#: lists as well.
_OUTLINED = ("image", "pictures", "attachments", "gallery")
_TEXTS = ("html", "prose", "headings", "links")
_SELDOM = (*_OUTLINED, *_TEXTS)
#: Names of files that are no UTF-8 have letters that others refuse.
_AS_PACKED = ("utf-8", "surrogatepass")
_Kept = lazy(Rendering, _SELDOM, fleeting=_TEXTS)


@dataclass
class Renderings:
    """Renders all documents of a site.

    `words` is the digest of the catalog, `among` that of the names of all files, `ground` that of
    all to which links and pictures can lead, and empty where that is not known.
    """

    renderer: Renderer
    memory: Memory
    words: str
    among: str
    ground: str

    def of(self, documents: Iterable[Document]) -> dict[str, Rendering]:
        """Return the rendering of each document, by its source."""
        return {source: self._unpacked(entry) for source, entry in self.keep(documents).items()}

    def keep(self, documents: Iterable[Document]) -> dict[str, Entry]:
        """Render what is new, and return what is kept then."""
        by_source = {str(one.source): one for one in documents}
        name = digest_of("renderings", str(self._content))
        return Register[str](self.memory.shelf, name, self.ground).read(
            self._keys(by_source),
            lambda source: self._made(by_source[source]),
            _brief,
            lambda source, kept: self._renewed(by_source[source], kept),
            self._arrived,
        )

    def _keys(self, by_source: Mapping[str, Document]) -> dict[str, str]:
        ground = digest_of("rendering", self.renderer.language, self.renderer.country, self.words)
        return {source: digest_of(ground, one.made_of) for source, one in by_source.items()}

    def _arrived(self, raw: bytes) -> None:
        # Another process may have decoded its pictures.
        rendering = self._unpacked(Entry(_brief("", raw), lambda: raw))
        self.memory.measured.update(_measured([rendering]))

    def _made(self, document: Document) -> bytes:
        """Render a document, and write down what it asked for."""
        asked = self._asked()
        rendering = self.renderer.asked(document, asked)
        has_error = any(one.severity is Severity.ERROR for one in rendering.problems)
        problems = pack(rendering.problems) if rendering.problems else b""
        seldom = (pack(getattr(rendering, name), self._content) for name in _SELDOM)
        joined = join(_packed(asked.answers.values()), join(problems, *seldom))
        return (MAKE_AGAIN if has_error else KEEP) + joined

    def _renewed(self, document: Document, kept: bytes) -> bytes | None:
        """Return what is kept if the document would ask for the same and get the same."""
        raw_answers, raw = parted(kept, 2)
        answers = [Answer(*one) for one in json.loads(bytes(raw_answers))]
        if not self._asked().would_be(document, answers, self.memory.stamps):
            return None
        if all(one.among in ("", self.among) for one in answers):
            return kept
        now = [one._replace(among=one.among and self.among) for one in answers]
        return join(_packed(now), raw)

    def _unpacked(self, entry: Entry) -> Rendering:
        """Raises Unkeepable."""
        try:
            made_of, outline, problems = map(str, entry.brief or ())
        except ValueError as error:
            raise Unkeepable(str(error)) from error
        fields = {
            "problems": unpack(problems.encode(*_AS_PACKED)) if problems else (),
            "made_of": made_of,
            "outline": outline,
        }
        return lazy_object(_Kept, fields, lambda: _parts(entry.raw())[1:], self._content)

    def _asked(self) -> Asked:
        return Asked(self.renderer.references, self.among)

    @property
    def _content(self) -> Path:
        return self.renderer.references.content


def _brief(_source: str, raw: bytes) -> Brief:
    """Return what is known of a rendering at a glance: its digest, its outline, its problems."""
    problems, *seldom = _parts(raw)
    outline = digest_of(problems, *seldom[: len(_OUTLINED)])
    return [digest_of(parted(raw, 2)[1]), outline, str(problems, *_AS_PACKED)]


def _parts(raw: bytes) -> list[memoryview]:
    """Return the problems of a rendering and its seldom fields; raises Unkeepable."""
    return parted(parted(raw, 2)[1], 1 + len(_SELDOM))


def _measured(renderings: Iterable[Rendering]) -> dict[tuple[str, str], Measured]:
    """Return what is known of all pictures, by their digest and kind."""
    pictures = (picture for one in renderings for picture in one.shown_pictures)
    return {(one.digest, one.path.suffix.lower()): one.measured for one in pictures}


def _packed(answers: Iterable[Answer]) -> bytes:
    return json.dumps(list(answers)).encode()
