import pytest

from schaukasten.model.reading.problem import Severity
from tests.model.files.pictures import png


def page(world, head, name="a.md"):
    world.write(f"seiten/{name}", f"---\ntitle: A\n{head}\n---\n")


@pytest.mark.parametrize("key", ["expires", "publish_from"])
@pytest.mark.parametrize(
    "template", ["Startseite", "Impressum", "Datenschutz", "Kontakt", "Fehlerseite"]
)
@pytest.mark.parametrize("day", ["2026-11-22", "2030-01-01", "2000-01-01"])
def test_a_page_that_has_to_stay_is_refused_an_end_on_every_day(world, template, key, day):
    name = "index.md" if template == "Startseite" else "a.md"
    page(world, f"template: {template}\n{key}: 2026-12-12", name)
    [line] = world.found("fleeting_page", today=day)
    assert line == (
        f"seiten/{name}:4: Diese Seite kann nicht erst an einem Tag erscheinen oder ablaufen: Die "
        f"Website braucht sie immer. Löschen Sie die Zeile „{key}“; was sich an einem Tag ändert, "
        "ändern Sie an diesem Tag im Text."
    )


@pytest.mark.parametrize(
    "head", ["template: Impressum\nlang: en\nexpires: 2026-12-12", "expires: 2026-12-12"]
)
def test_other_pages_and_translations_may_go(world, head):
    page(world, head)
    assert world.found("fleeting_page") == []


@pytest.mark.parametrize(
    ("head", "said"),
    [
        ("expires: 2026-12-22", "Diese Seite läuft ab: Sie ist nur noch bis zum 22. Dezember 2026"),
        ("expires: 2026-11-22", "Diese Seite läuft ab: Sie ist nur noch bis zum 22. November 2026"),
        ("expires: 2026-12-23", ""),
        ("expires: 2026-11-21", ""),
        ("expires: 2026-12-22\nstatus: Entwurf", ""),
        ("publish_from: 2026-12-22", "Diese Seite erscheint am 22. Dezember 2026."),
        ("publish_from: 2026-11-22", ""),
    ],
)
def test_what_comes_or_goes_within_30_days_is_named_with_its_day(world, head, said):
    page(world, head)
    lines = world.found("coming_change")
    assert len(lines) == bool(said)
    assert all(line.startswith(f"seiten/a.md:3: {said}") for line in lines)


@pytest.mark.parametrize(
    ("season", "soon"),
    [("zuletzt: 2026-12-16", True), ("zuletzt: 2027-01-06", False), ("zuletzt: 2026-11-18", False)],
)
def test_an_offer_whose_times_end_is_named_before(world, season, soon):
    times = "schedule:\n  - wochentag: Mittwoch\n    von: 17:00\n    bis: 18:30\n"
    world.offer(head=f"{times}    {season}\n")
    lines = world.found("coming_change")
    assert [line.startswith("angebote/treff.md:5: Nach dem 16. Dezember") for line in lines] == (
        [True] * soon
    )


def test_days_after_the_end_of_their_page_are_named_on_their_lines(world):
    times = "    von: 17:00\n    bis: 18:30\n"
    world.offer(
        head="expires: 2026-12-12\nschedule:\n"
        f"  - am:\n      - 2026-12-10\n      - 2026-12-17\n{times}"
        f"  - wochentag: Mittwoch\n{times}    extra: [2026-12-11, 2026-12-18]\n"
        f"  - wochentag: Mittwoch\n{times}    ab: 2027-01-01\n"
    )
    world.write(
        "termine/a.md", "---\ntitle: A\nsummary: B\ndate: 2026-12-13\nexpires: 2026-12-12\n---\n"
    )
    assert [line.split(" liegt")[0] for line in world.found("days_after_end")] == [
        "angebote/treff.md:9: Der 17. Dezember 2026",
        "angebote/treff.md:15: Der 18. Dezember 2026",
        "angebote/treff.md:19: Der 1. Januar 2027",
        "termine/a.md:4: Der 13. Dezember 2026",
    ]


@pytest.mark.parametrize(
    ("head", "severity"),
    [
        ("publish_from: 2026-12-01\n", Severity.OPEN),
        ("", Severity.OPEN),
        ("expires: 2026-11-21\n", Severity.WARNING),
        ("status: Entwurf\npublish_from: 2026-12-01\n", Severity.WARNING),
    ],
)
def test_the_live_site_waits_at_once_for_what_a_day_will_show(world, head, severity):
    world.write("aktuelles/2026-03-08-fest/foto.png", png(900, 600))
    world.news(head=f"image:\n  file: foto.png\n  alt: Ein Haus\n  people: keine\n{head}")
    found = [one for one in world.problems() if one.rule == "missing_credit"]
    assert [one.severity for one in found] == [severity]
