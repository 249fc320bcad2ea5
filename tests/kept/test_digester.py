"""Equal digests, equal values; and nothing that a template sees is beyond the digest."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from types import SimpleNamespace
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

import pytest
from jinja2 import DictLoader, Environment, Template
from markupsafe import Markup
from pydantic import BaseModel, TypeAdapter

from schaukasten.kept.digester import Digester
from schaukasten.kept.last_output import LastOutput
from schaukasten.kept.shelf import Shelf
from schaukasten.model.reading.fact import Fact
from schaukasten.model.reading.problem import Severity
from schaukasten.plugins.page_writer import PageWriter
from tests.sites.bare import bare
from tests.worlds import SITES, THEME, World


@dataclass(frozen=True)
class Card:
    title: str
    days: tuple[dt.date, ...] = ()


@dataclass(frozen=True)
class OtherCard:
    title: str
    days: tuple[dt.date, ...] = ()


class Model(BaseModel):
    title: str
    more: list[str] = []


class OtherModel(Model):
    pass


class Pair(NamedTuple):
    one: int
    other: int


class Word(str):
    """A text with more to it."""


def word(text: str, **more: object) -> Word:
    made = Word(text)
    vars(made).update(more)
    return made


DAY = dt.date(2026, 3, 8)
FACT: TypeAdapter[Fact[str]] = TypeAdapter(Fact[str])
#: No two of them are the same.
DIFFERENT: list[Any] = [
    *(None, True, False, 0, 1, 1.0, "", "0", "1", "None", b"", b"1", b"0:"),
    *([], [[]], [""], ["", ""], [None], ["a", "b"], ["ab"], ["b", "a"], ["a", ["b"]], [["a"], "b"]),
    *({}, {"a": 1}, {"a": "1"}, {"a": 1, "b": 2}, {"b": 2, "a": 1}, {"a": None}),
    *(set(), {"a"}, {"a", "b"}, {"ab"}),
    *(DAY, DAY.isoformat(), dt.datetime(2026, 3, 8), dt.time(0), dt.timedelta(1)),
    dt.datetime(2026, 3, 8, tzinfo=ZoneInfo("Europe/Berlin")),
    *(PurePosixPath("a"), PurePosixPath("a/b"), PurePosixPath("1")),
    [PurePosixPath("a"), PurePosixPath("b")],
    [PurePosixPath("a),PurePosixPath(b")],
    *(Markup("a"), "a", Word("a"), word("a", more=1), word("a", more=2), word("a", other=1)),
    *(Severity.ERROR, Severity.WARNING, Severity.ERROR.name),
    *(Card("a"), Card("b"), Card("a", (DAY,)), OtherCard("a")),
    *(Model(title="a"), Model(title="a", more=["b"]), OtherModel(title="a")),
    *(Pair(1, 2), Pair(2, 1), [1, 2], [Card("a"), Card("b")], [Card("b"), Card("a")]),
    [Card("a"), Card("a")],
    # There is none, and nobody knows.
    *(FACT.validate_python({"value": one, "confirmed": "2026-03-08"}) for one in ("keine", None)),
]


def test_different_values_have_different_digests() -> None:
    digester = Digester()
    found = defaultdict(list)
    for value in DIFFERENT:
        found[digester(value)].append(value)
    assert [same for same in found.values() if len(same) > 1] == []


def test_equal_values_have_the_same_digest_whoever_made_them() -> None:
    for one, other in [
        (Card("a", (DAY,)), Card("a", (DAY,))),
        (Model(title="a"), Model(title="a", more=[])),
        ({"a", "b", "c"}, {"c", "b", "a"}),
        (SimpleNamespace(a=1), SimpleNamespace(a=1)),
        (["a", Card("b")], ["a", Card("b")]),
    ]:
        assert Digester()(one) == Digester()(other)


def test_a_digest_is_the_same_in_every_process() -> None:
    """What is kept under it is asked for by the next one; so no hash of Python goes into it."""
    value = [{"a", "b", "c", "d"}, Card("a", (DAY,)), Severity.ERROR, {"ä": Markup("<b>")}]
    assert Digester()(value) == "68cad2a78be53e4e692e253be86cf586"


class Unknown:
    """Nobody knows what it is made of."""


@pytest.mark.parametrize(
    "wrap",
    [lambda one: one, lambda one: [{"a": (one,)}], lambda one: Card(one)],
    ids=["it", "in a list", "in an object"],
)
@pytest.mark.parametrize(
    "value",
    [Unknown(), object(), lambda: 1, iter([]), Unknown],
    ids=lambda one: type(one).__name__,
)
def test_what_cannot_be_seen_through_is_an_error_that_names_it(wrap: Any, value: object) -> None:
    with pytest.raises(TypeError, match=f"“{type(value).__qualname__}” cannot be seen through"):
        Digester()(wrap(value))


@dataclass(frozen=True)
class Numbered:
    """Bears a digest of itself."""

    number: int
    seen_as: str = ""


def test_what_bears_its_own_digest_is_not_walked() -> None:
    digest = Digester()
    assert digest(Numbered(1, "x")) == digest(Numbered(2, "x")) != digest(Numbered(1, "y"))
    assert digest(Numbered(1)) != digest(Numbered(2))


@dataclass
class Views:
    """What every template was shown, by its name."""

    seen: dict[str, list[Mapping[str, Any]]] = field(default_factory=lambda: defaultdict(list))

    def watch(self, monkeypatch: pytest.MonkeyPatch) -> None:
        real = Template.render

        def watched(template: Template, view: Mapping[str, Any]) -> str:
            self.seen[str(template.name)].append(view)
            return real(template, view)

        monkeypatch.setattr(Template, "render", watched)


def worlds(folder: Path) -> list[World]:
    sites = [World(folder / name, name) for name in ("minimal", "harbour", "crowded")]
    sites.append(bare(World(folder / "bare")))
    for world in sites:
        world.news(head="aliases: [/frueher/]\ntags: [Fest]")
    assert len(sites) > len(list(SITES.glob("*/content"))), "and the bare one"
    return sites


@pytest.mark.whole
def test_every_view_of_every_template_can_be_seen_through(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    views = Views()
    views.watch(monkeypatch)
    for world in worlds(tmp_path):
        for drafts in (False, True):
            assert world.build(drafts=drafts) == 0
    templates = {path.name for path in (THEME / "templates").glob("*.*")}
    missing = templates - views.seen.keys()
    assert missing == {"base.html", "document.html", "news_list.html"}, "others stand on these"
    for shown in views.seen.values():
        for view in shown:
            # Else a method would be shown, and what it makes would be in no digest.
            assert all(Digester()(value) for value in view.values())


def test_a_template_that_shows_what_cannot_be_seen_through_ends_the_build(tmp_path: Path) -> None:
    env = Environment(loader=DictLoader({"a.html": "{{ thing }}"}))
    writer = PageWriter(tmp_path, LastOutput(tmp_path), Shelf(None), "")
    shown = {"thing": 1, "not_named": Unknown()}
    writer.write("a.html", env.get_template("a.html"), {}, lambda: shown)
    writer.finish()
    assert (tmp_path / "a.html").read_text() == "1"
    writer.write("b.html", env.get_template("a.html"), {}, lambda: {"thing": Unknown()})
    with pytest.raises(TypeError, match="“Unknown” cannot be seen through"):
        writer.finish()
    writer = PageWriter(tmp_path, LastOutput(tmp_path), Shelf(None), "")
    writer.write("c.html", env.get_template("a.html"), {"thing": Unknown()}, dict)
    with pytest.raises(TypeError, match="“Unknown” cannot be seen through"):
        writer.finish()
