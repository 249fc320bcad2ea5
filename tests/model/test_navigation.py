import pytest

from tests.worlds import World

OFFER = "cost: kostenlos\nexpires: 2026-12-12\n"
#: What there is until 12 December 2026: how it comes about, and its address.
ADDRESSES = {
    "page": "/lager/",
    "offer": "/angebote/treff/",
    "filter": "/angebote/kosten/kostenlos/",
    "audience": "/angebote/fuer/familien/",
    "calendar of an offer": "/angebote/treff/termine.ics",
    "news": "/aktuelles/2026/fest/",
    "year": "/aktuelles/2026/",
    "tag": "/aktuelles/thema/garten/",
    "event": "/termine/2026/markt/",
    "year of events": "/termine/2026/",
}
PAGES = [address for address in ADDRESSES.values() if address.endswith("/")]


def passing_site(world: World) -> None:
    """Of each kind one document that is there until 12 December 2026, and what it brings about."""
    world.write("seiten/lager.md", "---\ntitle: A\nexpires: 2026-12-12\n---\n## Anmeldung\n")
    world.offer(head=OFFER)
    world.news(head="tags: Garten\nexpires: 2026-12-12\n")
    event = "title: A\nsummary: B\ndate: 2026-12-05\nexpires: 2026-12-12"
    world.write("termine/markt.md", f"---\n{event}\n---\n")


def menu(world: World, address: str) -> None:
    entries = f"  - label: a\n    address: /\n  - label: b\n    address: {address}\n"
    world.write("data/navigation.yaml", f"main:\n{entries}footer:\n{entries}")


def labels(world: World, **options: object) -> list[str]:
    site = world.load(**options).site  # type: ignore[arg-type]
    assert site is not None, world.lines(**options)
    parts = (site.navigation.main, site.navigation.footer)
    # Without those that stand in every footer.
    return ["".join(entry.label for entry in part if len(entry.label) == 1) for part in parts]


def told(world: World, day: str) -> list[str]:
    file = "data/navigation.yaml:"
    return [line.removeprefix(file) for line in world.lines(today=day) if line.startswith(file)]


@pytest.mark.parametrize("address", PAGES)
def test_an_entry_goes_with_its_page_and_is_named_before_and_after(world, address):
    passing_site(world)
    menu(world, address)
    assert labels(world, today="2026-11-12") == ["ab", "ab"]
    assert told(world, "2026-11-11") == []
    before = f"„{address}“ läuft am 12. Dezember 2026 ab; dieser Link verschwindet dann. Soll die"
    assert [line[: len(before) + 3] for line in told(world, "2026-11-12")] == [
        f"5: {before}",
        f"10: {before}"[: len(before) + 3],
    ]
    assert labels(world, today="2026-12-12") == ["ab", "ab"]
    assert labels(world, today="2026-12-13") == ["a", "a"]
    after = f"„{address}“ ist am 12. Dezember 2026 abgelaufen; seitdem fehlt dieser Link."
    assert [after in line for line in told(world, "2026-12-13")] == [True, True]
    assert labels(world, today="2026-12-13", drafts=True) == ["ab", "ab"]


def test_an_entry_waits_for_its_page(world):
    world.write("seiten/bald.md", "---\ntitle: A\npublish_from: 2027-03-01\n---\n")
    menu(world, "/bald/")
    assert labels(world) == ["a", "a"]
    assert told(world, "2026-11-22")[0] == (
        "5: „/bald/“ erscheint erst am 1. März 2027; bis dahin fehlt dieser Link. Es ist nichts zu "
        "tun; soll sie früher erscheinen, schreiben Sie in „seiten/bald.md“ einen früheren Tag."
    )
    assert labels(world, today="2027-03-01") == ["ab", "ab"]


def test_a_list_stays_in_the_menu_as_long_as_one_document_keeps_it(world):
    passing_site(world)
    world.news(head="tags: Garten\n", slug="beet")
    menu(world, "/aktuelles/thema/garten/")
    assert labels(world, today="2027-12-13") == ["ab", "ab"]
    assert told(world, "2026-12-01") == []


def test_an_entry_for_what_there_is_on_no_day_stays_an_error(world):
    world.write(
        "seiten/bald.md", "---\ntitle: A\npublish_from: 2027-03-01\nexpires: 2027-01-01\n---\n"
    )
    menu(world, "/bald/")
    assert len(world.errors()) == 2
    assert len(world.errors(today="2027-02-01")) == 2


def test_a_menu_of_which_nothing_is_left_is_no_error(world):
    passing_site(world)
    world.write("data/navigation.yaml", "main:\n  - label: b\n    address: /lager/\nfooter: []\n")
    assert labels(world, today="2027-01-01") == ["", ""]
    assert world.build(today="2027-01-01") == 0


def full_menu(world: World, day: str, *addresses: str) -> list[str]:
    entries = "".join(f"  - label: x\n    address: {one}\n" for one in ("/", *addresses))
    world.write("data/navigation.yaml", f"main:\n{entries}footer: []\n")
    site = world.load(today=day).site
    assert site is not None, world.lines()
    return [f"{entry.label} {entry.address}" for entry in site.navigation.main]


@pytest.mark.parametrize(
    ("day", "addresses", "expected"),
    [
        ("2026-12-04", (), ["x /", "Termine /termine/"]),
        # Until it is over, behind what is there every week.
        ("2026-12-06", ("/angebote/", "/wochenplan/", "/kontakt/"),
         ["x /", "x /angebote/", "x /wochenplan/", "Termine /termine/", "x /kontakt/"]),
        ("2026-12-07", (), ["x /"]),
        # Who names it has it on every day, where and as it was written.
        ("2026-12-04", ("/termine/", "/angebote/"), ["x /", "x /termine/", "x /angebote/"]),
        ("2026-12-07", ("/termine/",), ["x /", "x /termine/"]),
    ],
)  # fmt: skip
def test_the_list_of_events_is_in_the_menu_while_one_is_to_come(
    world: World, day: str, addresses: tuple[str, ...], expected: list[str]
) -> None:
    event = "title: A\nsummary: B\ndate: 2026-12-05\nend_date: 2026-12-06"
    world.write("termine/markt.md", f"---\n{event}\n---\n")
    assert full_menu(world, day, *addresses) == expected
