import pytest

from schaukasten.model.reading.problem import Severity

WEDNESDAY = "- wochentag: Mittwoch\n  von: 17:00\n  bis: 18:30\n"
AT = "angebote/treff.md"


def offer(world, more="", slug="treff", head="", entry=WEDNESDAY):
    """Write an offer with one line of times, whose entry begins on line 6."""
    world.offer(head=f"schedule:\n{entry}{more}{head}", slug=slug)


def house(world, rooms="[Saal, Küche]", more=""):
    path = world.content / "data/locations.yaml"
    world.write("data/locations.yaml", f"{path.read_text('utf-8')}  rooms: {rooms}\n{more}")


ANYWAY_NOT = (
    "findet es ohnehin nicht statt. Prüfen Sie den Tag: Ist es der richtige Wochentag, und liegt "
    "er zwischen „ab“ und „zuletzt“?"
)
ANYWAY = "findet es ohnehin statt. Prüfen Sie den Tag, oder löschen Sie ihn."


@pytest.mark.parametrize(
    ("more", "line", "sentence"),
    [
        ("  nicht: [2026-12-24]\n", 9, f"Am 2026-12-24 {ANYWAY_NOT}"),
        ("  nicht:\n    - 2026-12-23\n    - 2026-12-24\n", 11, f"Am 2026-12-24 {ANYWAY_NOT}"),
        ("  nicht: {ab: 2026-12-24, zuletzt: 2026-12-29}\n", 9,
         f"Am 2026-12-24 – 2026-12-29 {ANYWAY_NOT}"),
        # A Wednesday, and not within the season.
        ("  zuletzt: 2026-12-16\n  nicht: 2026-12-23\n", 10, f"Am 2026-12-23 {ANYWAY_NOT}"),
        ("  ab: 2026-12-02\n  nicht: 2026-11-25\n", 10, f"Am 2026-11-25 {ANYWAY_NOT}"),
        # A Wednesday, and not one of its rhythm.
        ("  rhythmus: jeden ersten im Monat\n  nicht: 2026-12-09\n", 10,
         f"Am 2026-12-09 {ANYWAY_NOT}"),
        ("  rhythmus: jede zweite Woche\n  ab: 2026-12-02\n  nicht: 2026-12-09\n", 11,
         f"Am 2026-12-09 {ANYWAY_NOT}"),
        ("  verlegt:\n    - am: 2026-12-24\n      auf: 2026-12-23\n", 10,
         f"Am 2026-12-24 {ANYWAY_NOT}"),
        ("  verlegt:\n    - {am: 2026-12-23, auf: 2026-12-22}\n    - {am: 2026-12-23, auf: "
         "2026-12-21}\n", 11, f"Am 2026-12-23 {ANYWAY_NOT}"),
        ("  verlegt: {am: 2026-12-23, auf: 2026-12-23}\n", 9, f"Am 2026-12-23 {ANYWAY}"),
        ("  extra: [2026-12-23]\n", 9, f"Am 2026-12-23 {ANYWAY}"),
        ("  extra: {am: 2026-12-23, von: 17:00, bis: 18:30}\n", 9, f"Am 2026-12-23 {ANYWAY}"),
        ("  extra: [2026-12-24, 2026-12-24]\n", 9, f"Am 2026-12-24 {ANYWAY}"),
        ("  verlegt: {am: 2026-12-23, auf: 2026-12-22}\n  extra: 2026-12-22\n", 10,
         f"Am 2026-12-22 {ANYWAY}"),
    ],
)  # fmt: skip
def test_an_exception_that_changes_nothing_is_an_error_on_its_line(world, more, line, sentence):
    offer(world, more)
    assert world.found("idle_exception") == [f"{AT}:{line}: {sentence}"]
    assert world.load().site is None


