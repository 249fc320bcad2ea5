"""The import of a library → the same without what nothing of ours asks of it.

A stand-in is there while the library is imported, and for no other module that is.
"""

from __future__ import annotations

import importlib  # noqa: F401  # only in a package that is loaded does a module stand in
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from types import ModuleType
from typing import Any


class Nothing:
    """What is taken for any class or function, and called with anything."""

    def __init__(self, *_arguments: object) -> None: ...


class StandIn(ModuleType):
    """A module that holds what it is given, and nothing under each other name."""

    def __init__(self, name: str, **held: Any) -> None:
        super().__init__(name)
        vars(self).update(held)

    def __getattr__(self, name: str) -> type[Nothing]:
        if name.startswith("__"):
            raise AttributeError(name)
        return Nothing


@contextmanager
def standing_in(instead: Mapping[str, ModuleType | None]) -> Iterator[None]:
    """Have these modules in the place of those that are not loaded yet; None is one that lacks."""
    missing = [name for name in instead if name not in sys.modules]
    held: list[tuple[dict[str, Any], str]] = []
    for name in missing:
        # What typeshed does not know: an import of None is an ImportError.
        sys.modules[name] = instead[name]  # type: ignore[assignment]
        package, _dot, last = name.rpartition(".")
        # `import package.module` asks the package for it.
        if package in sys.modules and package not in missing:
            inside = vars(sys.modules[package])
            inside[last] = instead[name]
            held.append((inside, last))
    try:
        yield
    finally:
        for name in missing:
            del sys.modules[name]
        for inside, last in held:
            del inside[last]
