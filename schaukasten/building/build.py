"""The folder `content/` → the finished site in `output/`, whole or not at all."""

from __future__ import annotations

import logging
import os
import shutil
import sys
import tempfile
from contextlib import closing
from pathlib import Path

from schaukasten.building.compiled import Compiled
from schaukasten.building.fault import Fault, interface_words
from schaukasten.building.generate import generate
from schaukasten.building.heavy import tell_heavy
from schaukasten.building.precompressed import precompress
from schaukasten.building.unchanged import Inputs, Told
from schaukasten.kept.halves import Copy
from schaukasten.kept.last_output import LastOutput
from schaukasten.kept.memory import kept_in
from schaukasten.kept.shelf import Shelf
from schaukasten.language.catalogs import catalog
from schaukasten.language.messages import Message, _
from schaukasten.model.reading.problem import Problem, Severity
from schaukasten.plugins.content_error import ContentError
from schaukasten.plugins.page_writer import PageWriter
from schaukasten.plugins.pelican_library import init_logging
from schaukasten.record.build_record import MARK, BuildRecord, is_same_record
from schaukasten.record.items import unsaid
from schaukasten.release.budgets import over_budget
from schaukasten.report.report import Report


class BuildError(Exception):
    """Why nothing was built, a sentence for the person at the terminal."""

    def __init__(self, *reasons: Message):
        super().__init__(*(reason.msgid for reason in reasons))
        self.reasons = reasons


def build(
    root: Path,
    content: Path,
    output: Path,
    drafts: bool = False,
    today: str | None = None,
    compiled: Compiled | None = None,
    inputs: Inputs | None = None,
    ahead: Copy | None = None,
) -> int:
    """Build the site of `content` into `output`, both absolute, for `today` (YYYY-MM-DD).

    With `drafts` it is the preview; `compiled` keeps templates from one build to the next, and
    `inputs` remember what was built of them; what was not known of them is being read by `ahead`.
    Returns the exit code: 0, or 1 after saying what is wrong; then the output is as it was before.
    """
    aside = None
    try:
        _check_output(output, content)
        aside = _beside(output)
        staging = aside / "new"
        staging.mkdir()
        staging.chmod(0o755)  # whatever is usual for the person who builds
        init_logging(level=logging.WARNING)
        conf = root / ("pelicanconf.py" if drafts else "publishconf.py")
        settings = generate(
            conf,
            staging,
            content,
            today,
            compiled,
            last=output,
            inputs=inputs,
            ahead=ahead,
        )
        pages: PageWriter = settings["PAGES"]
        if not drafts:
            precompress(pages)
        spare = Path(settings["CACHE_PATH"], "output-before")
        files = pages.complete(_moved(spare, aside / "ground"))
        sizes = {name: stat.st_size for name, stat in files.items()}
        if not drafts and (excesses := over_budget(sizes)):
            raise BuildError(*excesses)
        if not drafts:
            tell_heavy(staging, sizes, settings)
        _tell_unsaid(staging, output, content, root / "theme")
        _swap(staging, output, aside / "old")
        _moved(aside / "old", spare)
        with closing(Shelf(kept_in(settings))) as shelf:
            LastOutput.of(output, pages.made_from, files).remember(shelf)
            if inputs is not None:
                told = Told(settings["PROBLEMS"], settings["DEFAULT_LANG"])
                inputs.remember(settings["TIMEZONE"], told, shelf)
    except ContentError as error:
        print(error, file=sys.stderr)
        return 1
    except BuildError as error:
        for reason in error.reasons:
            print(reason.text(interface_words(root / "theme")), file=sys.stderr)
        return 1
    except Fault as fault:
        Report(root, "", interface_words(root / "theme")).print(fault.problems)
        return 1
    finally:
        if aside is not None:
            shutil.rmtree(aside, ignore_errors=True)
    return 0


def _tell_unsaid(staging: Path, output: Path, content: Path, theme: Path) -> None:
    """Warn of what moved or changed since the last output without a word."""
    if is_same_record(output, staging):
        return
    before, now = BuildRecord.read(output), BuildRecord.read(staging)
    if before is None or now is None or before.preview or now.preview:
        return
    # The output of another association is not what this one was before.
    if before.website != now.website:
        return
    Report(content, content.name, catalog(theme, now.language).gettext).print(
        Problem(one.item.source, one.item.line, Severity.WARNING, one.what, one.remedy)
        for one in unsaid(before.inventory, now.inventory, now.redirects, now.day)
    )


def _check_output(output: Path, content: Path) -> None:
    folder = str(output)
    if output == content or output in content.parents:
        raise BuildError(_("{folder} holds the content; name another folder.", folder=folder))
    if output.exists() and not output.is_dir():
        raise BuildError(_("{folder} is a file; name a folder.", folder=folder))
    # The old output is deleted after a build: never somebody's documents.
    if output.exists() and any(output.iterdir()) and not (output / MARK).is_file():
        what = _("{folder} holds other files; delete it or name another folder.", folder=folder)
        raise BuildError(what)


def _swap(staging: Path, output: Path, before: Path) -> None:
    """Put the new folder in the place of the old one, and that aside, by two renames.

    Its time says when it was made, even if all of its files are old.
    """
    os.utime(staging)
    try:
        if output.exists():
            output.rename(before)
        staging.rename(output)
    finally:
        # Where the second one fails, or somebody stops it, the old folder is back.
        if before.exists() and not output.exists():
            before.rename(output)


def _moved(old: Path, new: Path) -> Path | None:
    """Move a folder; None if there is none, or it would have to be copied to another disk."""
    try:
        shutil.rmtree(new, ignore_errors=True)
        return old.rename(new)
    except OSError:
        return None


def _beside(output: Path) -> Path:
    """Make a new folder on the disk of the output, so that a rename moves it in one step."""
    output.parent.mkdir(parents=True, exist_ok=True)
    return Path(tempfile.mkdtemp(prefix=f"{output.name}.", dir=output.parent))
