"""What `serve --edit` is given, and the preview → the desk at which staff write in the browser."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from http import HTTPStatus
from pathlib import Path
from typing import Any

from schaukasten.building.fault import Fault, faults_told
from schaukasten.building.settings import settings_of
from schaukasten.editor.desk.desk import Desk, Sources
from schaukasten.editor.desk.exchange import Refused
from schaukasten.editor.preview import Preview
from schaukasten.language.messages import Gettext, Message, _

#: The folder of the content and the settings → what the editor's forms are made of.
Configuration = Callable[[Path, Mapping[str, Any]], dict[str, Any]]


@dataclass(frozen=True)
class Editing:
    """`bundle` is the folder of the editor's own files, which has an index.html."""

    bundle: Path
    configuration: Configuration


def missing_editor(bundle: Path) -> Message | None:
    """Say that the editor's own files have not been made yet; None where they are there."""
    if (bundle / "index.html").is_file():
        return None
    command = "python3 tasks.py editor"
    return _("The browser editor is not there yet. “{command}” makes it.", command=command)


def desk_for(
    editing: Editing,
    root: Path,
    content: Path,
    today: str | None,
    preview: Preview,
    gettext: Gettext,
) -> Desk:
    def configuration() -> dict[str, Any]:
        """Anew at each request: houses, audiences and rooms stand in the content."""
        conf = root / "pelicanconf.py"
        try:
            with faults_told(conf):
                settings = settings_of(conf, {"PATH": str(content), "TODAY": today})
                return editing.configuration(content, settings)
        except Fault as fault:
            raise Refused(HTTPStatus.SERVICE_UNAVAILABLE, _first(fault)) from fault

    def findings() -> str:
        """Those of the last build; the first request may have to wait for one."""
        view = preview.view()
        if view is None:
            raise Refused(HTTPStatus.SERVICE_UNAVAILABLE, _("The preview is ending."))
        return view.every()

    return Desk(Sources(content, editing.bundle, configuration, findings), gettext)


def _first(fault: Fault) -> Message:
    """The problem as a terminal names it; the rest of them stand there."""
    problem = fault.problems[0]
    values = {"file": problem.file, "line": problem.line, "what": problem.what}
    return Message("{file}:{line}: {what} {remedy}", (*values.items(), ("remedy", problem.remedy)))
