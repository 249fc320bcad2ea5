"""What stands where a day should be, and is none, stays in the file until somebody enters a day."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from schaukasten.forms.configuration import FILES
from schaukasten.forms.shape import shape_of
from schaukasten.model.documents.layout import KINDS
from tests.browser_editor.differences import difference
from tests.browser_editor.file_format import Form, Format, Shape
from tests.browser_editor.files import IS_BENCHMARK
from tests.browser_editor.oracle import CONFIRMED
from tests.browser_editor.scripts import told
from tests.browser_editor.small import edit, put
from tests.browser_editor.spots import Path, at, changed, spots

#: By the schema; a text has a body besides.
SHAPES = {kind.__name__: shape_of(kind, "front-matter") for kind in KINDS.values()} | {
    schema.__name__: shape_of(schema, "yaml") for _name, schema, *_rest in FILES
}
DAY, OTHER = "2026-02-01", "2026-03-08"
#: What people write, and what is in no calendar.
UNCLEAR = ["13.9.2026", "5.9.2026", "bald", "Mai 2026", "2026-02-30", "2026-9-5", '"2026-05 "']
NOTE = "  # asked Ms K."


def days(shape: Shape, path: Path = ()) -> Iterator[Path]:
    """Yield the path of every field for a day; of a list that in its first entry."""
    match shape["type"]:
        case "date":
            yield path
        case "list":
            yield from days(shape["of"], (*path, 0))
        case "fact":
            yield from days(shape["of"], (*path, "value"))
            yield from days(CONFIRMED, (*path, "confirmed"))
        case "mapping":
            for key, inner in shape["keys"].items():
                yield from days(inner, (*path, key))


def of_schemas() -> Iterator[tuple[str, Path]]:
    for name, shape in SHAPES.items():
        start: Path = ("entries",) if shape["root"]["type"] == "list" else ()
        yield from ((name, path) for path in days(shape["root"], start))


def filled(form: Form, path: Path) -> Form:
    """Return a form in which a day stands at a path, with all that this takes."""
    result: Any = form
    for at_, step in enumerate(path[:-1]):
        following: Any = [{}] if isinstance(path[at_ + 1], int) else {}
        if isinstance(step, int):
            if following == [{}]:
                result[step] = following
        else:
            result.setdefault(step, following)
        result = result[step]
    result[path[-1]] = DAY
    return form


@pytest.mark.parametrize("unclear", UNCLEAR)
@pytest.mark.parametrize(("schema", "path"), list(of_schemas()), ids=str)
def test_what_is_no_day_stays_until_a_day_is_entered(
    schema: str, path: Path, unclear: str, file_format: Format
) -> None:
    shape = SHAPES[schema]
    first: Form = {"body": "Text."} if shape["layout"] == "front-matter" else {}
    new = file_format.write(None, shape, filled(first, path))
    assert new.count(DAY) == 1
    text = new.replace(DAY, unclear + NOTE)
    form = file_format.read(text, shape)
    assert at(form, path) == ""
    assert file_format.write(text, shape, form) == text
    # Something else is changed, everywhere where something can be: in turn with one of the words.
    beside = [spot for spot in spots(form, shape) if spot.path != path]
    for spot in beside if IS_BENCHMARK else beside[UNCLEAR.index(unclear) :: len(UNCLEAR)]:
        wanted = file_format.write(text, shape, changed(form, spot.path, spot.other("y")))
        assert unclear + NOTE in wanted, spot
        assert wanted != text
    found = difference(text, file_format.write(text, shape, changed(form, path, OTHER)))
    assert (len(found.gone), len(found.come)) == (1, 1)
    assert found.come[0].replace('"', "").replace(OTHER, unclear.strip('"')) == (
        found.gone[0].replace('"', "")
    )


def test_every_schema_with_days_is_looked_at() -> None:
    found = list(of_schemas())
    assert {name for name, _path in found} >= {"NewsItem", "Event", "Offer", "Page", "Holidays"}
    assert ("Offer", ("schedule", 0, "nicht", 0, "am")) in found
    assert ("Offer", ("schedule", 0, "am", 0)) in found


LIST: Shape = {
    "layout": "yaml",
    "root": {
        "type": "mapping",
        "keys": {
            "off": {
                "type": "list",
                "short": "am",
                "of": {
                    "type": "mapping",
                    "keys": {"am": {"type": "date"}, "grund": {"type": "value"}},
                },
            },
            "days": {"type": "list", "of": {"type": "date"}},
            "fact": {"type": "fact", "of": {"type": "value"}},
        },
    },
}
TWO = "off: [24.12.2026, 2026-12-31] # n\n"
OWN = "off:\n  - 24.12.2026 # Eve\n\n  # not sure\n  - {am: bald, grund: x}\n  - 2026-12-31\n"

#: What is done → the file, the path, what is put there, and the file then.
LISTS: dict[str, tuple[str, Path, Any, str]] = {
    "another entry is changed": (
        TWO, ("off", 1, "am"), "2027-01-01", "off: [24.12.2026, 2027-01-01] # n\n"),
    "another entry is added": (
        TWO, ("off",), [{"am": ""}, {"am": "2026-12-31"}, {"am": "2027-01-01"}],
        "off: [24.12.2026, 2026-12-31, 2027-01-01] # n\n"),
    "an empty entry is added and left so": (
        TWO, ("off",), [{"am": ""}, {"am": "2026-12-31"}, {"am": ""}], TWO),
    "another entry is taken away": (TWO, ("off",), [{"am": ""}], "off: [24.12.2026] # n\n"),
    "the day is entered": (
        TWO, ("off", 0, "am"), "2026-12-24", "off: [2026-12-24, 2026-12-31] # n\n"),
    "the entry is taken away": (
        TWO, ("off",), [{"am": "2026-12-31"}], "off: [2026-12-31] # n\n"),
    "it moves": (
        TWO, ("off",), [{"am": "2026-12-31"}, {"am": ""}],
        "off: [2026-12-31, 24.12.2026] # n\n"),
    "it gets a reason": (
        TWO, ("off", 0, "grund"), "x", "off: [{am: 24.12.2026, grund: x}, 2026-12-31] # n\n"),
    "a reason is changed beside it": (
        OWN, ("off", 1, "grund"), "y", OWN.replace("grund: x", "grund: y")),
    "a reason is taken away beside it": (
        OWN, ("off", 1, "grund"), "", OWN.replace(", grund: x", "")),
    "its reason is changed while another entry goes": (
        OWN, ("off",), [{"am": ""}, {"am": "", "grund": "y"}],
        OWN.replace("grund: x", "grund: y").replace("  - 2026-12-31\n", "")),
    "one of two goes that nobody can tell apart": (
        "days: [bald, später, 2026-01-01]\n", ("days",), ["", "2026-01-02"],
        "days: [bald, später, 2026-01-02]\n"),
    "one of two goes that stand apart": (
        "days: [bald, 2026-01-01, später]\n", ("days",), ["2026-01-01", ""],
        "days: [2026-01-01, später]\n"),
    "both go": ("days: [bald, später, 2026-01-01]\n", ("days",), ["2026-01-01"],
                "days: [2026-01-01]\n"),
    "a single one gets company": (
        "days: bald # n\n", ("days",), ["", "2026-01-01"], "days: [bald, 2026-01-01] # n\n"),
    "a single one is entered": (
        "days: bald # n\n", ("days", 0), "2026-01-01", "days: 2026-01-01 # n\n"),
    "a fact is emptied beside it": (
        "fact:\n  value: x\n  confirmed: im Mai # Ms K.\n", ("fact", "value"), "",
        "fact:\n  value:\n  confirmed: im Mai # Ms K.\n"),
    "a fact is taken away as a whole": (
        "fact:\n  value: x\n  confirmed: im Mai # Ms K.\n", ("fact",), None,
        "fact:\n  value:\n  confirmed: im Mai # Ms K.\n"),
}  # fmt: skip


@pytest.mark.parametrize("what", LISTS)
def test_of_several_none_is_lost_that_nobody_took_away(what: str, file_format: Format) -> None:
    text, path, value, wanted = LISTS[what]
    form = file_format.read(text, LIST)
    put(*path, to=value)(form)
    assert file_format.write(text, LIST, form) == wanted


@pytest.mark.parametrize("text", ["days: |\n  2026-01-01\n", "days: ' 2026-01-01 '\n"])
def test_spaces_around_a_day_are_no_part_of_it(text: str, file_format: Format) -> None:
    form = file_format.read(text, LIST)
    assert form["days"] == ["2026-01-01"]
    assert file_format.write(text, LIST, form) == text


def test_what_somebody_else_has_made_a_day_of_stays_one(file_format: Format) -> None:
    old = "days: [bald]\nfact: x\n"
    form = file_format.read(old, LIST) | {"fact": {"value": "y"}}
    newer = old.replace("bald", "2026-01-01")
    assert file_format.write(old, LIST, form, onto=newer) == newer.replace("x", "y")


def test_a_draft_that_still_has_such_a_text_writes_nothing_of_it(file_format: Format) -> None:
    assert edit(file_format, TWO, put("off", 0, "am", to="5.9.2026"), LIST) == TWO
    assert file_format.write(None, LIST, {"days": ["bald", DAY]}) == f"days:\n  - {DAY}\n"


def test_what_no_form_shows_is_told_with_its_place() -> None:
    script = """
    import { unclear } from './format/format.js';
    tell(given.texts.map((text) => unclear(text, given.shape)));
    """
    texts = [OWN, "fact: {value: x, confirmed: Nein}\ndays: [2026-01-01, '']\n"]
    assert told(script, texts=texts, shape=LIST) == [
        [
            {"path": ["off", 0, "am"], "text": "24.12.2026"},
            {"path": ["off", 1, "am"], "text": "bald"},
        ],
        [],
    ]
