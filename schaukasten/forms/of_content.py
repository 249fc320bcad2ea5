"""A folder of content and Pelican's settings → the editor's configuration for it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from schaukasten.forms.choices import Choices
from schaukasten.forms.configuration import configuration
from schaukasten.forms.pages import pages_of
from schaukasten.kept.memory import Memory, kept_in
from schaukasten.model.content import read_content
from schaukasten.model.documents.layout import Layout
from schaukasten.model.look.theme import Theme

#: How the folder of the content is called in the editor, whatever its name on the disk.
ROOT = "content"


def configuration_of(
    content: Path, settings: Mapping[str, Any], root: str = ROOT
) -> dict[str, Any]:
    """Return `{cms, shapes, pages, addresses, suggestions}` for the content, faults or not.

    `root` is the folder of the content as the repository names it. `pages` are those to which a
    link may lead, in groups of `{label, pages: [{title, address}]}`; `addresses` are those of all
    texts in the preview, by their files; `suggestions` are, by key, what is offered where somebody
    may also type something else.
    """
    memory = Memory.of(content, kept_in(settings))
    try:
        return _configuration(content, settings, memory, root)
    finally:
        memory.close()


def _configuration(
    content: Path, settings: Mapping[str, Any], memory: Memory, root: str
) -> dict[str, Any]:
    layout = Layout.from_settings(settings)
    read = read_content(content, layout, None, True, memory)
    gettext = Theme.read(Path(settings["THEME"])).translate(read.data.language)
    choices = Choices.of(read.data, read.documents)
    return configuration(layout, choices, gettext, root) | {
        "pages": pages_of(read, layout, gettext),
        "addresses": {f"{root}/{one.source}": one.address for one in read.documents},
        "suggestions": choices.suggestions,
    }
