"""The front matter of a vacancy → what it says, or what to write instead."""

from __future__ import annotations

import datetime as dt
import re

import pytest

from schaukasten.model.kinds.job import Job
from schaukasten.model.kinds.job_terms import Employment, is_term
from schaukasten.model.reading.schema import read
from schaukasten.model.reading.yaml_text import parse
from tests.worlds import german

FSJ = "employment: FSJ\n"
HEAD = "title: Koch\ndate: 2026-11-01\nsummary: Kochen.\n"


def job(lines: str, employment: str = "Teilzeit") -> Job:
    found, problems = read(Job, parse(f"{HEAD}employment: {employment}\n{lines}"), "f")
    assert found is not None, [one.text(german) for one in problems]
    return found


def refused(lines: str) -> str:
    found, [problem] = read(Job, parse(f"{HEAD}{lines}"), "f")
    assert found is None
    return problem.sentence(german)


@pytest.mark.parametrize(
    ("written", "kinds"),
    [
        ("Teilzeit", [Employment.PART_TIME]),
        ("[vollzeit, BEFRISTET]", [Employment.FULL_TIME, Employment.TEMPORARY]),
        ("Freiwilliges Soziales Jahr", [Employment.FSJ]),
        ("[Bundesfreiwilligendienst, FSJ]", [Employment.BFD, Employment.FSJ]),
        ("ehrenamtlich", [Employment.VOLUNTEER]),
        ("[Mini-Job, unbefristet]", [Employment.MINIJOB, Employment.PERMANENT]),
    ],
)
def test_its_kinds_are_those_that_people_name(written: str, kinds: list[Employment]) -> None:
    assert job("", written).employment == kinds


@pytest.mark.parametrize(
    ("written", "hours"),
    [
        ("20", "20"),
        ("19,5", "19,5"),
        ("19.5", "19,5"),
        ("20-25", "20–25"),
        ("20 bis 25 Stunden", "20–25"),
        ("39 Stunden pro Woche", "39"),
        ("30 - 30", "30"),
        ("10 h/Woche", "10"),
    ],
)
def test_hours_are_one_number_or_two(written: str, hours: str) -> None:
    assert job(f"weekly_hours: {written}").weekly_hours == hours


@pytest.mark.parametrize(
    "written",
    [
        *("laufend", "Fortlaufend", "jederzeit", "keine", "offen.", "", "bis auf Weiteres"),
        *("keine Frist", "nicht befristet", "bis die Stelle besetzt ist", "–", "nein"),
    ],
)
def test_without_a_deadline_it_is_open_until_it_is_taken_away(written: str) -> None:
    found = job(f"deadline: {written}")
    assert found.deadline is None
    assert found.last_day == dt.date.max


def test_a_beginning_is_a_day_or_words() -> None:
    assert job("begins: 2027-01-01").begins == dt.date(2027, 1, 1)
    assert job("begins: sofort").begins == "sofort"
    assert job("begins: Herbst 2027").begins == "Herbst 2027"
    assert (
        job("limited_until: Elternzeit bis Ende 2028").limited_until == "Elternzeit bis Ende 2028"
    )


@pytest.mark.parametrize(
    "written", ["nein", "unbefristet", "Keine", "nicht befristet", "dauerhaft", "auf Dauer", "–"]
)
def test_what_is_for_good_has_no_limit(written: str) -> None:
    assert job(f"limited_until: {written}").limited_until is None


@pytest.mark.parametrize(
    ("words", "is_limited"),
    [
        ("Elternzeitvertretung", True),
        ("für 2 Jahre", True),
        ("Ende 2028", True),
        ("Projektmittel", True),
        ("erst 1 Jahr, dann unbefristet", False),
        ("eine Verlängerung ist nicht möglich", False),
        ("nach Absprache", False),
    ],
)
def test_only_words_that_say_so_make_it_temporary(words: str, is_limited: bool) -> None:
    assert is_term(words) is is_limited


@pytest.mark.parametrize(
    "written",
    ["sofort", "so bald wie möglich", "demnächst", "heute", "Ende Januar", "bis 15.1.", "1. Mai"],
)
def test_a_remedy_that_is_followed_to_the_letter_leaves_a_job_open(written: str) -> None:
    day = re.search(r"\d{4}-\d{2}-\d{2}", refused(f"{FSJ}deadline: {written}"))
    assert day
    assert job(f"deadline: {day[0]}").last_day >= dt.datetime.now(dt.UTC).date()


def test_an_address_alone_says_how_to_apply() -> None:
    found = job("apply: a@example.org").apply
    assert found is not None
    assert found.email == "a@example.org"


