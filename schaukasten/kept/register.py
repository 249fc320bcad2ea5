"""Many things, each kept under a key → what is said of all of them in one row; the rest when asked.

After an edit hardly anything is asked, and one row is read instead of thousands.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, Generic, NamedTuple, TypeVar

from schaukasten.kept.digest import digest_of
from schaukasten.kept.shelf import DAYS, Shelf
from schaukasten.kept.work import made

T = TypeVar("T")

#: After questions about one in so many, all the rest is fetched at once: which is quicker then.
_OF = 10
#: What is said of a thing: plain values.
Brief = list[Any]


class Entry(NamedTuple):
    """What is kept of a thing; of some nothing is said, and all is to be asked."""

    brief: Brief | None
    raw: Callable[[], bytes]


class Register(Generic[T]):
    """What the row `name` says of things; it holds as long as `ground` stays the same.

    Once in a while it says nothing: then the rows of all things are read, since the shelf forgets
    what nobody reads.
    """

    def __init__(self, shelf: Shelf, name: str, ground: str):
        self._shelf = shelf
        self._name = digest_of("register", name)
        self._ground = ground
        self._since = _today()
        self._known: dict[str, tuple[str, Brief]] = {}
        try:
            row = json.loads(shelf.get(self._name) or b"{}") if ground else {}
            if row and row["ground"] == ground and row["since"] > _today() - DAYS // 4:
                self._known = {str(one): (str(k), list(b)) for one, (k, b) in row["known"].items()}
                self._since = row["since"]
        except (ValueError, TypeError, LookupError, AttributeError):
            self._known = {}  # No build has put that there.

    def before(self, thing: T) -> bytes | None:
        """Return what was kept of a thing when the row was written."""
        known = self._known.get(str(thing))
        return self._shelf.get(known[0]) if known else None

    def read(
        self,
        keys: Mapping[T, str],
        make: Callable[[T], bytes],
        brief_of: Callable[[T, bytes], Brief | None],
        renew: Callable[[T, bytes], bytes | None] | None = None,
        arrived: Callable[[bytes], None] | None = None,
    ) -> dict[T, Entry]:
        """Return what is kept of each thing, or made now; the functions are those of `made`.

        Of what is new, `brief_of` returns what the row is to say; None for nothing.
        """
        known = {thing: self._known.get(str(thing)) for thing in keys}
        late = {
            thing: key
            for thing, key in keys.items()
            if (one := known[thing]) is None or one[0] != key
        }
        new = made(self._shelf, late, make, lambda _thing, raw: raw, renew, arrived)
        rest = _Rest(self._shelf, keys, make, brief_of)
        found: dict[T, Entry] = {}
        for thing in keys:
            if thing in new:
                raw = new[thing]
                found[thing] = Entry(brief_of(thing, raw), partial(bytes, raw))
            else:
                one = known[thing]
                brief = one[1] if one else None
                found[thing] = Entry(brief, partial(rest.of, thing, brief))
        self._keep(keys, found, late)
        return found

    def _keep(self, keys: Mapping[T, str], found: Mapping[T, Entry], late: Mapping[T, str]) -> None:
        # Who goes ahead leaves it to who follows.
        if not self._ground or self._shelf.is_ahead:
            return
        # What was made of a file that was written meanwhile is not kept: not what its key says.
        kept = self._shelf.get_all(late.values())
        known = {
            str(thing): (keys[thing], entry.brief)
            for thing, entry in found.items()
            if entry.brief is not None and (thing not in late or keys[thing] in kept)
        }
        if known != self._known:
            row = {"ground": self._ground, "since": self._since, "known": known}
            self._shelf.put(self._name, json.dumps(row).encode())


class _Rest(Generic[T]):
    """What is kept of things, from the shelf; what is no longer there is made again.

    So is what another process has put in its place meanwhile, which was made of something else.
    """

    def __init__(
        self,
        shelf: Shelf,
        keys: Mapping[T, str],
        make: Callable[[T], bytes],
        brief_of: Callable[[T, bytes], Brief | None],
    ):
        self._shelf = shelf
        self._keys = keys
        self._make = make
        self._brief_of = brief_of
        self._asked = 0
        self._found: dict[str, bytes] = {}

    def of(self, thing: T, brief: Brief | None) -> bytes:
        """Return what is kept of a thing of which that is said."""
        self._asked += 1
        if self._asked == 1 + len(self._keys) // _OF:
            self._found = self._shelf.get_all(self._keys.values())
        key = self._keys[thing]
        raw = self._found.pop(key, None) or self._shelf.get(key)
        if raw is None or self._brief_of(thing, raw) != brief:
            raw = self._make(thing)[1:]
        return raw


def _today() -> int:
    return int(time.time() // 86_400)