@pytest.mark.parametrize("more", [
    "  nicht: [2026-12-23, 2026-12-30]\n",
    "  nicht: {ab: 2026-12-24, zuletzt: 2026-12-30}\n",
    "  nicht: {ab: 1800-01-01, zuletzt: 2199-12-31}\n",
    "  verlegt: {am: 2026-12-23, auf: 2026-12-23, von: 16:00, bis: 17:00}\n",
    "  verlegt: {am: 2026-12-23, auf: 2026-12-30}\n",
    "  extra: {am: 2026-12-23, von: 10:00, bis: 11:00}\n",
    # Named it takes place, though the days around it are off.
    "  nicht: {ab: 2026-12-20, zuletzt: 2027-01-06}\n  extra: [2026-12-23]\n",
    "  verlegt: {am: 2026-12-23, auf: 2026-12-22}\n  extra: 2026-12-23\n",
])  # fmt: skip
def test_an_exception_that_changes_something_passes(world, more):
    offer(world, more)
    assert world.lines() == []


def test_an_extra_on_a_public_holiday_is_not_there_anyway(world):
    friday = "- wochentag: Freitag\n  von: 17:00\n  bis: 18:30\n"
    offer(world, "  feiertage: nein\n  extra: [2026-12-25]\n", entry=friday)
    assert world.lines() == []
    offer(world, "  feiertage: ja\n  extra: [2026-12-25]\n", entry=friday)
    assert world.lines() == [f"{AT}:10: Am 2026-12-25 {ANYWAY}"]


def test_an_exception_to_single_days_must_be_one_of_them(world):
    days = "- am: [2026-12-05, 2026-12-19]\n  von: 17:00\n  bis: 18:30\n"
    offer(world, "  nicht: [2026-12-05, 2026-12-06]\n", entry=days)
    assert world.errors() == [f"{AT}:9: Am 2026-12-06 {ANYWAY_NOT}"]


@pytest.mark.parametrize("more", [
    "  ab: 2026-12-24\n  zuletzt: 2026-12-29\n",
    "  ab: 2026-12-03\n  zuletzt: 2026-12-31\n  rhythmus: jeden ersten im Monat\n",
    # February has no fifth Wednesday.
    "  ab: 2027-02-01\n  zuletzt: 2027-02-28\n  rhythmus: jeden fünften im Monat\n",
])  # fmt: skip
def test_a_season_without_a_day_is_an_error(world, more):
    offer(world, more)
    assert world.lines() == [
        f"{AT}:6: Zwischen „ab“ und „zuletzt“ findet es an keinem Tag statt. Prüfen Sie "
        "„wochentag“, „rhythmus“, „ab“ und „zuletzt“."
    ]


def test_a_season_of_one_day_passes(world):
    offer(world, "  ab: 2026-12-30\n  zuletzt: 2026-12-30\n")
    assert world.lines() == []


OTHER = "- wochentag: Mittwoch\n  von: {}\n  bis: {}\n"
TAKEN = (
    "In diesem Raum ist zur selben Zeit auch „Treff“, am 2026-11-25. Geben Sie einem von beiden "
    "eine andere Zeit oder einen anderen Raum."
)


@pytest.mark.parametrize(
    ("start", "end", "clash"),
    [
        ("17:00", "18:30", True),
        ("18:29", "20:00", True),
        ("16:00", "17:01", True),
        ("17:30", "17:45", True),
        ("16:00", "20:00", True),
        ("18:30", "20:00", False),
        ("16:00", "17:00", False),
    ],
)
def test_two_offers_in_one_room_at_the_same_minute_are_a_warning_at_both(world, start, end, clash):
    house(world)
    offer(world, head="room: Saal\n")
    offer(world, head="room: Saal\n", entry=OTHER.format(start, end), slug="yoga")
    assert world.lines() == [f"angebote/{name}.md:9: {TAKEN}" for name in ("treff", "yoga")] * clash
    assert {problem.severity for problem in world.problems()} <= {Severity.WARNING}


@pytest.mark.parametrize("head", [
    "room: Küche\n",
    "",
    "room: Saal\nlocation: garten\n",
    "room: Saal\nexpires: 2026-11-21\n",
])  # fmt: skip
def test_other_rooms_and_houses_are_no_clash_nor_what_has_expired(world, head):
    second = (world.content / "data/locations.yaml").read_text("utf-8").replace("id: haus", "id: "
              "garten")  # fmt: skip
    house(world, more=f"{second}  rooms: Saal\n")
    offer(world, head="room: Saal\n")
    offer(world, head=head, slug="yoga")
    assert world.lines() == []


