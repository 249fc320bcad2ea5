"""`verify` against hosts on which one thing is wrong: it is told once, with what helps."""

from __future__ import annotations

import itertools
import re
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
    assert result.further >= 35


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
        "35 von 35 Dateien haben anderen Inhalt als den gebauten. Der Server antwortet auf jede "
        "Adresse mit einer eigenen Seite"
    )


def test_a_page_for_every_address_is_one_cause_also_where_it_differs(site: Path) -> None:
    moments = itertools.count()

    def parked(path: str) -> Given:
        return 200, {}, f"<h1>Domain geparkt</h1>{path} {next(moments)}".encode()

    (cause,) = told(look(parked, site))
    assert "antwortet auf jede Adresse mit einer eigenen Seite" in cause


@pytest.mark.parametrize("page", ["<h1>Nicht gefunden</h1>", "<!doctype html>{path} {moment}", ""])
def test_a_page_for_what_is_not_there_gives_no_secret_away(site: Path, page: str) -> None:
    good = healthy(site)
    moments = itertools.count()

    def soft(path: str) -> Given:
        answer = good(path)
        assert answer
        status, headers, body = answer
        if status == 404:
            body = page.format(path=path, moment=next(moments)).encode()
        return 200, headers, body

    (cause,) = told(look(soft, site))
    assert cause.startswith("/gibt-es-nicht-e0b2a8c1/: Antwort 200 statt 404. Schalten Sie")


def test_what_is_hidden_and_served_is_told_also_of_such_a_host(site: Path) -> None:
    good = healthy(site)
    served = {"/.htaccess": b"RewriteEngine On", "/.schaukasten/manifest.json": b"{}"}

    def soft(path: str) -> Given:
        answer = good(path)
        assert answer
        return 200, answer[1], served.get(path, answer[2] if answer[0] == 200 else b"<p>Nichts")

    problems = told(look(soft, site))
    assert [one.split(":")[0] for one in problems[1:]] == [*served]


def test_a_host_that_is_broken_for_a_part_of_the_site_is_one_cause(site: Path) -> None:
    good = healthy(site)

    def half(path: str) -> Given:
        broken = path in ("/", "/gibt-es-nicht-e0b2a8c1/", "/alt/") or path.endswith("2/")
        return (500, {}, b"") if broken else good(path)

    (cause,) = told(look(half, site, redirects={"/alt/": "/seite-1/"}))
    assert re.match(r"/\S*, .*: Antwort 500 statt 200\. Der Server ist gestört", cause)
    most = look(lambda path: good(path) if path.endswith("2/") else (500, {}, b""), site)
    (cause,) = told(most)
    assert cause.startswith("32 von 35 Dateien: Antwort 500 statt 200. Der Server ist gestört")


@pytest.mark.parametrize(
    ("status", "remedy"),
    [(403, "hält uns der Server für einen Angriff"), (401, "Passwort"), (503, "überlastet")],
)
def test_a_home_page_that_is_refused_does_not_lack_headers(
    site: Path, status: int, remedy: str
) -> None:
    good = healthy(site)
    problems = told(look(lambda path: (status, {}, b"") if path == "/" else good(path), site))
    (cause,) = problems
    assert cause.startswith(f"/: Antwort {status} statt 200. ")
    assert remedy in cause


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
        added = b"<script>" if b"html" in body else b""
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


#: What hosts write where an address should be.
NO_ADDRESS = [
    "http://[",
    "http://[::1",
    "http://x:abc/",
    "mailto:a@verein.example",
    "http:///",
    "//",
]


@pytest.mark.parametrize("location", NO_ADDRESS)
def test_a_redirect_to_no_web_address_is_told(site: Path, location: str) -> None:
    said = refused(lambda _path: (301, {"Location": location}, b""), site)
    assert f"/ leitet auf etwas, das keine Webadresse ist: {location}. Suchen Sie" in said


@pytest.mark.parametrize("location", [*NO_ADDRESS, "", "/"])
def test_an_old_address_that_leads_nowhere_is_told(site: Path, location: str) -> None:
    good = healthy(site)
    problems = told(
        look(
            lambda path: (301, {"Location": location}, b"") if path == "/alt/" else good(path),
            site,
            redirects={"/alt/": "/seite-1/"},
        )
    )
    assert problems == ["/alt/: führt nicht zu /seite-1/."]


def test_an_old_address_may_lead_to_letters_as_they_are(site: Path) -> None:
    good = healthy(site)
    way = "/über/".encode().decode("latin-1")
    result = look(
        lambda path: (301, {"Location": way}, b"") if path == "/alt/" else good(path),
        site,
        redirects={"/alt/": "/über/"},
    )
    assert told(result) == []


@pytest.mark.parametrize("target", ["https://www.verein.invalid/", "http://localhost:1/"])
def test_a_redirect_to_where_nobody_answers_is_told_as_a_redirect(site: Path, target: str) -> None:
    said = refused(lambda _path: (301, {"Location": target}, b""), site)
    assert f"/ leitet auf {target}, und dorthin kommt niemand. {target} antwortet nicht" in said
    assert "Suchen Sie diese Weiterleitung im Kundenmenü." in said
    assert "website" not in said


def test_our_own_redirect_to_a_name_without_an_entry_is_no_matter_of_the_control_panel(
    site: Path,
) -> None:
    target = "https://www.verein.invalid/"
    there: Answering = lambda _path: (301, {"Location": target}, b"")  # noqa: E731
    said = refused(there, site, website=target.rstrip("/"))
    assert "Den Namen kennt niemand." in said


@pytest.mark.parametrize("status", [302, 303, 307])
def test_a_guard_that_asks_for_a_cookie_is_not_taken_for_our_redirect(
    site: Path, status: int
) -> None:
    cookie = {"Set-Cookie": "beenhere=1"}
    said = refused(lambda path: (status, {"Location": path, **cookie}, b""), site)
    assert "leitet im Kreis: " in said
    assert "nur herein, wer ein Cookie behält" in said
    said = refused(lambda path: (status, {"Location": path}, b""), site)
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
