"""A page shows no text but its own: so it need not be looked at when another text changes."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import Any

import pytest

from schaukasten.model.documents import kept_document
from schaukasten.model.text import renderings
from schaukasten.plugins.documents import DocumentsGenerator
from schaukasten.plugins.news import NewsGenerator
from schaukasten.plugins.page_generator import save_as
from schaukasten.plugins.page_writer import PageWriter
from tests.worlds import ROOT, World

OTHERS = ("real", "harbour", "crowded")
#: What is unpacked when it is asked for, and part of the outline.
OUTLINED = {*kept_document._ABOVE, *renderings._OUTLINED}


class Watch:
    """Notes which page asks for which part of which document, beyond its outline."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch):
        self.asked: set[tuple[str, str, str]] = set()
        self._page = ""
        self._owner: dict[int, str] = {}
        for kind in (kept_document._Kept, renderings._Kept):
            for name, part in list(vars(kind).items()):
                if isinstance(part, cached_property | property) and name not in OUTLINED:
                    func: Any = part.fget if isinstance(part, property) else part.func
                    monkeypatch.setattr(kind, name, property(self._noted(name, func)))
        write, generate = PageWriter._page, DocumentsGenerator.generate_output

        def page(writer: PageWriter, one: Any) -> Any:
            # What is known by no digest is asked in any case.
            self._page = one.file if one.made_of else ""
            try:
                return write(writer, one)
            finally:
                self._page = ""

        def output(generator: DocumentsGenerator, writer: Any) -> None:
            for document in generator.site.documents.values():
                file = save_as(document.address)
                self._owner[id(document)] = file
                self._owner[id(generator.site.rendering(document))] = file
            generate(generator, writer)

        monkeypatch.setattr(PageWriter, "_page", page)
        monkeypatch.setattr(DocumentsGenerator, "generate_output", output)

    def _noted(self, name: str, func: Callable[[Any], Any]) -> Callable[[Any], Any]:
        def part(value: Any) -> Any:
            if self._page:
                self.asked.add((self._page, name, self._owner[id(value)]))
            return func(value)

        return part

    def foreign(self) -> list[tuple[str, str, str]]:
        return sorted(one for one in self.asked if one[0] != one[2])


@pytest.fixture
def watch(monkeypatch: pytest.MonkeyPatch) -> Watch:
    return Watch(monkeypatch)


@pytest.mark.parametrize("drafts", [False, True])
@pytest.mark.parametrize(
    "site", ["minimal", *(pytest.param(one, marks=pytest.mark.whole) for one in OTHERS)]
)
def test_a_page_asks_for_no_text_of_another(
    tmp_path: Path, watch: Watch, site: str, drafts: bool
) -> None:
    world = World(tmp_path, "minimal" if site == "real" else site)
    if site == "real":
        world.content = ROOT / "content"
    assert world.build(drafts=drafts) == 0
    assert watch.foreign() == []
    # Each page was watched, and asked for its own.
    assert {"html"} <= {part for _page, part, _owner in watch.asked}


def test_one_that_would_show_another_s_text_is_noticed(
    world: World, watch: Watch, monkeypatch: pytest.MonkeyPatch
) -> None:
    world.news()
    world.news(slug="zweites")

    def besides(generator: NewsGenerator, _document: Any) -> dict[str, Any]:
        texts = [generator.site.rendering(one).html for one in generator.documents]
        return {"read_next": [], "contact": None, "texts": texts}

    monkeypatch.setattr(NewsGenerator, "besides", besides)
    assert world.build() == 0
    assert {part for _page, part, _owner in watch.foreign()} == {"html"}
