"""The editor's font of icons → the same with those alone that the editor can show.

An icon is written as its name, which the font draws as one sign (a ligature). So whatever word of
the scripts is the name of an icon stays.
"""

from __future__ import annotations

import re
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

FONT = "assets/material-symbols-outlined-*.woff2"
#: In which names are written.
_LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789_"
_WORD = re.compile(r"[a-z0-9_]+")
#: The beginning of a name whose end is put to it at run time: `format_h${level}`.
_BEGUN = re.compile(r"\b([a-z0-9_]{4,})\$\{")


def keep_used(folder: Path, others: str) -> None:
    """Make the font in the folder of the editor smaller; `others` may name icons as well."""
    path = next(folder.glob(FONT))
    # The same bytes from the same font, on any day.
    font = TTFont(path, recalcTimestamp=False)
    used = _used(set(font.getGlyphOrder()), folder, others)
    letters = {glyph for code, glyph in font.getBestCmap().items() if chr(code) in _LETTERS}
    # The one weight in which they are shown.
    font = instantiateVariableFont(font, {"wght": 400})
    options = Options()
    options.layout_features = ["*"]
    # Else all letters together would bring every name that they can spell.
    options.layout_closure = False
    options.hinting = False
    options.drop_tables += ["STAT", "gasp"]
    subsetter = Subsetter(options)
    subsetter.populate(glyphs=sorted(used | letters))
    subsetter.subset(font)
    font.flavor = "woff2"
    font.save(path, reorderTables=True)


def _used(names: set[str], folder: Path, others: str) -> set[str]:
    scripts = [path.read_text("utf-8") for path in sorted(folder.glob("*.js"))]
    text = "\n".join([*scripts, others])
    begun = tuple(set(_BEGUN.findall(text)))
    return names & set(_WORD.findall(text)) | {name for name in names if name.startswith(begun)}
