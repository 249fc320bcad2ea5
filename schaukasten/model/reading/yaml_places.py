"""What was read of YAML: the data, and the place of every key and value."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from schaukasten.model.reading.problem import Invalid, Place

#: The way to a value: keys and positions, as in pydantic's `loc`.
Loc = tuple[str | int, ...]


@dataclass
class YamlText:
    """Parsed YAML: `data` (dict, list, str or None), `errors` as (place, why).

    `places` are those of the values, each on the line of its key; `keys` those of the keys; `rows`
    has the line on which the first row stands of a value below its key, behind a "|".
    """

    data: Any = None
    places: dict[Loc, Place] = field(default_factory=dict)
    keys: dict[Loc, Place] = field(default_factory=dict)
    errors: list[tuple[Place, Invalid]] = field(default_factory=list)
    rows: dict[Loc, int] = field(default_factory=dict)

    def place_of(self, loc: Loc) -> Place:
        """Return the place of the value at `loc`, or the line of the nearest key around it.

        A fact that is written as a plain value has no key "value" of its own in the file.
        """
        wanted = loc
        while loc:
            for written in (loc, tuple(part for part in loc if part != "value")):
                if written in self.places:
                    found = self.places[written]
                    # Of what is not there, nothing on the line is the fault.
                    is_there = loc == wanted or wanted[-1] == "value" or self._is_text(written)
                    return found if is_there else Place(found.line)
            loc = loc[:-1]
        return self.places.get((), Place(1))

    def _is_text(self, loc: Loc) -> bool:
        """Whether a value is plain: a list of one, or the short form of several keys."""
        value = self.data
        for part in loc:
            try:
                value = value[part]
            except (KeyError, IndexError, TypeError):
                return False
        return isinstance(value, str)

    def line_of(self, loc: Loc) -> int:
        """Return the line of the value at `loc`, or of the nearest key around it."""
        return self.place_of(loc).line
