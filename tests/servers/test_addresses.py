"""Where a real Apache sends visitors, and what it does not show them."""

from __future__ import annotations

import socket
from urllib.parse import quote, unquote, urlsplit

import pytest

from tests.servers.apache import Answer, Apache
from tests.servers.conftest import HOST, HOSTILE

FEST = "/aktuelles/2026/fest/"


def way(apache: Apache, scheme: str, host: str, target: str) -> tuple[list[str], Answer]:
    """Every URL on the way from the first, and the last answer."""
    urls = [f"{scheme}://{host}{target}"]
    while True:
        parts = urlsplit(urls[-1])
        path = parts.path + (f"?{parts.query}" if parts.query else "")
        answer = apache.get(path, host=parts.netloc, secure=parts.scheme == "https")
        if answer.status != 301:
            return urls, answer
        urls.append(answer["location"] or "")
        assert len(urls) < 6, urls


@pytest.mark.parametrize("path", ["/", FEST, "/robots.txt", "/nichts/", "/?a=b&c=%C3%BC"])
def test_visitors_without_encryption_are_sent_to_the_same_host_with_it(
    apache: Apache, path: str
) -> None:
    answer = apache.get(path, host="irgendein.example", secure=False)
    assert (answer.status, answer["location"]) == (301, f"https://irgendein.example{path}")
    with_port = apache.get(path, host="irgendein.example:80", secure=False)
    assert with_port["location"] == f"https://irgendein.example{path}"


def test_a_proxy_that_decrypts_is_believed(apache: Apache) -> None:
    answer = apache.get(FEST, {"X-Forwarded-Proto": "https"}, host=HOST, secure=False)
    assert answer.status == 200
    other = apache.get(FEST, {"X-Forwarded-Proto": "http"}, host=HOST, secure=False)
    assert other.status == 301


def test_the_site_has_one_name(apache: Apache) -> None:
    urls, answer = way(apache, "http", f"www.{HOST}", f"{FEST}?a=b")
    assert urls == [
        f"http://www.{HOST}{FEST}?a=b",
        f"https://www.{HOST}{FEST}?a=b",
        f"https://{HOST}{FEST}?a=b",
    ]
    assert answer.status == 200


@pytest.mark.parametrize("host", [HOST, f"WWW.{HOST}", f"www.{HOST}:443", "kunde17.hoster.example"])
@pytest.mark.parametrize("scheme", ["http", "https"])
def test_every_name_leads_to_the_page_without_a_loop(
    apache: Apache, scheme: str, host: str
) -> None:
    urls, answer = way(apache, scheme, host, "/alt")
    assert answer.status == 200
    own = HOST in host.lower()
    assert urls[-1] == f"https://{HOST if own else host}{FEST}"


def test_a_preview_stays_on_the_host_that_it_is_on(apache_preview: Apache) -> None:
    urls, answer = way(apache_preview, "http", f"www.{HOST}", "/alt/")
    assert urls[-1] == f"https://www.{HOST}{FEST}"
    assert answer.status == 200


@pytest.mark.parametrize("secure", [True, False])
def test_a_certificate_can_be_proved_on_every_name(apache: Apache, secure: bool) -> None:
    for host in (HOST, f"www.{HOST}"):
        path = "/.well-known/acme-challenge/"
        assert apache.get(f"{path}token", host=host, secure=secure).body == b"proof"
        assert apache.get(f"{path}none", host=host, secure=secure).status == 404
    assert apache.get("/.well-known/security.txt").status == 200


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("/alt/", FEST),
        ("/alt", FEST),
        ("/alt/index.html", FEST),
        ("/alt/index2.html", FEST),
        ("/kurse/treff/index.html", "/angebote/treff/"),
        ("/kurse/treff/", "/angebote/treff/"),
        ("/kurse/treff", "/angebote/treff/"),
        ("/%61lt/", FEST),
        ("/%C3%BCber/", FEST),
        ("/%c3%bcber", FEST),
        ("/l%C3%B6we.html", FEST),
    ],
)
def test_an_old_address_leads_on_for_good(apache: Apache, old: str, new: str) -> None:
    answer = apache.get(old, host=HOST)
    assert (answer.status, answer["location"]) == (301, f"https://{HOST}{new}")
    assert apache.get(f"{old}?x=y", host=HOST)["location"] == f"https://{HOST}{new}?x=y"


