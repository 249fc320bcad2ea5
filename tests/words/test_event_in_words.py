"""When an event is, in the words of a language."""

from __future__ import annotations

import pytest
from babel import Locale

from schaukasten.model.kinds.event import Event
from schaukasten.words.event_in_words import EventWords
from schaukasten.words.times_in_words import Row
from tests.worlds import german

WORDS = EventWords(Locale("de", "DE"), german)


@pytest.mark.parametrize(("written", "rows"), [
    ({"start": "21:00", "end": "6:30", "end_date": "2027-02-07", "overnight": "nein"},
     [Row("Freitag, 5. Februar 2027 bis Sonntag, 7. Februar 2027", "jeden Tag 21 bis 6:30 Uhr")]),
    ({"start": "18:00", "end": "24:00", "end_date": "2027-02-07"},
     [Row("Freitag, 5. Februar 2027 bis Sonntag, 7. Februar 2027", "jeden Tag 18 bis 24 Uhr")]),
    ({"start": "21:00", "end": "6:30", "end_date": "2027-02-06", "overnight": "ja"},
     [Row("Freitag, 5. Februar 2027, 21 Uhr bis Samstag, 6. Februar 2027, 6:30 Uhr", "")]),
    ({"start": "1:00", "end": "2:00", "end_date": "2027-02-06", "overnight": "ja"},
     [Row("Freitag, 5. Februar 2027, 1 Uhr bis Samstag, 6. Februar 2027, 2 Uhr", "")]),
    ({"start": "20:00", "end": "2:00"}, [Row("Freitag, 5. Februar 2027", "20 bis 2 Uhr")]),
])  # fmt: skip
def test_nights_are_told_by_the_days_on_which_they_begin(
    written: dict[str, str], rows: list[Row]
) -> None:
    front = {"title": "Fest", "summary": "Ein Fest.", "date": "2027-02-05"}
    assert WORDS.event_rows(Event.model_validate(front | written)) == rows
