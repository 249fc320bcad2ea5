"""What the preview's server answers, without a browser."""

from __future__ import annotations

import http.client
import socket
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from schaukasten.editor.preview import Preview, View
from schaukasten.editor.site_server import SiteServer
from tests.editor.projects import listening

NEWS = '{"build": "b1"}'


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder as a build leaves it, beside a file that is nobody's business."""
    home = tmp_path_factory.mktemp("site")
    (home / "geheim.txt").write_text("geheim")
    folder = home / "1"
    files = {
        "index.html": "<html><body>Start</body></html>",
        "404.html": "<html><body>Gibt es nicht</body></html>",
        "angebote/index.html": "<html><body>Angebote</body></html>",
        "leer/bild.txt": "x",
        ".htaccess": "geheim",
        ".schaukasten": "geheim",
        "bilder/a.webp": "x",
        "bilder/a.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>",
        "theme/f.woff2": "x",
        "theme/s.css": "x",
        "feeds/a.atom.xml": "<feed/>",
    }
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text)
    return folder


@pytest.fixture(scope="module")
def server(site: Path) -> Iterator[SiteServer]:
    preview = Preview()
    preview.show(View(site, "b1", "de", "Alles gut", "Weg", NEWS))
    with listening(preview) as server:
        yield server


def ask(
    server: SiteServer, target: str, host: str | None = None, method: str = "GET"
) -> tuple[int, dict[str, str], str]:
    connection = http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=5)
    connection.putrequest(method, target, skip_host=True)
    connection.putheader("Host", host or f"localhost:{server.server_port}")
    connection.putheader("Connection", "close")
    connection.endheaders()
    with connection.getresponse() as answer:
        headers = dict(answer.headers)
        # The next answer may be of the next second.
        headers.pop("Date", None)
        found = answer.status, headers, answer.read().decode()
    connection.close()
    return found


@pytest.mark.parametrize("target", ["/", "/index.html", "/?a=b", "/angebote/", "//angebote//"])
def test_a_page_is_there_with_the_panels_script_at_its_end(server: SiteServer, target: str) -> None:
    status, headers, page = ask(server, target)
    assert status == 200
    assert headers["Content-Type"] == "text/html; charset=utf-8"
    script = '<script src="/__schaukasten/panel.js" data-build="b1" data-gone="Weg" defer></script>'
    assert page.endswith(f"{script}</body></html>")


def test_the_files_of_the_build_stay_without_it(server: SiteServer, site: Path) -> None:
    ask(server, "/")
    assert "script" not in (site / "index.html").read_text()


@pytest.mark.parametrize(
    ("target", "to"),
    [
        ("/angebote", "/angebote/"),
        ("/angebote?a=b", "/angebote/?a=b"),
        # No address of another host can come of it.
        ("//angebote", "/angebote/"),
    ],
)
def test_a_folder_without_its_slash_leads_to_the_page(
    server: SiteServer, target: str, to: str
) -> None:
    status, headers, _page = ask(server, target)
    assert (status, headers["Location"]) == (301, to)


@pytest.mark.parametrize(
    "target",
    [
        *("/gibt-es-nicht", "/gibt-es-nicht/", "/angebote/x.html", "/index.html/"),
        # No list of a folder.
        *("/leer", "/leer/", "/bilder/"),
        # Hidden files, and ways out of the folder.
        *("/.htaccess", "/.schaukasten", "/%2ehtaccess", "/leer/.x", "/../geheim.txt"),
        *("/%2e%2e/geheim.txt", "/leer/../../geheim.txt", "/..%2fgeheim.txt", "/..\\geheim.txt"),
        *("/leer%00", "/C:/Windows", "/%ff", "*", "/" + "a" * 5000),
    ],
)
def test_what_is_not_there_or_hidden_is_the_sites_own_404(server: SiteServer, target: str) -> None:
    status, _headers, page = ask(server, target)
    assert status == 404
    assert "Gibt es nicht" in page
    assert "panel.js" in page


@pytest.mark.parametrize(
    ("target", "kind"),
    [
        ("/bilder/a.webp", "image/webp"),
        ("/bilder/a.svg", "image/svg+xml; charset=utf-8"),
        ("/theme/f.woff2", "font/woff2"),
        ("/theme/s.css", "text/css; charset=utf-8"),
        ("/feeds/a.atom.xml", "application/atom+xml; charset=utf-8"),
        ("/__schaukasten/panel.js", "text/javascript; charset=utf-8"),
        ("/__schaukasten/panel.css", "text/css; charset=utf-8"),
    ],
)
def test_a_file_has_its_type(server: SiteServer, target: str, kind: str) -> None:
    status, headers, _body = ask(server, target)
    assert (status, headers["Content-Type"]) == (200, kind)


