"""The folder of the project → whether its `.venv` is there, and made from what stands there now.

Standard library only, in the syntax of Python 3.7: see `bootstrap`.
"""

from __future__ import annotations

import os
import sys
from hashlib import sha256

# Without `typing` and `pathlib`: each command of a bare Python goes through here, and waits.
TYPE_CHECKING = False
if TYPE_CHECKING:
    Folder = str | os.PathLike[str]

# To be raised whenever this module makes the environment in another way than before.
RECIPE = "1"


class SetUpFailed(Exception):
    """One sentence for the person at the keyboard."""


def is_inside(root: Folder) -> bool:
    prefix, home = (os.path.realpath(one) for one in (sys.prefix, os.path.join(root, ".venv")))
    return os.path.normcase(prefix) == os.path.normcase(home)


def is_current(root: Folder) -> bool:
    file = stamp_file(root)
    if not os.path.exists(file):
        return False
    with open(file, encoding="ascii") as made:
        return made.read() == stamp(root)


def stamp_file(root: Folder) -> str:
    return os.path.join(root, ".venv", ".stamp")


def stamp(root: Folder) -> str:
    """Everything that the environment depends on, as one SHA-256 in hexadecimal.

    Beside the lock that is the folder (scripts and the editable install hold its path) and the
    interpreter behind the link (an upgrade of the system's Python leaves an empty shell).
    """
    digest = sha256()
    for part in (RECIPE, os.path.realpath(root), os.path.realpath(python_of(root))):
        digest.update(part.encode("utf-8", "surrogateescape") + b"\0")
    for name in ("requirements.txt", "pyproject.toml"):
        # Without carriage returns: git on Windows may have put them in.
        with open(os.path.join(root, name), "rb") as file:
            digest.update(file.read().replace(b"\r\n", b"\n") + b"\0")
    return digest.hexdigest()


def python_of(root: Folder) -> str:
    if sys.platform == "win32":
        return os.path.join(root, ".venv", "Scripts", "python.exe")
    return os.path.join(root, ".venv", "bin", "python")