def test_the_main_house_is_meant_with_and_without_its_name(world):
    house(world)
    offer(world, head="room: Saal\nlocation: haus\n")
    offer(world, head="room: Saal\n", slug="yoga")
    assert len(world.found("double_booking")) == 2


@pytest.mark.parametrize(
    ("change", "day"),
    [
        ("  nicht: [2026-11-25]\n", "2026-12-02"),
        ("  verlegt: {am: 2026-11-25, auf: 2026-11-26}\n", "2026-12-02"),
        ("  ab: 2026-12-20\n", "2026-12-23"),
    ],
)
def test_what_does_not_take_place_takes_no_room(world, change, day):
    house(world)
    offer(world, head="room: Saal\n")
    offer(world, change, head="room: Saal\n", slug="yoga")
    assert [line.split(", am ")[1][:10] for line in world.lines()] == [day, day]


def test_a_long_one_is_told_of_both_short_ones_that_it_covers(world):
    house(world)
    offer(world, head="room: Saal\n", entry=OTHER.format("10:00", "18:00"))
    for name, start, end in (("Chor", "11:00", "12:00"), ("Tanz", "15:00", "16:00")):
        offer(world, head="room: Saal\n", entry=OTHER.format(start, end), slug=name.lower())
        path = world.content / f"angebote/{name.lower()}.md"
        path.write_text(path.read_text("utf-8").replace("title: Treff", f"title: {name}"), "utf-8")
    long = [line for line in world.lines() if line.startswith(f"{AT}:9: ")]
    assert [line.split("auch ")[1].split(",")[0] for line in long] == ["„Chor“", "„Tanz“"]
    assert len(world.lines()) == 4


DAYS = "date: 2026-11-24\nend_date: 2026-11-26\n"


@pytest.mark.parametrize(
    ("times", "clash"),
    [
        ("date: 2026-11-25\nstart: 18:00\nend: 20:00\n", True),
        ("date: 2026-11-25\nstart: 19:00\nend: 20:00\n", False),
        ("date: 2026-11-25\nstart: 18:00\n", True),
        ("date: 2026-11-25\n", True),
        (
            f"{DAYS}start: 18:00\nend: 20:00\novernight: nein\n",
            True,
        ),
        (
            f"{DAYS}start: 19:00\nend: 20:00\novernight: nein\n",
            False,
        ),
        (f"{DAYS}start: 19:00\nend: 12:00\novernight: ja\n", True),
        ("date: 2026-11-26\nstart: 18:00\nend: 20:00\n", False),
        ("date: 2026-11-25\nstart: 18:00\nend: 20:00\ncancelled: Krankheit\n", False),
    ],
)
def test_an_event_takes_its_room_too(world, times, clash):
    house(world)
    offer(world, head="room: Saal\n")
    world.write("termine/fest.md", f"---\ntitle: Fest\nsummary: B\nroom: Saal\n{times}---\n")
    assert world.lines() == (
        [f"{AT}:9: {TAKEN.replace('Treff', 'Fest')}", f"termine/fest.md:4: {TAKEN}"] * clash
    )


def test_a_draft_is_told_before_it_is_published(world):
    house(world)
    offer(world, head="room: Saal\n")
    offer(world, head="room: Saal\nstatus: Entwurf\n", slug="yoga")
    assert len(world.found("double_booking")) == 2


