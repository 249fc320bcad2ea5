"""Settings that are on or off → which of them are neither, and where that stands."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from schaukasten.language.messages import _
from schaukasten.model.reading.problem import Problem, Severity

#: Python takes every text for true, "nein" as well.
SWITCHES = ("PREVIEW", "PUBLISH", "BUNDLE_ASSETS", "HTTPS_REDIRECT", "HOST_REDIRECT")
_OFF = {"", "0", "aus", "false", "falsch", "nein", "no", "none", "off"}


def wrong_switches(settings: Mapping[str, Any], conf: Path) -> list[Problem]:
    """Return what is wrong in the settings file `conf`, or in the one that it is built upon."""
    return [
        Problem(
            *_place(name, conf),
            Severity.ERROR,
            _("“{option}” is neither True nor False.", option=name),
            _("Write this line: {line}", line=f"{name} = {_meant(settings.get(name))}"),
        )
        for name in SWITCHES
        if not isinstance(settings.get(name), bool)
    ]


def _place(name: str, conf: Path) -> tuple[str, int]:
    """The last line that sets it, as Python reads it."""
    line = re.compile(rf"^[ \t]*{name}\b.*=", re.MULTILINE)
    for file in (conf, conf.with_name("pelicanconf.py")):
        text = file.read_text("utf-8") if file.is_file() else ""
        if found := list(line.finditer(text)):
            return file.name, text.count("\n", 0, found[-1].start(0)) + 1
    return conf.name, 1


def _meant(value: object) -> bool:
    return str(value).strip().lower() not in _OFF
