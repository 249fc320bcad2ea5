"""`check`, `new` and `serve`: what an editor has typed → an answer, a file, a preview."""

from __future__ import annotations

from pathlib import Path

from schaukasten.commands import arguments
from schaukasten.commands.arguments import command, content_folder, day


@command
def check(
    root: Path,
    content: str | None = None,
    release: bool = False,
    form: str = "text",
    today: str | None = None,
    every: bool = False,
) -> int:
    """Name every problem of the content; returns the exit code."""
    from schaukasten.editor import check as checking

    source, form = content_folder(content, root), arguments.form(form, checking.FORMS)
    return checking.check(root, source, release=release, form=form, today=day(today), every=every)


@command
def new(
    root: Path,
    kind: str,
    title: str,
    content: str | None = None,
    date: str = "",
    slug: str = "",
    edit: bool = False,
) -> int:
    """Begin a news item, an offer, an event or a page; returns the exit code."""
    from schaukasten.editor import new as making

    wanted = making.NewFile(kind, title, date, slug)
    return making.new(root, wanted, content_folder(content, root), edit=edit)


@command
def serve(
    root: Path, content: str | None = None, port: str = "8000", today: str | None = None
) -> int:
    """Show the site while it is written, until a signal comes; returns the exit code."""
    from schaukasten.editor import serve as serving

    number = arguments.port(port, serving.LAST_PORT)
    return serving.serve(root, content_folder(content, root), number, day(today))
