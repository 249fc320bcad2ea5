import datetime as dt

import pytest

from schaukasten.model.kinds.item import Contact, Item, Status
from schaukasten.model.reading.schema import read
from schaukasten.model.reading.yaml_text import parse
from tests.worlds import german

TODAY = dt.date(2026, 11, 22)


def item(head: str = "") -> Item:
    found, problems = read(Item, parse(f"title: A\n{head}"), "f")
    assert found is not None, [problem.text(german) for problem in problems]
    return found


@pytest.mark.parametrize(
    ("head", "published"),
    [
        ("", True),
        ("status: veröffentlicht", True),
        ("status: Entwurf", False),
        ("status: entwurf", False),
        ("publish_from: 2026-11-22", True),
        ("publish_from: 2026-11-23", False),
        ("expires: 2026-11-22", True),
        ("expires: 2026-11-21", False),
        ("publish_from: 2026-11-01\nexpires: 2026-11-30", True),
        ("publish_from: 2026-11-01\nexpires: 2026-11-30\nstatus: Entwurf", False),
    ],
)
def test_an_item_is_seen_from_its_first_day_to_its_last(head, published):
    assert item(head).is_published(TODAY) is published


def test_what_never_ends_may_be_said_in_words():
    found = item("expires: nie\nreview_by: bis auf Weiteres")
    assert (found.expires, found.review_by) == (None, None)


def test_an_item_needs_no_more_than_a_title():
    plain = item()
    assert (plain.status, plain.pictures, plain.aliases) == (Status.PUBLISHED, [], [])
    assert plain.last_changed is None


def test_the_last_change_is_what_an_editor_wrote():
    assert item("updated: 2026-03-08").last_changed == dt.date(2026, 3, 8)


def test_one_alias_may_be_written_without_a_list():
    assert item("aliases: /alt/").aliases == ["/alt/"]


@pytest.mark.parametrize(
    ("head", "line", "what"),
    [
        ("status: fertig", 2, "status: „fertig“ ist keiner der möglichen Werte. Möglich sind: "
                              "Entwurf, veröffentlicht, draft, published."),
        ("publish_from: 10.06.2026", 2, "publish_from: „10.06.2026“ ist kein Datum. Schreiben Sie "
                                        "Jahr, Monat und Tag: 2026-06-10"),
        ("expires: 2026-02-31", 2, "expires: „2026-02-31“ gibt es im Kalender nicht."),
        ("aliases:\n  - /alt/\n  - alt", 4, "aliases: „alt“ ist keine Adresse dieser Website."),
        ("image:\n  file: a.jpg", 2, "image: Das Bild „a.jpg“ hat keinen Alternativtext."),
        ("image: a.jpg", 2, "„image“ braucht mehrere eigene Zeilen"),
        ("pictures:\n  - file: a.jpg\n    alt: x\n  - file: b.jpg\n    altt: x", 6,
         "Den Schlüssel „altt“ gibt es nicht. Meinten Sie „alt“?"),
        ("image:\n  file: a.jpg\n  alt: x\n  people: viele", 5,
         "people: „viele“ ist keiner der möglichen Werte. Möglich sind: keine, erkennbar."),
        ("updatet: 2026-03-08", 2, "Den Schlüssel „updatet“ gibt es nicht. Meinten Sie „updated“"),
    ],
)  # fmt: skip
def test_a_slip_is_told_on_its_line(head, line, what):
    problems = read(Item, parse(f"title: A\n{head}"), "f")[1]
    assert any(problem.text(german).startswith(f"f:{line}: {what}") for problem in problems)


@pytest.mark.parametrize("key", ["phone", "email"])
def test_a_contact_can_be_reached(key):
    problems = read(Contact, parse(f"name: A\n{key}: gern"), "f")[1]
    assert [problem.line for problem in problems] == [2]
