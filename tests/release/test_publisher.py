"""Publishing to a folder: what goes where, what is refused, and what an interruption leaves."""

from __future__ import annotations

import contextlib
import datetime as dt
import io
import json
import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from schaukasten.release.progress import Progress
from schaukasten.release.targets.errors import PublishError
from schaukasten.release.targets.paths import is_safe
from schaukasten.release.transports.base import Done, Read, nobody
from schaukasten.release.transports.local import LocalTransport
from schaukasten.release.transports.refusals import disk_full, no_permission
from tests.release.faults import Killed, Mortal
from tests.release.sites import (
    DAY,
    FIRST,
    SECOND,
    host_files,
    local_target,
    pages,
    publisher,
    site_files,
    write,
)
from tests.worlds import german


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = tmp_path / "host" / "html"
    folder.mkdir(parents=True)
    return folder


def publish(site: Path, root: Path, **options: object) -> None:
    publisher(site, local_target(root), **options).publish(LocalTransport())


def refusal(site: Path, root: Path, **options: object) -> str:
    """Why nothing is published; a dry run says the same."""
    before = host_files(root)
    with pytest.raises(PublishError) as caught:
        publish(site, root, **options)
    with pytest.raises(PublishError) as foreseen:
        publisher(site, local_target(root), **options).compare(LocalTransport())
    assert host_files(root) == before
    assert foreseen.value.text(german) == caught.value.text(german)
    return caught.value.text(german)


def test_the_host_ends_with_the_sites_files_and_a_manifest_out_of_sight(
    tmp_path: Path, root: Path
) -> None:
    site = write(tmp_path / "site", pages("eins"))
    publish(site, root)
    assert host_files(root) == site_files(site)
    assert not (root / ".schaukasten").exists()
    state = root.parent / ".schaukasten-html"
    assert {path.name for path in state.iterdir()} == {".htaccess", "manifest.json", "incoming"}
    assert list((state / "incoming").iterdir()) == []
    manifest = json.loads((state / "manifest.json").read_bytes())
    assert manifest["commit"]["id"] == FIRST.id
    assert manifest["day"] == "2026-11-22"
    assert manifest["files"].keys() == site_files(site).keys()


def test_a_second_run_sends_only_what_changed_and_deletes_only_what_was_ours(
    tmp_path: Path, root: Path
) -> None:
    publish(write(tmp_path / "one", {**pages("eins"), "alt/index.html": "alt"}), root)
    (root / "fremd.php").write_text("von jemand anderem")
    (root / "alt" / "notiz.txt").write_text("von jemand anderem")
    two = write(tmp_path / "two", {**pages("eins"), "neu/index.html": "neu"})
    before = {path: path.stat().st_mtime_ns for path in root.rglob("*.html")}
    plan = publisher(two, local_target(root)).publish(LocalTransport())
    assert [file.path for file in plan.uploads] == ["neu/index.html"]
    assert plan.deletions == ["alt/index.html"]
    assert host_files(root) == {
        **site_files(two),
        "fremd.php": b"von jemand anderem",
        "alt/notiz.txt": b"von jemand anderem",
    }
    left = {path: path.stat().st_mtime_ns for path in root.rglob("*.html") if path in before}
    assert left.items() <= before.items()


def test_an_emptied_folder_goes_with_its_last_file(tmp_path: Path, root: Path) -> None:
    publish(write(tmp_path / "one", {**pages("eins"), "a/b/c/index.html": "x"}), root)
    publish(write(tmp_path / "two", pages("eins")), root)
    assert not (root / "a").exists()


def test_the_same_size_and_time_hide_no_change(tmp_path: Path, root: Path) -> None:
    site = write(tmp_path / "site", pages("eins"))
    publish(site, root)
    times = (site / "index.html").stat()
    write(site, {"index.html": (site / "index.html").read_text().replace("eins", "zwei")})
    import os

    os.utime(site / "index.html", ns=(times.st_atime_ns, times.st_mtime_ns))
    publish(site, root)
    assert host_files(root) == site_files(site)


