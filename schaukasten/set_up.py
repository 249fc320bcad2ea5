"""`requirements.txt` → the environment `.venv`, or one sentence about what is in the way.

Standard library only, in the syntax of Python 3.7: see `bootstrap`.
"""

from __future__ import annotations

import os
import re
import sys
from typing import IO

from schaukasten.environment_state import (
    SetUpFailed,
    is_current,
    python_of,
    stamp,
    stamp_file,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from schaukasten.environment_state import Folder

# Settings that send the packages elsewhere, or add requirements that the lock does not know.
MISLEADING = (
    "PIP_CONSTRAINT PIP_DRY_RUN PIP_EDITABLE PIP_IGNORE_INSTALLED PIP_NO_BINARY PIP_PREFIX "
    "PIP_PYTHON PIP_REQUIREMENT PIP_REQUIRE_VIRTUALENV PIP_ROOT PIP_TARGET PIP_UPGRADE PIP_USER"
).split()

# What pip prints → what is wrong, and what to do. The first that fits counts.
PIP_FAILURES = (
    (
        "DO NOT MATCH THE HASHES",
        "A package is not the one that requirements.txt names, so it was not installed: "
        "try another network, and renew the lock only when you know why.",
    ),
    (
        "No space left on device|not enough space on the disk|Disk quota exceeded",
        "The disk is full: make room (about 500 MB) and start again.",
    ),
    (
        "Permission denied|Access is denied|Read-only file system",
        "A file may not be written: see who owns the folder, and start again.",
    ),
    (
        "new connection|Connection (refused|broken|aborted|reset)|Connect(ion|Timeout)Error"
        "|ProxyError|SSLError|timed out|name resolution|Name or service|getaddrinfo|unreachable"
        # In the end, about a package for which nothing answered.
        r"|\(from versions: none\)",
        "The package index cannot be reached, and set-up needs it once: "
        "check the network (or the proxy) and start again.",
    ),
    (
        "",
        "pip could not install what requirements.txt names.",
    ),
)


def set_up(root: Folder) -> None:
    with open(os.path.join(root, ".venv.lock"), "w") as turn:
        wait_for(turn)
        # Another terminal may have done it meanwhile.
        if is_current(root):
            return
        refuse_link(os.path.join(root, ".venv"))
        say("Setting up .venv from requirements.txt (once, about a minute) ...")
        # First of all: an interrupted set-up must be noticed.
        if os.path.exists(stamp_file(root)):
            os.remove(stamp_file(root))
        make_environment(root)
        # Taken before, written after: the lock may be edited meanwhile.
        made_from = stamp(root)
        install(root)
        with open(stamp_file(root), "w", encoding="ascii") as file:
            file.write(made_from)


def refuse_link(folder: Folder) -> None:
    """Let no folder be emptied because a link leads there: it may be another project's."""
    if os.path.islink(folder) and os.path.isdir(folder) and os.listdir(folder):
        raise SetUpFailed(
            f".venv is a link to {os.path.realpath(folder)}, which set-up would empty: remove the "
            "link (rm .venv), or empty the folder if it is of no use, and start again."
        )


def wait_for(turn: IO[str]) -> None:
    """Hold the lock of the open file `turn` until it is closed."""
    if sys.platform == "win32":
        import msvcrt

        while True:
            try:
                return msvcrt.locking(turn.fileno(), msvcrt.LK_LOCK, 1)
            except OSError:
                # It gives up after ten seconds.
                say("Another terminal is setting up .venv; waiting for it ...")
    else:
        import fcntl

        try:
            fcntl.flock(turn, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            say("Another terminal is setting up .venv; waiting for it ...")
            fcntl.flock(turn, fcntl.LOCK_EX)


def make_environment(root: Folder) -> None:
    import subprocess

    try:
        import ensurepip  # noqa: F401  # Debian leaves it out, and venv notices too late
        import venv
    except ImportError:
        raise SetUpFailed(
            "This Python has no venv module with pip: install it "
            "(Debian, Ubuntu: apt install python3-venv) and start again."
        ) from None
    try:
        venv.create(
            os.path.join(root, ".venv"), clear=True, with_pip=True, symlinks=os.name != "nt"
        )
    except ValueError as error:
        raise SetUpFailed(f"No environment can be made here: {error}") from None
    except subprocess.CalledProcessError as error:
        raise failure((error.output or b"").decode("utf-8", "replace")) from None


def install(root: Folder) -> None:
    pip(root, "--require-hashes", "--requirement", "requirements.txt")
    # A step of its own: next to hashes, pip refuses a folder.
    pip(root, "--no-deps", "--no-build-isolation", "--editable", ".")


def pip(root: Folder, *options: str) -> None:
    """`pip install` with `options` inside the environment; silent unless it fails."""
    import subprocess

    always = ["--quiet", "--disable-pip-version-check", "--no-input", "--progress-bar", "off"]
    # Compiling is a fifth of the time, and most modules are never imported.
    always += ["--no-user", "--no-compile"]
    done = subprocess.run(
        # -I: neither the user's site-packages nor the current folder are in the path.
        [python_of(root), "-I", "-m", "pip", "install", *always, *options],
        cwd=str(root),
        env={k: v for k, v in os.environ.items() if k not in MISLEADING},
        # What is on stdin belongs to the command that comes after.
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    if done.returncode:
        raise failure(done.stdout.decode("utf-8", "replace"))


def failure(output: str) -> SetUpFailed:
    """What pip printed → its last words, then the sentence that says what to do."""
    sentence = next(sentence for sign, sentence in PIP_FAILURES if re.search(sign, output))
    # Of the attempts to connect the last is enough; links that lead nowhere are no fault.
    noise = re.compile(r"\s*$|WARNING: (Location|Retrying \(Retry\(total=[1-9])")
    words = [line for line in output.splitlines() if not noise.match(line)]
    return SetUpFailed("\n".join(["  pip: " + line for line in words[-12:]] + [sentence]))


def say(sentence: str) -> None:
    # stderr: stdout belongs to the command, which may be writing for a machine.
    print(sentence, file=sys.stderr, flush=True)
