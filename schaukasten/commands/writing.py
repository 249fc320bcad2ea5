"""`check`, `new` and `serve`: what an editor has typed → an answer, a file, a preview."""

from __future__ import annotations

from pathlib import Path

from schaukasten.commands import arguments
from schaukasten.commands.arguments import Refused, command, content_folder, day
from schaukasten.commands.browser_editing import editor_folder


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
    """Begin a news item, an offer, an event, a job or a page; returns the exit code."""
    from schaukasten.editor import new as making

    wanted = making.NewFile(kind, title, date, slug)
    return making.new(root, wanted, content_folder(content, root), edit=edit)


@command
def serve(
    root: Path,
    content: str | None = None,
    port: str = "8000",
    today: str | None = None,
    edit: bool = False,
) -> int:
    """Show the site while it is written, until a signal comes; returns the exit code.

    With `edit` it may be written in the browser as well.
    """
    from schaukasten.editor import serve as serving
    from schaukasten.editor.editing import Editing, missing_editor
    from schaukasten.forms.of_content import configuration_of

    number = arguments.port(port, serving.LAST_PORT)
    folder, editing = content_folder(content, root), None
    if edit:
        editing = Editing(editor_folder(root), configuration_of)
        if reason := missing_editor(editing.bundle):
            raise Refused(reason)
    return serving.serve(root, folder, number, day(today), editing)
