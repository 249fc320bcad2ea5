"""Findings → the forms in which other programs take them."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable

from schaukasten.editor.findings import Finding

#: To be raised when a program that reads the JSON would have to change.
VERSION = 1
# Severity → what GitHub calls it; what is open is only asked for where it stops something.
_GITHUB = {"error": "error", "open": "error", "warning": "warning", "hint": "notice"}


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
    return "\n".join(map(_annotation, in_order))


def _annotation(finding: Finding) -> str:
    properties = {
        "file": finding.file,
        "line": finding.line,
        "col": finding.column,
        "endColumn": finding.column + max(finding.end - finding.start, 1),
        "title": finding.title or finding.label,
    }
    settings = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
    text = _data(f"{finding.what} {finding.remedy}")
    return f"::{_GITHUB[finding.severity]} {settings}::{text}"


def _data(text: str) -> str:
    # As GitHub's own toolkit does it; else a text could end the command and begin another one.
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


#: Where a program reads, not a person.
FORMATS: dict[str, Callable[[Iterable[Finding]], str]] = {"json": as_json, "github": as_github}
