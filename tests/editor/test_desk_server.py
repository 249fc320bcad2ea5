"""The preview's server with the desk beside it: bodies of any size, and the preview as ever."""

from __future__ import annotations

import json
import socket
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.editor.desks import Client, create, desk_open, encoded


@pytest.fixture
def client(tmp_path: Path) -> Iterator[Client]:
    (tmp_path / "content/seiten").mkdir(parents=True)
    (tmp_path / "content/seiten/index.md").write_text("Start.\n")
    with desk_open(tmp_path / "content", tmp_path / "redaktion") as client:
        yield client.sign_in()


def raw(client: Client, head: str, body: bytes = b"") -> bytes:
    """Send bytes as they are and read until the server closes."""
    with socket.create_connection(("127.0.0.1", client.port), 10) as connection:
        lines = [head, f"Host: localhost:{client.port}", f"Origin: {client.origin}"]
        connection.sendall("\r\n".join([*lines, "", ""]).encode() + body)
        answer = b""
        while piece := connection.recv(65536):
            answer += piece
    return answer


def save(client: Client) -> str:
    return f"POST /redaktion/api/v1{client.repository}/contents HTTP/1.1"


def signed(client: Client) -> str:
    return f"Authorization: token {client.token}"


def test_a_body_needs_its_length(client: Client) -> None:
    for told in ("", "\r\nContent-Length: x", "\r\nContent-Length: -1",
                 "\r\nContent-Length: 2\r\nContent-Length: 3",
                 "\r\nTransfer-Encoding: chunked", "\r\nContent-Length: 9e9"):  # fmt: skip
        answer = raw(client, f"{save(client)}\r\n{signed(client)}{told}", b"0\r\n\r\n")
        assert answer.startswith(b"HTTP/1.1 411 "), told
        assert b"versteht diese Anfrage nicht" in answer


def test_a_body_that_is_too_large_is_not_kept_and_the_browser_hears_why(client: Client) -> None:
    size = 200_000_001
    head = f"{save(client)}\r\n{signed(client)}\r\nContent-Length: {size}"
    answer = raw(client, head, bytes(size))
    assert answer.startswith(b"HTTP/1.1 413 ")
    assert json.loads(answer.partition(b"\r\n\r\n")[2])["message"]


def test_nobody_without_the_token_has_a_body_read(client: Client) -> None:
    # What is announced and never sent is not waited for.
    head = f"{save(client)}\r\nAuthorization: token x\r\nContent-Length: 99999999999"
    assert raw(client, head).startswith(b"HTTP/1.1 401 ")


def test_a_large_picture_is_saved_whole(client: Client, tmp_path: Path) -> None:
    picture = bytes(range(256)) * 110_000
    assert client.commit(create("content/seiten/bild.jpg", picture)).status == 201
    assert (tmp_path / "content/seiten/bild.jpg").read_bytes() == picture
    assert client.media("content/seiten/bild.jpg").body == picture


def test_a_save_that_breaks_off_writes_nothing(client: Client, tmp_path: Path) -> None:
    body = json.dumps({"files": [create("content/seiten/neu.md")]}).encode()
    head = f"{save(client)}\r\n{signed(client)}\r\nContent-Length: {len(body) + 1}"
    with socket.create_connection(("127.0.0.1", client.port), 10) as connection:
        lines = [head, f"Host: localhost:{client.port}", f"Origin: {client.origin}", "", ""]
        connection.sendall("\r\n".join(lines).encode() + body)
    assert client.api("GET", "/version").status == 200
    assert not (tmp_path / "content/seiten/neu.md").exists()


def test_one_connection_serves_one_save_after_the_other(client: Client, tmp_path: Path) -> None:
    requests = b""
    for number in range(3):
        body = json.dumps({"files": [create(f"content/seiten/{number}.md")]}).encode()
        lines = [save(client), signed(client), f"Content-Length: {len(body)}"]
        lines += [f"Host: localhost:{client.port}", f"Origin: {client.origin}"]
        lines += ["Connection: close"] if number == 2 else []
        requests += "\r\n".join([*lines, "", ""]).encode() + body
    with socket.create_connection(("127.0.0.1", client.port), 10) as connection:
        connection.sendall(requests)
        answer = b""
        while piece := connection.recv(65536):
            answer += piece
    assert answer.count(b"HTTP/1.1 201 ") == 3
    assert len(list((tmp_path / "content/seiten").iterdir())) == 4


def test_a_browser_that_waits_with_its_body_for_a_word_gets_it(client: Client) -> None:
    body = json.dumps({"files": [create("content/seiten/neu.md")]}).encode()
    head = f"{save(client)}\r\n{signed(client)}\r\nContent-Length: {len(body)}"
    answer = raw(client, f"{head}\r\nExpect: 100-continue\r\nConnection: close", body)
    assert answer.startswith(b"HTTP/1.1 100 ")
    assert b"HTTP/1.1 201 " in answer


def test_a_read_has_no_body(client: Client) -> None:
    head = f"GET /redaktion/api/v1/version HTTP/1.1\r\n{signed(client)}\r\nContent-Length: 3"
    assert raw(client, head, b"abc").startswith(b"HTTP/1.1 400 ")


def test_many_who_ask_at_once_all_get_their_answer(client: Client) -> None:
    statuses: list[int] = []

    def ask() -> None:
        statuses.append(client.api("GET", f"{client.repository}/branches/main").status)

    threads = [threading.Thread(target=ask) for _number in range(40)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert statuses == [200] * 40


@pytest.mark.parametrize("target", ["/", "/redaktionell/", "/angebote/redaktion/"])
def test_nothing_but_the_desk_takes_a_save(client: Client, target: str) -> None:
    answer = client.ask("POST", target, encoded("x").encode())
    assert answer.status == 501