def test_a_dry_run_changes_nothing_on_the_host(tmp_path: Path, root: Path) -> None:
    site = write(tmp_path / "site", pages("eins"))
    plan = publisher(site, local_target(root)).compare(LocalTransport())
    assert len(plan.uploads) == len(site_files(site))
    assert list(root.parent.rglob("*")) == [root]
    publish(site, root)
    before = {path: path.stat().st_mtime_ns for path in root.parent.rglob("*")}
    two = write(tmp_path / "two", pages("zwei"))
    plan = publisher(two, local_target(root)).compare(LocalTransport())
    assert len(plan.uploads) == len(site_files(two)) - 1
    assert {path: path.stat().st_mtime_ns for path in root.parent.rglob("*")} == before


def test_an_old_stylesheet_stays_for_thirty_days(tmp_path: Path, root: Path) -> None:
    publish(write(tmp_path / "one", pages("eins")), root)
    two = write(tmp_path / "two", pages("zwei"))
    publish(two, root)
    assert len(list((root / "theme/css").iterdir())) == 2
    publish(two, root, today=DAY + dt.timedelta(days=31))
    assert host_files(root) == site_files(two)


def test_somebody_elses_files_are_not_written_over_at_the_first_run(
    tmp_path: Path, root: Path
) -> None:
    (root / "index.html").write_text("Willkommen bei Ihrem Anbieter")
    site = write(tmp_path / "site", pages("eins"))
    said = refusal(site, root)
    assert "fremde Dateien, die überschrieben würden: index.html." in said
    publish(site, root, force=True)
    assert host_files(root) == site_files(site)


def test_somebody_elses_folder_is_not_mixed_with_ours_at_the_first_run(
    tmp_path: Path, root: Path
) -> None:
    (root / "theme").mkdir()
    (root / "theme/logo.svg").write_text("von jemand anderem")
    site = write(tmp_path / "site", pages("eins"))
    assert "fremde Dateien, die überschrieben würden: theme." in refusal(site, root)
    publish(site, root, force=True)
    assert host_files(root) == {**site_files(site), "theme/logo.svg": b"von jemand anderem"}


def test_what_a_host_keeps_in_the_well_known_folder_stays_beside_ours(
    tmp_path: Path, root: Path
) -> None:
    """ACME's proofs, for certificates."""
    site = write(tmp_path / "site", {**pages("eins"), ".well-known/security.txt": "ours"})
    proof = root / ".well-known/acme-challenge/token"
    proof.parent.mkdir(parents=True)
    proof.write_text("proof")
    publish(site, root)
    assert host_files(root) == {
        **site_files(site),
        ".well-known/acme-challenge/token": b"proof",
    }


def test_a_file_in_the_well_known_folder_is_not_written_over_at_the_first_run(
    tmp_path: Path, root: Path
) -> None:
    site = write(tmp_path / "site", {**pages("eins"), ".well-known/security.txt": "ours"})
    (root / ".well-known").mkdir()
    (root / ".well-known/security.txt").write_text("theirs")
    assert ": .well-known/security.txt." in refusal(site, root)
    (root / ".well-known/security.txt").unlink()
    (root / ".well-known").rmdir()
    (root / ".well-known").write_text("theirs")
    assert ": .well-known." in refusal(site, root)


def test_a_link_is_not_written_over_at_the_first_run_either(tmp_path: Path, root: Path) -> None:
    elsewhere = tmp_path / "elsewhere.html"
    elsewhere.write_text("von jemand anderem")
    (root / "index.html").symlink_to(elsewhere)
    site = write(tmp_path / "site", pages("eins"))
    for force in (False, True):
        said = refusal(site, root, force=force)
        assert "/index.html“ auf dem Server ist eine symbolische Verknüpfung" in said
    assert elsewhere.read_text() == "von jemand anderem"


