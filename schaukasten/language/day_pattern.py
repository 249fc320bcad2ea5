"""A language → how it writes a day of the weeks to come: its weekday, its number and its month."""

from __future__ import annotations

import re
from functools import cache

from babel import Locale
from babel.dates import match_skeleton

#: Names of days and months in a CLDR pattern, and text in quotation marks, which stays.
_NAMES = re.compile("('[^']*')|E{1,4}|c{1,4}|M{3,4}|L{3,4}")


@cache
def day_pattern(locale: Locale) -> str:
    """Return a CLDR pattern without the year, with whole names.

    Many languages, German among them, have this order of things for short names only.
    """
    skeletons = locale.datetime_skeletons
    pattern = skeletons[match_skeleton("MMMMEEEEd", skeletons)].pattern
    return _NAMES.sub(lambda found: found[1] or found[0][0] * 4, pattern)
