"""The Markdown files below `content/` → a document for each page, read anew where it changed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace
from functools import partial
from pathlib import Path, PurePosixPath

from schaukasten.kept.digest import digest_of
from schaukasten.kept.digester import Digester
from schaukasten.kept.made_by import made_by
from schaukasten.kept.memory import Memory
from schaukasten.kept.register import Register
from schaukasten.model.documents import kept_document
from schaukasten.model.documents.document import Document
from schaukasten.model.documents.layout import KINDS, Layout
from schaukasten.model.files.original import digest_of as digest_of_bytes
from schaukasten.model.reading.front_matter import FrontMatter, split
from schaukasten.model.reading.problem import Invalid, Problem, Severity
from schaukasten.model.reading.schema import read
from schaukasten.model.reading.source import SourceError, Tree, raw_text, text_of
from schaukasten.model.reading.typeset import typeset


def read_documents(
    content: Path,
    tree: Tree,
    layout: Layout,
    language: str,
    today: dt.date,
    memory: Memory | None = None,
) -> tuple[list[Document], list[Problem]]:
    """Read the front matter of every Markdown file; links and bodies come later."""
    memory = memory or Memory.of(content)
    kinds = {
        source: kind
        for source in tree.files
        if source.suffix == ".md" and (kind := layout.kind_of(source)) is not None
    }
    ground = digest_of("document", made_by(), Digester()(layout), language)
    held = {source: memory.stamps.digest(str(source)) for source in kinds}
    keys = {source: digest_of(ground, str(source), digest) for source, digest in held.items()}

    register: Register[PurePosixPath] = Register(
        memory.shelf, digest_of("documents", str(content)), ground
    )

    def make(source: PurePosixPath) -> bytes:
        try:
            raw = raw_text(content / source)
            front = split(text_of(raw))
        except SourceError as error:
            problem = Problem(str(source), error.line, Severity.ERROR, error.what, error.remedy)
            return kept_document.refused([problem])
        read = partial(_parsed, source, kinds[source], front, layout, language)
        # It may have been written again since it was looked at.
        is_held = digest_of_bytes(raw) == held[source]
        return kept_document.packed(read, front, is_held, register.before(source))

    documents: list[Document] = []
    problems: list[Problem] = []
    for source, entry in register.read(keys, make, kept_document.brief_of).items():
        if entry.brief is None:
            problems += kept_document.problems_of(entry.raw())
        else:
            documents.append(
                kept_document.document_of(entry.brief, entry.raw, keys[source], source, today)
            )
    return documents, problems


def read_document(
    source: PurePosixPath, kind: str, text: str, layout: Layout, language: str, today: dt.date
) -> tuple[Document | None, list[Problem]]:
    """Read the text of one file; None and all problems if anything is wrong."""
    document, problems = _parsed(source, kind, split(text), layout, language)
    if document is None:
        return None, problems
    day = document.item.on(today)
    return replace(document, published=day["published"], planned=day["planned"]), problems


def _parsed(
    source: PurePosixPath, kind: str, front: FrontMatter, layout: Layout, language: str
) -> tuple[Document | None, list[Problem]]:
    """Read a text, whatever the day."""
    item, problems = read(KINDS[kind], front.yaml, str(source))
    if item is None:
        return None, problems
    item = typeset(item, item.lang or language)
    try:
        document = Document(
            source=source,
            kind=kind,
            item=item,
            slug=layout.slug_of(source, item),
            address=layout.address_of(source, item, language),
            published=False,
            yaml=front.yaml,
            markdown=front.body,
            body_line=front.body_line,
            former=layout.former_address_of(source, item, language),
            title_line=front.yaml.place_of(("title",)).line,
        )
    except Invalid as invalid:
        error = Problem(str(source), 1, Severity.ERROR, invalid.what, invalid.remedy)
        return None, [error]
    return document, problems


def outlines_of(
    documents: Iterable[Document],
    shown: Iterable[Document],
    layout: Layout,
    data: str,
    today: dt.date,
) -> str:
    """Return the digest of all that stands above the texts; empty where it is not known.

    It also hangs on the digest of the data, the addresses, the day, and on what is shown then.
    """
    parts = [data, *(one.outline for one in documents)]
    sources = (str(one.source) for one in shown)
    ground = (made_by(), Digester()(layout), str(today))
    return digest_of(*ground, *parts, *sources) if all(parts) else ""
