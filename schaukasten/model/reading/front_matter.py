"""The text of a Markdown file → its YAML front matter, its body, and where the body begins."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from schaukasten.language.messages import Message, _
from schaukasten.model.reading.plain_text import plain_markdown
from schaukasten.model.reading.problem import Invalid, Place
from schaukasten.model.reading.yaml_places import YamlText
from schaukasten.model.reading.yaml_text import parse

_RULE = "---"


@dataclass
class FrontMatter:
    """The `head` of a text, the Markdown after it, and the line on which that begins.

    `fault` is why there is no head.
    """

    head: str
    body: str
    body_line: int
    fault: tuple[Place, Invalid] | None = None

    @cached_property
    def yaml(self) -> YamlText:
        """The parsed head."""
        return YamlText(errors=[self.fault]) if self.fault else parse(self.head, 2)


def split(text: str) -> FrontMatter:
    """Cut `text` at its `---` lines; a missing line is an error of the YAML part."""
    lines = text.split("\n")
    if lines[0].rstrip() != _RULE:
        what = _("The file does not begin with a line of three hyphens.")
        return _broken(1, what, text)
    for number, line in enumerate(lines[1:], start=1):
        if line.rstrip() == _RULE:
            body = plain_markdown("\n".join(lines[number + 1 :]))
            return FrontMatter("\n".join(lines[1:number]), body, number + 2)
    # Where a person would look for it: the first empty line, or the hyphens that are not three.
    likely = (n for n, line in enumerate(lines[1:], 2) if not line.strip() or set(line) == {"-"})
    what = _("The second line of three hyphens, after the data, is missing.")
    return _broken(next(likely, len(lines)), what, text)


def _broken(line: int, what: Message, text: str) -> FrontMatter:
    remedy = _("Put “---” on a line of its own before and after the data at the top of the file.")
    return FrontMatter("", text, 1, (Place(line), Invalid(what, remedy)))
