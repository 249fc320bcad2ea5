"""`check`: every problem of the content, for a person, for other programs, or for a forge."""

from __future__ import annotations

from pathlib import Path

from schaukasten.building.fault import Fault, faults_told, interface_words
from schaukasten.building.settings import settings_of
from schaukasten.editor.findings import content_name, findings
from schaukasten.editor.formats import FORMATS
from schaukasten.kept.memory import Memory, kept_in
from schaukasten.language.messages import _
from schaukasten.model.reading.problem import Problem, Severity
from schaukasten.model.rules import RULES
from schaukasten.plugins.read_site import read_site
from schaukasten.report.report import Report

#: For people; the other formats are for programs.
TEXT = "text"
FORMS = (TEXT, *FORMATS)


def check(
    root: Path,
    content: Path,
    release: bool = False,
    form: str = TEXT,
    today: str | None = None,
    every: bool = False,
) -> int:
    """Print the problems of the absolute folder `content`; return 0, or 1 if one stops it.

    `form` is one of FORMS. With `release` also what the live site waits for; then an open item
    stops it, too. With `every` a person gets all of them, too, however many there are.
    """
    override = {"PATH": str(content), "TODAY": today}
    conf = root / "publishconf.py"
    try:
        with faults_told(conf):
            settings = settings_of(conf, override)
            memory = Memory.of(content, kept_in(settings))
            outcome, gettext = read_site(settings, memory)
            memory.close()
    except Fault as fault:
        Report(root, "", interface_words(root / "theme")).print(fault.problems)
        return 1
    shown = [problem for problem in outcome.problems if release or not _is_for_release(problem)]
    stopping = {Severity.ERROR, Severity.OPEN} if release else {Severity.ERROR}
    is_stopped = any(problem.severity in stopping for problem in shown)
    folder = content_name(content, root)
    if form != TEXT:
        print(FORMATS[form](findings(shown, content, folder, gettext)))
        return 1 if is_stopped else 0
    command = "check --release --all" if release else "check --all"
    Report(content, folder, gettext, command).print(shown, in_full=every)
    if not is_stopped:
        print(_("{count} pages checked: nothing stops them.", count=outcome.pages).text(gettext))
    waiting = sum(problem.severity is Severity.OPEN for problem in outcome.problems)
    if waiting and not release:
        told = _("Open for the live site: {count}. “check --release” names them.", count=waiting)
        print(told.text(gettext))
    return 1 if is_stopped else 0


def _is_for_release(problem: Problem) -> bool:
    """Whether it is no concern of the person who writes a text: facts, stand-ins, reviews."""
    rule = RULES.get(problem.rule)
    return rule.for_release if rule else problem.severity is Severity.OPEN
