"""What stops a build → whether it comes from theme or settings, and the words to say so."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from schaukasten.language.catalogs import FALLBACK_LANGUAGE, catalog
from schaukasten.language.messages import Gettext
from schaukasten.model.reading.problem import Problem
from schaukasten.plugins.content_error import ContentError


class Fault(Exception):
    """The theme or the settings are wrong; `file` of a problem starts at their folder."""

    def __init__(self, problems: list[Problem]):
        super().__init__(f"{problems[0].file}:{problems[0].line}")
        self.problems = problems


@contextmanager
def faults_told(conf: Path) -> Iterator[None]:
    """Raise Fault for what in the block comes from the theme or the settings file `conf`."""
    try:
        yield
    except (ContentError, Fault):
        raise
    # Settings are a program, which may end itself.
    except (Exception, SystemExit) as error:
        # A theme is looked at only after a failure.
        from schaukasten.building.faults import faults

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
