"""FTP servers, which exclude each other as Debian packages, and a library → below `.cache/`.

The packages are fetched and unpacked, with the libraries that the machine lacks. Nothing is
installed or removed, no script of a package runs and no service starts.
"""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

HERE = Path(__file__).resolve().parent.parent / ".cache" / "unpacked"

# Part → its packages.
PACKAGES = {
    "vsftpd": ["vsftpd"],
    "proftpd": ["proftpd-core", "proftpd-mod-crypto"],
    "pure-ftpd": ["pure-ftpd"],
    "libical": ["libical3"],
}
# Where it is in them, as a pattern; a server is in the folder of servers.
_FILES = {"libical": "usr/lib/*/libical.so.3"}


class NotUnpacked(Exception):
    """Why a part is not there, in one line."""


def file(part: str) -> Path | None:
    """The program, or the library."""
    found = next((HERE / part).glob(_FILES.get(part, f"usr/sbin/{part}")), None)
    # The last thing that is made: whoever is killed before leaves no half server.
    return found if (HERE / part / "whole").exists() else None


def command(part: str, *arguments: str) -> list[str]:
    """The command that runs a server, with its libraries."""
    found = file(part)
    assert found is not None
    return with_libraries(part, str(found), *arguments)


def with_libraries(part: str, *command: str) -> list[str]:
    """The command, for which the libraries of a part are found."""
    folders = sorted({str(one.parent) for one in (HERE / part).rglob("*.so*")})
    return ["env", f"LD_LIBRARY_PATH={':'.join(folders)}", *command]


def modules(part: str) -> Path:
    """The folder of a server's own modules."""
    return HERE / part / "usr/lib" / part


def unpack(part: str) -> None:
    """Fetch and unpack what a part needs; raises NotUnpacked with the reason."""
    if not shutil.which("apt-get") or not shutil.which("dpkg"):
        raise NotUnpacked("no apt-get here")
    folder = HERE / part
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "packages").mkdir(parents=True)
    names = [*PACKAGES[part], *_missing_libraries(PACKAGES[part])]
    _run(folder / "packages", "apt-get", "--quiet", "download", *names)
    for package in sorted((folder / "packages").glob("*.deb")):
        _run(folder, "dpkg", "-x", str(package), str(folder))
    (folder / "whole").touch()


def _missing_libraries(packages: list[str]) -> list[str]:
    found: list[str] = []
    new = packages
    while new:
        told = _run(HERE, "apt-cache", "depends", "--important", *new)
        wanted = sorted(set(re.findall(r"Depends: (lib[\w.+-]+)", told)) - set(found))
        asked = ("dpkg-query", "-W", "-f", "${Package} ${db:Status-Status}\n", *wanted)
        # It fails where one of them is not known, and tells of the others.
        there = subprocess.run(asked, capture_output=True, text=True, check=False).stdout
        new = [name for name in wanted if f"{name} installed\n" not in there]
        found += new
    return found


def _run(folder: Path, *command: str) -> str:
    done = subprocess.run(
        command,
        cwd=folder,
        check=False,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        env={"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL": "C"},
    )
    if done.returncode:
        cause = re.search(r"^E: .*", done.stderr, re.MULTILINE)
        raise NotUnpacked(cause[0] if cause else f"{command[0]} exits with {done.returncode}")
    return done.stdout
