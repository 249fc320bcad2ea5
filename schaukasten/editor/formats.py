"""Findings → the forms in which other programs take them."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable

from schaukasten.editor.findings import Finding
from schaukasten.report.selection import REPEATED

#: To be raised when a program that reads the JSON would have to change.
VERSION = 1
# Severity → what GitHub calls it, the weightiest first. What is open does not hold up a proposal.
_GITHUB = {"error": "error", "open": "warning", "warning": "warning", "hint": "notice"}


def as_json(findings: Iterable[Finding]) -> str:
    """Return one JSON object, whatever was found."""
    problems = [finding.as_dict() for finding in findings]
    return json.dumps({"version": VERSION, "problems": problems}, ensure_ascii=False, indent=1)


def as_github(findings: Iterable[Finding]) -> str:
    """Return workflow commands, which GitHub shows as notes on the lines of a proposal.

    The weightiest come first: of each kind GitHub shows only the first ten.
    """
    weights = list(_GITHUB)
    in_order = sorted(findings, key=lambda finding: weights.index(finding.severity))
    times = Counter((finding.severity, finding.what) for finding in in_order)
    notes: list[str] = []
    for finding in in_order:
        often = times[finding.severity, finding.what]
        if finding.severity == "hint" and often > REPEATED:
            # One note without a place.
            title = _property(f"{finding.title or finding.label} ({often} ×)")
            note = f"::notice title={title}::{_text(finding)}"
            notes += [note] if note not in notes else []
        else:
            notes.append(_annotation(finding))
    return "\n".join(notes)


def _annotation(finding: Finding) -> str:
    properties = {
        "file": finding.file,
        "line": finding.line,
        "col": finding.column,
        "endColumn": finding.column + max(finding.end - finding.start, 1),
        "title": finding.title or finding.label,
    }
    settings = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
    return f"::{_GITHUB[finding.severity]} {settings}::{_text(finding)}"


def _text(finding: Finding) -> str:
    return _data("\n".join(filter(None, [f"{finding.what} {finding.remedy}", finding.paste])))


def _data(text: str) -> str:
    # As GitHub's own toolkit does it; else a text could end the command and begin another one.
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


#: Where a program reads, not a person.
FORMATS: dict[str, Callable[[Iterable[Finding]], str]] = {"json": as_json, "github": as_github}
