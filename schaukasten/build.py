"""The folder `content/` → the finished site in `output/`, whole or not at all."""

from __future__ import annotations

import datetime as dt
import logging
import shutil
import sys
import tempfile
from pathlib import Path

from pelican.log import init as init_logging

from schaukasten.build_record import MARK
from schaukasten.generate import Fault, generate, interface_words
from schaukasten.plugins.content import ContentError
from schaukasten.release.budgets import over_budget
from schaukasten.report import Report


class BuildError(Exception):
    """Why nothing was built; `str()` is for the person at the terminal."""


def build(
    root: Path,
    content: Path | None = None,
    output: Path | None = None,
    drafts: bool = False,
    today: str | None = None,
) -> int:
    """Build the site of `content` (default `root/content`) into `output` (`root/output`).

    With `drafts` it is the preview. Returns the exit code: 0, or 1 after saying what is wrong;
    then the output is as it was before.
    """
    output = (output or root / "output").resolve()
    staging = None
    try:
        _check_arguments(content or root / "content", output, today)
        staging = _beside(output)
        init_logging(level=logging.WARNING)
        settings = root / ("pelicanconf.py" if drafts else "publishconf.py")
        generate(settings, staging, content, today)
        if not drafts and (excesses := over_budget(staging)):
            raise BuildError("\n".join(excesses))
        _swap(staging, output)
    except (BuildError, ContentError) as error:
        print(error, file=sys.stderr)
        return 1
    except Fault as fault:
        Report(root, "", interface_words(root / "theme")).print(fault.problems)
        return 1
    finally:
        if staging is not None:
            shutil.rmtree(staging, ignore_errors=True)
    return 0


def _check_arguments(content: Path, output: Path, today: str | None) -> None:
    if not content.is_dir():
        raise BuildError(f"There is no content folder {content}.")
    if output == content or output in content.absolute().parents:
        raise BuildError(f"{output} holds the content; name another output folder.")
    if output.exists() and not output.is_dir():
        raise BuildError(f"{output} is a file; name a folder for the output.")
    # The old output is deleted after a build: never somebody's documents.
    if output.exists() and any(output.iterdir()) and not (output / MARK).is_file():
        raise BuildError(f"{output} holds no site that was built here; delete it or name another.")
    if today is not None:
        try:
            dt.date.fromisoformat(today)
        except ValueError:
            raise BuildError(f"--today needs a day such as 2026-12-24, not {today}.") from None


def _swap(staging: Path, output: Path) -> None:
    """Put the new folder in the place of the old one by two renames, then delete the old one."""
    old = _beside(output)
    if output.exists():
        output.rename(old / output.name)
    staging.rename(output)
    shutil.rmtree(old, ignore_errors=True)


def _beside(output: Path) -> Path:
    """Make a new folder on the disk of the output, so that a rename moves it in one step."""
    output.parent.mkdir(parents=True, exist_ok=True)
    folder = Path(tempfile.mkdtemp(prefix=f"{output.name}.", dir=output.parent))
    folder.chmod(0o755)  # mkdtemp lets only the owner in
    return folder