def test_a_missing_folder_is_not_made(tmp_path: Path, root: Path) -> None:
    with pytest.raises(PublishError) as caught:
        publish(write(tmp_path / "site", pages("eins")), root / "htlm")
    assert f"Auf dem Server gibt es keinen Ordner „{root}/htlm“." in caught.value.text(german)
    assert not (root / "htlm").exists()


def test_an_older_commit_is_refused_unless_it_is_meant(tmp_path: Path, root: Path) -> None:
    publish(write(tmp_path / "new", pages("zwei"), commit=SECOND), root)
    old = write(tmp_path / "old", pages("eins"), commit=FIRST)
    assert "stammt aus einem späteren Commit" in refusal(old, root)
    publish(old, root, force=True)
    assert (root / "index.html").read_bytes() == (old / "index.html").read_bytes()


def test_a_site_that_lost_its_pages_is_refused_unless_it_is_meant(
    tmp_path: Path, root: Path
) -> None:
    publish(write(tmp_path / "one", pages("eins")), root)
    two = write(tmp_path / "two", pages("eins", count=5))
    assert "5 von 15 Dateien gelöscht" in refusal(two, root)
    publish(two, root, force=True)
    assert host_files(root) == site_files(two)


def test_the_newest_commit_is_named_even_if_no_file_changed(tmp_path: Path, root: Path) -> None:
    publish(write(tmp_path / "one", pages("eins"), commit=FIRST), root)
    publish(write(tmp_path / "two", pages("eins"), commit=SECOND), root)
    manifest = json.loads((root.parent / ".schaukasten-html/manifest.json").read_bytes())
    assert manifest["commit"]["id"] == SECOND.id


def test_nothing_is_deleted_through_a_link(tmp_path: Path, root: Path) -> None:
    publish(write(tmp_path / "one", {**pages("eins"), "alt/index.html": "alt"}), root)
    private = tmp_path / "private"
    private.mkdir()
    (private / "index.html").write_text("geheim")
    (root / "alt/index.html").unlink()
    (root / "alt").rmdir()
    (root / "alt").symlink_to(private)
    said = refusal(write(tmp_path / "two", pages("eins")), root)
    assert "ist eine symbolische Verknüpfung, die nicht von uns ist" in said
    assert (private / "index.html").read_text() == "geheim"


@pytest.mark.parametrize("path", ["../../private/index.html", "/etc/hostname"])
def test_a_manifest_that_leads_out_of_the_site_is_refused(
    tmp_path: Path, root: Path, path: str
) -> None:
    publish(write(tmp_path / "one", pages("eins")), root)
    manifest = root.parent / ".schaukasten-html/manifest.json"
    data = json.loads(manifest.read_bytes())
    data["files"][path] = "a" * 64
    manifest.write_text(json.dumps(data))
    assert "ist nicht von uns oder beschädigt" in refusal(
        write(tmp_path / "two", pages("zwei")), root, force=True
    )


def test_where_nothing_can_be_made_beside_the_site_it_is_kept_inside(
    tmp_path: Path, root: Path
) -> None:
    class ShutIn(LocalTransport):
        def make_folder(self, path: str, private: bool = False) -> bool:
            if not path.startswith(f"{root}/"):
                raise no_permission(path, "nein")
            return super().make_folder(path, private)

    site = write(tmp_path / "site", pages("eins"))
    publisher(site, local_target(root)).publish(ShutIn())
    assert (root / ".schaukasten/manifest.json").exists()
    assert "RewriteRule ^ - [R=404,L]" in (root / ".schaukasten/.htaccess").read_text()
    # Some day the host lets us out; what is kept inside stays where it is.
    two = write(tmp_path / "two", pages("zwei"))
    plan = publisher(two, local_target(root)).publish(LocalTransport())
    assert len(plan.uploads) == len(site_files(two)) - 1, "the manifest inside was not found"
    assert not (root.parent / ".schaukasten-html").exists()


def test_a_target_may_say_where_the_manifest_lies(tmp_path: Path, root: Path) -> None:
    site = write(tmp_path / "site", pages("eins"))
    target = local_target(root, state=str(tmp_path / "away"))
    publisher(site, target).publish(LocalTransport())
    assert (tmp_path / "away/manifest.json").exists()
    assert [path.name for path in root.parent.iterdir()] == ["html"]


