"""The class of an object that is kept → its name, and back: classes of ours, and no others."""

from __future__ import annotations

import sys
from enum import Enum
from functools import cache
from typing import Any

from schaukasten.kept.make import make_of

_OURS = "schaukasten."


class Unkeepable(Exception):
    """A value that cannot be packed, or bytes that are none of ours; it is computed anew."""


def name_of(kind: type) -> str:
    """Return by what a class is found again; raises Unkeepable for one that is not ours."""
    name = f"{kind.__module__}:{kind.__qualname__}"
    if not name.startswith(_OURS):
        raise Unkeepable(name)
    return name


@cache
def class_of(name: str) -> type:
    """Return the class with a name; raises Unkeepable for one that is not ours."""
    module, _colon, qualname = name.partition(":")
    if not module.startswith(_OURS):
        raise Unkeepable(name)
    # Whoever unpacks a thing has loaded what it is made of.
    found: Any = sys.modules[module]
    plain, bracket, _kind = qualname.partition("[")
    for part in plain.split("."):
        found = getattr(found, part)
    if bracket:  # A generic model of a kind, which stands in no module.
        found = next(one for one in found.__subclasses__() if one.__qualname__ == qualname)
    is_known = isinstance(found, type) and (
        make_of(found) is not None or issubclass(found, Enum | str | tuple)
    )
    # A module also has what it imports from elsewhere.
    if not is_known or not found.__module__.startswith(_OURS):
        raise Unkeepable(name)
    return found
