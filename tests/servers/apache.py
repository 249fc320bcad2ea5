"""A folder → Debian's Apache that serves it on loopback, by http and https, as a cheap host would.

    with Apache(site) as apache:
        assert apache.get("/").status == 200
        assert "AH00670" not in apache.errors()

It serves a copy (`apache.documents`), which a test may change: the children run as nobody where
the test runs as root, and could not look into a folder that only root may enter.
"""

from __future__ import annotations

import http.client
import os
import shutil
import signal
import socket
import ssl
import subprocess
import tempfile
import time
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

from tests import parts

MODULES = Path("/usr/lib/apache2/modules")
#: Without these it would not serve at all, or not as configured here.
NEEDED = ("mpm_event", "authz_core", "mime", "dir", "ssl", "env")
#: What a host usually has besides; a test may leave out any of them.
USUAL = (
    *("alias", "autoindex", "deflate", "expires", "filter"),
    *("headers", "negotiation", "rewrite", "setenvif"),
)
#: Seconds until a server that does not answer counts as broken.
PATIENCE = 20


@dataclass(frozen=True)
class Answer:
    status: int
    #: Names in small letters, in the order in which they were sent; one sent twice stands twice.
    fields: list[tuple[str, str]]
    body: bytes

    def all(self, name: str) -> list[str]:
        return [value for key, value in self.fields if key == name.lower()]

    def __getitem__(self, name: str) -> str | None:
        """The only value of that name; two are a fault that the test has to see."""
        values = self.all(name)
        assert len(values) <= 1, f"{name} was sent {len(values)} times: {values}"
        return values[0] if values else None


