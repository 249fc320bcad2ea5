"""The editor's own files, its configuration, and what `check` says, as the browser gets them."""

from __future__ import annotations

import json
from http import HTTPStatus
from pathlib import Path
from typing import Any

import pytest

from schaukasten.editor.desk.exchange import Refused
from schaukasten.language.messages import Message
from tests.editor.desks import Client, desk_open

WORDS = "Die Vorschau wird gerade beendet."


@pytest.mark.parametrize(
    ("target", "kind", "body"),
    [
        ("/redaktion/", "text/html; charset=utf-8", "<!doctype html><title>Redaktion</title>"),
        ("/redaktion/?a=b", "text/html; charset=utf-8", "<!doctype html><title>Redaktion</title>"),
        ("/redaktion/index.html", "text/html; charset=utf-8", None),
        ("/redaktion/editor.js", "text/javascript; charset=utf-8", "'use strict';"),
        ("/redaktion/assets/schrift.woff2", "font/woff2", "w"),
    ],
)
def test_the_editors_files_have_their_types(
    client: Client, target: str, kind: str, body: str | None
) -> None:
    answer = client.ask("GET", target)
    assert (answer.status, answer.headers["Content-Type"]) == (200, kind)
    assert body is None or answer.body.decode() == body
    head = client.ask("HEAD", target)
    assert (head.status, head.body) == (200, b"")
    assert head.headers["Content-Length"] == str(len(answer.body))


def test_the_address_without_its_slash_leads_to_the_editor(client: Client) -> None:
    answer = client.ask("GET", "/redaktion")
    assert (answer.status, answer.headers["Location"]) == (301, "/redaktion/")


@pytest.mark.parametrize(
    "target",
    [
        "/redaktion/weg.js", "/redaktion/assets", "/redaktion/assets/", "/redaktion//editor.js",
        "/redaktion/.geheim", "/redaktion/../geheim.md", "/redaktion/%2e%2e/geheim.md",
        "/redaktion/..%2fgeheim.md", "/redaktion/..\\geheim.md", "/redaktion//etc/passwd",
        "/redaktion/editor.js%00", "/redaktion/" + "a" * 5000, "/redaktion/api/v1",
    ],
)  # fmt: skip
def test_no_other_file_is_served(client: Client, target: str) -> None:
    answer = client.ask("GET", target)
    assert answer.status == 404
    assert answer.message == "Unter dieser Adresse gibt es nichts."


@pytest.mark.parametrize("target", ["/redaktion/", "/redaktion/konfiguration.json"])
@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE"])
def test_a_file_is_only_read(client: Client, target: str, method: str) -> None:
    assert client.ask(method, target, b"").status == 401
    signed: dict[str, str | None] = {"Authorization": f"token {client.token}"}
    assert client.ask(method, target, b"", signed).status == 405


@pytest.mark.parametrize(
    "target", ["/redaktion/", "/redaktion/konfiguration.json", "/redaktion/api/v1/x", "/redaktion"]
)
def test_every_answer_is_as_strict_as_on_the_host_and_kept_by_nobody(
    client: Client, target: str
) -> None:
    headers = client.ask("GET", target).headers
    assert headers["Content-Security-Policy"].startswith("default-src 'none'; base-uri 'none'")
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["X-Robots-Tag"] == "noindex, nofollow"
    assert headers["Cache-Control"] == "no-store"


def test_the_configuration_leads_back_to_the_address_by_which_it_was_asked_for(
    client: Client,
) -> None:
    for name in ("localhost", "127.0.0.1"):
        origin = f"http://{name}:{client.port}"
        host: dict[str, str | None] = {"Host": f"{name}:{client.port}"}
        answer = client.ask("GET", "/redaktion/konfiguration.json", headers=host)
        backend = answer.json["cms"]["backend"]
        assert backend["name"] == "gitea"
        assert backend["api_root"] == f"{origin}/redaktion/api/v1"
        assert backend["base_url"] == origin
        assert backend["auth_methods"] == ["token"]


def test_who_is_signed_in_is_written_as_sveltia_keeps_it(client: Client) -> None:
    user = client.configuration["user"]
    assert user["backendName"] == "gitea"
    assert set(user) == {"backendName", "token", "id", "login", "name", "email"}
    assert len(user["token"]) >= 43


def test_each_run_has_a_token_of_its_own_and_each_folder_a_name(tmp_path: Path) -> None:
    found = []
    for name in ("a", "a", "b"):
        (tmp_path / name).mkdir(exist_ok=True)
        with desk_open(tmp_path / name, tmp_path / "redaktion") as client:
            found.append(client.sign_in())
    assert len({one.token for one in found}) == 3
    first, again, other = (one.repository for one in found)
    assert first == again != other
    assert str(tmp_path) not in json.dumps([one.configuration for one in found])


def test_the_configuration_is_made_anew_at_each_request(content: Path, tmp_path: Path) -> None:
    def configuration() -> dict[str, Any]:
        return {"collections": [(content / "data/houses.yaml").read_text("utf-8")]}

    with desk_open(content, tmp_path / "redaktion", configuration) as client:
        assert client.sign_in().configuration["collections"] == ["- name: Haus\n"]
        (content / "data/houses.yaml").write_text("- name: Hof\n")
        assert client.sign_in().configuration["collections"] == ["- name: Hof\n"]


def test_what_prevents_a_configuration_is_a_sentence_and_the_server_goes_on(
    content: Path, tmp_path: Path
) -> None:
    errors: list[Exception] = [
        Refused(HTTPStatus.SERVICE_UNAVAILABLE, Message("The preview is ending.")),
        ZeroDivisionError("division\x1b by zero"),
    ]

    def configuration() -> dict[str, Any]:
        raise errors.pop(0)

    with desk_open(content, tmp_path / "redaktion", configuration) as client:
        answer = client.ask("GET", "/redaktion/konfiguration.json")
        assert (answer.status, answer.message) == (503, WORDS)
        answer = client.ask("GET", "/redaktion/konfiguration.json")
        assert answer.status == 500
        told = "Der Server hat einen Fehler gemacht: ZeroDivisionError: division\ufffd by zero"
        assert answer.message == told
        assert client.ask("GET", "/redaktion/").status == 200


def test_the_findings_come_to_who_is_signed_in(client: Client) -> None:
    assert client.ask("GET", "/redaktion/pruefung.json").status == 401
    signed: dict[str, str | None] = {"Authorization": f"token {client.token}"}
    answer = client.ask("GET", "/redaktion/pruefung.json", headers=signed)
    assert (answer.status, answer.json) == (200, {"findings": []})
