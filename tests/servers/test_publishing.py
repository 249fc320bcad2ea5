"""Publishing over real OpenSSH, vsftpd and Apache: what a visitor and the volunteer get."""

from __future__ import annotations

import os
import random
import shutil
import signal
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.release.sites import host_files, site_files
from tests.servers.account import run
from tests.servers.certificate import certificate
from tests.servers.ftp import ftp
from tests.servers.hosts import Host, host, manifest
from tests.servers.proxy import line
from tests.servers.ssh import new_key, public
from tests.servers.versions import Versions, versions
from tests.servers.visitors import Visitors, is_torn

WAYS = ["sftp", "sftp only", "ftps"]

pytestmark = pytest.mark.needs("root", "sshd", "vsftpd")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Versions:
    return versions(tmp_path_factory.mktemp("versions"))


@pytest.fixture(scope="module")
def hosted(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Host]:
    with host(tmp_path_factory.mktemp("host")) as running:
        yield running


@pytest.fixture
def server(hosted: Host) -> Host:
    hosted.empty()
    return hosted


def visitors(server: Host, built: Versions) -> Visitors:
    return Visitors(server.apache.http_port, built.host, built.files)


@pytest.mark.parametrize(
    ("body", "torn"),
    [
        (b"<p>alt</p>", False),
        (b"<p>neuer</p>", False),
        (b"<p>neuer</", True),
        # Half a file, or a mixture, is a broken page.
        (b"<p>neu", False),
        (b"<p>altr</p", False),
    ],
)
def test_only_a_page_with_the_length_of_another_version_is_torn(body: bytes, torn: bool) -> None:
    assert is_torn(body, [b"<p>alt</p>", b"<p>neuer</p>"]) is torn


@pytest.mark.parametrize("way", WAYS)
def test_a_site_arrives_whole_and_changes_while_visitors_read(
    server: Host, built: Versions, tmp_path: Path, way: str
) -> None:
    code, said = server.ways[way].publish(tmp_path, built.old)
    assert code == 0, said
    assert host_files(server.documents) == site_files(built.old)
    guests = visitors(server, built)
    with guests.at_work():
        code, said = server.ways[way].publish(tmp_path, built.new)
    assert code == 0, said
    assert guests.broken == []
    assert guests.visits > 20
    # Between Apache's two looks at a file; as good as never, and over with the next visit.
    assert guests.torn <= 1
    torn = guests.torn
    guests.look_at_all()
    assert (guests.broken, guests.torn) == ([], torn)
    left = host_files(server.documents)
    old_styles = [name for name in left if name not in site_files(built.new)]
    assert {name.split(".")[0] for name in old_styles} == {"theme/css/home", "theme/css/site"}
    assert {name: left[name] for name in site_files(built.new)} == site_files(built.new)
    # Once more: nothing to do.
    code, said = server.ways[way].publish(tmp_path, built.new)
    assert code == 0
    assert ": 0 Dateien gesendet (0 B)" in said


@pytest.mark.parametrize("way", ["sftp", "ftps"])
def test_killed_at_any_moment_every_page_is_whole_and_the_next_run_goes_on(
    server: Host, built: Versions, tmp_path: Path, way: str
) -> None:
    start = time.monotonic()
    assert server.ways[way].publish(tmp_path, built.old)[0] == 0
    needed = time.monotonic() - start
    guests = visitors(server, built)
    dice = random.Random(6)
    for target in (built.new, built.old, built.new):
        process = server.ways[way].start(tmp_path, target, force=True)
        time.sleep(needed * dice.uniform(0.5, 1.0))
        process.send_signal(signal.SIGKILL)
        process.communicate()
        guests.look_at_all()
        assert guests.broken == []
    code, said = server.ways[way].publish(tmp_path, built.new, force=True)
    assert code == 0, said
    guests.look_at_all()
    assert guests.broken == []
    left = host_files(server.documents)
    assert {name: left[name] for name in site_files(built.new)} == site_files(built.new)
    state = server.documents.parent / ".schaukasten-documents"
    assert {path.name for path in state.iterdir()} == {".htaccess", "incoming", "manifest.json"}
    assert list((state / "incoming").iterdir()) == []