# What a visitor sees at any moment -----------------------------------------------------------


def broken(root: Path, *versions: dict[str, bytes]) -> list[str]:
    """Pages that are neither the one nor the other version, or that name what is not there."""
    found = []
    for path in sorted(root.rglob("*.html")):
        name = path.relative_to(root).as_posix()
        text = path.read_bytes()
        if text not in [version.get(name) for version in versions]:
            found.append(f"{name} is half")
        for asset in re.findall(r'(?:href|src)="/([^"]+)"', text.decode(errors="replace")):
            there = root / asset
            if not there.exists() or there.read_bytes() not in [v.get(asset) for v in versions]:
                found.append(f"{name} lacks {asset}")
    return found


def killed_at_every_step(root: Path, one: Path, two: Path) -> int:
    """Publish `two` over `one`, killed at each step; then finish it. Returns the steps."""
    versions = site_files(one), site_files(two)
    for lives in range(10_000):
        publish(one, root, force=True)
        mortal = Mortal(lives)
        try:
            publisher(two, local_target(root), force=True).publish(mortal)
        except Killed:
            assert broken(root, *versions) == [], f"killed at step {lives}"
        else:
            return lives
        publish(two, root)
        kept = {name for name in host_files(root) if name not in versions[1]}
        assert all(name.startswith("theme/css/site.") for name in kept), kept
        assert {name: raw for name, raw in host_files(root).items() if name not in kept} == (
            versions[1]
        ), f"killed at step {lives}"
        state = root.parent / ".schaukasten-html"
        assert list((state / "incoming").iterdir()) == []
        assert not (state / "next.json").exists()
        assert not (state / "lock").exists()
    raise AssertionError("It never came to its end.")


@pytest.mark.whole
def test_killed_at_any_step_every_page_is_whole_and_the_next_run_ends_right(
    tmp_path: Path, root: Path
) -> None:
    one = write(tmp_path / "one", {**pages("eins", 3), "alt/index.html": "alt</html>"})
    two = write(tmp_path / "two", {**pages("zwei", 3), "neu/index.html": "neu</html>"})
    assert killed_at_every_step(root, one, two) > 20


@pytest.mark.whole
def test_killed_twice_it_still_knows_what_is_whose(tmp_path: Path, root: Path) -> None:
    one = write(tmp_path / "one", {**pages("eins", 2), "alt/index.html": "alt"})
    two = write(tmp_path / "two", {**pages("zwei", 2), "zwischen/index.html": "nur kurz"})
    three = write(tmp_path / "three", pages("drei", 2))
    for first in range(8, 40, 6):
        for second in range(8, 40, 7):
            publish(one, root, force=True)
            for site, lives in ((two, first), (three, second)):
                with contextlib.suppress(Killed):
                    publisher(site, local_target(root), force=True).publish(Mortal(lives))
                assert not [
                    found
                    for found in broken(root, site_files(one), site_files(two), site_files(three))
                    if "half" in found
                ]
            publish(three, root, force=True)
            left = {name for name in host_files(root) if "theme/css" not in name}
            assert left == {name for name in site_files(three) if "theme/css" not in name}


def test_what_was_sent_before_an_interruption_is_not_sent_again(tmp_path: Path, root: Path) -> None:
    site = write(tmp_path / "site", pages("eins", 40))
    with contextlib.suppress(Killed):
        publisher(site, local_target(root)).publish(Mortal(36))
    waiting = len(list((root.parent / ".schaukasten-html/incoming").iterdir()))
    assert waiting > 20
    mortal = Mortal(10_000)
    publisher(site, local_target(root)).publish(mortal)
    assert host_files(root) == site_files(site)
    fresh_root = root.parent / "fresh"
    fresh_root.mkdir()
    fresh = Mortal(10_000)
    publisher(site, local_target(fresh_root)).publish(fresh)
    assert mortal.steps < fresh.steps - waiting + 15


