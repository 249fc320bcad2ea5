"""A stylesheet → the others that it imports, and all of them as one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

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


#: Strings, addresses and licences.
_AS_TYPED = re.compile(
    r"""("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|url\([^)]*\)|/\*!.*?\*/)""", re.DOTALL
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
    return shortened(_whole(path))


def shortened(css: str) -> str:
    """Return a stylesheet without the blanks that mean nothing.

    A blank before a colon means "within" (`.a :is(b)`), so it stays.
    """
    return "".join(
        part if _AS_TYPED.fullmatch(part) else _without_blanks(part)
        for part in _AS_TYPED.split(css)
        if part
    )


def _without_blanks(css: str) -> str:
    css = re.sub(r" ?([{};,]) ?", r"\1", re.sub(r"\s+", " ", css))
    return css.replace(": ", ":").replace(";}", "}")


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
