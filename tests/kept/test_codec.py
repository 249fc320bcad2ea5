"""A value → bytes → the same value; bytes of somebody else → Unkeepable, and nothing else."""

from __future__ import annotations

import datetime as dt
import json
import sys
from collections import OrderedDict, namedtuple
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markupsafe import Markup
from pydantic import BaseModel

from schaukasten.kept import make
from schaukasten.kept.codec import Unkeepable, pack, unpack
from schaukasten.kept.make import make_of
from schaukasten.model.documents import documents as reading
from schaukasten.model.documents.document import Document
from schaukasten.model.reading.problem import Place, Problem, Severity
from schaukasten.model.text.rendering import Rendering
from tests.sites.bare import bare
from tests.worlds import ROOT, SITES, TODAY, World, layout, theme


def _once(clock: Any) -> Any:
    """No file says which of two hours of the same name is meant, when clocks are put back."""
    return clock.replace(fold=0)


_plain = (
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False)
    | st.text(st.characters(codec=None)) | st.dates() | st.datetimes().map(_once)
    | st.times().map(_once)
    | st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"])).map(PurePosixPath)
    | st.text().map(Markup) | st.sampled_from(Severity)
    | st.builds(Place, st.integers(), st.tuples(st.integers(), st.integers()))
)  # fmt: skip
_values = st.recursive(
    _plain,
    lambda inner: (
        st.lists(inner)
        | st.lists(inner).map(tuple)
        | st.dictionaries(st.text() | st.integers() | st.dates(), inner)
        | st.sets(st.text() | st.dates() | st.none())
        | st.frozensets(st.tuples(st.integers(), st.text()))
    ),
    max_leaves=12,
)


@given(_values)
@settings(max_examples=100, deadline=None, derandomize=True, database=None)
def test_every_value_comes_back_as_it_was(value: Any) -> None:
    back = unpack(pack(value))
    assert back == value
    assert shape(back) == shape(value)


def sites(folder: Path) -> Iterator[tuple[str, Path]]:
    yield "real", ROOT / "content"
    for name in ("minimal", "harbour", "crowded"):
        yield name, SITES / name / "content"
    yield "bare", bare(World(folder)).content


def made_of(content: Path) -> Iterator[Document | Rendering | Problem]:
    """Return all that is ever kept of a site, as it is when nothing was."""
    from schaukasten.model.load import load

    today = dt.date.fromisoformat(TODAY)
    language = load(content, layout(), theme(), today).language
    for source in sorted(content.rglob("*.md")):
        name = PurePosixPath(source.relative_to(content).as_posix())
        if kind := layout().kind_of(name):
            text = source.read_text("utf-8")
            document, problems = reading.read_document(name, kind, text, layout(), language, today)
            yield from [document] if document else problems
    outcome = load(content, layout(), theme(), today, drafts=True)
    assert outcome.site is not None
    yield from outcome.site.renderings.values()
    yield from outcome.problems


def test_all_that_is_made_of_every_site_comes_back_equal_and_of_the_same_classes(
    tmp_path: Path,
) -> None:
    kinds: set[type] = set()
    for _name, content in sites(tmp_path):
        for value in made_of(content):
            plain = unwrapped(value)
            back = unpack(pack(plain, content), content)
            assert back == plain
            assert shape(back) == shape(plain)
            kinds |= classes_in(plain)
    names = {kind.__name__ for kind in kinds}
    assert {"NewsItem", "Offer", "Event", "Page", "Slot", "PictureNote", "Contact"} <= names
    assert {"Picture", "Attachment", "Heading", "Link", "Message", "Problem"} <= names


def unwrapped(value: Any) -> Any:
    """Return a rendering of the usual class, in the place of one that unpacks its parts later."""
    if isinstance(value, Rendering):
        return Rendering(*(getattr(value, name) for name in Rendering.__dataclass_fields__))
    return value


