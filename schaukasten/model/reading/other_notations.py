"""A day or an hour in another notation → the remedy that writes it as it is asked for."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from itertools import pairwise

from schaukasten.language.messages import Message, _

#: In the language of German staff, who write dates so.
_NAMES = "januar februar märz april mai juni juli august september oktober november dezember"
MONTHS = {name: number for number, name in enumerate(_NAMES.split(), 1)}
#: What else they are called, in Austria and cut off.
_ALSO = {"jänner": 1, "feber": 2, "sept": 9} | {name[:3]: number for name, number in MONTHS.items()}
_NEAR = {"vorgestern": -2, "gestern": -1, "heute": 0, "morgen": 1, "übermorgen": 2}
_BETWEEN = r"[-–/. ]{1,2}"
_UNTIL = r"\s*(?:-|–|—|bis|und|/|\+|&)\s*"
#: 2026/3/8; 8.3.2026, 8. März 2026, 08-03-26; 20260308: the groups of year, month and day.
_DATES = (
    (rf"(?<!\d)(\d{{4}}){_BETWEEN}(\d{{1,2}}){_BETWEEN}(\d{{1,2}})(?!\d)", (1, 2, 3)),
    (
        rf"(?<!\d)(\d{{1,2}}){_BETWEEN}([^\W_]{{1,12}}){_BETWEEN}(\d{{4}}|\d{{2}})(?!\d)",
        (3, 2, 1),
    ),
    (r"(?<!\d)((?:19|20)\d{2})(\d{2})(\d{2})(?!\d)", (1, 2, 3)),
)
#: 5.-7.2.2027, 28.2. bis 1.3.2027, 5. bis 7. Februar 2027: what the first day leaves out.
_SHORT_RANGE = re.compile(
    rf"(?<!\d)(\d{{1,2}})\.\s*(?:(\d{{1,2}})\.|([^\W\d_]{{3,12}}))?{_UNTIL}"
    r"(\d{1,2})\.\s*(?:(\d{1,2})\.|([^\W\d_]{3,12}))\s*(\d{4})(?!\d)"
)
_CLOCK = r"(?<!\d)([01]?\d|2[0-4])(?:[.,:h]([0-5]\d))?(?!\d)"


def date_remedy(value: object) -> Message:
    """Return how to write the day that was meant, or both days of a stretch."""
    text = value[:80] if isinstance(value, str) else ""
    days = days_meant(text)
    is_list = re.search(r"\bund\b|,|&|\+", text) and not _in_a_row(days)
    if len(days) > 1 and is_list:
        listed = ", ".join(day.isoformat() for day in days)
        return _("Write several days as a list: [{days}]", days=listed)
    if len(days) > 1:
        values = {"first": days[0].isoformat(), "last": days[-1].isoformat()}
        return _(
            "Write the first day here, {first}, and the last in a line of its own "
            "(“end_date”, in schedules “zuletzt”): {last}",
            **values,
        )
    example = days[0].isoformat() if days else "2026-03-08"
    return _("Write year, month and day: {example}", example=example)


def time_remedy(value: object, last: bool = False) -> Message:
    """Return how to write the hour that was meant (15 Uhr, 18.30), or both of a stretch.

    Of what ends, 24:00 is an hour.
    """
    text = value[:80] if isinstance(value, str) else ""
    clocks = [
        f"{int(hour) if last else int(hour) % 24}:{minute or '00'}"
        for hour, minute in re.findall(_CLOCK, text)
    ]
    if len(clocks) == 2 and re.search(rf"\d{_UNTIL}\d|uhr{_UNTIL}\d", text, re.IGNORECASE):
        first, end = clocks
        return _(
            "Write each in a line of its own: the start {start}, the end {end}",
            start=first,
            end=end,
        )
    example = clocks[0] if clocks else "17:00"
    return _("Write hours and minutes with a colon: {example}", example=example)


def days_meant(text: str) -> list[dt.date]:
    """Return the days that a text names, or the first and the last of a stretch."""
    if (distance := _NEAR.get(text.casefold().strip(" .!"))) is not None:
        return [today() + dt.timedelta(distance)]
    return list(_short_range(text)) or list(days_in(text))


def today() -> dt.date:
    """Return the day on which a remedy is read; it stands in no page."""
    return dt.datetime.now(dt.UTC).date()


def month_in(text: str) -> tuple[int, int]:
    """Return the month and the year of a text that names no day (Januar 2027, 01/2027), or 0."""
    if found := re.search(r"(?<![\d./-])(\d{1,2})\s?[./-]\s?((?:19|20)\d{2})(?!\d)", text):
        month = int(found[1])
        return (month, int(found[2])) if month in range(1, 13) else (0, 0)
    words = (one.casefold() for one in re.findall(r"[^\W\d_]+", text))
    month = next((number for word in words if (number := _month(word))), 0)
    year = re.search(r"(?<!\d)(?:19|20)\d{2}(?!\d)", text)
    return month, int(year[0]) if year else 0


def _month(name: str) -> int:
    return MONTHS.get(name) or _ALSO.get(name, 0)


def _in_a_row(days: list[dt.date]) -> bool:
    return all((after - before).days == 1 for before, after in pairwise(days))


def _short_range(text: str) -> Iterator[dt.date]:
    found = _SHORT_RANGE.search(text)
    if found is None:
        return
    day, month, name, last_day, last_month, last_name, year = found.groups()
    last = _date(year, last_month or last_name, last_day)
    first = _date(year, month or name or last_month or last_name, day)
    if first and last and first < last:
        yield from (first, last)


def days_in(text: str) -> Iterator[dt.date]:
    """Yield the days that a text names, in whatever notation."""
    for pattern, order in _DATES:
        found = [
            day
            for one in re.finditer(pattern, text)
            if (day := _date(*(one[place] for place in order)))
        ]
        if found:
            yield from found
            return


def _date(year: str, month: str, day: str) -> dt.date | None:
    century = 2000 if len(year) == 2 else 0
    try:
        number = _month(month.casefold()) or int(month)
        return dt.date(int(year) + century, number, int(day))
    except ValueError:
        return None
