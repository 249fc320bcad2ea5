"""A vacancy as search engines read it: what is known of it, as long as one may apply."""

from __future__ import annotations

from typing import Any

import pytest

from schaukasten.model.structured_data.structured_job import StructuredJob
from tests.worlds import World

FILE = "stellen/koch.md"


def posting(world: World, head: str = "", today: str = "2026-11-22") -> dict[str, Any] | None:
    common = "title: Koch\nsummary: Kochen.\ndate: 2026-11-01\nemployment: [Teilzeit, FSJ]\n"
    world.write(FILE, f"---\n{common}{head}---\n## Zu tun\n\n- eins\n- zwei **drei**\n")
    site = world.load(today=today).site
    assert site is not None, world.lines()
    return StructuredJob(site, "https://a.example").job_posting(site.documents[FILE])


def test_it_says_all_that_a_search_engine_asks_for(world: World) -> None:
    thing = posting(world, "deadline: 2026-11-22\nbegins: 2027-01-01\nlimited_until: 2028-12-31\n")
    assert thing is not None
    house = thing.pop("jobLocation")
    assert house["address"]["addressCountry"] == "DE"
    assert thing.pop("hiringOrganization")["@type"] == "NGO"
    assert thing == {
        "@type": "JobPosting",
        "title": "Koch",
        "description": "Kochen.\nZu tun\neins\nzwei drei",
        "datePosted": "2026-11-01",
        "validThrough": "2026-11-22T23:59:59+01:00",
        "employmentType": ["PART_TIME", "VOLUNTEER", "TEMPORARY"],
        "jobStartDate": "2027-01-01",
        "url": "https://a.example/stellen/koch/",
    }


def test_after_its_deadline_nothing_is_said(world: World) -> None:
    assert posting(world, "deadline: 2026-11-21\n") is None


def test_what_is_not_known_is_left_out(world: World) -> None:
    thing = posting(world, "begins: sofort\npay: TV-L S 8a\n")
    assert thing is not None
    assert not {"validThrough", "jobStartDate", "baseSalary", "workHours"} & set(thing)


@pytest.mark.parametrize(
    ("pay", "amount", "unit"),
    [
        ("14,50 € pro Stunde", 14.5, "HOUR"),
        ("556 € im Monat", 556, "MONTH"),
        ("15 Euro je Stunde", 15, "HOUR"),
        ("450 € monatlich", 450, "MONTH"),
    ],
)
def test_one_plain_amount_is_its_pay(world: World, pay: str, amount: float, unit: str) -> None:
    thing = posting(world, f"pay: {pay}\n")
    assert thing is not None
    assert thing["baseSalary"]["value"] == {
        "@type": "QuantitativeValue",
        "value": amount,
        "unitText": unit,
    }


@pytest.mark.parametrize(
    "pay", ["14 bis 16 € pro Stunde", "TV-L", "kostenlos pro Stunde", "15 €", "15 € am Tag"]
)
def test_any_other_pay_is_words_for_people(world: World, pay: str) -> None:
    thing = posting(world, f"pay: {pay}\n")
    assert thing is not None
    assert "baseSalary" not in thing
