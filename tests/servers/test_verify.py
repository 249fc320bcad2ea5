"""`verify` against a real Apache over https: it finds what a visitor would, and nothing else."""

from __future__ import annotations

import contextlib
import io
from collections.abc import Iterator
from pathlib import Path

import pytest

from schaukasten.release import terminal
from tests.servers.apache import Apache
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


@pytest.fixture
def own(built: Path) -> Iterator[Apache]:
    """An Apache whose files this test may change."""
    with Apache(built) as running:
        yield running


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


def test_a_host_that_ignores_htaccess_is_told(built: Path, tmp_path: Path) -> None:
    with Apache(built, override="None") as careless:
        (careless.documents / ".schaukasten").write_text("{}")
        code, said = verify(careless, built, tmp_path)
    assert code == 1
    for header in ("content-security-policy", "strict-transport-security", "permissions-policy"):
        assert f"Die Kopfzeile „{header}“ fehlt" in said
    assert "/.schaukasten: wird ausgeliefert (Antwort 200), darf es aber nicht." in said


def test_an_untrusted_certificate_and_a_dead_host_are_told(
    apache: Apache, built: Path, tmp_path: Path
) -> None:
    for website in (f"https://127.0.0.1:{apache.https_port}", "https://localhost:1"):
        code, said = verify(apache, built, tmp_path, website=website)
        assert code == 1
        assert f"{website}/ antwortet nicht: " in said
        assert "Traceback" not in said


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
