"""SSH servers with the manners that hosts have: it is said what is wrong, in their words."""

from __future__ import annotations

from pathlib import Path

import pytest

from schaukasten.release.transports import sftp_begin
from tests.release.sites import pages, write
from tests.servers import account
from tests.servers.account import PASSWORD, Account
from tests.servers.hosts import Way
from tests.servers.ssh import Ssh, new_key, ssh

pytestmark = pytest.mark.needs("root", "sshd")


def way(server: Ssh, user: Account, **environment: str) -> Way:
    options: dict[str, object] = {
        "address": server.address(user.home),
        "known_hosts": str(server.known_hosts),
    }
    return Way("ssh", options, environment or {"LIVE_KEY": server.key.read_text()})


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(tmp_path_factory.mktemp("site"), pages("eins", count=1))


@pytest.mark.parametrize(
    ("configuration", "told"),
    [
        (
            'ForceCommand echo "Dieser Zugang ist abgeschaltet."; exit 1',
            "bietet aber kein SFTP: Dieser Zugang ist abgeschaltet.",
        ),
        (
            'ForceCommand echo "Willkommen ::error::x"; exec /usr/lib/openssh/sftp-server',
            "bietet aber kein SFTP: Willkommen : :error: :x.",
        ),
        ("ForceCommand /bin/false", "bietet aber kein SFTP: "),
        ("ForceCommand sleep 3600", "aber SFTP beginnt nicht."),
    ],
)
def test_where_something_else_comes_in_the_place_of_sftp_it_is_said(
    configuration: str,
    told: str,
    site: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sftp_begin, "LONGEST_BEGINNING", 1.0)
    with account.account() as user, ssh(user, f"{configuration}\n") as server:
        code, said = way(server, user).publish(tmp_path, site)
    assert code == 1
    assert told in said
    assert "Platte" not in said


def test_a_host_without_room_for_a_session_says_so_itself(site: Path, tmp_path: Path) -> None:
    with account.account() as user, ssh(user, "MaxSessions 0\n") as server:
        code, said = way(server, user).publish(tmp_path, site, pauses=(0.01,))
    assert code == 1
    assert "nimmt keine weitere Verbindung an: open failed" in said
    assert "Neuer Versuch" in said


def test_a_password_comes_before_the_users_own_keys(site: Path, tmp_path: Path) -> None:
    """Which the host counts as so many wrong ones."""
    (tmp_path / ".ssh").mkdir()
    for kind in ("ed25519", "rsa", "ecdsa"):
        new_key(tmp_path / f".ssh/id_{kind}", kind)
    with account.account() as user, ssh(user, "MaxAuthTries 2\n") as server:
        (user.home / "html").mkdir()
        user.own(user.home)
        there = way(server, user, LIVE_PASSWORD=PASSWORD)
        there.options["address"] = server.address(user.home / "html")
        code, said = there.publish(tmp_path, site)
    assert code == 0, said