def shape(value: Any) -> Any:
    """Return a value with the class of each part, and with the fields that were set in a model."""
    kind = type(value)
    if isinstance(value, list | tuple):
        return kind, [shape(one) for one in value]
    if isinstance(value, dict):
        return kind, [(shape(key), shape(one)) for key, one in value.items()]
    if hasattr(value, "__dict__") and make_of(kind):
        set_fields = sorted(value.model_fields_set) if isinstance(value, BaseModel) else ()
        own = [(name, shape(getattr(value, name))) for name, _default in make_of(kind).fields]
        return kind, set_fields, own
    return kind, vars(value) if isinstance(value, str) and hasattr(value, "__dict__") else None


def classes_in(value: Any) -> set[type]:
    found = {type(value)}
    if isinstance(value, list | tuple):
        found = found.union(*map(classes_in, value))
    elif isinstance(value, dict):
        found = found.union(*map(classes_in, value.values()))
    elif make := make_of(type(value)):
        found = found.union(*(classes_in(getattr(value, name)) for name, _default in make.fields))
    return found


def test_what_comes_back_twice_shares_nothing_that_can_be_changed() -> None:
    for value in made_of(SITES / "harbour" / "content"):
        if isinstance(value, Document):
            raw = pack(value)
            assert not changeable(unpack(raw)) & changeable(unpack(raw)), value.source


_kept_alive: list[Any] = []


def changeable(value: Any) -> set[int]:
    """Return the ids of all lists and dictionaries in a value."""
    _kept_alive.append(value)  # Else another object could get its id.
    found = {id(value)} if isinstance(value, list | dict | set) else set()
    if isinstance(value, list | tuple):
        found = found.union(*map(changeable, value))
    elif isinstance(value, dict):
        found = found.union(*map(changeable, value.values()))
    elif make := make_of(type(value)):
        found = found.union(*(changeable(getattr(value, name)) for name, _default in make.fields))
    return found


Foreign = namedtuple("Foreign", "value")


@pytest.mark.parametrize(
    "value",
    [
        object(),
        Foreign(1),
        OrderedDict(a=1),
        lambda: 1,
        b"raw",
        1j,
        iter([]),
        len,
        Path("/etc"),
        dt,
    ],
    ids=lambda one: type(one).__name__,
)
@pytest.mark.parametrize("wrap", [lambda one: one, lambda one: [{"a": (one,)}]], ids=["it", "deep"])
def test_what_is_not_ours_is_refused(value: object, wrap: Any) -> None:
    with pytest.raises(Unkeepable):
        pack(wrap(value))


def test_a_path_is_kept_as_seen_from_the_root_and_none_outside_of_it(tmp_path: Path) -> None:
    raw = pack(tmp_path / "a/b.png", tmp_path)
    assert unpack(raw, tmp_path / "elsewhere") == tmp_path / "elsewhere/a/b.png"
    with pytest.raises(Unkeepable):
        pack(tmp_path.parent, tmp_path)
    with pytest.raises(Unkeepable):
        unpack(raw)
    for outside in ("/etc/passwd", "../x", "a/../../x", ".."):
        with pytest.raises(Unkeepable):
            unpack(json.dumps([[], ["P", outside]]).encode(), tmp_path)


_INPUTS = "schaukasten.building.unchanged:Inputs"


