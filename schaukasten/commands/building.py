"""`build`: folders and a day as they were typed → the finished site."""

from __future__ import annotations

import gc
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
    # A build makes many objects that stay to its end; to look for garbage among them takes longer
    # each time, and finds none.
    gc.set_threshold(300_000)
    source, target = content_folder(content, root), output_folder(output, root)
    the_day = day(today)
    conf = root / ("pelicanconf.py" if drafts else "publishconf.py")
    from schaukasten.building.forerunner import forerunner

    with forerunner(conf, source, target, the_day) as ahead:
        from schaukasten.building import unchanged

        inputs = unchanged.inputs_of(conf, source, target, the_day)
        if inputs is not None and unchanged.told_again(inputs, root / "theme"):
            return 0
        being_read = ahead.if_worth(inputs.memory.stamps.unknown if inputs else 0)
        from schaukasten.building import build as building

        return building.build(
            root, source, target, drafts=drafts, today=the_day, inputs=inputs, ahead=being_read
        )
