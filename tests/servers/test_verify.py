"""`verify` against a real Apache over https: it finds what a visitor would, and nothing else."""

from __future__ import annotations

import contextlib
import io
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from schaukasten.apache.facts import Facts
from schaukasten.apache.htaccess import htaccess
from schaukasten.record.build_record import BuildRecord
from schaukasten.release import terminal
from tests.servers.apache import Apache
from tests.servers.conftest import HOST
from tests.servers.front import front
from tests.worlds import ROOT, World


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site with an alias, a picture's worth of files, and names that need quoting."""
    world = World(tmp_path_factory.mktemp("verify"))
    world.news("[Plan](<Plan für alle.pdf>)", "aliases: [/alt/, /über-uns/]")
    world.write("aktuelles/2026-03-08-fest/Plan für alle.pdf", b"%PDF-1.4\n%%EOF\n")
    world.write(
        "seiten/404.md",
        "---\ntitle: Nicht gefunden\ntemplate: Fehlerseite\nsummary: Nichts.\n---\nNichts.\n",
    )
    assert world.build() == 0
    return world.output


@pytest.fixture(scope="module")
def apache(built: Path) -> Iterator[Apache]:
    with Apache(built) as running:
        yield running


@pytest.fixture
def own(built: Path) -> Iterator[Apache]:
    """An Apache whose files this test may change."""
    with Apache(built) as running:
        yield running


def verify(apache: Apache, site: Path, folder: Path, **options: object) -> tuple[int, str]:
    target = {
        "address": "file:///srv/www",
        "website": f"https://localhost:{apache.https_port}",
        "certificates": str(apache.folder / "certificate.pem"),
        **options,
    }
    folder.mkdir(exist_ok=True)
    (folder / "publishconf.py").write_text(f"TARGETS = {{'live': {target!r}}}\n")
    if not (folder / "theme").exists():
        (folder / "theme").symlink_to(ROOT / "theme")
    said = io.StringIO()
    with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
        code = terminal.verify(folder, None, site)
    return code, said.getvalue()


def test_a_site_as_it_was_built_passes(apache: Apache, built: Path, tmp_path: Path) -> None:
    code, said = verify(apache, built, tmp_path)
    assert code == 0, said
    assert said.endswith(": 0 Fehler.\n")


def test_every_fault_is_told_at_once(own: Apache, built: Path, tmp_path: Path) -> None:
    (own.documents / "index.html").write_text("Under construction")
    (own.documents / "robots.txt").unlink()
    (own.documents / "404.html").write_text("Not Found")
    code, said = verify(own, built, tmp_path)
    assert code == 1
    assert "/: anderer Inhalt als der gebaute." in said
    assert "/robots.txt: Antwort 404 statt 200." in said
    assert "eine andere Seite als unsere 404.html" in said
    assert ": 4 Fehler." in said


def problems(said: str) -> list[str]:
    """What is told between the address that is looked at and the sum."""
    lines = said.splitlines()
    assert lines[0].startswith("Geprüft wird ")
    return lines[1:-1]


def test_a_host_that_ignores_htaccess_is_one_cause(built: Path, tmp_path: Path) -> None:
    with Apache(built, override="None") as careless:
        (careless.documents / ".schaukasten").write_text("{}")
        code, said = verify(careless, built, tmp_path)
    assert code == 1
    cause, hidden, more = problems(said)
    assert cause.startswith("Der Server liest die .htaccess nicht: Alle Kopfzeilen")
    assert hidden == "/.schaukasten: wird ausgeliefert (Antwort 200), darf es aber nicht."
    assert more == "7 weitere Fehler kommen von demselben."


def test_a_host_without_mod_headers_is_one_cause(built: Path, tmp_path: Path) -> None:
    with Apache(built, without=("headers",)) as host:
        code, said = verify(host, built, tmp_path)
    assert code == 1
    cause, more = problems(said)
    assert cause.startswith("/: Die Kopfzeilen content-security-policy, x-content-type-options, ")
    assert "mod_headers" in cause
    assert more == "6 weitere Fehler kommen von demselben."


