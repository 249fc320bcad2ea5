"""Debian's vsftpd on loopback: explicit TLS, and data only in the control connection's session."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests import parts
from tests.servers.account import Account, run
from tests.servers.certificate import certificate
from tests.servers.process import server

_CONFIGURATION = """
listen=YES
listen_address=127.0.0.1
listen_port={port}
background=NO
anonymous_enable=NO
local_enable=YES
write_enable=YES
local_umask=022
local_root={root}
chroot_local_user=YES
allow_writeable_chroot=YES
pam_service_name=vsftpd
secure_chroot_dir=/run/vsftpd/empty
seccomp_sandbox=NO
isolate=NO
isolate_network=NO
utf8_filesystem=YES
ssl_enable=YES
force_local_logins_ssl=YES
force_local_data_ssl=YES
require_ssl_reuse=YES
strict_ssl_read_eof=YES
ssl_ciphers=HIGH
rsa_cert_file={certificate}
rsa_private_key_file={key}
log_ftp_protocol=YES
xferlog_enable=YES
vsftpd_log_file={log}
"""


@dataclass(frozen=True)
class Ftp:
    """The account begins at `root`; `certificates` is the authority to trust."""

    account: Account
    port: int
    root: Path
    certificates: Path
    log: Path

    def address(self, folder: str) -> str:
        return f"ftps://{self.account.name}@localhost:{self.port}{folder}"


@contextmanager
def ftp(account: Account, root: Path | None = None, more: str = "") -> Iterator[Ftp]:
    """Run the server; `root` is what the account sees as /, `more` are lines of configuration."""
    with tempfile.TemporaryDirectory(prefix="vsftpd-") as name:
        folder = Path(name)
        made, key = certificate(folder)
        log, configuration = folder / "log", folder / "vsftpd.conf"
        root = root or account.home
        run("mkdir", "-p", "/run/vsftpd/empty")
        run("chown", "root:", str(key))

        def command(port: int) -> list[str]:
            configuration.write_text(
                _CONFIGURATION.format(port=port, root=root, certificate=made, key=key, log=log)
                + more
            )
            # It insists on a configuration that belongs to root.
            run("chown", "root:", str(configuration))
            return [str(parts.vsftpd_path()), str(configuration)]

        with server(command, folder / "out") as port:
            yield Ftp(account, port, root, made, log)