@pytest.mark.parametrize("way", ["sftp", "ftps"])
@pytest.mark.parametrize("part", [0.2, 0.8])
def test_a_line_that_breaks_is_told_and_leaves_the_site_as_it_was(
    server: Host, built: Versions, tmp_path: Path, way: str, part: float
) -> None:
    direct = server.ways[way]
    assert direct.publish(tmp_path, built.old)[0] == 0
    port = server.ssh.port if way == "sftp" else server.ftp.port
    # What of a first connection goes to the server before any file does.
    most = 60_000 if way == "sftp" else 4_000
    with line(port, breaks_after=round(most * part)) as carrier:
        code, said = direct.through(carrier.port, port).publish(tmp_path, built.new)
    assert code == 1
    assert "Die Verbindung ist abgebrochen" in said or "Keine Verbindung zu" in said
    assert "Traceback" not in said
    guests = visitors(server, built)
    guests.look_at_all()
    assert guests.broken == []
    code, said = direct.publish(tmp_path, built.new)
    assert code == 0, said


def test_another_host_key_than_the_pinned_one_is_refused(
    server: Host, built: Versions, tmp_path: Path
) -> None:
    way = server.ways["sftp"]
    known = tmp_path / "known_hosts"
    known.write_text(f"[127.0.0.1]:{server.ssh.port} {public(new_key(tmp_path / 'other'))}")
    way = type(way)(way.name, {**way.options, "known_hosts": str(known)}, way.environment)
    code, said = way.publish(tmp_path, built.old)
    assert code == 1
    assert "127.0.0.1 zeigt einen anderen Schlüssel (ssh-ed25519 SHA256:" in said
    assert host_files(server.documents) == {}


@pytest.mark.parametrize("content", [None, "", "# nobody\n"])
def test_a_host_key_that_is_not_pinned_is_refused(
    server: Host, built: Versions, tmp_path: Path, content: str | None
) -> None:
    way = server.ways["sftp"]
    known = tmp_path / "known_hosts"
    if content is not None:
        known.write_text(content)
    way = type(way)(way.name, {**way.options, "known_hosts": str(known)}, way.environment)
    code, said = way.publish(tmp_path, built.old)
    assert code == 1
    assert "Schlüssel von 127.0.0.1 ist nicht bekannt (ssh-ed25519 SHA256:" in said
    assert f"„ssh-keyscan -p {server.ssh.port} 127.0.0.1“" in said
    assert host_files(server.documents) == {}


def test_a_file_of_host_keys_that_is_none_lets_no_host_pass(
    server: Host, built: Versions, tmp_path: Path
) -> None:
    way = server.ways["sftp"]
    known = tmp_path / "known_hosts"
    known.write_text("nonsense\n")
    way = type(way)(way.name, {**way.options, "known_hosts": str(known)}, way.environment)
    code, said = way.publish(tmp_path, built.old)
    assert code == 1
    assert "known_hosts“ lässt sich nicht lesen: Invalid known hosts entry: nonsense." in said
    assert host_files(server.documents) == {}


def test_a_certificate_of_a_stranger_is_refused(
    server: Host, built: Versions, tmp_path: Path
) -> None:
    way = server.ways["ftps"]
    other, _key = certificate(tmp_path)
    for certificates in ({"certificates": str(other)}, {}):
        options = {"address": way.options["address"], **certificates}
        code, said = type(way)(way.name, options, way.environment).publish(tmp_path, built.old)
        assert code == 1
        assert "Dem Zertifikat von localhost ist nicht zu trauen: self-signed certificate" in said
    options = {
        **way.options,
        "address": str(way.options["address"]).replace("localhost", "127.0.0.1"),
    }
    code, said = type(way)(way.name, options, way.environment).publish(tmp_path, built.old)
    assert code == 1
    assert "Dem Zertifikat von 127.0.0.1 ist nicht zu trauen" in said
    assert host_files(server.documents) == {}


@pytest.mark.parametrize("way", WAYS)
def test_a_wrong_secret_is_told_without_showing_it(
    server: Host, built: Versions, tmp_path: Path, way: str
) -> None:
    right = server.ways[way]
    wrong = type(right)(right.name, right.options, {"LIVE_PASSWORD": "falsch-1986"})
    code, said = wrong.publish(tmp_path, built.old)
    assert code == 1
    assert "lehnt die Anmeldung ab: " in said
    assert "LIVE_PASSWORD, LIVE_KEY" in said
    assert "falsch-1986" not in said


