"""What moved or changed between two builds without a word, and the line that says it."""

from __future__ import annotations

import pytest

from schaukasten.record.items import Inventory, Item, fingerprint, unsaid
from tests.worlds import german

OLD = Item(
    source="termine/fest.md",
    line=2,
    title="Fest",
    address="/termine/2026/fest/",
    identity="termine-2026-fest",
    times="a",
)
TODAY = "2026-11-29"
MOVED = (
    "Diese Seite lag unter „/termine/2026/fest/“; Links dorthin führen jetzt ins Leere. Ergänzen "
    "Sie in der Datei: aliases: [/termine/2026/fest/]"
)
GONE = (
    "„Fest“ gibt es nicht mehr; Links auf „/termine/2026/fest/“ führen jetzt ins Leere. Nennen Sie "
    "die Adresse unter „addresses“; oder leiten Sie sie weiter, mit „aliases“ in einer anderen "
    "Seite."
)
RENAMED = (
    "Kalender kannten diesen Eintrag unter einer anderen Kennung und zeigen ihn sonst zweimal. "
    "Ergänzen Sie in der Datei: id: termine-2026-fest"
)
CHANGED = (
    "Zeiten, Ort oder Titel sind anders als zuvor, und der Tag der Änderung steht nicht dabei. "
    "Ergänzen Sie in der Datei: updated: 2026-11-29"
)


def told(
    new: dict[str, str],
    old: Item = OLD,
    redirected: tuple[str, ...] = (),
    **now: list[str],
) -> list[str]:
    items = [old.model_copy(update=new)]
    found = unsaid(Inventory(items=[old]), Inventory(items=items, **now), redirected, TODAY)
    return [f"{one.what.text(german)} {one.remedy.text(german)}" for one in found]


ELSEWHERE = {"address": "/termine/2027/fest/", "identity": "termine-2027-fest"}


@pytest.mark.parametrize(
    ("new", "expected"),
    [
        ({}, []),
        ({"line": "7"}, []),
        (ELSEWHERE, [MOVED]),
        # A renamed folder is known by its identity, or else by its title.
        (ELSEWHERE | {"source": "termine/neu.md"}, [MOVED]),
        ({"source": "termine/neu.md"}, []),
        ({"identity": "fest"}, [RENAMED]),
        ({"times": "b"}, [CHANGED]),
        ({"times": "b", "updated": "2026-11-28"}, []),
        ({"times": "b", "updated": TODAY}, []),
        (ELSEWHERE | {"times": "b"}, [MOVED, CHANGED]),
        # Something else, of which nobody knew.
        (ELSEWHERE | {"source": "termine/neu.md", "title": "Markt"}, [GONE]),
        (ELSEWHERE | {"source": "seiten/neu.md"}, [GONE]),
    ],
)
def test_what_nobody_has_said_is_told_with_the_finished_line(
    new: dict[str, str], expected: list[str]
) -> None:
    assert told(new) == expected


def test_a_change_after_a_change_needs_a_later_day() -> None:
    old = OLD.model_copy(update={"updated": "2026-11-01"})
    assert told({"times": "b"}, old) == [CHANGED]
    assert told({"times": "b", "updated": "2026-11-02"}, old) == []
    # On one day there may be two.
    old = OLD.model_copy(update={"updated": TODAY})
    assert told({"times": "b"}, old) == []


def test_who_redirects_or_says_that_it_is_gone_has_said_so() -> None:
    new = ELSEWHERE | {"identity": OLD.identity}
    assert told(new, redirected=(OLD.address,)) == []
    assert told(new, gone=[OLD.address]) == []


def test_what_has_expired_did_not_become_this_years_page_of_the_same_name() -> None:
    new = ELSEWHERE | {"source": "termine/fest-2027.md"}
    assert told(new, hidden=[fingerprint(OLD.source)]) == []


def test_a_page_without_a_calendar_has_no_times_to_tell_of() -> None:
    page = Item(source="seiten/a.md", line=2, title="A", address="/a/")
    assert told({"title": "B"}, page) == []
    assert len(told({"address": "/b/"}, page)) == 1


def test_of_a_house_only_the_hours_are_compared() -> None:
    house = Item(
        source="data/locations.yaml", line=1, title="Haus", identity="hours-haus", times="a"
    )
    assert told({"times": "b"}, house) == [CHANGED]
    assert told({"title": "Unser Haus"}, house) == []


def test_an_old_address_that_leads_nowhere_any_more_is_told() -> None:
    """Put off a second time, an event has only one day before this."""
    old = OLD.model_copy(update={"former": ["/termine/2025/fest/"]})
    [told_of] = told({"former": []}, old)
    assert "aliases: [/termine/2025/fest/]" in told_of
    assert told({}, old, redirected=("/termine/2025/fest/",)) == []


def test_this_years_festival_is_not_last_years() -> None:
    """An alias would give it the identity of the one that is over, which subscribers would lose."""
    old = OLD.model_copy(update={"last": "2026-11-24"})
    new = ELSEWHERE | {"source": "termine/fest-2027.md", "last": "2027-11-24", "times": "b"}
    assert told(new, old) == [GONE]
    assert told(new, old, gone=[OLD.address]) == []
    # The same file with another day, while the old one is still to come, was put off.
    old = OLD.model_copy(update={"last": "2026-12-24"})
    assert told(ELSEWHERE | {"last": "2027-01-24", "times": "b"}, old) == [MOVED, CHANGED]
