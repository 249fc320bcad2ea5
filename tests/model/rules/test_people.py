"""References to people, and texts that name those who leave."""

import pytest

from tests.worlds import World

ADA = (
    "- id: ada\n  name: Dr. Ada Lea Beispiel\n  phone: 0231 1234567\n  email: ada@example.org\n"
    "  groups: [Vorstand]\n  left: 2026-11-30\n"
)
OTTO = "- {id: otto, name: Otto Muster, groups: [Team]}\n"
AFTER, BEFORE = "2026-12-01", "2026-11-22"


@pytest.fixture
def world(world: World) -> World:
    world.write("data/people.yaml", ADA + OTTO)
    return world


@pytest.mark.parametrize(
    ("contact", "remedy"),
    [
        ("Otto", "Meinten Sie „otto“?"),
        ("Otto Muster", "Meinten Sie „otto“?"),
        ("oto", "Meinten Sie „otto“?"),
        ("niemand", "Möglich sind: ada, otto."),
        ("Team", "Möglich sind: ada, otto."),
        (
            "Erika B, 0231 141662",
            "so: contact: {name: Erika B, phone: 0231 141662}",
        ),
        ("Otto Muster, Tel. 0231 141662", "so: contact: {person: otto, phone: 0231 141662}"),
        ("keine", "Soll niemand genannt werden, löschen Sie die Zeile."),
        ("e@example.org", "so: contact: {email: e@example.org}"),
    ],
)
def test_a_contact_that_nobody_is_is_an_error_with_who_was_meant(world, contact, remedy):
    world.offer(head=f"contact: {contact}\n")
    (error,) = world.errors()
    assert error.startswith(f"angebote/treff.md:6: „{contact}“ ist keine Person dieser Website.")
    assert remedy in error


def test_an_entry_that_was_deleted_is_told_wherever_it_was_meant(world):
    path = world.content / "data/association.yaml"
    text = path.read_text("utf-8").replace(
        "  - name: Erika Beispiel\nreg", "  - ada\n  - otto\nreg"
    )
    path.write_text(text, "utf-8")
    world.offer(head="contact: ada\n")
    world.write("seiten/wir.md", "---\ntitle: Wir\npeople: [Team, Vorstand, ada]\n---\n")
    assert not world.errors()
    world.write("data/people.yaml", OTTO)
    assert [error.rpartition(": ")[0].partition(": ")[0] for error in world.errors()] == [
        "angebote/treff.md:6",
        "data/association.yaml:13",
        *("seiten/wir.md:3", "seiten/wir.md:3"),
    ]


@pytest.mark.parametrize("contact", ["Otto Muster", "Muster, 0231 141662", "Fux [Büro]"])
@pytest.mark.parametrize("people", ["", OTTO.replace("Muster", "Fuchs")])
def test_the_line_that_a_remedy_shows_is_all_there_is_to_do(world, contact, people):
    world.write("data/people.yaml", people)
    world.offer(head=f"contact: {contact}\n")
    (error,) = world.errors()
    world.offer(head=f"contact: {{{error.partition('contact: {')[2]}\n")
    assert not world.errors()


def test_of_two_with_one_name_both_are_named(world):
    world.write("data/people.yaml", OTTO + OTTO.replace("id: otto", "id: otto2"))
    world.offer(head="contact: Otto Muster\n")
    world.write("seiten/wir.md", "---\ntitle: Wir\npeople: Otto Muster\n---\n")
    assert all(error.endswith("wer gemeint ist: otto, otto2.") for error in world.errors())
    assert len(world.errors()) == 2


@pytest.mark.parametrize("written", ["Team, Vorstand", "Team und Vorstand", "team/vorstand"])
def test_several_in_a_row_are_told_with_the_list(world, written):
    world.write("seiten/wir.md", f"---\ntitle: Wir\npeople: {written}\n---\n")
    (error,) = world.errors()
    assert error.endswith("Mehrere schreiben Sie als Liste: [Team, Vorstand]")


def test_for_one_contact_several_are_told_at_once(world):
    world.offer(head="contact: [ada, otto]\n")
    (error,) = world.errors()
    assert "contact: Hier ist nur ein Wert möglich." in error


