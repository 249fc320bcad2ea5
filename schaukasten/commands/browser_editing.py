"""`editor`: the sources of the editor in the browser → its files, for `serve --edit` and a host."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from schaukasten.commands.arguments import Refused, command, content_folder
from schaukasten.language.messages import Gettext, Message, _


@command
def editor(root: Path, content: str | None = None) -> int:
    """Make the editor with the words of the content's language; returns the exit code.

    Where `EDITOR` in publishconf.py names a forge, the folder for its host is made as well.
    """
    from schaukasten.browser_editor.bundle import NotMade, bundle
    from schaukasten.building.fault import interface_words
    from schaukasten.model.association.data import read_data

    words = interface_words(root / "theme")

    def say(message: Message) -> None:
        print(message.text(words), flush=True)

    source, folder = content_folder(content, root), editor_folder(root)
    language = read_data(source).language
    try:
        is_new = bundle(folder, language, say)
    except NotMade as reason:
        raise Refused(reason.reason) from reason
    say(_("The editor is made.") if is_new else _("The editor is up to date."))
    say(_("To write with it: {command}", command="python3 tasks.py serve --edit"))
    return _for_the_host(root, source, words, say)


def editor_folder(root: Path) -> Path:
    """Return where the editor's own files are, beside what is kept from build to build."""
    from schaukasten.browser_editor.bundle import FOLDER

    return root / ".cache" / FOLDER


def _for_the_host(root: Path, content: Path, words: Gettext, say: Callable[[Message], None]) -> int:
    from schaukasten.browser_editor.forge.forge import WrongEditor, read_forge
    from schaukasten.building.fault import Fault, faults_told
    from schaukasten.building.settings import settings_of

    conf = root / "publishconf.py"
    try:
        with faults_told(conf):
            settings = settings_of(conf, {"PATH": str(content)})
        if not (wanted := settings.get("EDITOR")):
            return 0
        if not isinstance(wanted, Mapping):
            raise Refused(_("EDITOR in publishconf.py is no dictionary."))
        forge = read_forge(wanted)
        _make(root, content, settings, forge)
    except WrongEditor as wrong:
        for what, remedy in wrong.problems:
            told = _("publishconf.py, EDITOR: {what} {remedy}", what=what, remedy=remedy)
            print(told.text(words), file=sys.stderr)
        return 1
    except Fault as fault:
        for problem in fault.problems:
            print(problem.text(words, ""), file=sys.stderr)
        return 1
    say(_("For its host, it lies in {folder}.", folder=_name(root)))
    return 0


def _make(root: Path, content: Path, settings: Mapping[str, Any], forge: Any) -> None:
    """Write the folder for the host; raises Refused."""
    from schaukasten.browser_editor.forge.folder import Published, TooHeavy, make_folder
    from schaukasten.forms.of_content import configuration_of
    from schaukasten.model.association.data import read_data
    from schaukasten.model.look.theme import Theme
    from schaukasten.record.history import commit_of

    data = read_data(content)
    if data.association is None:
        raise Refused(
            _(
                "content/data/association.yaml has errors. First mend what this names: {command}",
                command="python3 tasks.py check",
            )
        )
    published = Published(
        forge,
        website=(settings["SITEURL"] or data.association.website).rstrip("/"),
        title=str(data.association.name),
        language=data.language,
        day=data.today().isoformat(),
        commit=commit_of(content),
        to_https=settings["HTTPS_REDIRECT"],
    )
    gettext = Theme.read(Path(settings["THEME"])).translate(data.language)
    forms = configuration_of(content, settings, forge.content)
    try:
        make_folder(root / _name(root), editor_folder(root), forms, published, gettext)
    except TooHeavy as heavy:
        raise Refused(heavy.excesses[0]) from heavy
    except FileExistsError as exists:
        raise Refused(
            _(
                "The folder {folder} holds something else. Move it to another place first.",
                folder=_name(root),
            )
        ) from exists


def _name(_root: Path) -> str:
    from schaukasten.release.targets.target import EDITOR_FOLDER

    return EDITOR_FOLDER
