"""`editor`: the sources of the editor in the browser → its files, for `serve --edit`."""

from __future__ import annotations

from pathlib import Path

from schaukasten.commands.arguments import Refused, command, content_folder


@command
def editor(root: Path, content: str | None = None) -> int:
    """Make the editor with the words of the content's language; returns the exit code."""
    from schaukasten.browser_editor.bundle import NotMade, bundle
    from schaukasten.building.fault import interface_words
    from schaukasten.language.messages import Message, _
    from schaukasten.model.association.data import read_data

    words = interface_words(root / "theme")

    def say(message: Message) -> None:
        print(message.text(words), flush=True)

    folder = editor_folder(root)
    try:
        is_new = bundle(folder, read_data(content_folder(content, root)).language, say)
    except NotMade as reason:
        raise Refused(reason.reason) from reason
    say(_("The editor is made.") if is_new else _("The editor is up to date."))
    say(_("To write with it: {command}", command="python3 tasks.py serve --edit"))
    return 0


def editor_folder(root: Path) -> Path:
    """Return where the editor's own files are, beside what is kept from build to build."""
    from schaukasten.browser_editor.bundle import FOLDER

    return root / ".cache" / FOLDER
