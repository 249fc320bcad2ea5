import pytest

from schaukasten.model.reading.problem import Severity


def test_an_offer_without_times_is_a_hint(world):
    world.offer()
    [problem] = world.problems()
    assert (problem.line, problem.severity) == (5, Severity.HINT)
    assert world.lines()[0].startswith(
        "angebote/treff.md:5: Die Zeiten dieses Angebots sind nicht bekannt."
    )


@pytest.mark.parametrize(
    ("date", "end", "over"),
    [
        ("2026-11-21", "", True),
        ("2026-11-22", "", False),
        ("2026-11-20", "end_date: 2026-11-22\n", False),
        ("2025-12-24", "", True),
    ],
)
def test_an_event_that_is_over_is_a_hint_to_look_at_the_year(world, date, end, over):
    world.write("termine/a.md", f"---\ntitle: A\nsummary: B\ndate: {date}\n{end}---\n")
    assert world.found("past_event") == (
        [f"termine/a.md:4: Dieser Termin ist vorbei ({date}). Prüfen Sie das Jahr. "
         "Stimmt es, dann bleibt der Termin in der Liste der vergangenen."] * over
    )  # fmt: skip


@pytest.mark.parametrize(("today", "waits"), [("2026-03-07", True), ("2026-03-08", False)])
def test_news_that_wait_for_their_day_say_so(world, today, waits):
    world.news()
    assert world.found("later_news", today=today) == (
        ["aktuelles/2026-03-08-fest/index.md:3: Diese Nachricht erscheint erst am 2026-03-08. Soll "
         "sie gleich erscheinen, schreiben Sie den heutigen Tag. Für das Fest selbst legen Sie "
         "einen Termin an."] * waits
    )  # fmt: skip


@pytest.mark.parametrize(
    ("head", "never"),
    [
        ("expires: 2026-03-07", True),  # news of 8 March
        ("expires: 2026-03-08", False),
        ("publish_from: 2026-09-01\nexpires: 2026-08-31", True),
        ("publish_from: 2026-09-01\nexpires: 2026-09-01", False),
    ],
)
def test_what_ends_before_it_begins_is_told(world, head, never):
    world.news(head=f"{head}\n")
    lines = world.found("never_shown")
    assert len(lines) == never
    assert all("liegt vor dem Anfang" in line for line in lines)


@pytest.mark.parametrize(
    ("day", "due"), [("2026-11-21", True), ("2026-11-22", False), ("2026-11-23", False)]
)
def test_a_page_that_is_due_for_review_is_a_warning(world, day, due):
    world.news(head=f"review_by: {day}\n")
    problems = world.problems()
    assert [(problem.line, problem.severity) for problem in problems] == (
        [(5, Severity.WARNING)] if due else []
    )
    if due:
        assert f"sollte bis zum {day} durchgesehen werden" in world.lines()[0]
