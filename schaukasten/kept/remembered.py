"""A function of plain values that takes long → the same, remembered from one build to the next."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from contextvars import ContextVar
from functools import cache, wraps
from typing import Any, TypeVar, cast

from schaukasten.kept.codec import Unkeepable, pack, unpack
from schaukasten.kept.digest import digest_of
from schaukasten.kept.made_by import made_by
from schaukasten.kept.shelf import Shelf

F = TypeVar("F", bound=Callable[..., Any])

#: Where the build that is under way remembers.
_SHELF: ContextVar[Shelf | None] = ContextVar("shelf", default=None)


def remember_on(shelf: Shelf) -> None:
    """From now on, remember on a shelf."""
    _SHELF.set(shelf)


def remembered(function: F) -> F:
    """Let a function be computed once; its answer must hang on its arguments alone."""

    @cache
    @wraps(function)
    def asked(*arguments: Hashable) -> Any:
        shelf = _SHELF.get()
        if shelf is None:
            return function(*arguments)
        key = digest_of("remembered", made_by(), function.__qualname__, repr(arguments))
        try:
            return unpack(shelf.get(key) or b"")
        except Unkeepable:
            # Nothing is kept, or what no build has put there.
            answer = function(*arguments)
            shelf.put(key, pack(answer))
            return answer

    return cast("F", asked)
