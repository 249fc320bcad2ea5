"""The shelf of built sites: none is built twice, and none is used that is not as it was built."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from types import SimpleNamespace

import pytest

from tests import built_sites, conftest
from tests.built_sites import Shelf
from tests.worlds import ROOT, TODAY


class Builder:
    """Writes a site of one page in the place of a build, and counts."""

    def __init__(self) -> None:
        self.calls = 0
        self.pause = 0.0

    def __call__(self, root: Path, content: Path, output: Path, drafts: bool, today: str) -> int:
        self.calls += 1
        time.sleep(self.pause)
        output.mkdir()
        (output / "index.html").write_bytes((content / "index.md").read_bytes())
        return 0


@pytest.fixture
def builder() -> Builder:
    return Builder()


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project with a file of each sort that a site is made by."""
    root = tmp_path / "project"
    for name in ("schaukasten/a.py", "theme/a.css", "content/index.md", "content/a/b.png"):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text("1")
    for name in ("pelicanconf.py", "publishconf.py", "requirements.txt"):
        (root / name).write_text("1")
    return root


@pytest.fixture
def own_shelf(tmp_path: Path, root: Path, builder: Builder) -> Shelf:
    return Shelf(tmp_path / "sites", root, builder)


def test_the_same_content_is_the_very_same_folder_and_built_once(
    own_shelf: Shelf, root: Path, builder: Builder
) -> None:
    first = own_shelf.site("a", root / "content")
    assert (first / "index.html").read_text() == "1"
    next_run = Shelf(own_shelf.folder, root, builder)
    assert next_run.site("a", root / "content") == first
    assert builder.calls == 1


@pytest.mark.parametrize(
    "name",
    [
        *("content/index.md", "content/new.md", "content/a/b.png", "theme/a.css", "theme/new.css"),
        *("pelicanconf.py", "publishconf.py", "requirements.txt", "schaukasten/a.py"),
    ],
)
def test_one_other_byte_in_what_it_is_made_of_is_another_site(
    own_shelf: Shelf, root: Path, builder: Builder, name: str
) -> None:
    first = own_shelf.site("a", root / "content")
    (root / name).write_text("2")
    later = Shelf(own_shelf.folder, root, builder)
    assert later.site("a", root / "content") != first
    assert builder.calls == 2


def test_the_same_bytes_under_another_name_are_another_site(own_shelf: Shelf, root: Path) -> None:
    first = own_shelf.site("a", root / "content")
    (root / "content/a").rename(root / "content/b")
    second = own_shelf.site("a", root / "content")
    # The content's own name stands in the record of the build.
    third = own_shelf.site("a", (root / "content").rename(root / "inhalt"))
    assert len({first, second, third}) == 3


