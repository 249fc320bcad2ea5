"""`build`: folders and a day as they were typed → the finished site."""

from __future__ import annotations

from pathlib import Path

from schaukasten.commands.arguments import command, content_folder, day, output_folder


@command
def build(
    root: Path,
    content: str | None = None,
    output: str | None = None,
    drafts: bool = False,
    today: str | None = None,
) -> int:
    """Build the site of the project in the folder `root`; returns the exit code."""
    from schaukasten.building import build as building

    source, target = content_folder(content, root), output_folder(output, root)
    return building.build(root, source, target, drafts=drafts, today=day(today))