def test_one_of_a_later_day_waits_for_that_day() -> None:
    assert not job("").is_published(dt.date(2026, 10, 31))
    assert job("").is_published(dt.date(2026, 11, 1))


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ("", "Es fehlt „employment“. Schreiben Sie zum Beispiel: employment: [Teilzeit, "),
        ("employment: halbtags", "employment: „halbtags“ ist keiner der möglichen Werte. Mög"),
        ("employment: Teilzeit, befristet", "employment: „Teilzeit, befristet“ ist keiner der "
         "möglichen Werte. Mehrere schreiben Sie als Liste: [Teilzeit, befristet]"),
        ("employment: []", "„employment“ "),
        (FSJ + "deadline: 31.1.2027", "deadline: „31.1.2027“ ist kein Datum. Schreiben Sie "
         "Jahr, Monat und Tag: 2027-01-31"),
        (FSJ + "deadline: Ende Januar 2027", "deadline: „Ende Januar 2027“ ist kein Datum. "
         "Schreiben Sie Jahr, Monat und Tag: 2027-01-31"),
        (FSJ + "deadline: 15. Jänner 2027", "deadline: „15. Jänner 2027“ ist kein Datum. "
         "Schreiben Sie Jahr, Monat und Tag: 2027-01-15"),
        (FSJ + "deadline: 5.-7.2.2027", "deadline: „5.-7.2.2027“ ist kein Datum. Schreiben Sie "
         "Jahr, Monat und Tag: 2027-02-07"),
        (FSJ + "deadline: [2027-01-01]", "deadline: Hier ist nur ein Wert möglich. Schreiben "
         "Sie einen davon, ohne Klammern: 2027-01-01"),
        (FSJ + "begins: 2027", "begins: „2027“ ist kein Datum. Schreiben Sie den ganzen Tag oder "
         "nur Worte: Anfang 2027"),
        (FSJ + "limited_until: 02/2028", "limited_until: „02/2028“ ist kein Datum. Schreiben Sie "
         "den ganzen Tag oder nur Worte: Februar 2028"),
        (FSJ + "limited_until: ja", "limited_until: „ja“ sagt nicht, bis wann. Schreiben Sie den"),
        (FSJ + "deadline: 2027-02-30", "deadline: „2027-02-30“ gibt es im Kalender nicht."),
        (FSJ + "begins: 1.3.2027", "begins: „1.3.2027“ ist kein Datum. Schreiben Sie Jahr, "
         "Monat und Tag: 2027-03-01"),
        (FSJ + "limited_until: ab 1. März 2027", "limited_until: "),
        (FSJ + "begins: ''", "begins: Der Wert ist leer."),
        (FSJ + "weekly_hours: halbe Stelle", "weekly_hours: „halbe Stelle“ ist keine Zahl "
         "von Wochenstunden. Schreiben Sie eine Zahl oder zwei"),
        (FSJ + "weekly_hours: 25-20", "weekly_hours: Eine Woche mit 25-20 Arbeitsstunden"),
        (FSJ + "weekly_hours: 160", "weekly_hours: Eine Woche mit 160 Arbeitsstunden kann es "
         "nicht geben. Sind es die Stunden eines Monats, schreiben Sie ungefähr 37."),
        (FSJ + "weekly_hours: 40-80 Stunden im Monat", "weekly_hours: „40-80 Stunden im Monat“ "
         "ist keine Zahl von Wochenstunden. Sind es die Stunden eines Monats, schreiben Sie "
         "ungefähr 9-18."),
        (FSJ + "deadline: 31.11.2026", "deadline: „31.11.2026“ ist kein Datum. Schreiben Sie den"),
        (FSJ + "frist: 2027-01-31", "Den Schlüssel „frist“ gibt es nicht. Meinten Sie "
         "„deadline“?"),
        (FSJ + "apply: a@example", "email: „a@example“ ist keine E-Mail-Adresse."),
        (FSJ + "apply: '  '", "apply: Der Wert ist leer."),
    ],
)  # fmt: skip
def test_what_is_not_clear_is_told_with_what_to_write(lines: str, said: str) -> None:
    assert refused(lines).startswith(said)


@pytest.mark.parametrize(
    "written", ["Vollzeit oder Teilzeit", "Vollzeit/Teilzeit", "Voll- und Teilzeit"]
)
def test_several_kinds_in_a_row_are_told_with_the_list(written: str) -> None:
    assert refused(f"employment: {written}").endswith("[Vollzeit, Teilzeit]")


def test_the_value_is_marked_and_not_its_line() -> None:
    _job, [problem] = read(Job, parse(f"{HEAD}employment: halb"), "f")
    assert problem.columns == (12, 16)


@pytest.mark.parametrize(
    ("written", "line"),
    [
        ("persönlich vorbeikommen", "{send: persönlich vorbeikommen}"),
        ("Tel. 0231 141662", "{phone: 0231 141662}"),
        ("www.example.org/x", "{form: https://www.example.org/x}"),
        ("Weg 1, 12345 Ort", "{post: 'Weg 1, 12345 Ort'}"),
        ("[a@example.org, 0231 141662]", "{phone: 0231 141662, email: a@example.org}"),
    ],
)
def test_of_another_way_to_apply_the_finished_line_is_told(written: str, line: str) -> None:
    assert f"apply: {line} – dort sind möglich: " in refused(f"{FSJ}apply: {written}")
    assert job(f"apply: {line}").apply