@pytest.mark.whole
def test_a_first_run_killed_at_any_step_is_finished_by_the_next(tmp_path: Path) -> None:
    site = write(tmp_path / "site", pages("eins", 2))
    for lives in range(200):
        root = tmp_path / f"host-{lives}" / "html"
        root.mkdir(parents=True)
        try:
            publisher(site, local_target(root)).publish(Mortal(lives))
        except Killed:
            assert broken(root, site_files(site)) == []
        else:
            assert lives > 15
            return
        publish(site, root)
        assert host_files(root) == site_files(site), lives
        state = root.parent / ".schaukasten-html"
        names = {path.name for path in state.iterdir()}
        assert names == {".htaccess", "incoming", "manifest.json"}, lives
        assert {path.name for path in root.parent.iterdir()} == {"html", ".schaukasten-html"}
    raise AssertionError("It never came to its end.")


def test_a_page_that_comes_back_after_a_kill_finds_its_folder(tmp_path: Path, root: Path) -> None:
    with_page = write(tmp_path / "one", {**pages("eins", 3), "alt/index.html": "alt"})
    without = write(tmp_path / "two", pages("eins", 3))
    for lives in range(100):
        publish(with_page, root, force=True)
        try:
            publisher(without, local_target(root), force=True).publish(Mortal(lives))
        except Killed:
            publish(with_page, root)
            assert host_files(root) == site_files(with_page), lives
        else:
            return


def test_a_folder_deleted_by_hand_is_made_again(tmp_path: Path, root: Path) -> None:
    publish(write(tmp_path / "one", pages("eins")), root)
    (root / "seite-3/index.html").unlink()
    (root / "seite-3").rmdir()
    publish(write(tmp_path / "two", pages("zwei")), root)
    assert (root / "seite-3/index.html").exists()


def test_a_site_that_changes_while_it_is_sent_is_not_published(tmp_path: Path, root: Path) -> None:
    publish(write(tmp_path / "one", pages("eins")), root)
    before = host_files(root)
    two = write(tmp_path / "two", pages("zwei"))
    late = publisher(two, local_target(root))
    assert late.files
    (two / "seite-3/index.html").write_text("half")
    with pytest.raises(PublishError) as caught:
        late.publish(LocalTransport())
    assert "„seite-3/index.html“ hat sich geändert" in caught.value.text(german)
    assert host_files(root) == before
    publish(write(tmp_path / "two", pages("zwei")), root)
    assert host_files(root).items() >= site_files(two).items()


def test_somebody_elses_file_is_not_written_over_later_either(tmp_path: Path, root: Path) -> None:
    publish(write(tmp_path / "one", pages("eins")), root)
    (root / "archiv").mkdir()
    (root / "archiv/index.html").write_text("von jemand anderem")
    two = write(tmp_path / "two", {**pages("eins"), "archiv/index.html": "unseres"})
    assert "überschrieben würden: archiv/index.html." in refusal(two, root)
    publish(two, root, force=True)
    assert (root / "archiv/index.html").read_text() == "unseres"


def test_nothing_is_written_through_a_link(tmp_path: Path, root: Path) -> None:
    publish(write(tmp_path / "one", pages("eins")), root)
    private = tmp_path / "private"
    private.mkdir()
    (root / "archiv").symlink_to(private)
    two = write(tmp_path / "two", {**pages("eins"), "archiv/index.html": "x"})
    assert "symbolische Verknüpfung" in refusal(two, root, force=True)
    assert list(private.iterdir()) == []


def test_waiting_files_that_somebody_deleted_are_sent_again(tmp_path: Path, root: Path) -> None:
    one, two = write(tmp_path / "one", pages("eins")), write(tmp_path / "two", pages("zwei"))
    publish(one, root)
    state = root.parent / ".schaukasten-html"
    for lives in range(100):
        mortal = Mortal(lives)
        with contextlib.suppress(Killed):
            publisher(two, local_target(root)).publish(mortal)
        if (state / "next.json").exists():
            break
    for path in (state / "incoming").iterdir():
        path.unlink()
    (state / "incoming").rmdir()
    publish(two, root)
    left = host_files(root)
    assert {name: left[name] for name in site_files(two)} == site_files(two)


