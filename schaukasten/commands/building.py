"""`build`: folders and a day as they were typed → the finished site."""

from __future__ import annotations

from pathlib import Path

from schaukasten.commands import arguments


def build(
    root: Path,
    content: str | None = None,
    output: str | None = None,
    drafts: bool = False,
    today: str | None = None,
) -> int:
    """Build the site of the project in the folder `root`; returns the exit code."""
    from schaukasten.building import build as building

    return arguments.answered(
        root / "theme",
        lambda: building.build(
            root,
            arguments.content_folder(content, root),
            arguments.output_folder(output, root),
            drafts=drafts,
            today=arguments.day(today),
        ),
    )
