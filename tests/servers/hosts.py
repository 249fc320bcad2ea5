"""A cheap host as a whole: an account, its SSH and FTPS servers, and an Apache that serves it."""

from __future__ import annotations

import contextlib
import functools
import io
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from schaukasten.release import terminal
from schaukasten.release.publisher import Publisher
from tests.servers.account import PASSWORD, Account, account, run
from tests.servers.apache import Apache
from tests.servers.ftp import Ftp, ftp
from tests.servers.ssh import SFTP_ONLY, Ssh, ssh
from tests.worlds import ROOT

#: Seconds, see `lock`: no test waits a minute for a dead publisher.
QUICK = {"renewed": 0.2, "stale": 1.0}
#: Runs the publisher in a process of its own, which a test may kill.
_RUN = """
import functools, sys
from pathlib import Path
from schaukasten.release import terminal
terminal.Publisher = functools.partial(terminal.Publisher, renewed=0.2, stale=1.0)
root, site, force = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3] == "force"
sys.exit(terminal.publish(root, None, site, force=force, pauses=()))
"""


@dataclass
class Way:
    """One of the ways to the host: options of a target, and what stands in the environment."""

    name: str
    options: dict[str, object]
    environment: dict[str, str]

    def through(self, port: int, old: int) -> Way:
        """The same by another port: that of a line."""
        address = str(self.options["address"]).replace(f":{old}", f":{port}")
        options = {**self.options, "address": address}
        if "known_hosts" in options:
            known = Path(str(options["known_hosts"]))
            moved = known.with_name(f"known_hosts_{port}")
            moved.write_text(known.read_text().replace(f"]:{old}", f"]:{port}"))
            options["known_hosts"] = str(moved)
        return Way(self.name, options, self.environment)

    def start(self, folder: Path, site: Path, force: bool = False) -> subprocess.Popen[str]:
        """Start the publisher on a built site; `folder` is for its configuration."""
        root = self._project(folder)
        return subprocess.Popen(
            [sys.executable, "-c", _RUN, str(root), str(site), "force" if force else ""],
            env={**os.environ, **self.environment, "HOME": str(folder)},
            cwd=ROOT,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )

    def publish(
        self, folder: Path, site: Path, force: bool = False, pauses: tuple[float, ...] = ()
    ) -> tuple[int, str]:
        """Publish from this process, which is quicker; returns the exit code, and all it said."""
        root = self._project(folder)
        quick = functools.partial(Publisher, **QUICK)
        said = io.StringIO()
        with (
            pytest.MonkeyPatch.context() as patch,
            contextlib.redirect_stdout(said),
            contextlib.redirect_stderr(said),
        ):
            patch.setattr(terminal, "Publisher", quick)
            for name, value in {**self.environment, "HOME": str(folder)}.items():
                patch.setenv(name, value)
            patch.delenv("SSH_AUTH_SOCK", raising=False)
            code = terminal.publish(root, None, site, force=force, pauses=pauses)
        return code, said.getvalue()

    def _project(self, folder: Path) -> Path:
        """Write a project that knows this target; returns its folder."""
        root = folder / "project"
        root.mkdir(parents=True, exist_ok=True)
        (root / "publishconf.py").write_text(f"TARGETS = {{'live': {self.options!r}}}\n")
        if not (root / "theme").exists():
            (root / "theme").symlink_to(ROOT / "theme")
        return root


@dataclass
class Host:
    """`documents` is what Apache serves, and what every way publishes to."""

    account: Account
    apache: Apache
    ssh: Ssh
    ftp: Ftp
    ways: dict[str, Way]

    @property
    def documents(self) -> Path:
        return self.apache.documents

    def empty(self) -> None:
        """Leave nothing of what was published."""
        state = self.documents.parent / ".schaukasten-documents"
        run("rm", "-rf", str(self.documents), str(state))
        self.documents.mkdir(mode=0o755)
        self.account.own(self.documents)


@contextmanager
def host(folder: Path) -> Iterator[Host]:
    """Start all of it; `folder` is an empty one of the test's own."""
    (folder / "empty").mkdir()
    with ExitStack() as stack:
        user = stack.enter_context(account())
        apache = stack.enter_context(Apache(folder / "empty"))
        user.own(apache.documents)
        # Beside the website a customer may write too.
        run("chown", user.name, str(apache.folder))
        shell = stack.enter_context(ssh(user))
        only = stack.enter_context(ssh(user, SFTP_ONLY))
        files = stack.enter_context(ftp(user, apache.folder))
        secret = {"LIVE_PASSWORD": PASSWORD}
        ways = [
            Way(name, _ssh_options(one, apache.documents), {"LIVE_KEY": one.key.read_text()})
            for name, one in (("sftp", shell), ("sftp only", only))
        ]
        options = {"address": files.address("/documents"), "certificates": str(files.certificates)}
        ways.append(Way("ftps", dict(options), secret))
        yield Host(user, apache, shell, files, {way.name: way for way in ways})


def _ssh_options(server: Ssh, folder: Path) -> dict[str, object]:
    return {"address": server.address(folder), "known_hosts": str(server.known_hosts)}


def manifest(host: Host) -> dict[str, object]:
    path = host.documents.parent / ".schaukasten-documents" / "manifest.json"
    return dict(json.loads(path.read_bytes()))