def test_a_list_that_hides_its_own_entries_would_be_noticed(tmp_path: Path, root: Path) -> None:
    (root / "index.html").write_text("von jemand anderem")

    class Blind(LocalTransport):
        def sizes(self, folder: str) -> dict[str, int] | None:
            return None if super().sizes(folder) is None else {}

    with pytest.raises(PublishError):
        publisher(write(tmp_path / "one", pages("eins")), local_target(root)).publish(Blind())
    assert (root / "index.html").read_text() == "von jemand anderem"


class Secretive(Mortal):
    """A host whose lists show nothing of what waits, as one may whose lists end early."""

    def sizes(self, folder: str) -> dict[str, int] | None:
        found = super().sizes(folder)
        return {} if found and folder.endswith("/incoming") else found


def test_what_no_list_shows_is_not_taken_for_published_after_an_interruption(
    tmp_path: Path, root: Path
) -> None:
    publish(write(tmp_path / "one", pages("eins")), root)
    two = write(tmp_path / "two", pages("zwei"))
    steps = Secretive(10**6)
    publisher(two, local_target(root)).publish(steps)
    for lives in range(0, steps.steps, 3):
        publish(write(tmp_path / "one", pages("eins")), root, force=True)
        with contextlib.suppress(Killed):
            publisher(two, local_target(root)).publish(Secretive(lives))
        publisher(two, local_target(root)).publish(Secretive(10**6))
        left = host_files(root)
        assert {name: left[name] for name in site_files(two)} == site_files(two)


def test_a_first_run_that_is_refused_leaves_nothing(tmp_path: Path, root: Path) -> None:
    (root / "index.html").write_text("von jemand anderem")
    site = write(tmp_path / "site", pages("eins"))
    with pytest.raises(PublishError):
        publish(site, root)
    assert [path.name for path in root.parent.rglob("*")] == ["html", "index.html"]


class Full(LocalTransport):
    """A disk that is full before the first file of the site."""

    def store(self, files: Mapping[str, Read], done: Done = nobody) -> None:
        for path in files:
            if "/incoming/" in path:
                raise disk_full(path, "452 Kein Platz")
        super().store(files, done)


def test_a_first_run_that_finds_no_room_leaves_nothing(tmp_path: Path, root: Path) -> None:
    site = write(tmp_path / "site", pages("eins"))
    with pytest.raises(PublishError):
        publisher(site, local_target(root)).publish(Full())
    assert list(root.parent.rglob("*")) == [root]


def test_without_dotfiles_the_rest_is_published_and_the_folder_has_no_dot(
    tmp_path: Path, root: Path
) -> None:
    security = {".well-known/security.txt": "x", "a/.b/c.html": "x"}
    site = write(tmp_path / "site", {**pages("eins"), **security})
    target = local_target(root, dotfiles=False)
    stream = io.StringIO()
    told = Progress(stream, german, "de", bars=False)
    publisher(site, target, progress=told).publish(LocalTransport())
    left_out = {".htaccess", ".well-known/security.txt", "a/.b/c.html"}
    assert host_files(root).keys() == site_files(site).keys() - left_out
    said = stream.getvalue()
    assert f"verbietet: {', '.join(sorted(left_out))}\n" in said
    state = root.parent / "_schaukasten-html"
    assert {path.name for path in state.iterdir()} == {"index.html", "manifest.json", "incoming"}
    assert not [path for path in root.parent.rglob("*") if path.name[0] == "."]
    assert publisher(site, target).publish(LocalTransport()).uploads == []


def test_no_site_has_an_address_in_the_publishers_folder() -> None:
    assert not is_safe("_schaukasten/index.html")
    assert is_safe("schaukasten/index.html")
