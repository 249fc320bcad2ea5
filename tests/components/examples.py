"""The named examples of the style guide, for the tests that loop over them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from types import SimpleNamespace

from jinja2 import Environment, FileSystemLoader, nodes

from schaukasten.model.files.picture import Picture
from schaukasten.plugins.interface import equip
from schaukasten.plugins.style_guide import LANGUAGES, components, words_in
from tests.worlds import ROOT, THEME

COMPONENTS = components(THEME)


def environment() -> Environment:
    """Jinja as `pelicanconf.py` sets it up, in German."""
    settings: dict[str, dict[str, object]] = {}
    exec((ROOT / "pelicanconf.py").read_text("utf-8"), settings)
    env = Environment(loader=FileSystemLoader(THEME / "templates"), **settings["JINJA_ENVIRONMENT"])
    equip(env, THEME, "de", "DE", Published())
    return env


class Published:
    """Every format of a picture pays."""

    def offered(self, picture: Picture) -> tuple[str, ...]:
        return picture.formats

    def for_press(self, picture: Picture) -> bytes:
        return bytes(1_234_567)


@cache
def words(language: str) -> SimpleNamespace:
    return words_in(THEME, language)


@dataclass
class Example:
    component: str
    name: str
    show: Callable[[SimpleNamespace], str]

    def html(self, language: str = LANGUAGES[0]) -> str:
        return self.show(words(language))

    @property
    def id(self) -> str:
        return f"{self.component}: {self.name}"


def examples(env: Environment, component: str) -> list[Example]:
    """Return a component's examples, as its file in `examples/` calls for them."""
    found: list[Example] = []

    def example(name: str, caller: Callable[[SimpleNamespace], str]) -> str:
        found.append(Example(component, name, caller))
        return ""

    env.get_template(f"examples/{component}.html").render(example=example, base="")
    return found


def calls(env: Environment, file: str) -> Iterator[nodes.Call]:
    """Yield every call in a template of a name that it imports from a component."""
    assert env.loader is not None
    tree = env.parse(env.loader.get_source(env, file)[0])
    imported = {
        name
        for found in tree.find_all(nodes.FromImport)
        if str(getattr(found.template, "value", "")).startswith("components/")
        for name in found.names
    } | {macro.name for macro in tree.find_all(nodes.Macro) if file.startswith("components/")}
    for call in tree.find_all(nodes.Call):
        if isinstance(call.node, nodes.Name) and call.node.name in imported:
            yield call
