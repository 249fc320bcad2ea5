"""The JavaScript in `page/` and its npm packages → the editor's own files, made anew if need be.

Node is needed here only. Nothing of any site is in these files: what a site has is in its
`konfiguration.json`.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

from schaukasten.kept.digest import digest_of
from schaukasten.language.messages import Message, _

PAGE = Path(__file__).parent / "page"
#: Below the folder of what is kept; it may be deleted at any time.
FOLDER = "redaktion"
_STAMP = ".made-of"
_OLDEST_NODE = 18
_PACKAGES = "node_modules"
#: Cannot be reached, cannot be resolved, does not answer: codes of Node and of npm.
_UNREACHABLE = re.compile(r"E(?:NOTFOUND|AI_AGAIN|TIMEDOUT|CONNREFUSED|CONNRESET|NETUNREACH)")


class NotMade(Exception):
    """Why there is no editor, as a sentence with its remedy."""

    def __init__(self, reason: Message):
        super().__init__(reason.msgid)
        self.reason = reason


def bundle(target: Path, languages: list[str], say: Callable[[Message], None]) -> bool:
    """Make the editor in the folder `target`, with the words of these languages.

    What was there stays until the new one is whole. Returns whether there was anything to do;
    raises NotMade. `say` is told what takes its time.
    """
    if is_made(target, languages):
        return False
    node = _node()
    if _packages_made_of() != _lock_digest():
        say(_("Installing the packages of the editor (npm ci) …"))
        _install()
    say(_("Bundling the editor …"))
    new = target.with_name(f"{target.name}.new")
    _run([node, "build.mjs", str(new), *languages])
    (new / _STAMP).write_text(_digest(languages), encoding="ascii")
    if target.exists():
        shutil.rmtree(target)
    new.rename(target)
    return True


def is_made(target: Path, languages: list[str]) -> bool:
    """Whether the editor in the folder is that of these sources, in these languages."""
    stamp = target / _STAMP
    return stamp.is_file() and stamp.read_text(encoding="ascii") == _digest(languages)


def _digest(languages: list[str]) -> str:
    files = sorted(
        path
        for path in PAGE.rglob("*")
        if path.is_file() and _PACKAGES not in path.relative_to(PAGE).parts
    )
    parts = (digest_of(str(path.relative_to(PAGE)), path.read_text("utf-8")) for path in files)
    return digest_of(*parts, *languages)


def _lock_digest() -> str:
    return digest_of((PAGE / "package-lock.json").read_text("utf-8"))


def _packages_made_of() -> str:
    stamp = PAGE / _PACKAGES / _STAMP
    return stamp.read_text(encoding="ascii") if stamp.is_file() else ""


def _node() -> str:
    node = shutil.which("node")
    if node is None or shutil.which("npm") is None:
        raise NotMade(
            _(
                "To make the editor, Node and npm are needed. On Debian: apt install nodejs npm. "
                "Everything else works without."
            )
        )
    told = subprocess.run([node, "--version"], capture_output=True, text=True, check=False).stdout
    found = re.match(r"v(\d+)", told)
    if not found or int(found[1]) < _OLDEST_NODE:
        raise NotMade(
            _(
                "Node {version} is too old: {oldest} or newer is needed.",
                version=told.strip() or "?",
                oldest=_OLDEST_NODE,
            )
        )
    return node


def _install() -> None:
    _run(["npm", "ci", "--no-progress"])
    (PAGE / _PACKAGES / _STAMP).write_text(_lock_digest(), encoding="ascii")


def _run(command: list[str]) -> None:
    """Run a program in the folder of the page; raise NotMade with its last words."""
    done = subprocess.run(
        command,
        cwd=PAGE,
        check=False,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        env=os.environ | {"NO_COLOR": "1"},
    )
    if not done.returncode:
        return
    if _UNREACHABLE.search(done.stdout):
        raise NotMade(
            _("npm cannot reach the packages of the editor. Check the network, and try again.")
        )
    lines = [line for line in done.stdout.splitlines() if re.search("error", line, re.IGNORECASE)]
    raise NotMade(
        _(
            "The editor could not be made: {cause}",
            cause=(lines or done.stdout.splitlines() or [command[0]])[0].strip(),
        )
    )
