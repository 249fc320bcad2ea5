"""A day in another notation, in the real form: nothing of it is lost, and it is said."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import expect

from tests.browser.editor.local_mode import LocalBed
from tests.browser.editor.steps import (
    add_entry,
    fill,
    is_dirty,
    open_entry,
    press_save,
    reach,
    remove_entry,
    save,
)
from tests.browser_editor.differences import difference
from tests.worlds import World

MUST = "content/aktuelles/fest.md"
OFFER = "content/angebote/treff.md"
UNCLEAR = ["24.12.2026", "5.9.2026", "bald", "Mai 2026", "2026-02-30"]


def news(number: int) -> str:
    return f"content/aktuelles/tag-{number}.md"


@pytest.fixture(scope="module")
def bed(
    local_bed: Callable[..., LocalBed], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[LocalBed]:
    world = World(tmp_path_factory.mktemp("days"))
    for number, text in enumerate(UNCLEAR):
        world.write(
            f"aktuelles/tag-{number}.md",
            f"---\ntitle: Fest\ndate: 2026-03-08\npublish_from: {text} # Frau K.\n"
            "summary: Am Samstag.\n---\n\nText.\n",
        )
    world.write(
        "aktuelles/fest.md",
        "---\ntitle: Fest\ndate: 13.9.2026 # n\nsummary: Am Samstag.\n---\n\nText.\n",
    )
    world.write(
        "angebote/treff.md",
        "---\ntitle: Treff\nsummary: Am Samstag.\naudience: [Familien]\nschedule:\n"
        "  - wochentag: Montag\n    von: 9:00\n    bis: 10:00\n"
        "    nicht: [24.12.2026, 2026-12-31] # n\n---\n\nText.\n",
    )
    bed = local_bed(world.content, height=2400)
    yield bed
    assert bed.watch.nothing(), bed.watch


@pytest.mark.parametrize("number", range(len(UNCLEAR)), ids=UNCLEAR)
def test_a_text_in_the_place_of_a_day_stays_until_a_day_is_chosen(
    bed: LocalBed, number: int
) -> None:
    name = news(number)
    open_entry(bed, name)
    day = reach(bed, "publish_from").locator("input").first
    assert day.input_value() == ""
    assert not is_dirty(bed)
    told = bed.page.locator("#notices p").filter(has_text=name)
    expect(told).to_contain_text(f"– Zu sehen ab: {UNCLEAR[number]}.")
    fill(bed, "title", "Sommerfest")
    old, new = save(bed)
    found = difference(old[name].decode(), new[name].decode())
    assert (found.gone, found.come) == (["title: Fest\n"], ["title: Sommerfest\n"])
    fill(bed, "publish_from", "2026-05-04")
    old, new = save(bed)
    found = difference(old[name].decode(), new[name].decode())
    assert found.gone == [f"publish_from: {UNCLEAR[number]} # Frau K.\n"]
    assert found.come == ["publish_from: 2026-05-04 # Frau K.\n"]


def test_of_several_days_none_is_lost_that_nobody_took_away(bed: LocalBed) -> None:
    open_entry(bed, OFFER)
    assert reach(bed, "schedule.0.nicht.0.am").locator("input").first.input_value() == ""
    assert not is_dirty(bed)
    lines = []
    add_entry(bed, "schedule.0.nicht")
    fill(bed, "schedule.0.nicht.2.am", "2027-01-01")
    save(bed)
    lines.append(line(bed))
    remove_entry(bed, "schedule.0.nicht", 1)
    save(bed)
    lines.append(line(bed))
    fill(bed, "schedule.0.nicht.0.am", "2026-12-24")
    save(bed)
    lines.append(line(bed))
    assert lines == [
        "    nicht: [24.12.2026, 2026-12-31, 2027-01-01] # n",
        "    nicht: [24.12.2026, 2027-01-01] # n",
        "    nicht: [2026-12-24, 2027-01-01] # n",
    ]


def line(bed: LocalBed) -> str:
    return next(one for one in bed.text(OFFER).splitlines() if "nicht:" in one)


def test_a_day_that_must_be_there_is_asked_for_before_anything_is_saved(bed: LocalBed) -> None:
    open_entry(bed, MUST)
    assert not is_dirty(bed)
    fill(bed, "title", "Sommerfest")
    press_save(bed)
    day = reach(bed, "date")
    expect(day.get_by_role("alert")).to_be_visible()
    assert bed.files()[MUST] == bed.start[MUST]
    fill(bed, "date", "2026-09-13")
    old, new = save(bed)
    found = difference(old[MUST].decode(), new[MUST].decode())
    assert found.come == ["title: Sommerfest\n", "date: 2026-09-13 # n\n"]
