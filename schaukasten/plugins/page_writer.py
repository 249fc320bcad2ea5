"""What a page shows → its file; taken from the last output where that shows the same."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from jinja2 import Template

from schaukasten.plugins.sight import Sights


class PageWriter:
    """Writes the pages of one build into the folder `output`."""

    def __init__(self, output: Path):
        self.output = output
        self._sights: Sights | None = None

    def write(
        self, file: str, template: Template, shared: Mapping[str, Any], own: Mapping[str, Any]
    ) -> None:
        """Write a file of the output; `own` goes before what all pages share.

        A template is shown what it names, and nothing else.
        """
        own = {**own, "output_file": file}
        names = self._seen_by(template)
        view = {
            name: own[name] if name in own else shared[name] for name in names & {*own, *shared}
        }
        path = self.output / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(template.render(view), encoding="utf-8", newline="\n")

    def _seen_by(self, template: Template) -> frozenset[str]:
        # Every generator has an environment of its own, all of the same theme.
        if self._sights is None:
            self._sights = Sights(template.environment)
        assert template.name is not None
        return self._sights.of(template.name).names
