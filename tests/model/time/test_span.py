import datetime as dt

import pytest

from schaukasten.model.time.passing import passing
from schaukasten.model.time.span import Lifetime, Span
from tests.worlds import german


def day(number: int) -> dt.date:
    return dt.date(2026, 11, number)


def span(first: int, last: int, name: str = "") -> Span:
    return Span(day(first), day(last), name, name)


@pytest.mark.parametrize(
    ("spans", "joined"),
    [
        ([], []),
        ([span(1, 3)], [span(1, 3)]),
        ([span(5, 9), span(1, 3)], [span(1, 3), span(5, 9)]),
        ([span(1, 3), span(4, 9)], [span(1, 9)]),
        ([span(1, 9), span(2, 3)], [span(1, 9)]),
        ([span(1, 9), Span()], [Span()]),
        ([Span(last=day(3)), Span(first=day(4))], [Span()]),
        ([Span(), Span(first=day(4))], [Span()]),
    ],
)
def test_spans_without_a_day_between_them_are_one(spans, joined):
    assert list(Lifetime.of(spans).spans) == joined


def test_the_file_that_ends_last_is_named():
    [one] = Lifetime.of([span(1, 9, "a.md"), span(3, 12, "b.md"), span(4, 5, "c.md")]).spans
    assert (one.opener, one.closer) == ("a.md", "b.md")


def test_a_page_may_go_and_come_back():
    lifetime = Lifetime.of([span(1, 3), span(10, 12)])
    assert lifetime.around(day(3)) == span(1, 3)
    assert lifetime.around(day(4)) is None
    assert lifetime.after(day(4)) == span(10, 12)
    assert lifetime.before(day(4)) == span(1, 3)
    assert lifetime.after(day(10)) is None
    assert lifetime.before(day(1)) is None


@pytest.mark.parametrize(
    ("spans", "said"),
    [
        ([], None),
        ([Span()], None),
        ([Span(last=dt.date(2026, 12, 23), closer="a.md")], None),
        ([Span(last=dt.date(2026, 12, 22), closer="a.md")],
         "„/a/“ läuft am 22. Dezember 2026 ab; dieser Link verschwindet dann."),
        ([Span(last=dt.date(2026, 11, 21), closer="a.md")],
         "„/a/“ ist am 21. November 2026 abgelaufen; seitdem fehlt dieser Link."),
        ([Span(first=dt.date(2027, 3, 1), opener="a.md")],
         "„/a/“ erscheint erst am 1. März 2027; bis dahin fehlt dieser Link."),
    ],
)  # fmt: skip
def test_what_becomes_of_a_link_is_said_with_its_day(spans, said):
    found = passing("/a/", Lifetime.of(spans), dt.date(2026, 11, 22))
    assert (found and found.what.text(german)) == said
    assert found is None or "„a.md“" in found.remedy.text(german)
