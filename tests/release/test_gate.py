"""Which build may go to which target."""

from __future__ import annotations

from pathlib import Path

import pytest

from schaukasten.record.history import Unknown
from schaukasten.release.gate import refuse_older, refuse_unready
from schaukasten.release.manifest import Manifest
from schaukasten.release.targets.errors import PublishError
from tests.release.sites import FIRST, SECOND, UNKNOWN, local_target, record
from tests.worlds import german

LIVE = local_target(Path("/srv/www"))
PREVIEW = local_target(Path("/srv/www"), preview=True)
EDITOR = local_target(Path("/srv/www"), editor=True)
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


def test_the_editor_and_a_site_are_never_mixed_up() -> None:
    refuse_unready(record(editor=True), EDITOR)
    for target in (LIVE, PREVIEW):
        with pytest.raises(PublishError) as caught:
            refuse_unready(record(editor=True), target)
        assert "Nennen Sie ein Ziel mit" in caught.value.text(german)
    for site in (record(), record(preview=True)):
        with pytest.raises(PublishError) as caught:
            refuse_unready(site, EDITOR)
        assert caught.value.text(german).endswith("python3 tasks.py editor")


def test_drafts_never_go_live() -> None:
    with pytest.raises(PublishError) as caught:
        refuse_unready(record(preview=True), LIVE)
    assert "Dies ist eine Vorschau mit Entwürfen" in caught.value.text(german)


def told(*asked: object) -> list[str]:
    """What is told of a comparison that refuses nothing, in German."""
    said: list[str] = []
    refuse_older(*asked, lambda message: said.append(message.text(german)))  # type: ignore[arg-type]
    return said


def test_without_history_the_commits_times_decide_and_it_is_told_why() -> None:
    def unknown(_older: str, _newer: str) -> Unknown:
        return UNKNOWN

    times = told(record(commit=SECOND), Manifest(commit=FIRST), unknown)
    assert times == [
        "Git weiß nicht, welcher Commit älter ist, der auf dem Server oder dieser; es entscheiden "
        "ihre Zeiten. Das Projekt enthält noch keinen Commit."
    ]
    assert told(record(commit=FIRST), Manifest(commit=FIRST), unknown) == []
    assert told(record(commit=FIRST), Manifest(), unknown) == []
    with pytest.raises(PublishError) as caught:
        told(record(commit=FIRST), Manifest(commit=SECOND), unknown)
    said = caught.value.text(german)
    assert "2222222222, 2026-11-21 12:00" in said
    assert "--force" in said


def test_a_guard_that_cannot_work_says_so() -> None:
    def never(_older: str, _newer: str) -> bool:
        raise AssertionError("there is nothing to compare")

    live = Manifest(commit=FIRST, files={"index.html": "a" * 64})
    reason = "Git ist hier nicht installiert."
    (said,) = told(record(commit=None, commit_unknown=reason), live, never)
    assert said == (
        f"Ob auf dem Server ein neuerer Stand liegt als dieser, lässt sich nicht sagen. {reason}"
    )
    (said,) = told(record(commit=FIRST), live.model_copy(update={"commit": None}), never)
    assert said.endswith(" Er wurde aus einem unbekannten Commit veröffentlicht.")
    assert told(record(commit=None, commit_unknown=reason), Manifest(), never) == []


def test_history_decides_and_no_clock() -> None:
    assert told(record(commit=FIRST), Manifest(commit=SECOND), lambda _a, _b: False) == []
    with pytest.raises(PublishError):
        told(record(commit=SECOND), Manifest(commit=FIRST), lambda _a, _b: True)
