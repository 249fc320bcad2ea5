"""A settings file and a folder of content → the site's files, or what in them stops it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from jinja2 import BytecodeCache
from pelican import Pelican
from pelican.settings import read_settings

from schaukasten.building.faults import faults
from schaukasten.building.switches import wrong_switches
from schaukasten.language.catalogs import catalog
from schaukasten.language.messages import Gettext
from schaukasten.model.association.data import FALLBACK_LANGUAGE
from schaukasten.model.reading.problem import Problem
from schaukasten.plugins.content import ContentError


class Fault(Exception):
    """The theme or the settings are wrong; `file` of a problem starts at their folder."""

    def __init__(self, problems: list[Problem]):
        super().__init__(f"{problems[0].file}:{problems[0].line}")
        self.problems = problems


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
        settings = settings_of(conf, override)
        settings["BUNDLE_ASSETS"] |= bundle
        if compiled is not None:
            settings["JINJA_ENVIRONMENT"]["bytecode_cache"] = compiled
        Pelican(settings).run()
    return settings


def settings_of(conf: Path, override: dict[str, Any]) -> dict[str, Any]:
    """Read the settings file `conf`; `override` goes before what it says. Raises Fault."""
    settings: dict[str, Any] = read_settings(str(conf), override)
    if problems := wrong_switches(settings, conf):
        raise Fault(problems)
    return settings


@contextmanager
def faults_told(conf: Path) -> Iterator[None]:
    """Raise Fault for what in the block comes from the theme or the settings file `conf`."""
    try:
        yield
    except (ContentError, Fault):
        raise
    # Settings are a program, which may end itself.
    except (Exception, SystemExit) as error:
        problems = faults(error, conf)
        if not problems:
            raise
        raise Fault(problems) from error


def interface_words(theme: Path) -> Gettext:
    """Return the words for messages when it is not known in which language the content is."""
    try:
        return catalog(theme, FALLBACK_LANGUAGE).gettext
    # It may be the catalog that is broken.
    except (OSError, ValueError, LookupError):
        return str
