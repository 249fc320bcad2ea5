"""A bare Python → the same command inside `.venv`, made from `requirements.txt` if need be.

Standard library only, and in the syntax of Python 3.7: whoever starts it with less than is
needed gets a sentence, not a traceback.
"""

from __future__ import annotations

import os
import sys

from schaukasten.environment_state import SetUpFailed, is_current, is_inside, python_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from schaukasten.environment_state import Folder

OLDEST_PYTHON = (3, 11)

# Left for the process that goes on inside; found outside it means that we go in circles.
ENTERED = "SCHAUKASTEN_ENTERED"


def enter_environment(root: Folder, argv: list[str]) -> None:
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


def leave_for_environment(root: Folder, argv: list[str]) -> None:
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
        from schaukasten.set_up import set_up

        set_up(root)
    # Who wants nothing compiled beside the sources (as images for CI do) gets it in the cache: else
    # a thousand modules would be compiled by every command.
    if os.environ.pop("PYTHONDONTWRITEBYTECODE", None):
        os.environ.setdefault("PYTHONPYCACHEPREFIX", os.path.join(root, ".cache", "python"))
    os.environ[ENTERED] = "1"
    go_on(python_of(root), argv)


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