@pytest.mark.parametrize("target", ["/__schaukasten/", "/__schaukasten/panel.py", "/__schaukasten"])
def test_nothing_else_of_the_panels_folder_is_served(server: SiteServer, target: str) -> None:
    assert ask(server, target)[0] == 404


def test_pages_are_as_strict_as_on_the_host_and_kept_by_nobody(server: SiteServer) -> None:
    for target in ("/", "/gibt-es-nicht", "/theme/s.css"):
        headers = ask(server, target)[1]
        policy = headers["Content-Security-Policy"]
        assert "default-src 'none'" in policy
        assert "script-src 'self'" in policy
        assert "connect-src 'self'" in policy
        assert headers["Cache-Control"] == "no-store"
        assert headers["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in ask(server, "/bilder/a.svg")[1]["Content-Security-Policy"]


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1:80", "[::1]:8000", "[::1]", "LOCALHOST"])
def test_this_machine_is_answered(server: SiteServer, host: str) -> None:
    assert ask(server, "/", host)[0] == 200


@pytest.mark.parametrize(
    "host",
    ["evil.example", "localhost.evil.example:8000", "192.168.0.1", "", "localhost:evil"],
)
def test_another_name_for_this_machine_gets_nothing(server: SiteServer, host: str) -> None:
    for target in ("/", "/__schaukasten/events", "/__schaukasten/panel.js"):
        status, _headers, body = ask(server, target, host or " ")
        assert status == 421
        assert "Start" not in body


@pytest.mark.parametrize("target", ["http://[", "/" + "a/" * 3000, "/%00", "/" + "%2e%2e/" * 9])
def test_an_address_that_cannot_be_is_missing(
    server: SiteServer, target: str, capfd: pytest.CaptureFixture[str]
) -> None:
    assert ask(server, target)[0] == 404
    assert capfd.readouterr().err == ""


def test_a_head_is_an_answer_without_its_body(server: SiteServer) -> None:
    status, headers, body = ask(server, "/", method="HEAD")
    assert (status, body) == (200, "")
    assert int(headers["Content-Length"]) == len(ask(server, "/")[2])
    assert ask(server, "/__schaukasten/events", method="HEAD")[2] == ""


def test_other_methods_are_refused(server: SiteServer) -> None:
    assert ask(server, "/", method="POST")[0] == 501


def test_without_a_404_page_there_is_one_that_comes_back_by_itself(tmp_path: Path) -> None:
    preview = Preview()
    preview.show(View(tmp_path, "b1", "de", "Alles gut", "Weg", NEWS))
    with listening(preview) as server:
        status, _headers, page = ask(server, "/weg/")
    assert status == 404
    assert "<h1>404 Not Found</h1>" in page
    assert "panel.js" in page


def test_before_the_first_good_build_there_is_a_page_with_the_panel_alone() -> None:
    preview = Preview()
    preview.show(View(None, "", "de", "Noch <nicht>", "Weg", NEWS))
    with listening(preview) as server:
        status, _headers, page = ask(server, "/angebote/")
    assert status == 503
    assert "<h1>Noch &lt;nicht&gt;</h1>" in page
    assert 'data-build=""' in page


def test_events_tell_what_is_shown_now_and_what_comes() -> None:
    preview = Preview()
    preview.show(View(None, "", "de", "", "", "eins"))
    with listening(preview) as server:
        connection = http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=5)
        connection.request("GET", "/__schaukasten/events")
        with connection.getresponse() as answer:
            assert answer.headers["Content-Type"] == "text/event-stream"
            assert answer.readline() == b"data: eins\n"
            assert answer.readline() == b"\n"
            preview.show(View(None, "", "de", "", "", "zwei"))
            assert answer.readline() == b"data: zwei\n"
            preview.end()
            answer.readline()
            assert answer.readline() == b"", "the end of the server lets nobody wait"
        connection.close()


def test_a_connection_that_is_cut_is_no_error(
    server: SiteServer, capfd: pytest.CaptureFixture[str]
) -> None:
    before = threading.active_count()
    for _time in range(3):
        with socket.create_connection(("127.0.0.1", server.server_port)) as cut:
            cut.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")
            cut.sendall(b"GET / HTTP/1.1\r\nHost: localhost\r\n")
    assert ask(server, "/")[0] == 200
    assert threading.active_count() <= before + 4
    assert capfd.readouterr().err == ""


@pytest.mark.parametrize("target", ["/redaktion/", "/redaktion/api/v1/version", "/redaktion/a.js"])
def test_without_the_desk_there_is_no_trace_of_it(server: SiteServer, target: str) -> None:
    assert ask(server, target) == ask(server, target.replace("redaktion", "gibtesnicht"))
    assert ask(server, target)[0] == 404
    assert ask(server, target, method="POST")[0] == 501
