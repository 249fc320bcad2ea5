"""How a list is divided, and on which days each of its pages is there."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schaukasten.model.addresses import Addresses
from schaukasten.model.list_pages import divided, page_spans
from schaukasten.model.time.span import Lifetime, Span
from tests.worlds import World, layout

SIZE = 50
COUNTS = st.integers(min_value=0, max_value=400)
_PAGE = "/aktuelles/seite/{}/"


def pages(count: int, size: int = SIZE) -> dict[int | None, list[int]]:
    """The pages of a list whose oldest member is 1."""
    return {page.number: list(page.members) for page in divided(range(count, 0, -1), size)}


@pytest.mark.parametrize(
    ("count", "sizes"),
    [
        (0, {None: 0}),
        (1, {None: 1}),
        (99, {None: 99}),
        (100, {None: 50, 1: 50}),
        (149, {None: 99, 1: 50}),
        (150, {None: 50, 2: 50, 1: 50}),
    ],
)
def test_a_list_of_a_hundred_is_divided(count: int, sizes: dict[int | None, int]) -> None:
    assert {number: len(members) for number, members in pages(count).items()} == sizes


@given(COUNTS, st.integers(min_value=1, max_value=60))
def test_every_member_is_on_one_page_and_the_newest_comes_first(count: int, size: int) -> None:
    found = divided(range(count, 0, -1), size)
    assert [one for page in found for one in page.members] == list(range(count, 0, -1))
    assert [page.number for page in found[1:]] == list(range(len(found) - 1, 0, -1))
    assert all(len(page.members) == size for page in found[1:])
    assert len(found[0].members) == count or size <= len(found[0].members) < 2 * size


@given(COUNTS)
def test_what_is_new_leaves_every_older_page_as_it_is(count: int) -> None:
    before, after = pages(count), pages(count + 1)
    # At most one page is new, and of the others only the first has changed.
    assert len(after) - len(before) in (0, 1)
    assert [number for number in before if before[number] != after[number]] == [None]


@given(COUNTS, st.data())
def test_what_is_deleted_or_of_an_earlier_day_leaves_the_pages_before_it_as_they_are(
    count: int, data: st.DataObject
) -> None:
    members = list(range(count, 0, -1))
    place = data.draw(st.integers(min_value=0, max_value=count), "place")
    whole = pages(count)
    for changed in (
        members[:place] + members[place + 1 :],
        [*members[:place], 0, *members[place:]],
    ):
        after = {page.number: list(page.members) for page in divided(changed, SIZE)}
        older = (count - place - 1) // SIZE
        kept = [number for number in whole if number is not None and number <= older]
        assert [one for one in kept if one in after and after[one] != whole[one]] == []
        assert abs(len(after) - len(whole)) <= 1


def day(number: int) -> dt.date:
    return dt.date(2026, 1, 1) + dt.timedelta(days=number)


DAYS = st.integers(min_value=0, max_value=30)
SPANS = st.builds(
    lambda first, length, ends: Span(
        day(first), day(first + length) if ends else dt.date.max, "opener", "closer"
    ),
    DAYS,
    DAYS,
    st.booleans(),
)


@given(st.lists(SPANS, max_size=20), st.integers(min_value=1, max_value=4))
def test_a_page_is_there_on_each_day_on_which_there_are_enough(
    spans: list[Span], size: int
) -> None:
    small = replace(layout(), list_page_size=size)
    found: dict[str, list[Span]] = {}
    for address, span in page_spans({"/aktuelles/": spans}, small):
        found.setdefault(address, []).append(span)
    lives = {address: Lifetime.of(some) for address, some in found.items()}
    for number in range(70):
        members = [one for one in spans if day(number) in one]
        there = {page.number for page in divided(members, size)} - {None}
        expected = {_PAGE.format(one) for one in there}
        assert {one for one in lives if lives[one].around(day(number))} == expected


def test_a_page_names_whose_coming_fills_it_and_whose_going_ends_it() -> None:
    spans = [Span(opener="alt", closer="alt") for _one in range(3)]
    spans += [Span(day(3), day(9), "neu", "neu"), Span(day(1), day(20), "kurz", "kurz")]
    [(address, span)] = page_spans({"/aktuelles/": spans}, replace(layout(), list_page_size=2))
    assert (address, span) == (_PAGE.format(1), Span(day(1), day(20), "kurz", "kurz"))


def test_pages_of_ten_thousand_cost_no_more_than_they_are_many() -> None:
    class Day(dt.date):
        compared = 0

        def __lt__(self, other: object) -> bool:
            Day.compared += 1
            return super().__lt__(other)  # type: ignore[operator]

    first = Day(2000, 1, 1)
    spans = [Span(Day.fromordinal(first.toordinal() + n % 7000)) for n in range(10_000)]
    assert len(list(page_spans({"/aktuelles/": spans}, layout()))) == 199
    assert Day.compared < 40 * len(spans)


def addresses(world: World) -> set[str]:
    """The addresses of the numbered pages of all lists."""
    site = world.load().site
    assert site is not None, world.lines()
    documents = site.documents.values()
    found = Addresses.of(documents, documents, world.layout, site.data, site.today)
    assert {one for one, life in found.lifetimes.items() if life.around(site.today)} >= found.here
    return {one for one in found.here if "/seite/" in one}


def news(world: World, number: int, head: str = "", year: int = 2020) -> None:
    front = f"title: N{number}\ndate: {year}-03-{number:02}\nsummary: S\ntags: [Garten]\n{head}"
    world.write(f"aktuelles/n{year}-{number:02}.md", f"---\n{front}\n---\nText.\n")


def test_the_model_knows_the_pages_of_every_list(world: World) -> None:
    world.divide(2)
    for number in range(1, 6):
        news(world, number)
    for number in range(1, 5):
        front = f"title: T\nsummary: S\ndate: 2021-05-0{number}\n"
        world.write(f"termine/t{number}.md", f"---\n{front}---\n")
    assert addresses(world) == {
        "/aktuelles/seite/1/",
        "/aktuelles/2020/seite/1/",
        "/aktuelles/thema/garten/seite/1/",
        "/termine/2021/seite/1/",
    }


def test_a_page_that_goes_with_a_day_is_no_loss_and_no_error(world: World) -> None:
    world.divide(2)
    for number in range(1, 5):
        news(world, number, "expires: 2026-11-30" if number == 4 else "")
    world.write("seiten/alt.md", "---\ntitle: A\n---\n[Die ersten](/aktuelles/seite/1/)\n")
    before = world.load("2026-11-30")
    assert before.site is not None
    assert 'href="/aktuelles/seite/1/"' in before.site.renderings["seiten/alt.md"].html
    [hint] = world.found("passing_link", today="2026-11-30")
    assert "„/aktuelles/seite/1/“" in hint
    assert "aktuelles/n2020-04.md" in hint
    after = world.load("2026-12-01")
    assert after.errors == []
    assert after.site is not None
    assert "href" not in after.site.renderings["seiten/alt.md"].html
    assert after.site.ended["/aktuelles/seite/1/"] == dt.date(2026, 11, 30)
    assert after.site.ended["/aktuelles/thema/garten/seite/1/"] == dt.date(2026, 11, 30)


def test_a_link_to_a_page_that_no_list_has_is_an_error(world: World) -> None:
    world.divide(2)
    news(world, 1)
    world.write("seiten/alt.md", "---\ntitle: A\n---\n[Die ersten](/aktuelles/seite/1/)\n")
    [line] = world.errors()
    assert line.startswith("seiten/alt.md:4: Die Website hat keine Seite mit der Adresse")


@pytest.mark.parametrize(
    "address",
    [
        "/aktuelles/seite/7/",
        "/Aktuelles/Seite/7/",
        "/aktuelles/seite/7/index.html",
        "/aktuelles/2019/seite/7/",
        "/aktuelles/thema/garten/seite/7/",
        "/termine/2019/seite/7/",
    ],
)
def test_the_addresses_of_pages_are_kept_free_before_there_are_any(
    world: World, address: str
) -> None:
    world.write("seiten/a.md", f"---\ntitle: A\naliases: [{address}]\n---\n")
    gone = address.replace("7", "8")
    world.write("data/gone.yaml", f"addresses: [{gone}]\n")
    [second, first] = world.errors()
    assert f": Die Adresse „{address}“ gehört einer Übersicht der Website." in first
    assert f": Die Adresse „{gone}“ gehört einer Übersicht der Website." in second


def test_a_page_of_the_site_cannot_stand_where_a_page_of_a_list_will(world: World) -> None:
    world.write("seiten/aktuelles/seite/2.md", "---\ntitle: A\n---\n")
    [line] = world.errors()
    assert "„/aktuelles/seite/2/“ gehört einer Übersicht" in line


@pytest.mark.parametrize(
    "address", ["/seite/7/", "/aktuelles/seite/", "/angebote/seite/7/", "/aktuelles/thema/seite/"]
)
def test_the_word_is_free_where_no_list_is_divided(world: World, address: str) -> None:
    world.write("seiten/a.md", f"---\ntitle: A\naliases: [{address}]\n---\n")
    assert world.lines() == []


def test_news_and_topics_may_bear_the_word_of_the_pages(world: World) -> None:
    world.divide(1)
    for number in (1, 2, 3):
        news(world, number, f"slug: seite{'-2' * (number - 1)}")
    world.write(
        "aktuelles/x.md", "---\ntitle: X\ndate: 2020-01-01\nsummary: S\ntags: [Seite]\n---\n"
    )
    assert world.errors() == []
