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

from schaukasten.browser_editor import icons
from schaukasten.forms.configuration import ICONS
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


def bundle(target: Path, language: str, say: Callable[[Message], None]) -> bool:
    """Make the editor in the folder `target`, with the words of a language.

    What was there stays until the new one is whole. Returns whether there was anything to do;
    raises NotMade. `say` is told what takes its time.
    """
    target = target.absolute()
    if is_made(target, language):
        return False
    node = _node()
    install_packages(say)
    say(_("Bundling the editor …"))
    new = target.with_name(f"{target.name}.new")
    _run([node, "build.mjs", str(new), language])
    icons.keep_used(new, " ".join(ICONS))
    (new / _STAMP).write_text(_digest(language), encoding="ascii")
    if target.exists():
        shutil.rmtree(target)
    new.rename(target)
    return True


def install_packages(say: Callable[[Message], None]) -> None:
    """Bring the npm packages that the lock names, unless they are there; raises NotMade."""
    stamp = PAGE / _PACKAGES / _STAMP
    lock = digest_of((PAGE / "package-lock.json").read_bytes())
    if stamp.is_file() and stamp.read_text(encoding="ascii") == lock:
        return
    _node()
    say(_("Installing the packages of the editor (npm ci) …"))
    _run(["npm", "ci", "--no-progress"])
    stamp.write_text(lock, encoding="ascii")


def is_made(target: Path, language: str) -> bool:
    """Whether the editor in the folder is that of these sources, in this language."""
    stamp = target / _STAMP
    return stamp.is_file() and stamp.read_text(encoding="ascii") == _digest(language)


def _digest(language: str) -> str:
    files = sorted(
        path
        for path in PAGE.rglob("*")
        if path.is_file() and _PACKAGES not in path.relative_to(PAGE).parts
    )
    parts = (digest_of(str(path.relative_to(PAGE)), path.read_bytes()) for path in files)
    return digest_of(*parts, language, *ICONS, Path(icons.__file__).read_bytes())


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
