"""`publish` and `verify`: a target's name and a folder as they were typed → the live site."""

from __future__ import annotations

from pathlib import Path

from schaukasten.commands.arguments import command, output_folder


@command
def publish(
    root: Path,
    target: str = "",
    output: str | None = None,
    dry_run: bool = False,
    force: bool = False,
) -> int:
    """Carry the finished site to the host; returns the exit code."""
    from schaukasten.release import terminal

    site = _typed(output, root)
    return terminal.publish(root, target or None, site, dry_run=dry_run, force=force)


@command
def verify(root: Path, target: str = "", output: str | None = None) -> int:
    """Look at the published site over HTTP; returns the exit code."""
    from schaukasten.release import terminal

    return terminal.verify(root, target or None, _typed(output, root))


def _typed(output: str | None, root: Path) -> Path | None:
    """Return the folder that was typed; None for the one that such a target gets."""
    return None if output is None else output_folder(output, root)
