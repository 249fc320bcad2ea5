"""A hostile input: its name, how it gets into a world, and what must come of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from schaukasten.model.reading.slug import slugify
from tests.worlds import World


@dataclass(frozen=True)
class Case:
    """`write` puts it into a world; `says` begins a line among the problems, "" is a page."""

    name: str
    write: Callable[[World], object]
    says: str = ""
    #: Its file, where the input stands in one text and nowhere else.
    file: str = ""
    #: It changes what other cases need, such as the data of the association.
    alone: bool = False

    def __str__(self) -> str:
        return self.name

    @property
    def is_page(self) -> bool:
        return not self.says


def text(name: str, body: str, says: str = "", head: str = "") -> Case:
    """A news item with that body, which begins on line 6; `says` is the message from its line."""
    slug = slugify(name)
    file = f"aktuelles/2026-03-08-{slug}/index.md"
    return Case(name, lambda world: world.news(body, head, slug), says and f"{file}:{says}", file)


def head(name: str, head: str, says: str = "") -> Case:
    """A news item with these lines in its front matter, the first of them on line 5."""
    return text(name, "Text.", says, head)


def file(name: str, path: str, raw: str | bytes, says: str = "") -> Case:
    """A file with these bytes; `says` is the message from its line."""
    return Case(name, lambda world: world.write(path, raw), says and f"{path}:{says}", path)


def data(name: str, path: str, old: str, new: str, says: str = "") -> Case:
    """A file of the association's data with something else in one place."""

    def write(world: World) -> None:
        whole = (world.content / path).read_text("utf-8")
        assert old in whole
        world.write(path, whole.replace(old, new, 1))

    return Case(name, write, says and f"{path}:{says}", path, alone=True)
