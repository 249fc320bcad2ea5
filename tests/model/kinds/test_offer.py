import pytest

from schaukasten.model.kinds.offer import Offer
from schaukasten.model.reading.fields import Weekday
from schaukasten.model.reading.schema import read
from schaukasten.model.reading.yaml_text import parse
from tests.worlds import german

HEAD = "title: Treff\nsummary: Ein Treff.\naudience: Familien\n"


def offer(text: str) -> Offer:
    found, problems = read(Offer, parse(text), "f")
    assert found is not None, [problem.text(german) for problem in problems]
    return found


def test_an_offer_of_one_audience_and_unknown_times():
    found = offer(HEAD + "schedule: []\n")
    assert (found.audience, found.schedule) == (["Familien"], [])


@pytest.mark.parametrize("schedule", [
    "schedule:\n  - wochentag: Montag\n    von: 9:30\n    bis: 18:00",
    "schedule:\n  wochentag: Montag\n  von: 9:30\n  bis: 18:00",
    "schedule: [{wochentag: Montag, von: 9:30, bis: 18:00}]",
])  # fmt: skip
def test_times_are_a_list_of_weekday_from_and_to(schedule):
    [slot] = offer(HEAD + schedule).schedule
    assert slot.weekdays == (Weekday.Montag,)
    assert f"{slot.start:%H:%M}-{slot.end:%H:%M}" == "09:30-18:00"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (HEAD, "f:1: Es fehlt „schedule“. Schreiben Sie zum Beispiel: schedule: []"),
        (HEAD.replace("audience: Familien", "schedule: []"),
         "f:1: Es fehlt „audience“. Schreiben Sie zum Beispiel: audience: [Familien]"),
        (HEAD.replace("Familien", "[]") + "schedule: []",
         "f:3: „audience“ hat einen Wert, der nicht passt. Schreiben Sie zum Beispiel: audience: "
         "[Familien]"),
        (HEAD + "schedule: montags", "f:4: „schedule“ braucht mehrere eigene Zeilen, jede mit "
                                     "einem Schlüssel. "),
        (HEAD + "schedule:\n  - wochentag: Montag\n    von: 9:30\n    bis: abends",
         "f:7: bis: „abends“ ist keine Uhrzeit."),
        (HEAD + "schedule: []\nkosten: 3 Euro", "f:5: Den Schlüssel „kosten“ gibt es nicht."),
        (HEAD + "schedule: []\ncontact:\n  telefon: 0231 1", "f:6: Den Schlüssel „telefon“ gibt "),
    ],
)  # fmt: skip
def test_a_slip_is_told_on_its_line_with_the_remedy(text, expected):
    problems = read(Offer, parse(text), "f")[1]
    assert any(problem.text(german).startswith(expected) for problem in problems)
