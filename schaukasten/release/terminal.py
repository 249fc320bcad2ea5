"""`publish` and `verify` as a person at a terminal or a CI calls them."""

from __future__ import annotations

import os
import runpy
import sys
import time
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

from schaukasten.language.catalogs import catalog
from schaukasten.language.messages import Gettext, Message, _
from schaukasten.record.build_record import BuildRecord
from schaukasten.record.history import is_ancestor
from schaukasten.release.gate import refuse_unready
from schaukasten.release.harmless import harmless
from schaukasten.release.inventory import inventory
from schaukasten.release.origins import refuse_shared_origin
from schaukasten.release.plan import Plan
from schaukasten.release.progress import Progress
from schaukasten.release.publisher import Publisher
from schaukasten.release.summary import tell_build, tell_end, tell_plan
from schaukasten.release.targets.errors import ConnectionCut, LoginRefused, PublishError
from schaukasten.release.targets.target import (
    EDITOR_FOLDER,
    SITE_FOLDER,
    Secrets,
    Target,
    read_target,
)
from schaukasten.release.transports import connect
from schaukasten.release.verify import verify as look

#: Where the language of the site is not known.
FALLBACK_LANGUAGE = "de"
#: Seconds before each further attempt when the line breaks.
PAUSES = (2.0, 15.0)


def publish(
    root: Path,
    name: str | None,
    site: Path | None,
    dry_run: bool = False,
    force: bool = False,
    pauses: tuple[float, ...] = PAUSES,
) -> int:
    """Carry the folder `site` to the target `name`, or to the only one; returns the exit code.

    Without `site` it is the folder that such a target gets. With `dry_run` it only lists what
    would change; `force` lets pass what looks like a mistake, as many deletions do.
    """

    def run(site: Path, record: BuildRecord, target: Target, progress: Progress) -> int:
        started = time.monotonic()
        refuse_unready(record, target)
        refuse_shared_origin(record, target, _targets(root))
        # Meanwhile the host is being found.
        files = ThreadPoolExecutor(1).submit(inventory, site)
        publisher = Publisher(
            site,
            record,
            files.result,
            target,
            # The content may be a repository of its own in the project's.
            partial(is_ancestor, [root, root / "content"]),
            progress,
            force=force,
        )
        progress.tell(_("Target “{target}”: {place}", target=target.name, place=target.place))
        tell_build(record, progress)
        if dry_run:
            with connect(target) as transport:
                tell_plan(publisher.compare(transport), progress)
            return 0
        plan = _with_patience(publisher, target, progress, pauses)
        tell_end(plan, time.monotonic() - started, progress)
        return 0

    stopped = _("Stopped. The live site is whole; publish again to go on.")
    return _run(root, name, site, run, stopped)


def verify(root: Path, name: str | None, site: Path | None) -> int:
    """Look at the published site over HTTP; returns 0 if every visitor gets what was built."""

    def run(site: Path, record: BuildRecord, target: Target, progress: Progress) -> int:
        address = target.website or record.website
        progress.tell(_("Looking at {address}", address=address))
        result = look(address, inventory(site), record, target)
        for problem in result.problems:
            progress.tell(problem)
        if result.further:
            more = _("{count} more findings come of the same.", count=result.further)
            progress.tell(more)
        progress.tell(
            _(
                "{checks} checks on {files} files: {problems} problems.",
                checks=result.checks,
                files=result.files,
                problems=len(result.problems),
            )
        )
        return 1 if result.problems else 0

    return _run(root, name, site, run, _("Stopped."))


def _run(
    root: Path,
    name: str | None,
    typed: Path | None,
    run: Callable[[Path, BuildRecord, Target, Progress], int],
    stopped: Message,
) -> int:
    site = typed or root / _folder(root, name)
    record = BuildRecord.read(site)
    hidden = Secrets()
    language = record.language if record else FALLBACK_LANGUAGE
    gettext = catalog(root / "theme", language).gettext
    try:
        if record is None:
            builder = "editor" if site.name == EDITOR_FOLDER else "build"
            raise PublishError(
                _("There is no finished site in {folder}.", folder=site),
                _("Build it first: {command}", command=f"python3 tasks.py {builder}"),
            )
        target = read_target(_targets(root), name, os.environ, root)
        hidden = target.secrets
        return run(site, record, target, _progress(gettext, language, hidden))
    except PublishError as error:
        print(harmless(error.text(gettext), hidden), file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print(f"\n{stopped.text(gettext)}", file=sys.stderr)
        return 130


def _folder(root: Path, name: str | None) -> str:
    """Return what a target gets, seen from the project; what is wrong with it is told later."""
    try:
        return read_target(_targets(root), name, {}, root).folder
    except PublishError:
        return SITE_FOLDER


def _targets(root: Path) -> Mapping[str, object]:
    """Return `TARGETS` of publishconf.py."""
    try:
        targets = runpy.run_path(str(root / "publishconf.py")).get("TARGETS", {})
    except Exception as error:
        # Whatever is written there, a volunteer has written it.
        raise PublishError(
            _("“{file}” cannot be read: {answer}", file="publishconf.py", answer=_where(error)),
            _("Write it as docs/hosting.md shows."),
        ) from None
    if not isinstance(targets, dict) or not all(isinstance(name, str) for name in targets):
        raise PublishError(
            _("TARGETS in publishconf.py is no dictionary."),
            _("Write it as docs/hosting.md shows."),
        )
    return targets


def _where(error: Exception) -> str:
    line = getattr(error, "lineno", None)
    place = f" ({line})" if line else ""
    return f"{type(error).__name__}: {getattr(error, 'msg', '') or error}{place}"


def _with_patience(
    publisher: Publisher,
    target: Target,
    progress: Progress,
    pauses: tuple[float, ...],
    attempt: int = 0,
) -> Plan:
    """Publish; when the line breaks, try again: nobody is there at night to do so."""
    try:
        with connect(target, attempt) as transport:
            return publisher.publish(transport)
    except (ConnectionCut, LoginRefused) as error:
        if not pauses:
            raise
        # Once more, as it may be too many connections; a wrong password tried often shuts us out.
        rest = () if isinstance(error, LoginRefused) else pauses[1:]
        progress.tell(error.what)
        progress.tell(_("Trying again in {seconds} s.", seconds=round(pauses[0])))
    time.sleep(pauses[0])
    return _with_patience(publisher, target, progress, rest, attempt + 1)


def _progress(gettext: Gettext, language: str, secrets: Secrets) -> Progress:
    in_ci = os.environ.get("CI", "") not in ("", "0", "false")
    bars = sys.stdout.isatty() and not in_ci
    return Progress(sys.stdout, gettext, language, bars, secrets=secrets)
