"""A user of this machine who exists as long as a test: what a customer is on a shared host."""

from __future__ import annotations

import os
import secrets
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

PASSWORD = "Schaukasten 1986 für alle"


@dataclass(frozen=True)
class Account:
    """`home` belongs to the user, and is open to read, as a web server wants it."""

    name: str
    home: Path

    def own(self, *paths: Path) -> None:
        """Give the paths, with all that is below, to the user."""
        run("chown", "-R", f"{self.name}:", *map(str, paths))


@contextmanager
def account() -> Iterator[Account]:
    """Add a user with `PASSWORD`; needs root, or sudo without a question."""
    folder = Path(tempfile.mkdtemp(prefix="schaukasten-"))
    folder.chmod(0o755)
    name = f"skt{secrets.token_hex(4)}"
    digest = run("openssl", "passwd", "-6", PASSWORD).strip()
    # A home outside /home, and a shell, without which neither PAM nor vsftpd lets one in.
    run("useradd", "--no-create-home", "-d", str(folder), "-s", "/bin/sh", "-p", digest, name)
    try:
        user = Account(name, folder)
        user.own(folder)
        yield user
    finally:
        run("pkill", "-KILL", "-u", name, check=False)
        run("userdel", "--force", name, check=False)
        run("rm", "-rf", str(folder))


def run(*command: str, check: bool = True) -> str:
    """Run a command as root; returns what it writes."""
    done = subprocess.run(as_root(*command), check=False, capture_output=True, text=True)
    assert not check or done.returncode == 0, (command, done.stderr)
    return done.stdout


def as_root(*command: str) -> list[str]:
    return list(command) if os.geteuid() == 0 else ["sudo", "-n", *command]