@pytest.mark.parametrize(
    ("classes", "node"),
    [
        (["os:system"], ["n", 0, "false"]),
        (["builtins:eval"], ["n", 0, "1/0"]),
        (["subprocess:Popen"], ["o", 0, []]),
        # What a module of ours imports is not ours.
        (["schaukasten.kept.codec:sys.modules"], ["o", 0, []]),
        (["schaukasten.kept.codec:json.loads"], ["n", 0, "[]"]),
        (["schaukasten.kept.codec:Path"], ["n", 0, "/etc"]),
        (["schaukasten.kept.codec:Markup"], ["w", 0, "<b>", ["d"]]),
        (["schaukasten.kept.codec:Enum"], ["e", 0, "x"]),
        (["schaukasten.kept.make:BaseModel"], ["o", 0, [], []]),
        # Ours, and not of the sort that is said.
        ([_INPUTS], ["n", 0, ["p", "/tmp/evil.py"], ["p", "/"], ["p", "/"], None]),
        (["schaukasten.kept.shelf:Shelf"], ["n", 0, None]),
        (["schaukasten.kept.shelf:Shelf"], ["o", 0, []]),
        (["schaukasten.kept.codec:pack"], ["n", 0, 1]),
        (["schaukasten.model.reading.problem:Problem"], ["e", 0, "what"]),
        (["schaukasten.model.reading.problem:Problem"], ["w", 0, "what", ["d"]]),
        (["schaukasten.model.reading.problem:Severity"], ["n", 0, "error"]),
        (["schaukasten.model.reading.problem:Severity"], ["e", 0, "mro"]),
        (["schaukasten.model.reading.problem:Severity"], ["o", 0, []]),
        (["schaukasten.model.reading.problem:Place"], ["n", 0, 1, 2, 3, 4, 5]),
        (["schaukasten.not.there:A"], ["o", 0, []]),
        (["schaukasten"], ["o", 0, []]),
        ([None], ["o", 0, []]),
        ([], ["o", 0, []]),
        ([], ["o", -1, []]),
        ([], ["o"]),
        ([], []),
        ([], ["x", 1]),
        ([], ["D", "2026-13-45"]),
        ([], ["D", 7]),
        ([], ["d", [["l"], 1]]),
        ([], ["d", 1]),
        ([], ["s", ["l"]]),
        ([], [["l"], 1]),
        ([], ["T", "25:00"]),
    ],
    ids=str,
)  # fmt: skip
def test_made_up_bytes_are_refused_and_run_nothing(
    monkeypatch: pytest.MonkeyPatch, classes: list[Any], node: Any
) -> None:
    raw = json.dumps([classes, node]).encode()
    ran: list[str] = []
    monkeypatch.setattr(sys.modules[__name__], "_watched", ran)
    with pytest.raises(Unkeepable):
        unpack(raw)
    monkeypatch.undo()
    assert ran == []


#: What Python tells of when a program is started, or code is made or run.
_NEVER = {"subprocess.Popen", "os.system", "os.exec", "os.posix_spawn", "exec", "compile", "import"}
_watched: list[str] | None = None


def _watch(event: str, _rest: object) -> None:
    if _watched is not None and event in _NEVER:
        _watched.append(event)


# Nothing takes a hook away again; so it is one, and it does nothing while nobody looks.
sys.addaudithook(_watch)


def test_the_hook_sees_what_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    ran: list[str] = []
    monkeypatch.setattr(sys.modules[__name__], "_watched", ran)
    eval("1")
    monkeypatch.undo()
    assert "exec" in ran


@pytest.mark.parametrize(
    "raw",
    [b"", b"x", b"[]", b"{}", b"null", b"[[], 1, 2]", b"[" * 100_000, b"\xff\xfe", b'[["a"], 1]',
     b"[[], " + b'["l", ' * 5000 + b"1" + b"]" * 5001, b"\x80\x04K\x01."],
    ids=range(11),
)  # fmt: skip
def test_bytes_that_are_none_of_ours_are_refused(raw: bytes) -> None:
    with pytest.raises(Unkeepable):
        unpack(raw)


@given(st.binary(max_size=60) | st.recursive(
    st.none() | st.integers(-2, 3) | st.sampled_from("oltdsfewnPDMTph") | st.text(max_size=3),
    lambda inner: st.lists(inner, max_size=5), max_leaves=12,
).map(lambda node: json.dumps([list(_SOME), node]).encode()))  # fmt: skip
@settings(max_examples=500, deadline=None, derandomize=True, database=None)
def test_whatever_the_bytes_are_they_are_a_value_or_refused(raw: bytes) -> None:
    try:
        unpack(raw, Path("/nowhere"))
    except Unkeepable:
        return


_SOME = (
    "schaukasten.model.reading.problem:Problem",
    "schaukasten.model.reading.problem:Severity",
    "schaukasten.model.time.slot:Slot",
)


def test_a_class_that_is_gone_makes_its_values_unkeepable(monkeypatch: pytest.MonkeyPatch) -> None:
    raw = pack(Severity.ERROR)
    make.class_named.cache_clear()
    monkeypatch.delattr(sys.modules[Severity.__module__], "Severity")
    with pytest.raises(Unkeepable):
        unpack(raw)
    monkeypatch.undo()
    assert unpack(raw) is Severity.ERROR
