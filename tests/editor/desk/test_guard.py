"""Who gets an answer at the desk: its own page, and nobody who only knows its address."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.editor.desks import Client, create, everything

FOREIGN = "Diese Anfrage kommt nicht von der Seite der Redaktion."
#: Requests that only the page may make; all of them GET.
OWN = ["/redaktion/konfiguration.json", "/redaktion/api/v1/user", "/redaktion/pruefung.json"]
ALL = [*OWN, "/redaktion/", "/redaktion/editor.js", "/redaktion/gibt-es-nicht"]


def signed(client: Client) -> dict[str, str | None]:
    return {"Authorization": f"token {client.token}"}


@pytest.mark.parametrize("target", OWN)
@pytest.mark.parametrize("name", ["localhost", "127.0.0.1", "[::1]", "LOCALHOST"])
def test_each_name_of_this_machine_is_one_of_the_desk(
    client: Client, target: str, name: str
) -> None:
    host: dict[str, str | None] = {"Host": f"{name}:{client.port}"}
    assert client.ask("GET", target, headers=signed(client) | host).status == 200


@pytest.mark.parametrize("target", ALL)
@pytest.mark.parametrize(
    "host",
    [
        "evil.example:{port}", "evil.example", "localhost", "localhost:1", "localhost.:{port}",
        "localhost.evil.example:{port}", "localhost:{port}@evil.example", "", None,
        "127.0.0.1.nip.io:{port}", "10.0.0.1:{port}", "[::ffff:127.0.0.1]:{port}",
    ],
)  # fmt: skip
def test_another_name_gets_nothing_even_with_the_token(
    client: Client, target: str, host: str | None
) -> None:
    told = host.format(port=client.port) if host is not None else None
    answer = client.ask("GET", target, headers=signed(client) | {"Host": told})
    assert (answer.status, answer.message) == (421, FOREIGN)


@pytest.mark.parametrize("target", OWN)
@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        # Another program on this machine, and another name of it.
        {"Origin": "http://localhost:3000"},
        {"Origin": "https://localhost:{port}"},
        {"Origin": "http://127.0.0.1:{port}"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Sec-Fetch-Site": "none"},
        # Who follows a link gets the editor's page, and neither token nor content.
        {
            "Sec-Fetch-Site": "cross-site",
            "Sec-Fetch-Mode": "navigate",
            "Sec-Fetch-Dest": "document",
        },
    ],
)
def test_another_page_gets_nothing_even_with_the_token(
    client: Client, target: str, headers: dict[str, str]
) -> None:
    told = {name: value.format(port=client.port) for name, value in headers.items()}
    answer = client.ask("GET", target, headers=signed(client) | told)
    assert (answer.status, answer.message) == (403, FOREIGN)


def test_a_header_that_comes_twice_is_believed_by_nobody(client: Client) -> None:
    twice: dict[str, str | None] = {"origin": client.origin, "Origin": "https://evil.example"}
    answer = client.ask("GET", OWN[1], headers=signed(client) | twice)
    assert (answer.status, answer.message) == (403, FOREIGN)


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Sec-Fetch-Site": None}, 403),
        ({"Sec-Fetch-Site": None, "Referer": "{origin}/redaktion/"}, 200),
        ({"Sec-Fetch-Site": None, "Referer": "{origin}.evil.example/"}, 403),
        ({"Sec-Fetch-Site": None, "Referer": "https://evil.example/?{origin}/"}, 403),
        ({"Sec-Fetch-Site": None, "Origin": "{origin}"}, 200),
        ({"Sec-Fetch-Site": "same-origin"}, 200),
    ],
)
def test_the_token_is_told_only_to_who_proves_to_be_the_page(
    client: Client, headers: dict[str, str | None], status: int
) -> None:
    told = {name: value and value.format(origin=client.origin) for name, value in headers.items()}
    answer = client.ask("GET", "/redaktion/konfiguration.json", headers=told)
    assert answer.status == status
    assert (client.token.encode() in answer.body) is (status == 200)


@pytest.mark.parametrize("target", OWN[1:])
@pytest.mark.parametrize(
    "brought",
    [
        None, "", "token", "token ", "token x", "token {token}x", "token x{token}", "{token}",
        "Basic {token}", "token {half}", "token \xff", "token None", "token undefined",
    ],
)  # fmt: skip
def test_without_the_token_of_this_run_the_page_says_what_to_do(
    client: Client, target: str, brought: str | None
) -> None:
    told = brought and brought.format(token=client.token, half=client.token[:20])
    answer = client.ask("GET", target, headers={"Authorization": told})
    assert answer.status == 401
    assert answer.message.startswith("Die Vorschau wurde neu gestartet. Kopieren Sie,")


def test_a_save_without_the_token_writes_nothing(client: Client, content: Path) -> None:
    before = everything(content)
    for headers in ({"Authorization": "token x"}, {"Origin": "https://evil.example"}):
        path = f"{client.repository}/contents"
        data = {"files": [create("content/seiten/neu.md")]}
        assert client.api("POST", path, data, headers).status in (401, 403)
    assert everything(content) == before


def test_who_follows_a_link_or_a_bookmark_gets_the_page_and_no_frame_does(
    client: Client,
) -> None:
    for site in ("none", "cross-site"):
        headers: dict[str, str | None] = {"Sec-Fetch-Site": site, "Sec-Fetch-Mode": "navigate"}
        for kind, status in (("document", 200), ("iframe", 403), ("object", 403)):
            answer = client.ask("GET", "/redaktion/", headers=headers | {"Sec-Fetch-Dest": kind})
            assert answer.status == status, (site, kind)


def test_no_other_page_loads_the_editors_scripts(client: Client) -> None:
    headers: dict[str, str | None] = {
        "Sec-Fetch-Site": "cross-site",
        "Sec-Fetch-Mode": "no-cors",
        "Sec-Fetch-Dest": "script",
    }
    assert client.ask("GET", "/redaktion/editor.js", headers=headers).status == 403


def test_whoever_asks_whether_another_page_may_ask_is_told_nothing(client: Client) -> None:
    asked: dict[str, str | None] = {
        "Origin": "https://evil.example",
        "Sec-Fetch-Site": "cross-site",
        "Access-Control-Request-Method": "POST",
        "Access-Control-Request-Headers": "authorization",
    }
    answer = client.ask("OPTIONS", "/redaktion/api/v1/user", headers=asked)
    assert answer.status == 403
    assert not [name for name in answer.headers if name.lower().startswith("access-control")]
    assert "Set-Cookie" not in answer.headers
