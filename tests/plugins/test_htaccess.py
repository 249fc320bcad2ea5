"""What the plugin takes from the site for its `.htaccess`; tests/servers/ shows what it does."""

from __future__ import annotations

import shutil

import pytest
from pelican import Pelican
from pelican.settings import read_settings

from schaukasten.plugins import htaccess
from tests.worlds import ROOT, World


@pytest.mark.parametrize("drafts", [False, True])
def test_two_builds_write_the_same_bytes(world: World, drafts: bool) -> None:
    world.news(head="aliases: [/b/, /a/]")
    world.write("data/gone.yaml", "addresses: [/d/, /c/]\n")
    assert world.build(drafts) == 0
    first = world.read(".htaccess")
    assert world.build(drafts) == 0
    assert world.read(".htaccess") == first
    assert first.isascii()


def test_only_the_public_site_has_a_name_and_only_a_preview_hides(world: World) -> None:
    assert world.build() == 0
    public = world.read(".htaccess")
    assert world.build(drafts=True) == 0
    preview = world.read(".htaccess")
    assert ("kleiner-verein" in public, "X-Robots-Tag" in public) == (True, False)
    assert ("kleiner-verein" in preview, "X-Robots-Tag" in preview) == (False, True)
    assert "Strict-Transport-Security" in preview


def test_the_error_page_is_named_also_where_nobody_wrote_one(world: World) -> None:
    assert world.build() == 0
    assert "ErrorDocument 404 /404.html" in world.read(".htaccess")
    assert "<h1>Diese Seite gibt es nicht</h1>" in world.read("404.html")
    world.write("seiten/404.md", "---\ntitle: Weg\ntemplate: Fehlerseite\n---\n")
    assert world.build() == 0
    assert "ErrorDocument 404 /404.html" in world.read(".htaccess")


def test_scripts_are_allowed_where_the_build_publishes_one(world: World) -> None:
    override = {"PATH": str(world.content), "OUTPUT_PATH": str(world.output)}
    site = Pelican(read_settings(str(ROOT / "pelicanconf.py"), override))
    site.run()
    assert "script-src 'self'" in world.read(".htaccess")
    shutil.rmtree(world.output / "theme" / "js")
    htaccess.write_htaccess(site)
    assert "script-src" not in world.read(".htaccess")


@pytest.mark.parametrize("conf", ["pelicanconf.py", "publishconf.py"])
def test_the_project_can_leave_redirects_to_its_host(world: World, conf: str) -> None:
    override = {"PATH": str(world.content), "OUTPUT_PATH": str(world.output)}
    site = Pelican(read_settings(str(ROOT / conf), override))
    site.run()
    asked = ("RewriteRule ^ https://%1%{REQUEST_URI}", '"^www\\.kleiner-verein')
    public = conf == "publishconf.py"
    for https, host in ((True, True), (False, True), (True, False), (False, False)):
        site.settings.update(HTTPS_REDIRECT=https, HOST_REDIRECT=host)
        htaccess.write_htaccess(site)
        text = world.read(".htaccess")
        assert [part in text for part in asked] == [https, host and public]


def test_a_draft_redirects_nobody_before_it_is_published(world: World) -> None:
    world.news(head="aliases: /alt/\nstatus: Entwurf")
    assert world.build() == 0
    assert "/alt" not in world.read(".htaccess")
    assert world.build(drafts=True) == 0
    assert "/alt" in world.read(".htaccess")
