"""Debian's OpenSSH server on loopback, as hosts configure it: with a shell, or for SFTP only."""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests import parts
from tests.servers.account import Account, run
from tests.servers.process import server

#: What a cheap host often has: no shell.
SFTP_ONLY = "ForceCommand internal-sftp\nAllowTcpForwarding no\nPermitTTY no\n"


@dataclass(frozen=True)
class Ssh:
    """`key` lets the account in; `known_hosts` pins the server's key. Both are names of files."""

    account: Account
    port: int
    key: Path
    known_hosts: Path
    log: Path

    def address(self, folder: Path | str) -> str:
        return f"sftp://{self.account.name}@127.0.0.1:{self.port}{folder}"


@contextmanager
def ssh(account: Account, more: str = "") -> Iterator[Ssh]:
    """Run the server; `more` are lines of its configuration."""
    with tempfile.TemporaryDirectory(prefix="sshd-") as name:
        folder = Path(name)
        folder.chmod(0o755)
        host_key, key = new_key(folder / "host_key"), new_key(folder / "user_key")
        log, configuration = folder / "log", folder / "sshd_config"
        authorized = folder / "authorized_keys"
        authorized.write_text(public(key))
        authorized.chmod(0o644)
        run("chown", "root:", str(host_key))
        run("mkdir", "-p", "/run/sshd")

        def command(port: int) -> list[str]:
            configuration.write_text(
                f"Port {port}\nListenAddress 127.0.0.1\nHostKey {host_key}\nPidFile none\n"
                f"AuthorizedKeysFile {authorized}\nStrictModes no\nUsePAM no\n"
                "PasswordAuthentication yes\nMaxStartups 100\nUseDNS no\n"
                f"Subsystem sftp internal-sftp\n{more}"
            )
            return [str(parts.sshd_path()), "-D", "-e", "-f", str(configuration)]

        with server(command, log) as port:
            known = folder / "known_hosts"
            known.write_text(f"[127.0.0.1]:{port} {public(host_key)}")
            yield Ssh(account, port, key, known, log)


def new_key(path: Path, kind: str = "ed25519") -> Path:
    """Make a pair of keys; returns the file of the private one."""
    command = ["ssh-keygen", "-q", "-t", kind, "-N", "", "-C", "", "-f", str(path)]
    subprocess.run(command, check=True)
    return path


def public(key: Path) -> str:
    return key.with_name(f"{key.name}.pub").read_text()
