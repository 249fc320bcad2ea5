"""A settings file and a folder of content → the site's files, or what in them stops it."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import Any

from schaukasten.building.compiled import Compiled
from schaukasten.building.fault import faults_told
from schaukasten.building.settings import refuse_wrong_switches
from schaukasten.building.unchanged import Inputs
from schaukasten.kept.digest import digest_of
from schaukasten.kept.halves import Copy
from schaukasten.kept.last_output import LastOutput
from schaukasten.kept.made_by import is_all_ours
from schaukasten.kept.memory import Memory, kept_in
from schaukasten.kept.shelf import Shelf
from schaukasten.plugins.page_generator import jinja_digest
from schaukasten.plugins.pelican_library import Pelican, read_settings


def generate(
    conf: Path,
    output: Path,
    content: Path,
    today: str | None = None,
    compiled: Compiled | None = None,
    bundle: bool = False,
    last: LastOutput | Path | None = None,
    inputs: Inputs | None = None,
    ahead: Copy | None = None,
) -> dict[str, Any]:
    """Run Pelican with the settings file `conf` into the folder `output`; return its settings.

    `content` is absolute; it and `today` go before what the settings say. `compiled` keeps
    templates from one run to the next; with `bundle` all styles are one file in a preview, too.
    What has not changed is taken from the output `last`; `inputs` were looked at already, and git
    was asked; what was not known is being read by `ahead`. Raises ContentError and Fault; any other
    exception is a mistake of ours.
    """
    override = {"PATH": str(content), "OUTPUT_PATH": str(output), "TODAY": today}
    with faults_told(conf):
        settings = _settings_of(conf, override)
        settings["BUNDLE_ASSETS"] |= bundle
        # By which pages and lists are known; none of it where code of others has a hand in them.
        settings["SAID"] = _said(settings) if is_all_ours(settings) else ""
        settings["LAST_OUTPUT"] = last
        settings["COMMIT"] = inputs.commit if inputs else None
        memory = inputs.memory if inputs else Memory.of(content, kept_in(settings))
        settings["MEMORY"] = memory
        memory.shelf.filled_by = ahead
        compiled = compiled or Compiled()
        # What Jinja can work out while it compiles stands in what it has compiled.
        shelf = memory.shelf if is_all_ours(settings) else Shelf(None)
        compiled.use(shelf, jinja_digest(settings))
        settings["JINJA_ENVIRONMENT"]["bytecode_cache"] = compiled
        # Whatever ends the run: what was found out by then need not be found out again.
        with closing(memory):
            Pelican(settings).run()
    return settings


def _said(settings: dict[str, Any]) -> str:
    """Return the digest of what the settings say, wherever the output goes."""
    said = ((name, str(value)) for name, value in settings.items() if name != "OUTPUT_PATH")
    return digest_of(repr(sorted(said)))


def _settings_of(conf: Path, override: dict[str, Any]) -> dict[str, Any]:
    settings: dict[str, Any] = read_settings(str(conf), override)
    refuse_wrong_switches(settings, conf)
    return settings
