"""A name in which somebody wrote where it may be divided → the name, and how it is shown."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema

from schaukasten.model.reading.fields import Text, Worded

SOFT_HYPHEN = "\N{SOFT HYPHEN}"
_WRITTEN = re.compile(r"&shy;?|&#(?:173|x0*ad);", re.IGNORECASE)


class Hyphenated(Worded):
    """The plain name, for titles, addresses, calendars and other programs; `shown` is for pages."""

    shown: str

    @classmethod
    def of(cls, text: str) -> Hyphenated:
        """Read a text with soft hyphens, or with `&shy;` in their places."""
        shown = _WRITTEN.sub(SOFT_HYPHEN, text)
        name = cls(shown.replace(SOFT_HYPHEN, ""))
        name.shown = shown
        return name

    def reworded(self, change: Callable[[str], str]) -> Hyphenated:
        return Hyphenated.of(change(self.shown))

    @property
    def longest(self) -> int:
        """How many letters stand together that no line may divide."""
        return max(map(len, re.split(rf"[\s{SOFT_HYPHEN}-]+", self.shown)))

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_after_validator_function(cls.of, handler.generate_schema(Text))
