"""FTP servers, which exclude each other as Debian packages → their programs below `.cache/`.

The packages are fetched and unpacked, with the libraries that the machine lacks. Nothing is
installed or removed, no script of a package runs and no service starts.
"""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

SERVERS = Path(__file__).resolve().parent.parent / ".cache" / "servers"

# Part → its packages.
PACKAGES = {
    "vsftpd": ["vsftpd"],
    "proftpd": ["proftpd-core", "proftpd-mod-crypto"],
    "pure-ftpd": ["pure-ftpd"],
}


class NotUnpacked(Exception):
    """Why a server is not there, in one line."""


def program(part: str) -> Path | None:
    path = SERVERS / part / "usr/sbin" / part
    # The last thing that is made: whoever is killed before leaves no half server.
    return path if (SERVERS / part / "whole").exists() and path.exists() else None


def command(part: str, *arguments: str) -> list[str]:
    """The command that runs it, with its libraries."""
    folders = sorted({str(file.parent) for file in (SERVERS / part).rglob("*.so*")})
    found = program(part)
    assert found is not None
    return ["env", f"LD_LIBRARY_PATH={':'.join(folders)}", str(found), *arguments]


def modules(part: str) -> Path:
    """The folder of a server's own modules."""
    return SERVERS / part / "usr/lib" / part


def unpack(part: str) -> None:
    """Fetch and unpack what a server needs; raises NotUnpacked with the reason."""
    if not shutil.which("apt-get") or not shutil.which("dpkg"):
        raise NotUnpacked("no apt-get here")
    folder = SERVERS / part
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
        told = _run(SERVERS, "apt-cache", "depends", "--important", *new)
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