def test_a_host_on_which_the_htaccess_breaks_is_one_cause(
    own: Apache, built: Path, tmp_path: Path
) -> None:
    (own.documents / ".htaccess").write_text("Options -Indexes\n")
    code, said = verify(own, built, tmp_path)
    assert code == 1
    cause, more = problems(said)
    assert re.match(r"(\d+) von \1 Dateien: Antwort 500 statt 200\. Der Server kann nicht", cause)
    assert "AllowOverride FileInfo Indexes" in cause
    assert more.endswith(" weitere Fehler kommen von demselben.")


TOLD = {"X-Forwarded-Ssl": "on"}


def test_behind_a_server_that_tells_of_encryption_a_site_passes(
    apache: Apache, built: Path, tmp_path: Path
) -> None:
    with front(apache, HOST, TOLD) as website:
        code, said = verify(apache, built, tmp_path, website=website)
    assert code == 0, said


def test_behind_one_that_tells_nothing_the_circle_and_its_way_out_are_told(
    apache: Apache, built: Path, tmp_path: Path
) -> None:
    with front(apache, HOST, {}) as website:
        code, said = verify(apache, built, tmp_path, website=website)
    assert code == 1
    _looking, circle = said.splitlines()
    assert f"leitet im Kreis: {website}/ → {website}/." in circle
    assert "pelicanconf.py: HTTPS_REDIRECT = False." in circle


def test_with_the_redirect_turned_off_it_passes_there(
    own: Apache, built: Path, tmp_path: Path
) -> None:
    site = tmp_path / "site"
    shutil.copytree(built, site)
    record = BuildRecord.read(site)
    assert record is not None
    record.model_copy(update={"to_https": False}).write(site)
    redirects = tuple(record.redirects.items())
    facts = Facts("", HOST, True, False, True, True, to_https=False, redirects=redirects)
    (own.documents / ".htaccess").write_text(htaccess(facts), encoding="ascii")
    with front(own, HOST, {}) as website:
        code, said = verify(own, site, tmp_path, website=website)
    assert code == 0, said


def test_one_that_asks_by_another_name_is_told_apart(
    apache: Apache, built: Path, tmp_path: Path
) -> None:
    with front(apache, f"www.{HOST}", TOLD) as website:
        code, said = verify(apache, built, tmp_path, website=website)
    assert code == 1
    assert f"leitet im Kreis: {website}/ → {website}/." in said
    assert "pelicanconf.py: HOST_REDIRECT = False." in said


def test_an_untrusted_certificate_and_a_dead_host_are_told(
    apache: Apache, built: Path, tmp_path: Path
) -> None:
    hosts = {
        f"https://127.0.0.1:{apache.https_port}": "Das Zertifikat gilt für einen anderen Namen.",
        f"https://localhost:{apache.http_port}": "Der Server spricht dort kein https.",
        "https://localhost:1": "Der Server steht still, oder die Domain zeigt auf einen anderen.",
    }
    for website, remedy in hosts.items():
        code, said = verify(apache, built, tmp_path, website=website)
        assert code == 1
        assert f"{website}/ antwortet nicht: " in said
        assert remedy in said
        assert len(said.splitlines()) == 2


def test_a_preview_must_keep_search_engines_out(tmp_path: Path) -> None:
    world = World(tmp_path / "world")
    assert world.build(drafts=True) == 0
    options = {"preview": True}
    with Apache(world.output) as running:
        code, said = verify(running, world.output, tmp_path / "project", **options)
        assert code == 0, said
        path = running.documents / ".htaccess"
        path.write_text(path.read_text("utf-8").replace("X-Robots-Tag", "X-Nothing"), "utf-8")
        code, said = verify(running, world.output, tmp_path / "project", **options)
    assert code == 1
    assert "Die Kopfzeile „x-robots-tag“ fehlt" in said


def test_a_page_that_leads_elsewhere_is_told(own: Apache, built: Path, tmp_path: Path) -> None:
    path = own.documents / ".htaccess"
    rules = path.read_text("utf-8").replace("/aktuelles/2026/fest/", "https://spam.example/")
    path.write_text(f"RedirectMatch 301 ^/aktuelles/$ https://spam.example/\n{rules}", "utf-8")
    code, said = verify(own, built, tmp_path)
    assert code == 1
    assert "/aktuelles/: Antwort 301 statt 200." in said
    assert "/alt/: führt nicht zu /aktuelles/2026/fest/." in said
