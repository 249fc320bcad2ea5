"""FTP servers with the manners that hosts have: the same site arrives, or it is said why not.

`pytest -v` on this file prints the matrix of servers and manners.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import pytest

from schaukasten.release.targets.errors import PublishError
from schaukasten.release.targets.target import read_target
from schaukasten.release.transports import ftp_connections
from schaukasten.release.transports.ftps import FtpsTransport
from tests.release.sites import host_files, pages, site_files, write
from tests.servers import account, odd_ftp
from tests.servers.account import run
from tests.servers.ftp import ftp
from tests.servers.hosts import Way
from tests.worlds import german

#: Hosts that count connections need a moment to notice that one has ended.
PAUSES = (0.3, 0.6)
HIDDEN = "<Directory />\nHideFiles ^\\.\n</Directory>\n"
IGNORED = HIDDEN.replace("\n</", "\n<Limit ALL>\nIgnoreHidden on\n</Limit>\n</")

#: Name → server, and lines of its configuration.
REAL = {
    "vsftpd": ("vsftpd", ""),
    "vsftpd, hides dotfiles": ("vsftpd", "hide_file={.*}\n"),
    "vsftpd, forbids dotfiles": ("vsftpd", "deny_file={.*}\n"),
    "vsftpd, three connections": ("vsftpd", "max_per_ip=3\n"),
    "ProFTPD": ("proftpd", ""),
    "ProFTPD, never lists dotfiles": ("proftpd", 'ListOptions "" strict\n'),
    "ProFTPD, hides by pattern": ("proftpd", HIDDEN),
    "ProFTPD, ignores and forbids dotfiles": ("proftpd", IGNORED),
    "ProFTPD, forbids .htaccess": ("proftpd", 'PathDenyFilter "(\\.ftpaccess|\\.htaccess)$"\n'),
    "ProFTPD, one connection, then 530": ("proftpd", "MaxClientsPerUser 1\n"),
    "ProFTPD, forbids to overwrite": ("proftpd", "AllowOverwrite off\n"),
    "Pure-FTPd": ("pure-ftpd", ""),
    "Pure-FTPd, lists end after five": ("pure-ftpd", "--limitrecursion 5:1"),
    "Pure-FTPd, forbids dotfiles": ("pure-ftpd", "--prohibitdotfileswrite"),
    "Pure-FTPd, forbids to read them": ("pure-ftpd", "--prohibitdotfilesread"),
    "Pure-FTPd, two connections": ("pure-ftpd", "--maxclientsperip 2"),
}
#: Those to which no site can be published; the others are the rows of the matrix.
HOPELESS = {"ProFTPD, forbids to overwrite"}
STAND_INS = (
    *("abrupt", "german", "windows", "mute", "nods", "makes", "netware"),
    *("hopeful", "busy", "kicks", "full"),
)
FORBIDDING = {name for name in REAL if "forbids" in name} - HOPELESS
ROWS = [*(name for name in REAL if name not in HOPELESS), *STAND_INS]
HIDING = [name for name in REAL if "hides" in name or "lists" in name]

pytestmark = pytest.mark.needs("root", "vsftpd", "proftpd", "pure-ftpd")


@dataclass
class OddHost:
    """`root` is what the account sees; the website is to lie in `html`, where others write too."""

    root: Path
    user: str
    way: Way
    dotfiles: bool = True

    @property
    def documents(self) -> Path:
        return self.root / "html"

    def empty(self) -> None:
        run("sh", "-c", f"rm -rf '{self.root}'/* '{self.root}'/.s*")
        self.documents.mkdir()
        run("chown", self.user, str(self.documents))

    def tree(self) -> dict[str, bytes]:
        """All that lies there, folders too."""
        return {
            path.relative_to(self.root).as_posix(): path.read_bytes() if path.is_file() else b""
            for path in self.root.rglob("*")
        }


class Hosts:
    """Each host is started when it is asked for, and runs to the end of the file."""

    def __init__(self, stack: ExitStack):
        self._stack = stack
        self._running: dict[str, OddHost] = {}
        #: What each stand-in was sent.
        self.commands: dict[str, list[str]] = {}
        self._user = stack.enter_context(account.account())

    def __getitem__(self, name: str) -> OddHost:
        """Return the host, with an empty website."""
        if name not in self._running:
            self._running[name] = self._real(name) if name in REAL else self._stand_in(name)
        host = self._running[name]
        host.empty()
        return host

    def _real(self, name: str) -> OddHost:
        kind, more = REAL[name]
        server = self._stack.enter_context(ftp(self._user, more=more, kind=kind))
        options = _options(server.address("/html"), server.certificates)
        if name in FORBIDDING:
            options["dotfiles"] = False
        way = Way(name, options, {"LIVE_PASSWORD": account.PASSWORD})
        return OddHost(self._user.home, self._user.name, way, name not in FORBIDDING)

    def _stand_in(self, manner: str) -> OddHost:
        server = self._stack.enter_context(odd_ftp.odd_ftp(manner))
        options = _options(server.address("/html"), server.certificates)
        self.commands[manner] = server.commands
        way = Way(manner, options, {"LIVE_PASSWORD": odd_ftp.PASSWORD})
        return OddHost(server.root, "root", way)


def _options(address: str, certificates: Path) -> dict[str, object]:
    return {"address": address, "certificates": str(certificates)}


@pytest.fixture(autouse=True)
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    """Enough connections to be too many; each login costs a server more than all that follows."""
    monkeypatch.setattr(ftp_connections, "SPARES", (3, 1, 0))


@pytest.fixture(scope="module")
def hosts() -> Iterator[Hosts]:
    with ExitStack() as stack:
        yield Hosts(stack)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    security = {".well-known/security.txt": "Contact: mailto:post@verein.example"}
    return write(tmp_path_factory.mktemp("site"), {**pages("eins", count=3), **security})


def expected(host: OddHost, site: Path) -> dict[str, bytes]:
    files = site_files(site)
    return files if host.dotfiles else {name: raw for name, raw in files.items() if name[0] != "."}


@pytest.mark.parametrize("name", ROWS)
def test_what_is_foreign_stays_and_a_refused_start_leaves_nothing(
    hosts: Hosts, name: str, site: Path, tmp_path: Path
) -> None:
    host = hosts[name]
    foreign = ".htaccess" if host.dotfiles else "index.html"
    (host.documents / foreign).write_text("von jemand anderem")
    before = host.tree()
    code, said = host.way.publish(tmp_path, site, pauses=PAUSES)
    assert code == 1, said
    assert f"fremde Dateien, die überschrieben würden: {foreign}." in said
    assert host.tree() == before


@pytest.mark.parametrize("name", ROWS)
def test_a_first_run_brings_all_and_a_second_finds_nothing_to_do(
    hosts: Hosts, name: str, site: Path, tmp_path: Path
) -> None:
    host = hosts[name]
    for number in range(6):
        (host.documents / f"fremd-{number}.php").write_text("von jemand anderem")
    foreign = host_files(host.documents)
    code, said = host.way.publish(tmp_path, site, pauses=PAUSES)
    assert code == 0, said
    assert host_files(host.documents) == {**foreign, **expected(host, site)}
    before = host.tree()
    code, said = host.way.publish(tmp_path, site, pauses=PAUSES)
    assert code == 0, said
    assert ": 0 Dateien gesendet (0 B)" in said
    assert host.tree() == before


@pytest.mark.parametrize("name", HIDING)
def test_what_a_list_hides_is_found_by_its_name(hosts: Hosts, name: str, tmp_path: Path) -> None:
    host = hosts[name]
    names = [f".htaccess{number}" for number in range(8)]
    for each in names:
        (host.documents / each).write_text("x")
    settings: dict[str, object] = {"live": host.way.options}
    target = read_target(settings, None, host.way.environment, tmp_path)
    with FtpsTransport(target) as transport:
        assert set(transport.sizes("/html") or {}) < set(names)
        there = transport.kinds(f"/html/{each}" for each in [*names, "nichts", ".nichts"])
        assert there == {f"/html/{each}": "-" for each in names}
        # The connection is still of use.
        assert transport.read("/html/.htaccess0") == b"x"
        assert transport.read("/html/.nichts") is None


def test_asking_whether_something_is_there_moves_nothing(hosts: Hosts, tmp_path: Path) -> None:
    """Not even for a moment: the line may break before it is moved back."""
    for name in ("makes", "mute", "nods"):
        host = hosts[name]
        (host.documents / ".htaccess").write_text("x")
        target = read_target({"live": host.way.options}, None, host.way.environment, tmp_path)
        hosts.commands[name].clear()
        with FtpsTransport(target) as transport:
            transport.kinds(["/html/.htaccess", "/html/.nichts"])
        assert not [line for line in hosts.commands[name] if line.startswith("RNTO")]


@pytest.mark.parametrize("name", sorted(FORBIDDING))
def test_a_host_that_forbids_dotfiles_is_told_with_the_way_out_and_left_clean(
    hosts: Hosts, name: str, site: Path, tmp_path: Path
) -> None:
    host = hosts[name]
    before = host.tree()
    way = Way(name, {**host.way.options, "dotfiles": True}, host.way.environment)
    code, said = way.publish(tmp_path, site)
    assert code == 1
    assert "Der Server verbietet Namen, die mit einem Punkt beginnen. " in said
    assert '"dotfiles": False' in said
    assert "kein Platz" not in said
    assert host.tree() == before


def test_a_host_that_forbids_overwriting_is_told_and_left_clean(
    hosts: Hosts, site: Path, tmp_path: Path
) -> None:
    host = hosts["ProFTPD, forbids to overwrite"]
    before = host.tree()
    code, said = host.way.publish(tmp_path, site)
    assert code == 1
    assert "kann keine Datei über eine andere umbenennen" in said
    assert host.tree() == before


def test_a_host_that_forbids_deleting_is_told_and_its_website_left_clean(
    hosts: Hosts, site: Path, tmp_path: Path
) -> None:
    host = hosts["keeps"]
    code, said = host.way.publish(tmp_path, site)
    assert code == 1
    assert "mit einem Punkt" not in said
    assert "lässt uns nicht löschen, was wir angelegt haben. " in said
    assert "550 No" in said
    assert not list(host.documents.iterdir())


@pytest.mark.parametrize("name", ["cuts", "halves"])
def test_a_server_that_tells_half_a_file_as_whole_is_not_believed(
    hosts: Hosts, name: str, site: Path, tmp_path: Path
) -> None:
    host = hosts[name]
    before = host.tree()
    code, said = host.way.publish(tmp_path, site)
    assert code == 1
    assert "Die Verbindung ist abgebrochen" in said
    assert host.tree() == before


def test_without_encryption_no_password_is_sent(site: Path, tmp_path: Path) -> None:
    with odd_ftp.odd_ftp("plain") as server:
        way = Way(
            "plain",
            _options(server.address("/html"), server.certificates),
            {"LIVE_PASSWORD": odd_ftp.PASSWORD},
        )
        code, said = way.publish(tmp_path, site)
        assert code == 1
        assert "bietet keine Verschlüsselung: 500 Unknown command" in said
        assert server.commands == ["AUTH TLS"]


def test_a_servers_sentence_is_shown_but_no_password_and_no_command(
    hosts: Hosts, site: Path, tmp_path: Path
) -> None:
    host = hosts["echoes"]
    host.way.environment["LIVE_PASSWORD"] = "falsch & geheim"
    code, said = host.way.publish(tmp_path, site, pauses=(0.01, 0.01, 0.01))
    assert code == 1
    assert "lehnt die Anmeldung ab: 530 : :error::*** # #vso[x] \ufffd[2J is wrong." in said
    assert "geheim" not in said.lower()
    # A host may shut out who comes often with a wrong password.
    assert said.count("Neuer Versuch") == 1


def test_where_all_connections_are_taken_the_servers_sentence_is_shown(
    hosts: Hosts, site: Path, tmp_path: Path
) -> None:
    host = hosts["ProFTPD, one connection, then 530"]
    target = read_target({"live": host.way.options}, None, host.way.environment, tmp_path)
    with FtpsTransport(target):
        code, said = host.way.publish(tmp_path, site)
    assert code == 1
    assert "530 Sorry, the maximum number of clients (1) for this user" in said
    assert "schließen Sie andere Programme" in said
    code, said = host.way.publish(tmp_path, site, pauses=PAUSES)
    assert code == 0, said


def test_a_hidden_link_is_not_followed(hosts: Hosts, tmp_path: Path) -> None:
    """Neither where a list would have told of it, nor where it does not."""
    for name in ("vsftpd", "ProFTPD, never lists dotfiles", "vsftpd, hides dotfiles"):
        host = hosts[name]
        (host.documents / "elsewhere").mkdir()
        (host.documents / ".well-known").symlink_to("elsewhere")
        target = read_target({"live": host.way.options}, None, host.way.environment, tmp_path)
        with FtpsTransport(target) as transport:
            assert transport.kinds(["/html/.well-known"]) == {"/html/.well-known": "l"}


def test_what_cannot_be_deleted_is_not_taken_for_deleted(hosts: Hosts, tmp_path: Path) -> None:
    host = hosts["ProFTPD, never lists dotfiles"]
    (host.documents / "fest").mkdir()
    (host.documents / "fest/.alt").write_text("x")
    target = read_target({"live": host.way.options}, None, host.way.environment, tmp_path)
    with FtpsTransport(target) as transport:
        transport.delete(["/html/fest/.nichts"])
        with pytest.raises(PublishError) as caught:
            transport.delete(["/html/fest/.alt"])
    assert "550" in caught.value.text(german)


def test_an_ordinary_host_is_asked_little(hosts: Hosts, site: Path, tmp_path: Path) -> None:
    host = hosts["abrupt"]
    commands = hosts.commands["abrupt"]
    assert host.way.publish(tmp_path, site)[0] == 0
    commands.clear()
    assert host.way.publish(tmp_path, site)[0] == 0
    # Nothing to send, and so no name to ask for but those of our own folder.
    asked = [line.split()[1] for line in commands if line.split()[0] in ("SIZE", "RNFR")]
    assert not [path for path in asked if path.startswith("/html/") and "nothing" not in path]
