"""Which build may go to which target."""

from __future__ import annotations

import datetime as dt
import subprocess
from functools import partial
from pathlib import Path

import pytest

from schaukasten.record.build_record import Commit
from schaukasten.record.history import commit_of, is_ancestor
from schaukasten.release.gate import refuse_older, refuse_unready
from schaukasten.release.manifest import Manifest
from schaukasten.release.targets.errors import PublishError
from tests.release.sites import FIRST, SECOND, local_target, record
from tests.worlds import german

LIVE = local_target(Path("/srv/www"))
PREVIEW = local_target(Path("/srv/www"), preview=True)
OPEN = ["content/data/association.yaml:23: „represented_by“ ist nicht bekannt."]


def test_the_live_site_waits_for_every_open_item() -> None:
    with pytest.raises(PublishError) as caught:
        refuse_unready(record(open_items=OPEN * 2), LIVE)
    said = caught.value.text(german)
    assert said.startswith("Die öffentliche Website wartet noch auf 2 offene Angaben:\n  content/")
    assert said.count("association.yaml:23") == 2
    refuse_unready(record(), LIVE)


def test_a_preview_carries_open_items_but_only_as_a_preview() -> None:
    refuse_unready(record(preview=True, open_items=OPEN), PREVIEW)
    with pytest.raises(PublishError) as caught:
        refuse_unready(record(open_items=OPEN), PREVIEW)
    assert "build --drafts" in caught.value.text(german)


def test_drafts_never_go_live() -> None:
    with pytest.raises(PublishError) as caught:
        refuse_unready(record(preview=True), LIVE)
    assert "Dies ist eine Vorschau mit Entwürfen" in caught.value.text(german)


def test_without_history_the_commits_times_decide() -> None:
    def unknown(_older: str, _newer: str) -> None:
        return None

    refuse_older(record(commit=SECOND), Manifest(commit=FIRST), unknown)
    refuse_older(record(commit=FIRST), Manifest(commit=FIRST), unknown)
    refuse_older(record(commit=None), Manifest(commit=FIRST), unknown)
    refuse_older(record(commit=FIRST), Manifest(), unknown)
    with pytest.raises(PublishError) as caught:
        refuse_older(record(commit=FIRST), Manifest(commit=SECOND), unknown)
    said = caught.value.text(german)
    assert "2222222222, 2026-11-21 12:00" in said
    assert "--force" in said


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """Three commits, the last one with the oldest time: a clock was wrong."""
    git(tmp_path, "init", "--quiet", "--initial-branch=main")
    for number, day in enumerate(("2026-03-01", "2026-03-02", "2025-01-01")):
        (tmp_path / "a.md").write_text(str(number))
        git(tmp_path, "add", ".")
        git(tmp_path, "commit", "--quiet", "-m", str(number), day=day)
    return tmp_path


def git(folder: Path, *command: str, day: str = "2026-01-01") -> str:
    who = ["-c", "user.name=x", "-c", "user.email=x@example.org"]
    time = {"GIT_COMMITTER_DATE": f"{day}T12:00:00Z", "GIT_AUTHOR_DATE": f"{day}T12:00:00Z"}
    return subprocess.run(
        ["env", *(f"{key}={value}" for key, value in time.items()), "git", *who, *command],
        cwd=folder,
        check=True,
        capture_output=True,
        text=True,
    ).stdout.strip()


def test_where_history_is_known_it_decides_and_no_clock(repository: Path) -> None:
    ids = git(repository, "log", "--format=%H").split()
    newest, middle = (
        Commit(id=id, time=dt.datetime(2026 - place, 1, 1, tzinfo=dt.UTC))
        for place, id in ((1, ids[0]), (0, ids[1]))
    )
    ask = partial(is_ancestor, repository)
    refuse_older(record(commit=newest), Manifest(commit=middle), ask)
    with pytest.raises(PublishError):
        refuse_older(record(commit=middle), Manifest(commit=newest), ask)
    assert ask("0" * 40, ids[0]) is None
    assert ask("--help", ids[0]) is None


def test_a_clone_that_was_cut_off_knows_no_descent(repository: Path, tmp_path: Path) -> None:
    ids = git(repository, "log", "--format=%H").split()
    cut = tmp_path / "cut"
    git(tmp_path, "clone", "--quiet", "--depth=1", f"file://{repository}", str(cut))
    git(cut, "fetch", "--quiet", "--depth=1", "origin", ids[2])
    assert is_ancestor(cut, ids[2], ids[0]) is None
    assert is_ancestor(repository, ids[2], ids[0]) is True


def test_the_record_names_the_commit_and_whether_files_differ_from_it(repository: Path) -> None:
    found = commit_of(repository)
    assert found is not None
    assert found.id == git(repository, "rev-parse", "HEAD")
    assert found.time == dt.datetime(2025, 1, 1, 12, tzinfo=dt.UTC)
    assert not found.modified
    (repository / "neu.md").write_text("x")
    again = commit_of(repository)
    assert again is not None
    assert again.modified


def test_a_folder_without_history_has_no_commit(tmp_path: Path) -> None:
    assert commit_of(tmp_path) is None
    assert commit_of(tmp_path / "nowhere") is None
