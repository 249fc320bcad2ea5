import pytest


def test_an_offer_for_an_unknown_audience_is_refused_on_its_line(world):
    world.write(
        "angebote/treff.md",
        "---\ntitle: A\nsummary: B\naudience:\n  - Familien\n  - Kinder\n  - familien\n"
        "schedule: []\nschedule_note: x\n---\n",
    )
    assert world.lines() == [
        "angebote/treff.md:6: „Kinder“ ist keine Zielgruppe dieser Website. Möglich sind: "
        "Familien, Ältere.",
        "angebote/treff.md:7: „familien“ ist keine Zielgruppe dieser Website. Möglich sind: "
        "Familien, Ältere.",
    ]


@pytest.mark.parametrize("kind", ["angebote", "termine"])
def test_an_unknown_location_is_refused_on_its_line(world, kind):
    if kind == "angebote":
        world.offer(head="schedule_note: x\nlocation: keller\n")
        place = "angebote/treff.md:7"
    else:
        world.write(
            "termine/fest.md",
            "---\ntitle: A\nsummary: B\ndate: 2027-06-20\nlocation: keller\n---\n",
        )
        place = "termine/fest.md:5"
    assert world.lines() == [
        f"{place}: „keller“ ist kein Standort dieser Website. Möglich sind: haus."
    ]


def test_a_known_location_and_audience_pass(world):
    world.offer(head="schedule_note: x\nlocation: haus\n")
    assert world.lines() == []


@pytest.mark.parametrize(("phone", "told"), [("'-----'", True), ("0231 141662", False)])
@pytest.mark.parametrize("kind", ["angebote", "termine"])
def test_a_contact_that_nobody_can_ring_is_refused_on_its_line(world, kind, phone, told):
    head = {
        "angebote": "audience: Familien\nschedule: []\nschedule_note: x",
        "termine": "date: 2027-06-20\nstart: 15:00\nend: 18:00",
    }[kind]
    world.write(
        f"{kind}/a.md",
        f"---\ntitle: A\nsummary: B\n{head}\ncontact:\n  phone: {phone}\n---\n",
    )
    assert [line.split(" Schreiben")[0] for line in world.lines()] == (
        [f"{kind}/a.md:8: „-----“ ist keine Telefonnummer."] if told else []
    )


def test_with_broken_data_an_offer_is_not_blamed(world):
    world.write("data/audiences.yaml", "- nam: Familien\n")
    world.write("data/locations.yaml", "- nam: Haus\n")
    world.offer(head="schedule_note: x\nlocation: keller\n")
    assert {problem.file for problem in world.problems()} == {
        "data/audiences.yaml",
        "data/locations.yaml",
    }


ROOM = "„{}“ ist kein Raum von „Unser Haus“. "


@pytest.mark.parametrize(
    ("rooms", "head", "said"),
    [
        ("  rooms: [Saal, Küche]\n", "room: Saal\n", ""),
        ("  rooms: Saal\n", "room: Saal\nlocation: haus\n", ""),
        ("  rooms: [Saal, Küche]\n", "room: saal\n",
         ROOM.format("saal") + "Möglich sind: Saal, Küche."),
        ("", "room: Saal\n",
         ROOM.format("Saal") + "Tragen Sie ihn in data/locations.yaml unter „rooms“ ein."),
    ],
)  # fmt: skip
def test_a_room_that_the_house_does_not_have_is_refused_on_its_line(world, rooms, head, said):
    path = world.content / "data/locations.yaml"
    path.write_text(path.read_text("utf-8") + rooms, "utf-8")
    world.offer(head=f"schedule_note: x\n{head}")
    assert world.lines() == ([f"angebote/treff.md:7: {said}"] if said else [])


def test_a_room_of_an_unknown_house_is_not_sought_in_another(world):
    world.offer(head="schedule_note: x\nlocation: keller\nroom: Saal\n")
    assert [problem.rule for problem in world.problems()] == ["unknown_location"]
