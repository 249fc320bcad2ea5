"""By what an offer may be looked for."""

from __future__ import annotations

import datetime as dt

import pytest

from schaukasten.model.association.association import Audience
from schaukasten.model.kinds import facets
from schaukasten.model.kinds.offer import Offer
from tests.worlds import TODAY, layout

DAY = dt.date.fromisoformat(TODAY)
AUDIENCES = [
    Audience.model_validate({"name": name, "door": name} | more)
    for name, more in (("Ältere", {}), ("Familien", {"slug": "kinder"}))
]


def offer(*schedule: dict[str, object], **head: object) -> Offer:
    plain = {"title": "A", "summary": "B", "audience": ["Familien"], "schedule": list(schedule)}
    return Offer.model_validate(plain | head)


def line(**more: object) -> dict[str, object]:
    return {"von": "9:00", "bis": "10:00"} | more


def values(facet: str, *schedule: dict[str, object], **head: object) -> list[str]:
    return facets.values_of(offer(*schedule, **head), AUDIENCES, DAY)[facet]


def test_every_facet_has_its_reserved_slug() -> None:
    assert layout().reserved == set(facets.FACETS)


def test_an_offer_that_says_nothing_has_no_value_but_its_audience() -> None:
    found = facets.values_of(offer(), AUDIENCES, DAY)
    assert found == {facet: [] for facet in facets.FACETS} | {facets.AUDIENCE: ["kinder"]}


def test_audiences_are_called_by_their_slugs_and_unknown_ones_left_out() -> None:
    assert values(facets.AUDIENCE, audience=["Ältere", "Familien", "Seeleute"]) == [
        "aeltere",
        "kinder",
    ]


@pytest.mark.parametrize(
    ("schedule", "days"),
    [
        ([line(wochentag="Freitag"), line(wochentag="Montag")], ["montag", "freitag"]),
        ([line(wochentag="Dienstag bis Donnerstag")], ["dienstag", "mittwoch", "donnerstag"]),
        ([line(wochentag="Montag"), line(wochentag="Montag", von="8:00")], ["montag"]),
        # Saturday and Sunday; the first of them is over.
        ([line(am=["2026-11-21", "2026-11-22"])], ["sonntag"]),
        ([line(wochentag="Montag", zuletzt="2026-11-20"), line(wochentag="Freitag")], ["freitag"]),
        # A season to come is what somebody may be looking for.
        ([line(wochentag="Montag", ab="2027-05-03")], ["montag"]),
        ([], []),
    ],
)
def test_weekdays_are_those_of_what_is_not_over_in_the_order_of_the_week(
    schedule: list[dict[str, object]], days: list[str]
) -> None:
    assert values(facets.WEEKDAY, *schedule) == days


@pytest.mark.parametrize(
    ("cost", "is_free"),
    [
        ("kostenlos", True),
        ("Kostenlos", True),
        ("kostenfrei, Spenden willkommen", True),
        ("Free; you pay for parts", True),
        ("umsonst (außer Material)", False),
        ("kostenlos (Mitglieder), sonst 10 €", False),
        ("kostenlos, Spenden sind willkommen", True),
        ("gratis – wie immer", True),
        ("Free for members, £5 otherwise", False),
        ("kostenlose Probestunde, danach 5 Euro", False),
        ("nicht kostenlos", False),
        ("3 Euro", False),
        (None, False),
    ],
)
def test_free_is_what_says_so_first_and_without_a_condition(
    cost: str | None, is_free: bool
) -> None:
    assert values(facets.COST, cost=cost) == [facets.FREE] * is_free


@pytest.mark.parametrize(
    ("registration", "is_open"),
    [
        ("ohne Anmeldung", True),
        ("keine", True),
        ("nein", True),
        ("nicht nötig", True),
        ("Keine Anmeldung nötig", True),
        ("keine Anmeldung erforderlich, kommen Sie einfach", True),
        ("Anmeldung ist nicht notwendig.", True),
        ("Not needed", True),
        ("Not needed for small things", False),
        ("Anmeldung nötig", False),
        ("nötig", False),
        ("telefonisch", False),
        ("keine Ahnung", False),
        (None, False),
    ],
)
def test_without_registration_is_what_says_so_and_without_a_condition(
    registration: str | None, is_open: bool
) -> None:
    found = values(facets.REGISTRATION, registration=registration)
    assert found == [facets.NO_REGISTRATION] * is_open


@pytest.mark.parametrize(
    ("text", "has_no_steps"),
    [
        ("ja", True),
        ("Ja, mit Aufzug", True),
        ("Yes, by the ramp", True),
        ("nein", False),
        ("No. Twelve steps.", False),
        ("Jahrelang nicht", False),
        (None, False),
    ],
)
def test_without_steps_is_what_begins_with_yes(text: str | None, has_no_steps: bool) -> None:
    assert values(facets.ACCESS, step_free=text) == [facets.STEP_FREE] * has_no_steps


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Deutsch", "deutsch"),
        ("Türkçe", "tuerkce"),
        ("Leichte Sprache", "leichte-sprache"),
        ("العربية", "ar"),
        ("українська", "uk"),
        ("Українська", "uk"),
        ("中文", "zh"),
        # A language that nobody knows has no address, so it is no filter.
        ("ℵℵℵ", ""),
    ],
)
def test_a_language_has_an_address_in_any_letters(name: str, slug: str) -> None:
    assert facets.language_slug(name) == slug
    assert values(facets.LANGUAGE, languages=[name]) == ([slug] if slug else [])


def test_filters_come_in_the_order_of_facets_audiences_and_the_week() -> None:
    every = [
        facets.values_of(one, AUDIENCES, DAY)
        for one in (
            offer(line(wochentag="Freitag"), languages=["Türkisch", "Deutsch"], cost="gratis"),
            offer(line(wochentag="Montag"), audience=["Familien", "Ältere"]),
        )
    ]
    assert facets.used(every, AUDIENCES) == [
        ("fuer", "aeltere"),
        ("fuer", "kinder"),
        ("am", "montag"),
        ("am", "freitag"),
        ("kosten", "kostenlos"),
        ("sprache", "deutsch"),
        ("sprache", "tuerkisch"),
    ]


def test_a_value_that_no_offer_has_is_no_filter() -> None:
    assert facets.used([facets.values_of(offer(), AUDIENCES, DAY)], AUDIENCES) == [
        ("fuer", "kinder")
    ]
