"""A settings file → what it says, read without Pelican where Pelican would make the same of it."""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import Any

from schaukasten.building.fault import Fault
from schaukasten.building.switches import wrong_switches

#: What Pelican hands on as it stands, if it is of this type. All else it checks, changes, or has
#: given up.
_PLAIN: tuple[tuple[type, str], ...] = (
    (str, r"\w+_(URL|SAVE_AS|CALENDAR)|PATH|OUTPUT_PATH|CACHE_PATH|THEME|TIMEZONE|SITEURL"),
    (str, r"FILENAME_METADATA|NEWS_FEED"),
    (list, r"(ARTICLE|PAGE|STATIC)_PATHS|RESERVED_(SLUGS|ROOTS)|PLUGINS|IGNORE_FILES"),
    (list, r"DIRECT_TEMPLATES|TEMPLATE_EXTENSIONS|LOG_FILTER|FORMATTED_FIELDS"),
    (dict, r"READERS|JINJA_ENVIRONMENT|TARGETS|SECTIONS|EDITOR"),
    (type(None), r"\w+_FEED_(ATOM|RSS)|FEED_ALL_ATOM"),
    (object, r"PREVIEW|PUBLISH|BUNDLE_ASSETS|HTTPS_REDIRECT|HOST_REDIRECT|TODAY|LIST_PAGE"),
    (object, r"USE_FOLDER_AS_CATEGORY|(ARTICLE|PAGE)_TRANSLATION_ID|DELETE_OUTPUT_DIRECTORY"),
)
#: What is not said here is what Pelican says.
_SAID = set(
    "THEME CACHE_PATH ARTICLE_PATHS PAGE_PATHS "
    "ARTICLE_URL PAGE_URL TAG_URL YEAR_ARCHIVE_URL".split()
)


def settings_of(conf: Path, override: Mapping[str, Any]) -> dict[str, Any]:
    """Read the settings file `conf`; `override` goes before what it says. Raises Fault.

    Pelican is asked only where the file says more than what it would hand on as it stands.
    """
    settings = {**_said(conf), **override}
    theme = conf.parent / str(settings.get("THEME"))
    is_plain = all(_is_plain(name, value) for name, value in settings.items())
    if is_plain and settings.keys() >= _SAID and theme.is_dir():
        settings["THEME"] = str(theme)
        settings["CACHE_PATH"] = str(conf.parent / settings["CACHE_PATH"])
    else:
        from schaukasten.plugins.pelican_library import read_settings

        settings = read_settings(str(conf), dict(override))
    refuse_wrong_switches(settings, conf)
    return settings


def refuse_wrong_switches(settings: Mapping[str, Any], conf: Path) -> None:
    if problems := wrong_switches(settings, conf):
        raise Fault(problems)


def _said(conf: Path) -> dict[str, Any]:
    """Run the settings file, as Pelican does."""
    spec = spec_from_file_location(conf.stem, conf)
    assert spec
    assert spec.loader
    module = sys.modules[conf.stem] = module_from_spec(spec)
    spec.loader.exec_module(module)
    return {name: value for name, value in vars(module).items() if name.isupper()}


def _is_plain(name: str, value: object) -> bool:
    return any(
        isinstance(value, kind) and re.fullmatch(names, name) is not None for kind, names in _PLAIN
    )
