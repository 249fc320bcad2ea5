"""`content/` → the model in Pelican's settings and in every template; with errors, no build.

Pelican reads file by file and goes on after an error. Here the whole content is read first.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NoReturn
from urllib.parse import urlsplit

from schaukasten.kept.memory import Memory, kept_in
from schaukasten.language.direction import direction
from schaukasten.model.reading.problem import Problem, in_order
from schaukasten.model.site import Outcome, Site
from schaukasten.plugins.content_error import ContentError
from schaukasten.plugins.pelican_library import Generator, Pelican, signals
from schaukasten.plugins.read_site import read_site
from schaukasten.report.report import EVERY, Report


def read_content(pelican: Pelican) -> None:
    """Put the model into the settings, with what Pelican wants to know of the association."""
    settings = pelican.settings
    content = Path(settings["PATH"])
    # A build has opened its own; plain `pelican` has none.
    memory = settings.get("MEMORY") or Memory.of(content, kept_in(settings))
    settings["MEMORY"] = memory
    outcome, gettext = read_site(settings, memory)
    # Errors would drown among what can wait; `check` tells all of it.
    problems = outcome.problems if outcome.site else outcome.errors
    Report(content, content.name, gettext, EVERY).print(problems)
    if outcome.site is None:
        memory.close()
        raise ContentError(outcome, gettext)
    association = outcome.site.association
    settings["SITE"] = outcome.site
    settings["PROBLEMS"] = outcome.problems
    settings["GETTEXT"] = gettext
    settings["SITENAME"] = association.name
    settings["DEFAULT_LANG"] = association.language
    settings["TIMEZONE"] = association.timezone
    # Under a name of our own: Pelican would write one, too. Without entries it would carry the time
    # of the build.
    has_news = any(one.kind == "ARTICLE" for one in outcome.site.documents.values())
    settings["FEED"] = settings["NEWS_FEED"] if settings["PUBLISH"] and has_news else None
    if settings["PUBLISH"] and not settings["SITEURL"]:
        settings["SITEURL"] = association.website.rstrip("/")


def refuse(settings: Mapping[str, Any], problems: list[Problem]) -> NoReturn:
    """Report what is found in the content while it is written, and stop as for all its errors."""
    content, gettext = Path(settings["PATH"]), settings["GETTEXT"]
    Report(content, content.name, gettext).print(problems)
    every = in_order([*settings["PROBLEMS"], *problems])
    language = settings["DEFAULT_LANG"]
    raise ContentError(Outcome(None, every, language, len(settings["SITE"].documents)), gettext)


def share_with_templates(generator: Generator) -> None:
    """Bring the model into the context, which Pelican copied before the content was read.

    Of our own generators none has to be told: they share it, and the first one's templates.
    """
    settings = generator.settings
    settings.setdefault("FIRST_GENERATOR", generator)
    language = settings["DEFAULT_LANG"]
    context: dict[str, Any] = {
        key: settings[key] for key in ("SITENAME", "DEFAULT_LANG", "TIMEZONE", "SITEURL", "FEED")
    }
    site: Site = settings["SITE"]
    context["association"] = site.association
    context["locations"] = site.locations
    context["navigation"] = site.navigation
    context["logo"] = site.logo
    context["today"] = site.today
    context["preview"] = settings["PREVIEW"]
    # Addresses in pages start at the host, so that a copy on another host works too.
    context["base"] = urlsplit(settings["SITEURL"]).path.rstrip("/")
    context["language"] = language
    context["direction"] = direction(language)
    context["contact_url"] = site.address_of_template("contact")
    context["donate_url"] = site.address_of_template("donate")
    context["directions_url"] = _directions_url(site)
    # For paper and for what is passed on: the whole address.
    context["site_address"] = (settings["SITEURL"] or site.association.website).rstrip("/")
    generator.context.update(context)


def _directions_url(site: Site) -> str | None:
    """The address of the way to the house: the contact page, at its directions if it has some."""
    contact = site.address_of_template("contact")
    if contact and any(location.directions for location in site.locations):
        return f"{contact}#anfahrt"
    return contact


def _without_traceback(record: logging.LogRecord) -> bool:
    """Let Pelican log the error of an editor without a page of Python."""
    if record.exc_info and isinstance(record.exc_info[1], ContentError):
        record.msg, record.args = str(record.exc_info[1]), ()
        record.exc_info = None
    return True


def register() -> None:
    logging.getLogger("pelican").addFilter(_without_traceback)
    # The first signal of every run, before Pelican looks at any file or empties the output.
    signals.get_generators.connect(read_content)
    signals.generator_init.connect(share_with_templates)