@pytest.mark.parametrize("alias", HOSTILE)
def test_an_old_address_with_signs_in_it_leads_on_too(apache: Apache, alias: str) -> None:
    target = quote(unquote(alias))
    for spelling in (target, target.removesuffix("/")):
        answer = apache.get(spelling, host=HOST)
        assert (answer.status, answer["location"]) == (301, f"https://{HOST}{FEST}"), spelling


@pytest.mark.parametrize(
    "path",
    ["/alt/x", "/alt/x/", "/altes/", "/x/alt/", "/alt//x", "/alt/index3.html", "/Alt/", "/aXb/",
     "/alt%0A", "/x", "/aab/", "/l%C3%B6weXhtml", "/l%C3%B6we.html/"],
)  # fmt: skip
def test_only_the_old_address_itself_leads_on(apache: Apache, path: str) -> None:
    assert apache.get(path).status == 404


@pytest.mark.parametrize("path", ["/weg/", "/weg", "/weg/index.html", "/weg.html", "/weg/?a=b"])
def test_what_is_gone_on_purpose_is_said_to_be(apache: Apache, path: str) -> None:
    assert apache.get(path).status == 410


@pytest.mark.parametrize("path", ["/weg/x/", "/wege/", "/x/weg/", "/weg.htm", "/WEG/"])
def test_only_the_address_itself_is_gone(apache: Apache, path: str) -> None:
    assert apache.get(path).status == 404


@pytest.mark.parametrize(
    "path",
    ["/.schaukasten", "/.env", "/.git/config", "/.git/", "/.git", "/bilder/.geheim", "/.nichts",
     "/%2Eenv", "/.well-known/.x", "/x/.env/y"],
)  # fmt: skip
def test_hidden_files_are_not_there(apache: Apache, path: str) -> None:
    assert apache.get(path).status == 404


@pytest.mark.parametrize("path", ["/.htaccess", "/.htpasswd"])
def test_what_the_host_forbids_stays_forbidden(apache: Apache, path: str) -> None:
    assert apache.get(path).status in (403, 404)


@pytest.mark.parametrize("path", ["/bilder/", "/bilder", "/theme/", "/theme/css", "/.well-known/"])
def test_no_folder_is_listed(apache: Apache, path: str) -> None:
    answer = apache.get(path)
    assert answer.status == 404
    assert b"Index of" not in answer.body


@pytest.mark.parametrize(
    ("path", "status"),
    [("/404", 404), ("/robots", 404), ("/index", 404), ("/theme/images/icon", 404),
     ("/aktuelles/2026/fest/einladung", 404), ("/bild", 404), ("/bild?x", 404),
     ("/aktuelles", 301), ("/aktuelles/2026/fest", 301)],
)  # fmt: skip
def test_endings_are_not_guessed(apache: Apache, path: str, status: int) -> None:
    answer = apache.get(path)
    assert answer.status == status
    if status == 301:
        assert (answer["location"] or "").endswith(f"{path}/")


@pytest.mark.parametrize(
    "target",
    ["/%3F", "/a%3Fb/", "/%23/", "//", "//alt/", "/%00/", "/%2F", "/%FF/", "/../", "/%2e%2e/",
     "/" + "a" * 5000, "*", "/alt/%0d%0aX-Evil:1", "/weg%00", "/index.html/x", "/%", "/%zz"],
)  # fmt: skip
@pytest.mark.parametrize("secure", [True, False])
def test_no_request_breaks_the_server(apache: Apache, target: str, secure: bool) -> None:
    answer = apache.get(target, host=HOST, secure=secure, headers={"Connection": "close"})
    assert answer.status < 500
    assert "x-evil" not in dict(answer.fields)


def test_a_request_without_a_host_gets_an_answer(apache: Apache) -> None:
    with socket.create_connection(("127.0.0.1", apache.http_port), 5) as connection:
        connection.sendall(b"GET / HTTP/1.0\r\n\r\n")
        assert connection.recv(100).startswith(b"HTTP/1.1 200 ")


def test_raw_umlauts_in_a_request_are_understood(apache: Apache) -> None:
    with socket.create_connection(("127.0.0.1", apache.http_port), 5) as connection:
        request = f"GET /über/ HTTP/1.1\r\nHost: {HOST}\r\nX-Forwarded-Proto: https\r\n"
        connection.sendall(f"{request}Connection: close\r\n\r\n".encode())
        answer = connection.recv(10_000).decode("latin-1")
    assert answer.startswith("HTTP/1.1 301 ")
    assert f"Location: https://{HOST}{FEST}\r\n" in answer