def test_a_password_lets_in_where_no_key_is_given(
    server: Host, built: Versions, tmp_path: Path
) -> None:
    way = server.ways["sftp only"]
    by_password = type(way)(way.name, way.options, server.ways["ftps"].environment)
    code, said = by_password.publish(tmp_path, built.old)
    assert code == 0, said
    assert server.ways["ftps"].environment["LIVE_PASSWORD"] not in said


@pytest.mark.parametrize("key", ["nonsense", "-----BEGIN OPENSSH PRIVATE KEY-----\nx\n"])
def test_a_damaged_key_is_told_without_showing_it(
    server: Host, built: Versions, tmp_path: Path, key: str
) -> None:
    way = server.ways["sftp"]
    damaged = type(way)(way.name, way.options, {"LIVE_KEY": f"{key}geheim"})
    code, said = damaged.publish(tmp_path, built.old)
    assert code == 1
    assert "Der Schlüssel in LIVE_KEY oder LIVE_KEY_FILE lässt sich nicht verwenden" in said
    assert "geheim" not in said


def test_a_key_in_the_place_of_its_files_name_is_not_shown(
    server: Host, built: Versions, tmp_path: Path
) -> None:
    way = server.ways["sftp"]
    for key in (server.ssh.key.read_text(), "geheim", "~niemand-1/geheim"):
        mistaken = type(way)(way.name, way.options, {"LIVE_KEY_FILE": key})
        code, said = mistaken.publish(tmp_path, built.old)
        assert code == 1
        assert "lässt sich nicht verwenden" in said
        assert key.split("\n")[1 if "\n" in key else 0] not in said


@pytest.mark.parametrize("way", WAYS)
def test_an_old_name_in_another_encoding_hinders_nothing(
    server: Host, built: Versions, tmp_path: Path, way: str
) -> None:
    (server.documents / os.fsdecode(b"\xfcber.html")).write_text("alt")
    code, said = server.ways[way].publish(tmp_path, built.old)
    assert code == 0, said


def test_a_slow_file_does_not_cost_the_lock(hosted: Host, built: Versions, tmp_path: Path) -> None:
    """While one connection is busy for long, the lock is renewed on another."""
    hosted.empty()
    site = tmp_path / "site"
    shutil.copytree(built.old, site)
    (site / "gross.pdf").write_bytes(b"x" * 120_000)
    options = "local_max_rate=40000\n"
    with ftp(hosted.account, hosted.apache.folder, options) as slow:
        way = hosted.ways["ftps"]
        address = slow.address("/documents")
        certificates = str(slow.certificates)
        way = type(way)("slow", {"address": address, "certificates": certificates}, way.environment)
        process = way.start(tmp_path / "first", site)
        state = hosted.documents.parent / ".schaukasten-documents"
        end = time.monotonic() + 30
        while not (state / "incoming").exists() and time.monotonic() < end:
            time.sleep(0.02)
        code, said = hosted.ways["ftps"].publish(tmp_path / "second", built.new)
        said_first, _ = process.communicate(timeout=60)
    assert code == 1, said
    assert "Es läuft schon eine andere Veröffentlichung" in said
    assert process.returncode == 0, said_first


@pytest.mark.parametrize("way", ["sftp", "ftps"])
def test_without_permission_the_site_stays_and_the_folder_is_named(
    server: Host, built: Versions, tmp_path: Path, way: str
) -> None:
    assert server.ways[way].publish(tmp_path, built.old)[0] == 0
    run("chown", "-R", "root:", str(server.documents))
    code, said = server.ways[way].publish(tmp_path, built.new)
    assert code == 1
    assert "Traceback" not in said
    assert "documents/theme/css" in said, said
    guests = visitors(server, built)
    guests.look_at_all()
    assert guests.broken == []
    server.account.own(server.documents)
    assert server.ways[way].publish(tmp_path, built.new)[0] == 0


