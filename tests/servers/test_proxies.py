"""A real Apache behind servers that decrypt for it: none of its redirects leads to itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from schaukasten.apache.facts import Facts
from schaukasten.apache.htaccess import htaccess
from tests.servers.apache import Apache
from tests.servers.conftest import HOST

FEST = "/aktuelles/2026/fest/"
#: How servers in front tell that they have decrypted.
TOLD = [
    ("X-Forwarded-Proto", "https"),
    ("X-Forwarded-Proto", "HTTPS"),
    ("X-Forwarded-Proto", "https,http"),
    ("X-Forwarded-Proto", "https, http, http"),
    ("X-Forwarded-Proto", "http, https"),
    ("X-Forwarded-Proto", " https "),
    ("X-Forwarded-Protocol", "ssl"),
    ("X-Forwarded-Ssl", "on"),
    ("X-Forwarded-SSL", "ON"),
    ("X-Forwarded-Ssl", "1"),
    ("X-Forwarded-Ssl", "true"),
    ("X-Forwarded-Scheme", "https"),
    ("X-Forwarded-Port", "443"),
    ("X-Forwarded-Port", "443, 80"),
    ("X-Forwarded-Https", "on"),
    ("X-Scheme", "https"),
    ("X-Url-Scheme", "https"),
    ("X-Original-Proto", "https"),
    ("X-Proto", "SSL"),
    ("X-Https", "1"),
    ("X-Ssl", "1"),
    ("Https", "on"),
    ("SSL", "1"),
    ("Ssl-Offloaded", "1"),
    ("Front-End-Https", "on"),
    ("Front-End-Https", "On"),
    ("Fastly-SSL", "1"),
    ("WL-Proxy-SSL", "true"),
    ("User-Agent-Https", "ON"),
    ("CloudFront-Forwarded-Proto", "https"),
    ("CF-Visitor", '{"scheme":"https"}'),
    ("X-ARR-SSL", "2048|256|C=US, O=Microsoft|CN=verein.example"),
    ("X-SSL-Cipher", "TLS_AES_256_GCM_SHA384"),
    ("Forwarded", "proto=https"),
    ("Forwarded", "for=192.0.2.60;proto=https;by=203.0.113.43"),
    ("Forwarded", 'For="[2001:db8::1]:4711";Proto="HTTPS";host=verein.example'),
    ("Forwarded", "for=192.0.2.43;proto=https, for=198.51.100.17;proto=http"),
]
#: What says that nothing was encrypted, or nothing at all.
NOT_TOLD = [
    ("X-Forwarded-Proto", "http"),
    ("X-Forwarded-Proto", "httpsx"),
    ("X-Forwarded-Ssl", "off"),
    ("X-Forwarded-Ssl", "0"),
    ("Front-End-Https", "off"),
    ("X-Forwarded-Port", "80"),
    ("X-Forwarded-Port", "4430"),
    ("CF-Visitor", '{"scheme":"http"}'),
    ("Forwarded", "for=192.0.2.60;proto=http;host=https.example"),
    ("X-SSL-Cipher", ""),
    ("X-ARR-SSL", "(null)"),
    ("Via", "https"),
]


def way(apache: Apache, url: str, told: Mapping[str, str], host: str = "") -> list[str]:
    """Every URL of a visitor on his way through a server in front that asks Apache by http.

    `told` is what it says of a visitor by https; it asks by the name `host`, if given.
    """
    urls = [url]
    while True:
        parts = urlsplit(urls[-1])
        added = {"X-Forwarded-Host": parts.netloc} if host else {}
        headers = {**added, **told} if parts.scheme == "https" else added
        answer = apache.get(parts.path, headers, host=host or parts.netloc, secure=False)
        if answer.status != 301:
            assert answer.status == 200
            return urls
        urls.append(answer["location"] or "")
        assert len(urls) < 6, urls


@pytest.mark.parametrize(("name", "value"), TOLD)
def test_who_came_by_https_gets_the_page_however_it_is_told(
    apache: Apache, name: str, value: str
) -> None:
    told = {name: value}
    answer = apache.get(FEST, told, host=HOST, secure=False)
    assert answer.status == 200
    assert answer["strict-transport-security"] == "max-age=31536000"
    names = [f"https://www.{HOST}/alt", f"https://{HOST}{FEST}"]
    assert way(apache, names[0], told) == [names[0], f"https://{HOST}/alt", names[1]]
    assert way(apache, f"http://{HOST}{FEST}", told) == [f"http://{HOST}{FEST}", names[1]]


@pytest.mark.parametrize(("name", "value"), NOT_TOLD)
def test_who_came_without_encryption_is_sent_to_it(apache: Apache, name: str, value: str) -> None:
    answer = apache.get(FEST, {name: value}, host=HOST, secure=False)
    assert (answer.status, answer["location"]) == (301, f"https://{HOST}{FEST}")
    assert answer["strict-transport-security"] is None
    assert answer["cache-control"] == "private, max-age=86400"


def test_a_folder_without_its_slash_does_not_lead_back_to_http(apache: Apache) -> None:
    told = {"X-Forwarded-Proto": "https"}
    answer = apache.get("/aktuelles?a=b", told, host=HOST, secure=False)
    assert answer["location"] == f"https://{HOST}/aktuelles/?a=b"


@pytest.mark.parametrize("asked", [HOST, HOST.upper(), f"{HOST}:443", f"{HOST}, inner.example"])
@pytest.mark.parametrize("header", ["X-Forwarded-Host", "X-Original-Host", "X-Host", "Forwarded"])
def test_who_asked_for_the_sites_name_is_not_sent_there_again(
    apache: Apache, header: str, asked: str
) -> None:
    """The server in front asks by the other name, www.; it says what it was asked for."""
    if header == "Forwarded":
        asked = f'for=192.0.2.1;host="{asked.split(",")[0]}"'
    told = {"X-Forwarded-Proto": "https", header: asked}
    assert apache.get("/", told, host=f"www.{HOST}", secure=False).status == 200
    other = {**told, header: asked.lower().replace(HOST, f"www.{HOST}")}
    answer = apache.get("/", other, host=f"www.{HOST}", secure=False)
    assert answer["location"] == f"https://{HOST}/"


def test_the_name_that_was_asked_for_is_led_to_https_and_not_the_servers_own(
    apache: Apache,
) -> None:
    told = {"X-Forwarded-Proto": "https"}
    urls = way(apache, f"http://{HOST}/", told, host="kunde17.internal")
    assert urls == [f"http://{HOST}/", f"https://{HOST}/"]


@pytest.mark.parametrize("backend", ["kunde17.internal", "10.0.0.5:8080", "localhost"])
@pytest.mark.parametrize("asked", [HOST, f"www.{HOST}", f"www.{HOST.upper()}:443"])
@pytest.mark.parametrize("header", ["X-Forwarded-Host", "X-Original-Host", "Forwarded"])
def test_no_redirect_leads_to_the_name_by_which_a_proxy_asks(
    apache: Apache, header: str, asked: str, backend: str
) -> None:
    value = f'for=192.0.2.1;host="{asked}"' if header == "Forwarded" else asked
    ways = {"/aktuelles": "/aktuelles/", "/alt/": FEST}
    for path, target in ways.items():
        told = {"X-Forwarded-Proto": "https", header: value}
        answer = apache.get(path, told, host=backend, secure=False)
        assert (answer.status, answer["location"]) == (301, f"https://{HOST}{target}")
    answer = apache.get(FEST, {header: value}, host=backend, secure=False)
    assert answer["location"] == f"https://{HOST}{FEST}"


@pytest.mark.parametrize("told", [{}, {"X-Forwarded-Host": f"{HOST}.kopie.example"}])
def test_a_copy_elsewhere_leads_to_itself(apache: Apache, told: dict[str, str]) -> None:
    for path, target in {"/aktuelles": "/aktuelles/", "/alt/": FEST}.items():
        decrypted = {"X-Forwarded-Proto": "https", **told}
        answer = apache.get(path, decrypted, host="kopie.example", secure=False)
        assert answer["location"] == f"https://kopie.example{target}"
    plain = apache.get("/", told, host="kopie.example:8080", secure=False)
    assert plain["location"] == "https://kopie.example/"


#: How hosts tell in Apache's own configuration.
ENVIRONMENTS = {
    "SetEnv": "SetEnv HTTPS on",
    "SetEnv in numbers": "SetEnv HTTPS 1",
    "SetEnvIf": "SetEnvIf X-Hidden secret HTTPS=on",
    "SetEnvIf in capitals": "SetEnvIf X-Hidden secret HTTPS=ON",
    "scheme": "SetEnvIf X-Hidden secret REQUEST_SCHEME=https",
    "name of the server": "ServerName https://localhost",
}


@pytest.mark.parametrize("plain", ENVIRONMENTS.values(), ids=ENVIRONMENTS)
def test_what_the_host_says_in_the_environment_counts(published: Path, plain: str) -> None:
    with Apache(published, plain=plain) as apache:
        hidden = {"X-Hidden": "secret"}
        answer = apache.get(FEST, hidden, host=HOST, secure=False)
        assert answer.status == 200
        assert answer["strict-transport-security"] == "max-age=31536000"
        assert apache.get("/", hidden, host=HOST, secure=False).status == 200
        if "SetEnvIf" in plain:
            assert apache.get(FEST, host=HOST, secure=False).status == 301


def test_a_port_of_encryption_counts(apache: Apache) -> None:
    """Of a server without mod_ssl that is asked by the port of the visitor."""
    assert apache.get("/", host=f"{HOST}:443", secure=False).status == 200


@pytest.mark.parametrize(
    "without", [("headers",), ("setenvif",), ("headers", "setenvif", "negotiation", "autoindex")]
)
def test_it_needs_no_other_module(published: Path, without: tuple[str, ...]) -> None:
    with Apache(published, without=without, plain="SetEnv HTTPS off") as apache:
        for name, value in TOLD:
            answer = apache.get("/", {name: value}, host=HOST, secure=False)
            assert answer.status == 200, name
        assert apache.get("/", host=HOST, secure=False).status == 301


@pytest.fixture(scope="module")
def silent(published: Path) -> Iterator[Apache]:
    """A site whose project says that the redirects are somebody else's."""
    facts = Facts(
        base="",
        host=HOST,
        secure=True,
        hidden=False,
        scripts=True,
        error_page=True,
        to_https=False,
        to_host=False,
        redirects=(("/alt/", FEST),),
    )
    with Apache(published) as apache:
        (apache.documents / ".htaccess").write_text(htaccess(facts), encoding="ascii")
        yield apache


def test_behind_a_server_that_tells_nothing_both_redirects_can_be_turned_off(
    silent: Apache,
) -> None:
    for host in (HOST, f"www.{HOST}"):
        answer = silent.get("/", host=host, secure=False)
        assert answer.status == 200
        # Nothing is promised where nothing is known.
        assert answer["strict-transport-security"] is None
    assert way(silent, f"https://{HOST}/alt", {})[-1] == f"https://{HOST}{FEST}"
    assert way(silent, f"https://{HOST}/aktuelles", {})[-1] == f"https://{HOST}/aktuelles/"
    told = silent.get("/", {"X-Forwarded-Proto": "https"}, host=HOST, secure=False)
    assert told["strict-transport-security"] == "max-age=31536000"
