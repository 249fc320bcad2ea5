"""`publish` and `verify`: a target's name and a folder as they were typed → the live site."""

from __future__ import annotations

from pathlib import Path

from schaukasten.commands import arguments


def publish(
    root: Path,
    target: str = "",
    output: str | None = None,
    dry_run: bool = False,
    force: bool = False,
) -> int:
    """Carry the finished site to the host; returns the exit code."""
    from schaukasten.release import terminal

    return arguments.answered(
        root / "theme",
        lambda: terminal.publish(
            root,
            target or None,
            arguments.output_folder(output, root),
            dry_run=dry_run,
            force=force,
        ),
    )


def verify(root: Path, target: str = "", output: str | None = None) -> int:
    """Look at the published site over HTTP; returns the exit code."""
    from schaukasten.release import terminal

    return arguments.answered(
        root / "theme",
        lambda: terminal.verify(root, target or None, arguments.output_folder(output, root)),
    )
