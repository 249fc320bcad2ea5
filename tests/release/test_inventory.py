"""A finished folder → its files in the order of publishing."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from schaukasten.plugins.assets import MAIN_SHEETS, SHEETS
from schaukasten.record.build_record import MARK
from schaukasten.release.inventory import HASHED_ASSET, Phase, inventory
from schaukasten.release.targets.errors import PublishError
from tests.release.sites import write


def test_every_file_with_its_digest_and_not_the_builds_own_record(tmp_path: Path) -> None:
    site = write(tmp_path / "site", {"index.html": "Grüße", "a/b/ä.pdf": b"\0"})
    files = inventory(site)
    assert list(files) == ["a/b/ä.pdf", "index.html"]
    assert files["index.html"].sha256 == hashlib.sha256("Grüße".encode()).hexdigest()
    assert files["index.html"].size == 7
    assert (site / MARK).exists()


def test_what_a_page_needs_goes_before_it_and_what_leads_to_it_after(real_site: Path) -> None:
    phases = {file.path: file.phase for file in inventory(real_site).values()}
    assert {phases[name] for name in phases if name.endswith(".html")} == {Phase.PAGES}
    assert {phases[name] for name in phases if name.startswith("theme/")} == {Phase.ASSETS}
    assert {phases[name] for name in phases if name.startswith("bilder/")} == {Phase.PICTURES}
    last = ("sitemap.xml", "robots.txt", ".htaccess", "feeds/aktuelles.atom.xml")
    assert {phases[name] for name in last} == {Phase.FEEDS}
    assert Phase.ASSETS < Phase.PICTURES < Phase.PAGES < Phase.FEEDS


def test_only_styles_and_scripts_of_a_digest_are_kept_and_never_a_picture_or_a_document(
    real_site: Path,
) -> None:
    hashed = [name for name in inventory(real_site) if HASHED_ASSET.search(name)]
    names = {f"css/{stem}" for stem in (*MAIN_SHEETS, *SHEETS)}
    names |= {"js/day", "js/finder", "js/gallery"}
    assert {name.split(".")[0] for name in hashed} == {f"theme/{name}" for name in names}
    # And what they are compressed.
    assert any(name.endswith(".css.br") for name in hashed)
    for other in (
        "bilder/0123456789abcdef-480.webp",
        "einladung.20260620.pdf",
        "a.12345678.html",
    ):
        assert not HASHED_ASSET.search(other)


@pytest.mark.parametrize("name", ["a\\b.html", "a\nb.html", ".schaukasten-alt/../x"])
def test_a_name_that_a_host_may_read_otherwise_is_refused(tmp_path: Path, name: str) -> None:
    site = write(tmp_path / "site", {})
    if ".." in name:
        (site / ".schaukasten").unlink()
        name = ".schaukasten/x"
    (site / name).parent.mkdir(exist_ok=True)
    (site / name).write_text("x")
    with pytest.raises(PublishError):
        inventory(site)


def test_a_link_to_somewhere_else_is_refused(tmp_path: Path) -> None:
    site = write(tmp_path / "site", {"index.html": "x"})
    (site / "geheim.html").symlink_to("/etc/passwd")
    with pytest.raises(PublishError):
        inventory(site)
    (site / "geheim.html").unlink()
    (site / "geheim").symlink_to("/etc")
    with pytest.raises(PublishError):
        inventory(site)
