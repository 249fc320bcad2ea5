"""A stylesheet → the others that it imports, and all of them as one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from rcssmin import cssmin

#: What stands behind the layer, such as `print`, could not be kept in one file: it is no import.
_IMPORT = re.compile(
    r"""@import\s+url\("(?P<file>[^"]+)"\)\s*(?:layer\((?P<layer>[\w.-]+)\))?\s*;"""
)
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
#: One that begins with `/*!` is a licence, which goes along.
_PLAIN_COMMENT = re.compile(r"/\*(?!!).*?\*/", re.DOTALL)


_SAME_LAYER = re.compile(
    r"@layer (?P<layer>[\w.-]+) \{\n(?P<rules>(?:(?!@layer )[^\0])*?)\}\s*@layer (?P=layer) \{\n"
)


@dataclass(frozen=True)
class Import:
    """A file, seen from the folder of the stylesheet, and the line that names it."""

    file: str
    line: int


def imports(css: str) -> Iterator[Import]:
    """Yield what a stylesheet imports from its folder, save in comments."""
    # A comment keeps its lines, so that numbers stay true.
    css = _COMMENT.sub(lambda comment: "\n" * comment[0].count("\n"), css)
    for found in _IMPORT.finditer(css):
        yield Import(found["file"], css.count("\n", 0, found.start()) + 1)


def bundle(path: Path) -> str:
    """Return the stylesheet with its imports in place, each in its layer, as short as can be."""
    css: str = cssmin(_whole(path), keep_bang_comments=True)
    return css


def _whole(path: Path) -> str:
    def imported(found: re.Match[str]) -> str:
        css = _whole(path.parent / found["file"])
        return f"@layer {found['layer']} {{\n{css}}}\n" if found["layer"] else css

    css = _PLAIN_COMMENT.sub("", path.read_text(encoding="utf-8"))
    css = _IMPORT.sub(imported, css)
    # What stands in one layer after the other is in one.
    while (joined := _SAME_LAYER.sub(r"@layer \g<layer> {\n\g<rules>", css)) != css:
        css = joined
    return css
