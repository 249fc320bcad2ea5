"""A bare Python → the same command inside `.venv`, made from `requirements.txt` if need be.

Standard library only, and in the syntax of Python 3.7: whoever starts it with less than is
needed gets a sentence, not a traceback.
"""

from __future__ import annotations

import os
import re
import sys
from hashlib import sha256
from pathlib import Path
from typing import IO

OLDEST_PYTHON = (3, 11)

# To be raised whenever this module makes the environment in another way than before.
RECIPE = "1"

# Left for the process that goes on inside; found outside it means that we go in circles.
ENTERED = "SCHAUKASTEN_ENTERED"

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


class SetUpFailed(Exception):
    """One sentence for the person at the keyboard."""


def enter_environment(root: Path, argv: list[str]) -> None:
    """Return inside an up-to-date `root/.venv` only.

    Anywhere else: make it if need be, run `argv` inside it, and end with that run's exit code.
    Whatever is in the way ends with 1 and one sentence on stderr.
    """
    try:
        require_python(sys.version_info[:2])
        if is_inside(root) and is_current(root):
            os.environ.pop(ENTERED, None)
            return
        leave_for_environment(root, argv)
    except SetUpFailed as failure:
        sys.exit(str(failure))
    except OSError as error:
        sys.exit(f"Set-up failed: {error}")
    except KeyboardInterrupt:
        sys.exit("Set-up was interrupted; the next start begins it anew.")


def require_python(version: tuple[int, int]) -> None:
    if version < OLDEST_PYTHON:
        raise SetUpFailed(
            "This needs Python {}.{} or newer, and was started with {}.{} ({}): "
            "install a newer one and start with that.".format(
                *OLDEST_PYTHON, *version, sys.executable
            )
        )


def is_inside(root: Path) -> bool:
    prefix, home = (os.path.realpath(folder) for folder in (sys.prefix, root / ".venv"))
    return os.path.normcase(prefix) == os.path.normcase(home)


def is_current(root: Path) -> bool:
    file = stamp_file(root)
    return file.exists() and file.read_text(encoding="ascii") == stamp(root)


def stamp_file(root: Path) -> Path:
    return root / ".venv" / ".stamp"


def stamp(root: Path) -> str:
    """Everything that the environment depends on, as one SHA-256 in hexadecimal.

    Beside the lock that is the folder (scripts and the editable install hold its path) and the
    interpreter behind the link (an upgrade of the system's Python leaves an empty shell).
    """
    digest = sha256()
    for part in (RECIPE, os.path.realpath(root), os.path.realpath(python_of(root))):
        digest.update(part.encode("utf-8", "surrogateescape") + b"\0")
    for name in ("requirements.txt", "pyproject.toml"):
        # Without carriage returns: git on Windows may have put them in.
        digest.update((root / name).read_bytes().replace(b"\r\n", b"\n") + b"\0")
    return digest.hexdigest()


def python_of(root: Path) -> Path:
    if sys.platform == "win32":
        return root / ".venv" / "Scripts" / "python.exe"
    return root / ".venv" / "bin" / "python"


def leave_for_environment(root: Path, argv: list[str]) -> None:
    if is_inside(root):
        if sys.platform == "win32":
            raise SetUpFailed(
                "The lock has changed, and Windows does not let a running Python be replaced: "
                "start with the Python outside .venv (py tasks.py ...)."
            )
        go_on(sys._base_executable, argv)  # type: ignore[attr-defined]  # absent in typeshed
    if os.environ.pop(ENTERED, None):
        raise SetUpFailed(
            "The Python in .venv does not take .venv as its home: delete .venv and start again."
        )
    if not is_current(root):
        set_up(root)
    os.environ[ENTERED] = "1"
    go_on(str(python_of(root)), argv)


def go_on(python: str, argv: list[str]) -> None:
    # Both are meant for another Python: what runs inside is what the lock names.
    for name in ("PYTHONHOME", "PYTHONPATH"):
        os.environ.pop(name, None)
    command = [python, *argv]
    sys.stdout.flush()
    sys.stderr.flush()
    if sys.platform == "win32":
        # There, exec would return to the prompt at once and lose the exit code.
        sys.exit(run_to_its_end(command))
    os.execv(python, command)


def run_to_its_end(command: list[str]) -> int:
    # Where .venv is up to date, and exec goes on in it, nobody waits for this module.
    import subprocess

    with subprocess.Popen(command) as child:
        while True:
            try:
                return child.wait()
            except KeyboardInterrupt:
                # The child has got it too, and decides.
                continue


def set_up(root: Path) -> None:
    with (root / ".venv.lock").open("w") as turn:
        wait_for(turn)
        # Another terminal may have done it meanwhile.
        if is_current(root):
            return
        say("Setting up .venv from requirements.txt (once, about a minute) ...")
        # First of all: an interrupted set-up must be noticed.
        if stamp_file(root).exists():
            stamp_file(root).unlink()
        make_environment(root)
        # Taken before, written after: the lock may be edited meanwhile.
        made_from = stamp(root)
        install(root)
        stamp_file(root).write_text(made_from, encoding="ascii")


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


def make_environment(root: Path) -> None:
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
        venv.create(root / ".venv", clear=True, with_pip=True, symlinks=os.name != "nt")
    except ValueError as error:
        raise SetUpFailed(f"No environment can be made here: {error}") from None
    except subprocess.CalledProcessError as error:
        raise failure((error.output or b"").decode("utf-8", "replace")) from None


def install(root: Path) -> None:
    pip(root, "--require-hashes", "--requirement", "requirements.txt")
    # A step of its own: next to hashes, pip refuses a folder.
    pip(root, "--no-deps", "--no-build-isolation", "--editable", ".")


def pip(root: Path, *options: str) -> None:
    """`pip install` with `options` inside the environment; silent unless it fails."""
    import subprocess

    always = ["--quiet", "--disable-pip-version-check", "--no-input", "--progress-bar", "off"]
    # Compiling is a fifth of the time, and most modules are never imported.
    always += ["--no-user", "--no-compile"]
    done = subprocess.run(
        # -I: neither the user's site-packages nor the current folder are in the path.
        [str(python_of(root)), "-I", "-m", "pip", "install", *always, *options],
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
