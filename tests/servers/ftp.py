"""Debian's FTP servers on loopback, as hosts configure them: explicit TLS, an account's folder."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests import unpacked
from tests.servers.account import PASSWORD, Account, run
from tests.servers.certificate import certificate
from tests.servers.process import server

# Data only in the TLS session of the control connection, and never without close_notify.
_VSFTPD = """
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
pam_service_name=other
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

_PROFTPD = """
ModulePath {modules}
LoadModule mod_tls.c
ServerType standalone
DefaultAddress 127.0.0.1
SocketBindTight on
UseIPv6 off
UseReverseDNS off
Port {port}
User nobody
Group nogroup
PidFile {folder}/pid
ScoreboardFile {folder}/scoreboard
DelayEngine off
WtmpLog none
TransferLog none
SystemLog {log}
AuthOrder mod_auth_file.c
AuthUserFile {users}
DefaultRoot ~
Umask 022
AllowOverwrite {overwrite}
TLSEngine on
TLSRequired on
TLSRSACertificateFile {certificate}
TLSRSACertificateKeyFile {key}
TLSLog {folder}/tls
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
def ftp(
    account: Account, root: Path | None = None, more: str = "", kind: str = "vsftpd"
) -> Iterator[Ftp]:
    """Run the server; `root` is what the account sees as /.

    `more` are lines of configuration, of Pure-FTPd options.
    """
    with tempfile.TemporaryDirectory(prefix=f"{kind}-") as name:
        folder = Path(name)
        made, key = certificate(folder)
        run("chown", "root:", str(key))
        log = folder / "log"
        place = _Place(account, root or account.home, folder, made, key, log, more)

        def command(port: int) -> list[str]:
            return unpacked.command(kind, *_COMMANDS[kind](place, port))

        with server(command, folder / "out") as port:
            yield Ftp(account, port, place.root, made, log)


@dataclass(frozen=True)
class _Place:
    account: Account
    root: Path
    folder: Path
    certificate: Path
    key: Path
    log: Path
    more: str

    def configuration(self, text: str, **values: object) -> str:
        """Write a configuration, which has to belong to root; returns its name."""
        known = {name: getattr(self, name) for name in ("root", "certificate", "key", "log")}
        file = self.folder / "configuration"
        file.write_text(text.format(**known, folder=self.folder, **values) + self.more)
        run("chown", "root:", str(file))
        return str(file)


def _vsftpd(place: _Place, port: int) -> list[str]:
    run("mkdir", "-p", "/run/vsftpd/empty")
    return [place.configuration(_VSFTPD, port=port)]


def _proftpd(place: _Place, port: int) -> list[str]:
    name = place.account.name
    digest = run("openssl", "passwd", "-6", PASSWORD).strip()
    numbers = ":".join(run("id", which, name).strip() for which in ("-u", "-g"))
    users = place.folder / "users"
    users.write_text(f"{name}:{digest}:{numbers}::{place.root}:/bin/sh\n")
    users.chmod(0o600)
    run("chown", "root:", str(users))
    modules = unpacked.modules("proftpd")
    overwrite = "off" if "AllowOverwrite off" in place.more else "on"
    text = place.configuration(
        _PROFTPD, port=port, modules=modules, users=users, overwrite=overwrite
    )
    return ["--nodaemon", "--quiet", "--config", text]


def _pure_ftpd(place: _Place, port: int) -> list[str]:
    # It takes the folder from the list of the machine's users.
    assert place.root == place.account.home
    both = place.folder / "both.pem"
    both.write_bytes(place.key.read_bytes() + place.certificate.read_bytes())
    options = "--login unix --chrooteveryone --noanonymous --minuid 100 --tls 2 --dontresolve"
    return [
        *(*options.split(), "--bind", f"127.0.0.1,{port}", "--certfile", str(both)),
        *("--pidfile", str(place.folder / "pid"), *place.more.split()),
    ]


_COMMANDS = {"vsftpd": _vsftpd, "proftpd": _proftpd, "pure-ftpd": _pure_ftpd}
