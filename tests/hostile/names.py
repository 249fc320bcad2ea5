"""Names of files and folders that mislead, break a line, or run."""

from __future__ import annotations

import os

from schaukasten.model.reading.slug import slugify
from tests.hostile.case import Case, file
from tests.model.files.pictures import png
from tests.worlds import World

_PAGE = "---\ntitle: A\n---\nText\n"
_UNSEEN = "1: Im Namen der Datei oder ihres Ordners stehen Zeichen, die niemand sehen kann."
_NO_NAME = "1: Die Datei oder ihr Ordner hat keinen Namen, aus dem"
_SCRIPT = "<img src=x onerror=alert(1)>"


def _page(name: str, path: str, says: str = "") -> Case:
    return file(name, path, _PAGE, says)


def _named_picture(name: str, picture: str, typed: str) -> Case:
    path = f"seiten/{slugify(name)}.md"

    def write(world: World) -> None:
        world.write(path, f"---\ntitle: A\n---\n![a](<{typed}>)\n")
        world.write(f"seiten/{picture}", png())

    return Case(name, write, file=path)


CASES: list[Case] = [
    _page("a name with spaces", "seiten/mit  leer zeichen .md"),
    _page("a name in NFC", "seiten/s\u00fcden.md"),
    _page("a name in NFD", "seiten/no\u0308rdlich.md"),
    _page("a name with quotation marks", "seiten/a\"b'c`d.md"),
    _page("a name that is a tag", f"seiten/{_SCRIPT}.md"),
    _page("a folder that is a tag", f"seiten/{_SCRIPT}x/index.md"),
    _page("a name of a template", "seiten/{{ 7*7 }}{date}%s.md"),
    _page("a name that is an option", "seiten/-rf --help.md"),
    _page("a name of a command", "seiten/$(id);`id`|id&.md"),
    _page("a name of a device", "seiten/CON.md"),
    _page("a name of 240 letters", f"seiten/{'a' * 240}.md"),
    _page("a path of 60 folders", f"seiten/{'tief/' * 60}a.md"),
    _page("a name without letters", "seiten/日本.md", _NO_NAME),
    _page("a name of punctuation", "seiten/!!!.md", _NO_NAME),
    _page("a name of dots, which hide it", "seiten/....md"),
    _page("a name that is only an ending", "seiten/sub/ .md", _NO_NAME),
    _page("a name that turns the reading direction", "seiten/\u202egnp.md", _UNSEEN),
    _page("a name with a terminal colour", "seiten/rot\x1b[31m.md", _UNSEEN),
    _page("a name with a line end", "seiten/eins\nzwei.md", _UNSEEN),
    _page("a name with a bell", "seiten/\x07glocke.md", _UNSEEN),
    _page("a name in Latin-1", os.fsdecode(b"seiten/gr\xfcn.md"), _UNSEEN),
    _page("capitals in the ending", "seiten/gross.MD", "1: Die Endung „.MD“ muss klein"),
    _named_picture("a picture with spaces and a tag in its name", f"{_SCRIPT}.png",
                   "%3Cimg src=x onerror=alert(1)%3E.png"),
    _named_picture("a picture with an umlaut in NFD", "gru\u0308n.png", "gru\u0308n.png"),
]  # fmt: skip