def test_the_day_the_preview_and_the_machine_are_part_of_it(
    own_shelf: Shelf, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = root / "content"
    sites = [
        own_shelf.site("a", content),
        own_shelf.site("a", content, drafts=True),
        own_shelf.site("a", content, today="2026-12-24"),
    ]
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    sites.append(own_shelf.site("a", content))
    monkeypatch.setattr(sys, "version", "4.0")
    sites.append(own_shelf.site("a", content))
    assert len(set(sites)) == len(sites)


def test_the_commit_that_a_build_records_is_part_of_it(own_shelf: Shelf, root: Path) -> None:
    def git(*arguments: str) -> None:
        identity = ["-c", "user.name=A", "-c", "user.email=a@example.org"]
        subprocess.run(["git", "-C", str(root), *identity, *arguments], check=True)

    sites = [own_shelf.site("a", root / "content")]
    git("init", "--quiet")
    git("add", ".")
    for _ in range(2):
        git("commit", "--quiet", "--allow-empty", "--message", "a")
        sites.append(own_shelf.site("a", root / "content"))
    assert len(set(sites)) == 3


@pytest.mark.parametrize("how", ["written", "touched", "added", "removed"])
def test_a_site_that_a_test_has_changed_is_built_anew(
    own_shelf: Shelf, root: Path, builder: Builder, how: str
) -> None:
    page = own_shelf.site("a", root / "content") / "index.html"
    if how == "added":
        page.with_name("more.html").write_text("x")
    elif how == "removed":
        page.unlink()
    elif how == "touched":
        os.utime(page)
    else:
        # As long as before.
        page.write_text("2")
    again = own_shelf.site("a", root / "content")
    assert builder.calls == 2
    assert {path.name: path.read_text() for path in again.iterdir()} == {"index.html": "1"}


def test_a_build_that_failed_is_not_on_the_shelf(
    own_shelf: Shelf, root: Path, builder: Builder, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(root: Path, content: Path, output: Path, drafts: bool, today: str) -> int:
        output.mkdir()
        return 1

    broken = Shelf(own_shelf.folder, root, fails)
    with pytest.raises(AssertionError):
        broken.site("a", root / "content")
    assert (own_shelf.site("a", root / "content") / "index.html").exists()


#: Begins a site, says so, and never comes to its end.
_HALF = """
import sys, time
from pathlib import Path
from tests.built_sites import Shelf

def half(root, content, output, drafts, today):
    output.mkdir()
    (output / "index.html").write_text("half")
    print("half", flush=True)
    time.sleep(60)

folder, root = map(Path, sys.argv[1:])
Shelf(folder, root, half).site("a", root / "content")
"""


def test_a_build_that_was_killed_is_not_taken_and_its_lock_is_gone(
    own_shelf: Shelf, root: Path, builder: Builder
) -> None:
    command = [sys.executable, "-c", _HALF, str(own_shelf.folder), str(root)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "half\n"
        with ThreadPoolExecutor() as pool:
            waiting = pool.submit(own_shelf.site, "a", root / "content")
            time.sleep(0.2)
            assert not waiting.done(), "the other one has the lock"
            other.kill()
            assert (waiting.result(10) / "index.html").read_text() == "1"
    assert builder.calls == 1


def test_of_two_at_once_one_builds(own_shelf: Shelf, root: Path, builder: Builder) -> None:
    builder.pause = 0.2
    with ThreadPoolExecutor() as pool:
        asked = [pool.submit(own_shelf.site, "a", root / "content") for _ in range(2)]
        first, second = (one.result(10) for one in asked)
    assert first == second
    assert builder.calls == 1


@pytest.mark.parametrize("name", ["content/index.md", "theme/a.css", "schaukasten/a.py"])
def test_what_is_edited_during_a_build_is_not_kept_as_either(
    tmp_path: Path, root: Path, builder: Builder, name: str
) -> None:
    def edited(*arguments: object) -> int:
        (root / name).write_text("2")
        return builder(*arguments)  # type: ignore[arg-type]

    before = Shelf(tmp_path / "sites", root, edited).site("a", root / "content")
    assert (before / "index.html").exists(), "this run goes on"
    after = Shelf(tmp_path / "sites", root, builder).site("a", root / "content")
    (root / name).write_text("1")
    back = Shelf(tmp_path / "sites", root, builder).site("a", root / "content")
    assert len({before, after, back}) == builder.calls == 3


def test_code_that_was_edited_after_it_was_loaded_is_not_taken_for_the_new_one(
    own_shelf: Shelf, root: Path, builder: Builder
) -> None:
    (root / "schaukasten/a.py").write_text("2")
    own_shelf.site("a", root / "content")
    Shelf(own_shelf.folder, root, builder).site("a", root / "content")
    assert builder.calls == 2


def test_old_sites_of_a_name_go_once_no_other_run_can_use_them(
    own_shelf: Shelf, root: Path
) -> None:
    sites = [own_shelf.site("a", root / "content", today=f"2026-01-0{day}") for day in (1, 2, 3)]
    other = own_shelf.site("b", root / "content")
    long_ago = time.time() - built_sites.IN_USE - 1
    for site in (sites[0], other):
        os.utime(site.parent, (long_ago, long_ago))
    own_shelf.site("a", root / "content", today="2026-01-03")
    assert [site.exists() for site in [*sites, other]] == [False, True, True, True]


@pytest.mark.parametrize(
    "variable", ["LANG", "LC_ALL", "LC_TIME", "TZ", "TZDIR", "PYTHONHASHSEED", "SOURCE_DATE_EPOCH"]
)
def test_each_variable_that_a_build_may_follow_is_part_of_it(
    own_shelf: Shelf, root: Path, monkeypatch: pytest.MonkeyPatch, variable: str
) -> None:
    monkeypatch.delenv(variable, raising=False)
    first = own_shelf.site("a", root / "content")
    monkeypatch.setenv(variable, "1")
    assert own_shelf.site("a", root / "content") != first


def test_system_zones_and_packages_are_part_of_it(
    own_shelf: Shelf, root: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    found = {own_shelf.site("a", root / "content")}
    monkeypatch.setattr(sys, "platform", "elsewhere")
    found.add(own_shelf.site("a", root / "content"))
    (tmp_path / "tzdata.zi").write_text("# version 2027a")
    monkeypatch.setattr(built_sites.zoneinfo, "TZPATH", (str(tmp_path),))
    found.add(own_shelf.site("a", root / "content"))
    monkeypatch.setattr(built_sites, "installed", lambda: [("pelican", "5")])
    found.add(own_shelf.site("a", root / "content"))
    assert len(found) == 4


def test_a_site_that_is_handed_out_counts_as_used_from_now_on(own_shelf: Shelf, root: Path) -> None:
    entry = own_shelf.site("a", root / "content").parent
    os.utime(entry, (0, 0))
    assert own_shelf.site("a", root / "content").parent == entry
    assert time.time() - entry.stat().st_mtime < 60


def test_every_run_asks_the_shelf_to_begin(monkeypatch: pytest.MonkeyPatch) -> None:
    began: list[object] = []
    config = SimpleNamespace(getoption=lambda name, default: default)
    monkeypatch.setattr(conftest, "SHELF", SimpleNamespace(begin=began.append))
    conftest.pytest_configure(config)  # type: ignore[arg-type]
    assert began == [config]


@pytest.mark.parametrize(
    ("variable", "more", "lists_only", "left"),
    [
        ("true", {}, False, False),
        ("true", {"workerinput": {}}, False, True),
        ("true", {}, True, True),
        ("false", {}, False, True),
        ("", {}, False, True),
    ],
    ids=["in CI", "a worker", "a list", "said to be none", "at a desk"],
)
def test_a_run_in_ci_begins_with_nothing(
    own_shelf: Shelf,
    root: Path,
    monkeypatch: pytest.MonkeyPatch,
    variable: str,
    more: dict[str, object],
    lists_only: bool,
    left: bool,
) -> None:
    site = own_shelf.site("a", root / "content")
    monkeypatch.setenv("CI", variable)
    config = SimpleNamespace(option=SimpleNamespace(collectonly=lists_only), **more)
    own_shelf.begin(config)  # type: ignore[arg-type]
    assert site.exists() == left


def test_the_sites_of_these_tests_stand_on_it(sparse_site: Path) -> None:
    """Built for real, and with what a build writes into a site."""
    assert sparse_site.is_relative_to(ROOT / ".cache" / "sites" / "sparse")
    assert f'"day": "{TODAY}"' in (sparse_site / ".schaukasten").read_text("utf-8")
