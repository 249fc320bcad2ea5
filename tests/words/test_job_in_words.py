import datetime as dt

from schaukasten.model.kinds.job_terms import Employment
from schaukasten.words.dates_in_words import regional_locale
from schaukasten.words.job_in_words import JobWords
from tests.worlds import german

WORDS = JobWords(regional_locale("de", "DE"), german)


def test_every_kind_of_employment_has_its_words() -> None:
    every = [WORDS.employments([one]) for one in Employment]
    assert len(set(every)) == len(Employment)
    assert WORDS.employments([Employment.TEMPORARY, Employment.MINIJOB]) == "Befristet, Minijob"
    assert JobWords(regional_locale("en", "GB"), str).employments([Employment.FSJ]) == (
        "Voluntary social year (FSJ)"
    )


def test_hours_are_those_of_a_week() -> None:
    assert WORDS.weekly_hours("20–25") == "20 bis 25 Stunden in der Woche"
    assert WORDS.weekly_hours("19,5") == "19,5 Stunden in der Woche"
    assert WORDS.weekly_hours("1") == "eine Stunde in der Woche"
    assert WORDS.weekly_hours(None) == ""


def test_a_day_is_written_out_and_words_stay() -> None:
    assert WORDS.day_or_words(dt.date(2027, 3, 1)) == "1. März 2027"
    assert WORDS.day_or_words("sofort") == "sofort"
    assert WORDS.limited(dt.date(2028, 12, 31)) == "bis 31. Dezember 2028"
    assert WORDS.limited("Elternzeit") == "Elternzeit"
    assert WORDS.limited(None) == ""