class Apache:
    """Running inside `with`; stopped, with every child, and cleaned up behind it."""

    def __init__(
        self,
        site: Path,
        *,
        without: Collection[str] = (),
        override: str = "FileInfo Indexes",
        below: str = "",
        more: str = "",
        plain: str = "",
    ):
        """Serve a copy of `site`, below the path `below` (`/club`) if given.

        `without` names modules that are left out, `override` is for AllowOverride, `more` are
        lines of the server's own configuration, `plain` of what it does for http alone.
        """
        assert set(without) <= set(USUAL), without
        self.folder = Path(tempfile.mkdtemp(prefix="apache."))
        self.folder.chmod(0o755)
        self.documents = self.folder / "documents"
        shutil.copytree(site, self.documents / below.strip("/"), dirs_exist_ok=True)
        for path in [self.documents, *self.documents.rglob("*")]:
            path.chmod(0o755 if path.is_dir() else 0o644)
        self._modules = [*NEEDED, *(name for name in USUAL if name not in without)]
        self._override = override
        self._more = more
        self._plain = plain
        self._process: subprocess.Popen[bytes] | None = None
        self._connections: dict[bool, http.client.HTTPConnection] = {}

    def __enter__(self) -> Apache:
        try:
            _make_certificate(self.folder)
            self._start()
        except BaseException:
            self.stop()
            raise
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.stop()

    def get(
        self,
        target: str,
        headers: Mapping[str, str] | None = None,
        *,
        host: str | None = None,
        secure: bool = True,
        method: str = "GET",
    ) -> Answer:
        """Ask for a request target as it stands; redirects are not followed."""
        default = f"127.0.0.1:{self.https_port if secure else self.http_port}"
        connection = self._connection(secure)
        connection.putrequest(method, target, skip_host=True, skip_accept_encoding=True)
        for name, value in {"Host": host or default, **(headers or {})}.items():
            connection.putheader(name, value)
        connection.endheaders()
        response = connection.getresponse()
        fields = [(name.lower(), value) for name, value in response.getheaders()]
        return Answer(response.status, fields, response.read())

    def errors(self) -> str:
        """What the server wrote into its error log, and to its terminal before it had one."""
        logs = [self.folder / "stderr.log", self.folder / "error.log"]
        return "".join(log.read_text("utf-8", "replace") for log in logs if log.exists())

    def stop(self) -> None:
        for connection in self._connections.values():
            connection.close()
        if self._process:
            self._process.terminate()
            try:
                self._process.wait(PATIENCE)
            except subprocess.TimeoutExpired:
                os.killpg(self._process.pid, signal.SIGKILL)
                self._process.wait(PATIENCE)
        shutil.rmtree(self.folder, ignore_errors=True)

    def _connection(self, secure: bool) -> http.client.HTTPConnection:
        """One for each scheme, kept open: a handshake takes longer than an answer."""
        if secure not in self._connections:
            if secure:
                # The certificate was made a moment ago, by us, for this folder.
                context = ssl._create_unverified_context()
                self._connections[secure] = http.client.HTTPSConnection(
                    "127.0.0.1", self.https_port, timeout=PATIENCE, context=context
                )
            else:
                self._connections[secure] = http.client.HTTPConnection(
                    "127.0.0.1", self.http_port, timeout=PATIENCE
                )
        return self._connections[secure]

    def _start(self) -> None:
        # Between finding a port and listening on it another program may be faster.
        for _ in range(3):
            self.http_port, self.https_port = _free_ports(2)
            configuration = self.folder / "apache.conf"
            configuration.write_text(self._configuration(), encoding="utf-8")
            with (self.folder / "stderr.log").open("wb") as log:
                self._process = subprocess.Popen(
                    [str(parts.apache_path()), "-D", "FOREGROUND", "-f", str(configuration)],
                    stdin=subprocess.DEVNULL,
                    stdout=subprocess.DEVNULL,
                    stderr=log,
                    start_new_session=True,
                )
            if self._listens():
                return
            if "could not bind" not in self.errors():
                break
        raise RuntimeError(f"Apache did not start:\n{self.errors()}")

    def _listens(self) -> bool:
        """Wait until both ports answer; False where the server has ended or takes too long."""
        assert self._process is not None
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end and self._process.poll() is None:
            try:
                for port in (self.http_port, self.https_port):
                    socket.create_connection(("127.0.0.1", port), 1).close()
            except OSError:
                time.sleep(0.02)
            else:
                return True
        return False

    def _configuration(self) -> str:
        loaded = (f"LoadModule {name}_module {MODULES}/mod_{name}.so" for name in self._modules)
        types = Path("/etc/mime.types")
        return "\n".join(
            [
                f'ServerRoot "{self.folder}"',
                *loaded,
                f'PidFile "{self.folder}/apache.pid"',
                f'ErrorLog "{self.folder}/error.log"',
                f'DefaultRuntimeDir "{self.folder}"',
                f'TypesConfig "{types if types.exists() else "/dev/null"}"',
                _SERVER,
                f"Listen 127.0.0.1:{self.http_port}",
                f"Listen 127.0.0.1:{self.https_port}",
                f'DocumentRoot "{self.documents}"',
                f'<Directory "{self.documents}">',
                "Require all granted",
                # As nasty as hosts are: lists folders, guesses endings.
                "Options Indexes FollowSymLinks MultiViews",
                f"AllowOverride {self._override}",
                "</Directory>",
                f"<VirtualHost 127.0.0.1:{self.https_port}>",
                "SSLEngine on",
                f'SSLCertificateFile "{self.folder}/certificate.pem"',
                f'SSLCertificateKeyFile "{self.folder}/key.pem"',
                "</VirtualHost>",
                f"<VirtualHost 127.0.0.1:{self.http_port}>",
                self._plain,
                "</VirtualHost>",
                self._more,
                "",
            ]
        )


#: The number of nobody; only read where the server starts as root.
_SERVER = """
ServerName localhost
UseCanonicalName Off
LogLevel warn
User #65534
Group #65534
StartServers 1
ThreadsPerChild 16
MaxRequestWorkers 16
MinSpareThreads 1
MaxSpareThreads 16
MaxKeepAliveRequests 0
KeepAliveTimeout 60
DirectoryIndex index.php index.html
# As Debian has it, traps and all.
AddLanguage br .br
AddType application/x-gzip .gz .tgz
<Files ".ht*">
Require all denied
</Files>
""".strip()


def _make_certificate(folder: Path) -> None:
    subprocess.run(
        [
            *"openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes".split(),
            *"-days 2 -subj /CN=localhost -addext subjectAltName=DNS:localhost".split(),
            *("-keyout", str(folder / "key.pem"), "-out", str(folder / "certificate.pem")),
        ],
        check=True,
        capture_output=True,
    )


def _free_ports(count: int) -> list[int]:
    """Ports that nobody listens on; held together, so that they differ."""
    held = [socket.socket() for _ in range(count)]
    try:
        for one in held:
            one.bind(("127.0.0.1", 0))
        return [one.getsockname()[1] for one in held]
    finally:
        for one in held:
            one.close()