def test_a_page_learns_before_and_after_that_a_group_is_empty(world):
    world.write("seiten/wir.md", "---\ntitle: Wir\npeople: [Vorstand, Team]\n---\n")
    (before,) = world.found("leaving_person", today=BEFORE)
    assert before.startswith("seiten/wir.md:3: „Vorstand“ ist bis zum 30. November 2026 zu sehen")
    (after,) = world.found("leaving_person", today=AFTER)
    assert "„Vorstand“ erscheint nicht" in after


def test_who_is_shown_nowhere_is_told(world):
    (line,) = [one for one in world.lines() if "keiner Seite" in one]
    assert line.startswith("data/people.yaml:7: Otto Muster ist auf keiner Seite zu sehen.")
    world.write("seiten/wir.md", "---\ntitle: Wir\npeople: Team\n---\n")
    assert not [one for one in world.lines() if "keiner Seite zu sehen. Nennen" in one]


def test_a_planned_leaving_says_what_it_changes(world):
    world.offer(head="contact: ada\n")
    world.write("seiten/wir.md", "---\ntitle: Wir\npeople: [Vorstand, Team]\n---\n")
    (before,) = [one for one in world.lines(today=BEFORE) if "people.yaml:6" in one]
    assert "noch bis zum 30. November 2026 zu sehen" in before
    assert before.endswith("angebote/treff.md, seiten/wir.md")
    (after,) = [one for one in world.lines(today=AFTER) if "people.yaml:6" in one]
    # Of a group nothing has to be taken out.
    assert after.endswith("löschen Sie den Eintrag und sein Bild: angebote/treff.md")


@pytest.mark.parametrize(
    "text",
    [
        "Fragen Sie Ada Beispiel.",
        "Ada Lea Beispiels Büro ist oben.",
        "Dr. Ada\nBeispiel hilft.",
        "**Ada** Beispiel",
        "Beispiel, Ada",
        "Melden Sie sich bei Frau Beispiel.",
        "Frau Dr. Beispiel weiß es.",
        "Rufen Sie an: 0231/123 45 67",
        "+49 231 1234567",
        "[Schreiben Sie](mailto:Ada@example.org)",
    ],
)
def test_a_text_that_names_who_has_left_is_listed_with_its_line(world, text):
    world.offer(body=f"Erste Zeile.\n\n{text}\n")
    (found,) = world.found("names_who_left", today=AFTER)
    assert found.startswith("angebote/treff.md:9: ")
    assert world.found("names_who_leaves", today=BEFORE)
    assert not world.found("names_who_left", today=BEFORE)


@pytest.mark.parametrize(
    "text",
    [
        "Zum Beispiel dies.",
        "Adas Beispielsammlung",
        "Die Nummer 12345",
        "Rada Beispiel",
        "Ada kommt.",
    ],
)
def test_words_that_only_look_like_a_name_are_left_alone(world, text):
    world.offer(body=text)
    assert not world.found("names_who_left", today=AFTER)


def test_a_name_that_somebody_else_has_as_well_means_nobody_who_left(world):
    same = "- {id: ada-2, name: Ada Lea Beispiel, phone: 0231 1234567}\n"
    world.write("data/people.yaml", ADA + same)
    world.offer(body="Ada Beispiel, Frau Beispiel, 0231 1234567")
    assert not world.found("names_who_left", today=AFTER)


def test_names_above_the_text_and_in_the_data_are_listed_and_credits_are_not(world):
    world.offer(head="registration: bei Ada Beispiel\n")
    world.write(
        "seiten/wir.md",
        "---\ntitle: Wir\nsummary: Mit Ada Beispiel.\n"
        "image: {file: a.png, alt: Frau Beispiel lacht, credit: Foto von Ada Beispiel}\n---\n",
    )
    path = world.content / "data/association.yaml"
    path.write_text(path.read_text("utf-8").replace("short: Kurz.", "short: Von Ada Beispiel."))
    places = [one.partition(": ")[0] for one in world.found("names_who_left", today=AFTER)]
    assert places == [
        "angebote/treff.md:6",
        "data/association.yaml:29",
        "seiten/wir.md:3",
        "seiten/wir.md:4",
    ]


def test_news_may_go_on_reporting_but_not_sending_people_to_who_has_left(world):
    world.news("Ada Beispiel eröffnet das Fest.\n\nFragen an Ada Beispiel, 0231 5555555")
    (found,) = world.found("names_who_left", today=AFTER)
    assert found.startswith("aktuelles/2026-03-08-fest/index.md:8: ")
    world.news(head="contact: {name: Ada Beispiel}\n")
    assert world.found("names_who_left", today=AFTER)
