"""The model in Pelican: what plain `pelican` does with good and bad content."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from pelican import Pelican
from pelican.settings import read_settings

from schaukasten.plugins.content_error import ContentError
from tests.worlds import ROOT, World


def pelican(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Plain Pelican as a user calls it, in the project's folder."""
    command = [sys.executable, "-m", "pelican", *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("settings", ["pelicanconf.py", "publishconf.py"])
def test_plain_pelican_builds_another_content_folder(world: World, settings: str) -> None:
    world.news()
    done = pelican(str(world.content), "-s", settings, "-o", str(world.output))
    assert done.returncode == 0, done.stdout + done.stderr
    assert "<h1>Fest</h1>" in world.read("aktuelles/2026/fest/index.html")
    assert world.build() == 0, "what Pelican wrote may be replaced by the build"


def test_an_error_stops_plain_pelican_before_it_touches_the_output(world: World) -> None:
    world.output.mkdir()
    (world.output / "index.html").write_text("the last good page")
    world.news(head="datum: 2026-03-08")
    world.offer("[weg](weg.md)")
    done = pelican(str(world.content), "-s", "publishconf.py", "-o", str(world.output))
    assert done.returncode == 1
    shown = done.stdout + done.stderr
    assert "content/aktuelles/2026-03-08-fest/index.md:5: Den Schlüssel „datum“" in shown
    assert "content/angebote/treff.md:7: Die Datei „weg.md“ gibt es nicht." in shown
    assert "Traceback" not in shown
    assert [path.name for path in world.output.iterdir()] == ["index.html"]
    assert world.read("index.html") == "the last good page"


def test_a_file_that_pelican_itself_would_read_is_not_published(world: World) -> None:
    world.write("seiten/leck.html", "<html><head><title>Leck</title></head><body>x</body></html>")
    world.write("seiten/leck.rst", "Leck\n====\n")
    world.write("aktuelles/leck.rst", "Leck\n====\n\n:date: 2026-01-01\n")
    assert world.build() == 0
    assert not [path for path in world.output.rglob("*") if "leck" in path.name.lower()]


def test_a_mistake_in_a_template_fails_the_build(world: World, tmp_path: Path) -> None:
    theme = tmp_path / "theme"
    (theme / "templates").mkdir(parents=True)
    (theme / "templates" / "robots.txt").write_text("{{ no_such_variable }}")
    override = f'THEME_TEMPLATES_OVERRIDES=["{theme}/templates"]'
    done = pelican(str(world.content), "-o", str(world.output), "-e", override)
    assert done.returncode == 1
    assert "no_such_variable" in done.stdout + done.stderr


def test_an_unknown_plugin_fails_the_build(world: World) -> None:
    done = pelican(
        str(world.content), "-o", str(world.output), "-e", 'PLUGINS=["schaukasten.plugins.none"]'
    )
    assert done.returncode == 1


def test_running_again_sees_what_was_mended(world: World) -> None:
    """As `pelican --autoreload` does: one Pelican, many runs."""
    news = world.news(head="falsch: ja")
    override = {"PATH": str(world.content), "OUTPUT_PATH": str(world.output)}
    site = Pelican(read_settings(str(ROOT / "pelicanconf.py"), override))
    with pytest.raises(ContentError):
        site.run()
    assert not world.output.exists()
    news.write_text(news.read_text("utf-8").replace("falsch: ja\n", ""), "utf-8")
    site.run()
    assert "Fest" in world.read("aktuelles/2026/fest/index.html")


def test_the_site_knows_its_own_address_only_when_it_is_published(world: World) -> None:
    world.news()
    assert world.build() == 0
    canonical = '<link rel="canonical" href="https://kleiner-verein.example/aktuelles/2026/fest/">'
    assert canonical in world.read("aktuelles/2026/fest/index.html")
    assert world.build(drafts=True) == 0
    page = world.read("aktuelles/2026/fest/index.html")
    assert "canonical" not in page
    assert '<meta name="robots" content="noindex">' in page


def test_a_site_below_a_path_has_that_path_in_every_address(world: World) -> None:
    association = world.content / "data" / "association.yaml"
    association.write_text(
        association.read_text("utf-8").replace(".example\n", ".example/verein\n"), "utf-8"
    )
    world.news("[Treff](../../angebote/treff.md)")
    world.offer()
    assert world.build() == 0
    page = world.read("aktuelles/2026/fest/index.html")
    assert 'href="/verein/angebote/treff/"' in page
    assert 'href="/verein/theme/css/' in page
    assert 'href="/angebote/' not in page


def test_a_right_to_left_language_turns_the_page(world: World) -> None:
    association = world.content / "data" / "association.yaml"
    association.write_text(
        association.read_text("utf-8").replace("language: de", "language: ar"), "utf-8"
    )
    assert world.build() == 0
    assert '<html lang="ar" dir="rtl">' in world.read("index.html")
