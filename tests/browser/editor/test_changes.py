"""One thing changed in the real form → the lines of the file that differ, and no others."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from tests.browser.editor.local_mode import LocalBed
from tests.browser.editor.steps import (
    add_entry,
    choose,
    fill,
    open_entry,
    reach,
    remove_entry,
    save,
    write,
)
from tests.browser_editor.differences import Difference, difference

NEWS = "content/aktuelles/2025-09-08-quay-day/index.md"
OFFER = "content/angebote/quay-choir/index.md"
EVENT = "content/termine/2026-12-04-film-night.md"
PAGE = "content/seiten/kontakt.md"
ASSOCIATION = "content/data/association.yaml"
LOCATIONS = "content/data/locations.yaml"
AUDIENCES = "content/data/audiences.yaml"
NAVIGATION = "content/data/navigation.yaml"
HOLIDAYS = "content/data/holidays.yaml"


@pytest.fixture(scope="module")
def bed(local_bed: Callable[..., LocalBed]) -> Iterator[LocalBed]:
    # So high that nothing waits for somebody to scroll there.
    bed = local_bed("harbour", height=2400)
    yield bed
    assert bed.watch.nothing(), bed.watch


def saved(bed: LocalBed, name: str) -> Difference:
    """Save; nothing but this file may be another one."""
    old, new = save(bed)
    assert set(old) == set(new) == {name}
    return difference(old[name].decode(), new[name].decode())


#: A file, the field of it that is typed into, what, and the lines that go and come.
TYPED: list[tuple[str, str, str, list[str], list[str]]] = [
    (NEWS, "title", "Quay Day: thanks",
     ["title: Quay Day brought four hundred people to the water\n"],
     ['title: "Quay Day: thanks"\n']),
    (NEWS, "date", "2025-09-09", ["date: 2025-09-08\n"], ["date: 2025-09-09\n"]),
    (NEWS, "image.alt", "A quay",
     ["  alt: A red boat on blue water under a low yellow sun, with a dark quay wall in front\n"],
     ["  alt: A quay\n"]),
    (OFFER, "schedule.0.von", "10:45", ["    von: 10:30\n"], ["    von: 10:45\n"]),
    (OFFER, "schedule.0.extra.0.grund", "Open to all", ["        grund: Open rehearsal\n"],
     ["        grund: Open to all\n"]),
    (OFFER, "languages.0", "Welsh", ["languages: [English]\n"], ["languages: [Welsh]\n"]),
    (OFFER, "step_free", "", ["step_free: Yes, by the ramp\n"], []),
    (EVENT, "date", "2026-12-05", ["date: 2026-12-04\n"], ["date: 2026-12-05\n"]),
    (EVENT, "end", "22:00", ["end: 21:30\n"], ["end: 22:00\n"]),
    (PAGE, "title", "How to reach us", ["title: Contact\n"], ["title: How to reach us\n"]),
    (ASSOCIATION, "short_name", "Quay", ["short_name: Harbour Street\n"], ["short_name: Quay\n"]),
    (ASSOCIATION, "founded.value", "1993", ['founded: "1994"\n'], ['founded: "1993"\n']),
    (ASSOCIATION, "founded.source", "The minutes", ['founded: "1993"\n'],
     ["founded:\n", '  value: "1993"\n', "  source: The minutes\n"]),
    (ASSOCIATION, "legal_form.confirmed", "2026-10-01", ["  confirmed: 2026-09-14\n"],
     ["  confirmed: 2026-10-01\n"]),
    (ASSOCIATION, "represented_by.value.1.role", "Bursar", ["    role: Treasurer\n"],
     ["    role: Bursar\n"]),
    (LOCATIONS, "entries.0.hours.value.2.bis", "13:00", ["      bis: 12:30\n"],
     ["      bis: 13:00\n"]),
    (LOCATIONS, "entries.0.rooms.1", "Galley", ["    - Kitchen\n"], ["    - Galley\n"]),
    (AUDIENCES, "entries.1.door", "Passing by", ["  door: Just dropping in\n"],
     ["  door: Passing by\n"]),
    (NAVIGATION, "footer.1.label", "For the press", ["  - label: Press\n"],
     ["  - label: For the press\n"]),
    (HOLIDAYS, "school.value.1.name", "Half-term", ["    - name: February half-term\n"],
     ["    - name: Half-term\n"]),
]  # fmt: skip


@pytest.mark.parametrize(("name", "path", "value", "gone", "come"), TYPED)
def test_what_is_typed_into_a_field_changes_its_line(
    bed: LocalBed, name: str, path: str, value: str, gone: list[str], come: list[str]
) -> None:
    open_entry(bed, name)
    fill(bed, path, value)
    found = saved(bed, name)
    assert (found.gone, found.come) == (gone, come)


def test_one_choice_changes_its_line(bed: LocalBed) -> None:
    open_entry(bed, EVENT)
    choose(bed, "location", "The Boat Shed")
    found = saved(bed, EVENT)
    assert (found.gone, found.come) == (["location: house\n"], ["location: boat-shed\n"])


def test_one_of_several_choices_is_one_line_more(bed: LocalBed) -> None:
    open_entry(bed, OFFER)
    choose(bed, "audience", "Families")
    found = saved(bed, OFFER)
    assert (found.gone, found.come) == ([], ["  - Families\n"])


def test_an_entry_of_a_list_comes_and_goes_by_itself(bed: LocalBed) -> None:
    open_entry(bed, AUDIENCES)
    before = bed.text(AUDIENCES)
    add_entry(bed, "entries")
    fill(bed, "entries.4.name", "Sailors")
    fill(bed, "entries.4.door", "Ashore for a while")
    fill(bed, "entries.4.slug", "ashore")
    found = saved(bed, AUDIENCES)
    assert found.gone == []
    assert found.come == ["- name: Sailors\n", "  door: Ashore for a while\n", "  slug: ashore\n"]
    open_entry(bed, AUDIENCES)
    remove_entry(bed, "entries", 4)
    saved(bed, AUDIENCES)
    assert bed.text(AUDIENCES) == before


def test_a_word_of_a_rich_text_changes_its_line_and_no_other(bed: LocalBed) -> None:
    open_entry(bed, EVENT)
    write(bed, " Bring a cushion.")
    found = saved(bed, EVENT)
    assert len(found.gone) == len(found.come) == 1
    assert found.come[0] == found.gone[0].rstrip("\n") + " Bring a cushion.\n"


def test_a_word_of_a_raw_text_changes_its_line_and_no_other(bed: LocalBed) -> None:
    open_entry(bed, OFFER)
    raw = reach(bed, "body").locator("textarea")
    raw.fill(raw.input_value().replace("a voice", "your voice"))
    found = saved(bed, OFFER)
    assert (found.gone, found.come) == (["- a voice\n"], ["- your voice\n"])