def test_an_unknown_region_is_told_and_the_rooms_are_still_looked_at(world):
    house(world)
    text = (world.content / "data/association.yaml").read_text("utf-8")
    world.write("data/association.yaml", text.replace("region: NW", "region: XX"))
    offer(world, head="room: Saal\n")
    offer(world, head="room: Saal\n", slug="yoga")
    assert [problem.file for problem in world.problems()] == [
        AT, "angebote/yoga.md", "data/association.yaml",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("times", "over"),
    [
        (f"{WEDNESDAY}  zuletzt: 2026-11-21\n", True),
        (f"{WEDNESDAY}  zuletzt: 2026-11-22\n", False),
        (f"{WEDNESDAY}", False),
        ("- am: [2026-11-20, 2026-11-21]\n  von: 17:00\n  bis: 18:30\n", True),
        ("- am: [2026-11-20, 2026-11-22]\n  von: 17:00\n  bis: 18:30\n", False),
        (f"{WEDNESDAY}  zuletzt: 2026-11-18\n  extra: 2026-11-26\n", False),
        (f"{WEDNESDAY}  zuletzt: 2026-11-18\n  verlegt: {{am: 2026-11-18, auf: 2026-11-26}}\n",
         False),
        (f"{WEDNESDAY}  zuletzt: 2026-11-18\n{WEDNESDAY}", False),
    ],
)  # fmt: skip
def test_times_that_are_over_are_a_warning(world, times, over):
    offer(world, entry=times)
    assert world.found("schedule_over") == (
        [f"{AT}:5: Alle Zeiten dieses Angebots sind vorbei. Schreiben Sie die neuen Zeiten, oder, "
         "wenn sie noch nicht bekannt sind: schedule: []"] * over
    )  # fmt: skip


SCHOOL = "school:\n  - name: Ferien\n    ab: 2026-12-23\n    zuletzt: {}\n"
MISSING = "Die Schulferien stehen nicht in den Angaben des Vereins. Tragen Sie sie in "
MISSING += "data/holidays.yaml ein."
TOO_SOON = "Die Schulferien sind nur bis {} bekannt. Tragen Sie die nächsten in data/holidays.yaml "
TOO_SOON += "ein."


@pytest.mark.parametrize(
    ("data", "more", "sentence"),
    [
        (None, "", MISSING),
        ("school: []\n", "", MISSING),
        # Known for 90 days, counted from 22 November.
        (SCHOOL.format("2027-02-19"), "", TOO_SOON.format("2027-02-19")),
        (SCHOOL.format("2027-02-20"), "", ""),
        # To the end of a season is enough.
        (SCHOOL.format("2027-01-06"), "  zuletzt: 2027-01-06\n", ""),
        (SCHOOL.format("2027-01-06"), "  zuletzt: 2027-01-13\n", TOO_SOON.format("2027-01-06")),
    ],
)
def test_school_holidays_that_nobody_has_entered_are_a_warning(world, data, more, sentence):
    if data:
        world.write("data/holidays.yaml", data)
    offer(world, f"  ferien: nein\n{more}")
    assert world.lines() == ([f"{AT}:9: {sentence}"] if sentence else [])


@pytest.mark.parametrize("more", ["", "  ferien: ja\n"])
def test_who_does_not_pause_needs_no_school_holidays(world, more):
    offer(world, more)
    assert world.lines() == []


def test_of_what_is_over_the_school_holidays_do_not_matter(world):
    offer(world, "  ferien: nein\n  zuletzt: 2026-11-18\n")
    assert world.found("unknown_school_holidays") == []


def test_with_broken_data_a_schedule_is_not_blamed(world):
    world.write("data/holidays.yaml", "ferien: []\n")
    world.write("data/locations.yaml", "- nam: Haus\n")
    offer(world, "  ferien: nein\n", head="room: Saal\n")
    assert {problem.file for problem in world.problems()} == {
        "data/holidays.yaml", "data/locations.yaml",
    }  # fmt: skip


def test_an_extra_in_a_house_that_is_closed_is_one_time_more(world):
    house = (world.content / "data/locations.yaml").read_text("utf-8")
    closed = "  special_hours:\n    - {ab: 2026-12-28, zuletzt: 2027-01-03}\n"
    world.write("data/locations.yaml", house + closed)
    path = world.offer()
    slot = "{wochentag: Mittwoch, von: 9:00, bis: 10:00, extra: [2026-12-30]}"
    text = path.read_text("utf-8")
    path.write_text(text.replace("schedule: []", f"schedule: [{slot}]"), "utf-8")
    assert world.found("idle_exception") == []
    path.write_text(
        text.replace("schedule: []", f"schedule: [{slot}]").replace("30", "23"), "utf-8"
    )
    assert len(world.found("idle_exception")) == 1
