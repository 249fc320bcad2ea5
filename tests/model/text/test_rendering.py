"""What was read and what was made of it: two types, neither changed after it is made."""

from __future__ import annotations

import copy
import dataclasses

import pytest

from schaukasten.model.documents.document import Document
from schaukasten.model.text.references import References
from schaukasten.model.text.renderer import Renderer
from schaukasten.model.text.rendering import Rendering
from tests.model.files.pictures import png
from tests.model.text.rendering import NAME, document
from tests.worlds import World, german

TEXT = """## Anfahrt

Mit dem [Rad](https://example.org/), siehe [Plan](plan.pdf)[^1].

![Das Tor](foto.png)

[^1]: Und [anders](weg.md).
"""


@pytest.fixture
def renderer(world: World) -> Renderer:
    world.write("aktuelles/2026-03-08-fest/foto.png", png())
    world.write("aktuelles/2026-03-08-fest/plan.pdf", b"%PDF-1.7\n%%EOF")
    return Renderer(
        References(world.content, {}, frozenset(), frozenset(), False), "de", "DE", german
    )


def test_rendering_leaves_what_was_read_as_it_was(renderer: Renderer) -> None:
    read = document(TEXT)
    before = copy.deepcopy(read)
    made = renderer.render(read)
    assert read == before
    assert [heading.text for heading in made.headings] == ["Anfahrt"]
    assert [link.text for link in made.links] == ["Rad", "Plan"]
    assert [one.path.name for one in made.pictures] == ["foto.png"]
    assert [one.path.name for one in made.attachments] == ["plan.pdf"]
    assert made.anchors >= {"anfahrt", "fn-1"}
    [problem] = made.problems
    assert problem.text(german).startswith(f"{NAME}:10: Die Datei „weg.md“ gibt es nicht.")


def test_nothing_of_one_text_is_in_the_next(renderer: Renderer) -> None:
    first = renderer.render(document(TEXT))
    assert renderer.render(document("Kurz.")).html == "<p>Kurz.</p>"
    assert renderer.render(document(TEXT)) == first


@pytest.mark.parametrize("kind", [Document, Rendering])
def test_neither_can_be_changed(kind: type, renderer: Renderer) -> None:
    read = document(TEXT)
    one = {Document: read, Rendering: renderer.render(read)}[kind]
    for field in dataclasses.fields(kind):
        with pytest.raises(dataclasses.FrozenInstanceError):
            setattr(one, field.name, None)
        assert not isinstance(getattr(one, field.name), list | set | dict), field.name
