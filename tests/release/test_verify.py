"""`verify` against hosts on which one thing is wrong: it is told once, with what helps."""

from __future__ import annotations

import hashlib
import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from schaukasten.record.build_record import BuildRecord
from schaukasten.release.inventory import inventory
from schaukasten.release.no_answer import no_answer
from schaukasten.release.targets.errors import PublishError
from schaukasten.release.verify import HEADERS, Result, verify
from schaukasten.release.visitor import LAST_TRIES
from tests.release.sites import local_target, pages, record, write
from tests.worlds import german

#: Status, headers and body; None: the line is cut.
Given = tuple[int, dict[str, str], bytes] | None
Answering = Callable[[str], Given]


@contextmanager
def host(answering: Answering) -> Iterator[str]:
    """Serve what a function returns for a path; gives the address."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            answer = answering(self.path)
            if answer is None:
                self.close_connection = True
                return
            status, headers, body = answer
            self.send_response(status)
            for name, value in {"Content-Length": str(len(body)), **headers}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield f"http://localhost:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return write(tmp_path / "site", {**pages("neu", 30), "404.html": "Nichts"})


def healthy(site: Path) -> Answering:
    def answer(path: str) -> Given:
        file = site / path.removeprefix("/")
        file = file / "index.html" if path.endswith("/") else file
        found = file.is_file() and not file.name.startswith(".")
        safe = {name: value or "x" for name, value in HEADERS.items()}
        return (200 if found else 404), safe, (file if found else site / "404.html").read_bytes()

    return answer


def look(answering: Answering, site: Path, **changes: object) -> Result:
    with host(answering) as website:
        built: BuildRecord = record(**changes)
        return verify(website, inventory(site), built, local_target(Path("/srv/www")))


def told(result: Result) -> list[str]:
    return [problem.text(german) for problem in result.problems]


def test_a_healthy_host_passes(site: Path) -> None:
    assert told(look(healthy(site), site)) == []


@pytest.mark.parametrize(
    ("status", "remedy"),
    [
        (401, "Der Server verlangt ein Passwort"),
        (403, "FollowSymLinks"),
        (404, "Die Domain zeigt auf einen anderen Ordner als den des Ziels"),
        (410, "Die Domain zeigt auf einen anderen Ordner als den des Ziels"),
        (429, "sperrt uns aus"),
        (500, "AllowOverride FileInfo Indexes"),
        (502, "gestört oder wird gewartet"),
        (503, "gewartet oder ist überlastet"),
        (418, "gestört oder wird gewartet"),
    ],
)
def test_what_all_files_answer_is_one_cause(site: Path, status: int, remedy: str) -> None:
    result = look(lambda _path: (status, {}, b"<h1>Fehler</h1>"), site)
    (cause,) = told(result)
    assert cause.startswith(f"35 von 35 Dateien: Antwort {status} statt 200. ")
    assert remedy in cause
    assert result.further > 35


def test_the_folder_of_another_site_is_one_cause(site: Path) -> None:
    """Its home page is there, and has headers of its own; none of ours is."""

    def another(path: str) -> Given:
        return (200, {}, b"Willkommen") if path == "/" else (404, {}, b"Not Found")

    (cause,) = told(look(another, site))
    assert "34 von 35 Dateien: Antwort 404 statt 200. Die Domain zeigt auf einen anderen" in cause


@pytest.mark.parametrize(
    "page", ["Hier entsteht eine Website", "Wartungsarbeiten", "Domain geparkt"]
)
def test_the_same_page_everywhere_is_one_cause(site: Path, page: str) -> None:
    (cause,) = told(look(lambda _path: (200, {}, page.encode()), site))
    assert cause.startswith(
        "35 von 35 Dateien haben anderen Inhalt als den gebauten. Es ist überall"
    )


def test_an_older_build_is_one_cause(site: Path, tmp_path: Path) -> None:
    old = write(tmp_path / "old", {**pages("alt", 30), "404.html": "Nichts"})
    for number in range(30):
        (old / f"seite-{number}/index.html").write_text(f"alt {number}")
    (cause,) = told(look(healthy(old), site))
    assert "haben anderen Inhalt als den gebauten. Entweder liegt dort eine andere" in cause


def test_a_host_that_adds_to_pages_is_one_cause(site: Path) -> None:
    good = healthy(site)

    def adding(path: str) -> Given:
        answer = good(path)
        assert answer
        status, headers, body = answer
        added = b"<script>" + hashlib.sha256(path.encode()).digest() if b"html" in body else b""
        return status, headers, body + added

    (cause,) = told(look(adding, site))
    assert "Oder der Anbieter fügt in Seiten etwas ein" in cause


def test_every_page_that_leads_to_a_repair_is_one_cause(site: Path) -> None:
    def repaired(path: str) -> Given:
        if path == "/wartung/":
            return 200, {}, b"Wartung"
        return 302, {"Location": "/wartung/"}, b""

    (cause,) = told(look(repaired, site))
    assert cause.startswith(
        "35 von 35 Dateien: Antwort 302 statt 200. Sie leiten weiter, die erste"
    )
    assert "nach /wartung/." in cause


def test_a_host_that_falls_silent_is_told_once_and_left_alone(site: Path) -> None:
    asked: list[str] = []
    good = healthy(site)

    def failing(path: str) -> Given:
        asked.append(path)
        return good(path) if len(asked) == 1 else None

    result = look(failing, site)
    (cause,) = told(result)
    assert "antwortet nicht: " in cause
    assert "Der Server steht still" in cause
    assert result.further > 30
    # Each is asked twice, and some were on their way.
    assert len(asked) < 4 * LAST_TRIES


def test_many_of_a_kind_are_not_listed_all(site: Path) -> None:
    good = healthy(site)
    lost = {f"/seite-{number}/" for number in range(12)}
    problems = told(look(lambda path: (404, {}, b"") if path in lost else good(path), site))
    assert len(problems) == 6
    assert all(one.endswith(": Antwort 404 statt 200.") for one in problems[:5])
    assert problems[5].startswith("Ebenso bei 7 weiteren: /seite-")


def test_faults_of_their_own_are_told_each(site: Path) -> None:
    good = healthy(site)

    def several(path: str) -> Given:
        answer = good(path)
        assert answer
        if path == "/.htaccess":
            return 200, {}, b"RewriteEngine On"
        if path == "/sitemap.xml":
            return 404, {}, b""
        return answer

    assert told(look(several, site, redirects={"/alt/": "/seite-1/"})) == [
        "/sitemap.xml: Antwort 404 statt 200.",
        "/.htaccess: wird ausgeliefert (Antwort 200), darf es aber nicht.",
        "/alt/: führt nicht zu /seite-1/.",
    ]


def refused(answering: Answering, site: Path, **changes: object) -> str:
    with pytest.raises(PublishError) as caught:
        look(answering, site, **changes)
    return caught.value.text(german)


def test_two_names_that_lead_to_each_other_are_a_circle(site: Path) -> None:
    with host(lambda _path: (301, {"Location": there[0]}, b"")) as twin:
        there: list[str] = []

        def leading(_path: str) -> Given:
            return 301, {"Location": f"{twin.replace('localhost', '127.0.0.1')}/"}, b""

        with host(leading) as website:
            there.append(f"{website}/")
            built = record(website=website)
            with pytest.raises(PublishError) as caught:
                verify(website, inventory(site), built, local_target(Path("/srv/www")))
    said = caught.value.text(german)
    assert f"leitet im Kreis: {website}/ → http://127.0.0.1" in said
    assert "Das Kundenmenü leitet auf 127.0.0.1, und die Website zurück" in said
    assert "website: https://127.0.0.1" in said


def test_a_redirect_without_end_is_a_circle(site: Path) -> None:
    said = refused(lambda path: (302, {"Location": f"{path}x/"}, b""), site)
    assert "leitet im Kreis: http://localhost" in said
    assert "Diese Weiterleitung ist nicht unsere." in said


def test_a_site_with_another_name_is_said_to_be_elsewhere(site: Path) -> None:
    with host(healthy(site)) as other:
        there = other.replace("localhost", "127.0.0.1")
        said = refused(lambda path: (301, {"Location": there + path}, b""), site)
    assert f"führt woandershin: {there}/." in said
    assert "Ist das die Website, schreiben Sie ihre Adresse als „website“." in said


@pytest.mark.parametrize(
    ("error", "remedy"),
    [
        (socket.gaierror(-2, "Name or service not known"), "Den Namen kennt niemand."),
        (TimeoutError("timed out"), "Der Server steht still"),
        (ConnectionRefusedError("refused"), "Der Server steht still"),
        (ssl.SSLError("WRONG_VERSION_NUMBER"), "Der Server spricht dort kein https."),
        (ValueError("no port"), "Prüfen Sie „website“"),
    ],
)
def test_why_nobody_answers_is_said(error: Exception, remedy: str) -> None:
    said = no_answer("https://verein.example/", error).text(german)
    assert said.startswith("https://verein.example/ antwortet nicht: ")
    assert remedy in said


@pytest.mark.parametrize(
    ("code", "remedy"),
    [(62, "gilt für einen anderen Namen"), (10, "ist abgelaufen"), (9, "gilt noch nicht"),
     (18, "Let’s Encrypt"), (20, "Let’s Encrypt")],
)  # fmt: skip
def test_what_is_wrong_with_a_certificate_is_said(code: int, remedy: str) -> None:
    error = ssl.SSLCertVerificationError("certificate verify failed")
    error.verify_code = code
    assert remedy in no_answer("https://verein.example/", error).text(german)