@pytest.mark.parametrize("way", ["sftp", "ftps"])
def test_a_full_disk_is_told_and_leaves_the_site_as_it_was(
    server: Host, built: Versions, tmp_path: Path, way: str
) -> None:
    # A tmpfs counts in pages.
    size = sum(4096 + path.stat().st_size for path in built.old.rglob("*"))
    small = server.apache.folder / "documents"
    run("mount", "-t", "tmpfs", "-o", f"size={size + 200_000},mode=755", "tmpfs", str(small))
    try:
        server.account.own(small)
        # On this disk, and not beside it.
        way_in = server.ways[way]
        inside = "/documents" if way == "ftps" else str(small)
        options = {**way_in.options, "state": f"{inside}/.schaukasten"}
        way_in = type(way_in)(way_in.name, options, way_in.environment)
        code, said = way_in.publish(tmp_path, built.old)
        assert code == 0, said
        (small / "voll").write_bytes(b"x" * (shutil.disk_usage(small).free - 40_000))
        code, said = way_in.publish(tmp_path, built.new)
        assert code == 1
        assert "Auf dem Server ist kein Platz mehr für" in said, said
        guests = visitors(server, built)
        guests.look_at_all()
        assert guests.broken == []
        (small / "voll").unlink()
        code, said = way_in.publish(tmp_path, built.new)
        assert code == 0, said
    finally:
        run("umount", "--lazy", str(small))


def test_the_manifest_is_out_of_reach_of_visitors(
    server: Host, built: Versions, tmp_path: Path
) -> None:
    way = server.ways["sftp"]
    options = {**way.options, "state": f"{server.documents}/.schaukasten"}
    assert type(way)(way.name, options, way.environment).publish(tmp_path, built.old)[0] == 0
    assert (server.documents / ".schaukasten/manifest.json").exists()
    for path in (".schaukasten/manifest.json", ".schaukasten/", ".schaukasten/incoming/"):
        answer = server.apache.get(f"/{path}", {"X-Forwarded-Proto": "https"}, host=built.host)
        assert answer.status in (403, 404)


def test_the_manifest_names_the_build(server: Host, built: Versions, tmp_path: Path) -> None:
    assert server.ways["ftps"].publish(tmp_path, built.old)[0] == 0
    found = manifest(server)
    assert found["day"] == "2026-11-22"
    assert found["files"].keys() == site_files(built.old).keys()  # type: ignore[attr-defined]


def test_one_publisher_waits_for_no_other_that_is_at_work(
    server: Host, built: Versions, tmp_path: Path
) -> None:
    way = server.ways["sftp"]
    with line(server.ssh.port, delay=0.04) as carrier:
        slow = way.through(carrier.port, server.ssh.port).start(tmp_path / "slow", built.old)
        state = server.documents.parent / ".schaukasten-documents"
        end = time.monotonic() + 30
        while not (state / "lock" / "owner.json").exists() and time.monotonic() < end:
            time.sleep(0.02)
        code, said = way.publish(tmp_path, built.new)
        said_first, _ = slow.communicate(timeout=60)
    assert (code, slow.returncode) == (1, 0), (said, said_first)
    assert "Es läuft schon eine andere Veröffentlichung (" in said
    assert host_files(server.documents) == site_files(built.old)


@pytest.mark.parametrize("way", ["sftp", "ftps"])
def test_ctrl_c_leaves_the_site_whole_and_no_lock(
    server: Host, built: Versions, tmp_path: Path, way: str
) -> None:
    port = server.ssh.port if way == "sftp" else server.ftp.port
    with line(port, delay=0.04) as carrier:
        process = server.ways[way].through(carrier.port, port).start(tmp_path, built.old)
        state = server.documents.parent / ".schaukasten-documents"
        end = time.monotonic() + 30
        while not (state / "lock").exists() and time.monotonic() < end:
            time.sleep(0.02)
        time.sleep(0.3)
        process.send_signal(signal.SIGINT)
        said, _ = process.communicate(timeout=30)
    assert process.returncode == 130, said
    assert "Abgebrochen. Die Website auf dem Server ist unversehrt" in said
    assert "Traceback" not in said
    assert server.ways[way].publish(tmp_path, built.old)[0] == 0
    assert host_files(server.documents) == site_files(built.old)
