"""The server of the tests: it starts, serves as told, and leaves nothing behind."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest

from tests.servers import apache as module
from tests.servers.apache import Apache


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = tmp_path / "site"
    folder.mkdir()
    (folder / "index.html").write_text("<title>x</title>")
    folder.chmod(0o700)
    return folder


def test_it_serves_a_copy_and_is_gone_afterwards(site: Path) -> None:
    with Apache(site) as apache:
        assert apache.get("/").body == apache.get("/", secure=False).body == b"<title>x</title>"
        (apache.documents / "index.html").write_text("y")
        assert apache.get("/").body == b"y"
        group = apache._process.pid
        assert os.getpgid(group) == group
    assert (site / "index.html").read_text() == "<title>x</title>"
    assert not apache.folder.exists()
    with pytest.raises(ProcessLookupError):
        os.killpg(group, 0)


def test_a_mistake_in_the_configuration_is_told(site: Path) -> None:
    apache = Apache(site, more="NoSuchDirective")
    with pytest.raises(RuntimeError, match="NoSuchDirective"), apache:
        pass
    assert not apache.folder.exists()


def test_a_port_that_was_taken_meanwhile_is_given_up(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    free = module._free_ports
    with socket.socket() as rival:
        rival.bind(("127.0.0.1", 0))
        rival.listen()
        first = iter([[rival.getsockname()[1], *free(1)]])
        monkeypatch.setattr(module, "_free_ports", lambda count: next(first, None) or free(count))
        with Apache(site) as apache:
            assert apache.http_port != rival.getsockname()[1]
            assert apache.get("/", secure=False).status == 200
