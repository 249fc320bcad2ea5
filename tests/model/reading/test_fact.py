import datetime as dt
from typing import Annotated

import pytest
from pydantic import Field

from schaukasten.model.reading.fact import AsFact, Detail, Fact, open_facts
from schaukasten.model.reading.fields import Text
from schaukasten.model.reading.problem import Severity
from schaukasten.model.reading.schema import Schema, read
from schaukasten.model.reading.yaml_text import parse
from tests.worlds import german


class Court(Schema):
    name: Text = Field(examples=["Amtsgericht"])
    number: Text | None = None


class House(Schema):
    founded: Fact[Text]
    court: Annotated[Fact[Court] | None, AsFact] = Field(default=None, alias="gericht")
    statutes: Annotated[Detail[Text] | None, AsFact] = None
    history: list[Fact[Text]] = Field(default=[])


def house(text: str) -> House:
    found, problems = read(House, parse(text), "f.yaml")
    assert found is not None, [problem.text(german) for problem in problems]
    return found


def opened(text: str) -> list[tuple[int, Severity, str]]:
    """Each open item: its line, its weight, and what it says."""
    problems = open_facts(house(text), parse(text), "f.yaml")
    return [(one.line, one.severity, one.what.text(german)) for one in problems]


def test_a_plain_value_is_a_confirmed_fact():
    fact = house("founded: 1999").founded
    assert (fact.value, fact.is_known, fact.is_confirmed) == ("1999", True, True)
    assert opened("founded: 1999\ngericht:\n  name: A\n") == []


def test_a_fact_tells_its_source_and_the_day_of_confirmation():
    text = "founded:\n  value: 1999\n  source: Satzung\n  confirmed: 2026-03-08\n"
    fact = house(text).founded
    assert (fact.source, fact.confirmed) == ("Satzung", dt.date(2026, 3, 8))
    assert fact.is_confirmed
    assert opened(text) == []


@pytest.mark.parametrize("no", ["nein", "no", "false", "Nein", ""])
def test_a_value_that_nobody_confirmed_is_open(no):
    text = f"founded:\n  value: 1999\n  confirmed: {no}\n"
    assert house(text).founded.is_known
    assert opened(text) == [(1, Severity.OPEN, "„founded“ ist nicht bestätigt.")]


@pytest.mark.parametrize(
    "text", ["founded:\n", "founded:\n  value:\n", "founded:\n  value:\n  confirmed: 2026-03-08\n"]
)
def test_an_unknown_fact_is_open(text):
    assert opened(text) == [(1, Severity.OPEN, "„founded“ ist nicht bekannt.")]


def test_an_unknown_detail_is_only_a_hint():
    text = "founded: 1999\nstatutes:\n  value:\n"
    assert opened(text) == [(2, Severity.HINT, "„statutes“ ist nicht bekannt.")]


@pytest.mark.parametrize(
    ("key", "severity"), [("gericht", Severity.OPEN), ("statutes", Severity.HINT)]
)
def test_a_key_without_a_value_is_unknown_even_where_the_key_may_be_left_out(key, severity):
    assert opened(f"founded: 1999\n{key}:\n") == [
        (2, severity, f"„{key}“ ist nicht bekannt."),
    ]


def test_a_key_that_is_left_out_does_not_apply():
    assert opened("founded: 1999") == []


def test_facts_in_lists_are_open_on_their_own_lines():
    text = (
        "founded: 1999\nhistory:\n  - Gründung\n  - value: Umzug\n    confirmed: nein\n  - value:\n"
    )
    assert opened(text) == [
        (4, Severity.OPEN, "„history“ ist nicht bestätigt."),
        (6, Severity.OPEN, "„history“ ist nicht bekannt."),
    ]


def test_the_remedy_says_to_ask():
    problems = list(open_facts(house("founded:\n"), parse("founded:\n"), "f.yaml"))
    assert problems[0].remedy.text(german).startswith("Bitte nachfragen")


@pytest.mark.parametrize("day", ["8.3.2026", "ja", "gestern", "2026-02-31"])
def test_a_confirmation_names_its_day(day):
    text = f"founded:\n  value: 1999\n  confirmed: {day}\n"
    found, problems = read(House, parse(text), "f.yaml")
    assert found is None
    assert [problem.line for problem in problems] == [3]


def test_an_unknown_key_of_a_fact_gets_a_suggestion():
    text = "founded:\n  value: 1999\n  confirmt: 2026-03-08\n"
    problems = read(House, parse(text), "f.yaml")[1]
    assert problems[0].text(german) == (
        "f.yaml:3: Den Schlüssel „confirmt“ gibt es nicht. Meinten Sie „confirmed“?"
    )


def test_that_there_is_none_is_an_answer_with_its_day():
    text = "founded: 1999\ngericht:\n  value: keins\n  source: Vorstand\n  confirmed: 2026-03-08\n"
    fact = house(text).court
    assert (fact.value, fact.is_none, fact.is_known, fact.is_confirmed) == (None, True, True, True)
    assert opened(text) == []
    assert opened("founded: 1999\ngericht: gibt es nicht\n") == []


def test_that_there_is_none_is_open_until_somebody_confirms_it():
    text = "founded: 1999\ngericht:\n  value: keins\n  confirmed: nein\n"
    assert opened(text) == [(2, Severity.OPEN, "„gericht“ ist nicht bestätigt.")]


def test_a_word_for_unknown_is_unknown():
    assert opened("founded: unbekannt") == [(1, Severity.OPEN, "„founded“ ist nicht bekannt.")]
    assert not house("founded: unbekannt").founded.is_none


def test_who_has_none_is_told_how_to_say_so_unless_there_is_always_one():
    def remedies(text: str) -> list[str]:
        problems = open_facts(house(text), parse(text), "f.yaml")
        return [one.remedy.text(german) for one in problems]

    assert remedies("founded: 1999\ngericht:\n")[0].endswith("schreiben Sie: value: keine")
    assert "keine" not in remedies("founded: 1999\nhistory:\n- value:\n")[0]
