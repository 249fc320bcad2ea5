"""A settings file and a folder of content → the site's files, or what in them stops it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from jinja2 import BytecodeCache
from pelican import Pelican
from pelican.settings import read_settings

from schaukasten.building.fault import faults_told
from schaukasten.building.settings import refuse_wrong_switches
from schaukasten.plugins.content import end_with_errors


def generate(
    conf: Path,
    output: Path,
    content: Path,
    today: str | None = None,
    compiled: BytecodeCache | None = None,
    bundle: bool = False,
) -> dict[str, Any]:
    """Run Pelican with the settings file `conf` into the folder `output`; return its settings.

    `content` is absolute; it and `today` go before what the settings say. `compiled` keeps
    templates from one run to the next; with `bundle` all styles are one file in a preview, too.
    Raises ContentError and Fault; any other exception is a mistake of ours.
    """
    override = {"PATH": str(content), "OUTPUT_PATH": str(output), "TODAY": today}
    with faults_told(conf):
        settings = _settings_of(conf, override)
        settings["BUNDLE_ASSETS"] |= bundle
        if compiled is not None:
            settings["JINJA_ENVIRONMENT"]["bytecode_cache"] = compiled
        Pelican(settings).run()
    return settings


def _settings_of(conf: Path, override: dict[str, Any]) -> dict[str, Any]:
    end_with_errors()
    settings: dict[str, Any] = read_settings(str(conf), override)
    refuse_wrong_switches(settings, conf)
    return settings
