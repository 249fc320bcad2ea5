"""`check`, `new` and `serve`: what an editor has typed → an answer, a file, a preview."""

from __future__ import annotations

from pathlib import Path

from schaukasten.commands import arguments


def check(
    root: Path,
    content: str | None = None,
    release: bool = False,
    form: str = "text",
    today: str | None = None,
) -> int:
    """Name every problem of the content; returns the exit code."""
    from schaukasten.editor import check as checking

    return arguments.answered(
        root / "theme",
        lambda: checking.check(
            root,
            arguments.content_folder(content, root),
            release=release,
            form=arguments.form(form, checking.FORMS),
            today=arguments.day(today),
        ),
    )


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
    return arguments.answered(
        root / "theme",
        lambda: making.new(root, wanted, arguments.content_folder(content, root), edit=edit),
    )


def serve(
    root: Path, content: str | None = None, port: str = "8000", today: str | None = None
) -> int:
    """Show the site while it is written, until a signal comes; returns the exit code."""
    from schaukasten.editor import serve as serving

    return arguments.answered(
        root / "theme",
        lambda: serving.serve(
            root,
            arguments.content_folder(content, root),
            arguments.port(port, serving.LAST_PORT),
            arguments.day(today),
        ),
    )
