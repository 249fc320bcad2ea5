"""A build that is asked for twice: made again unless nothing at all has changed."""

from __future__ import annotations

import datetime as dt
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from random import Random
from unittest import mock

import pytest

from schaukasten.building import unchanged
from schaukasten.building.unchanged import Inputs, Told
from schaukasten.kept.memory import kept_in
from schaukasten.kept.shelf import Shelf
from schaukasten.language.messages import _
from schaukasten.model.reading.problem import Problem, Severity
from tests.site.edits import files, house
from tests.site.edits.every import project_of
from tests.site.project import Project

TOLD = Told([Problem("a.md", 1, Severity.HINT, _("A"), _("B"))], "de")


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A project with an output that somebody else has made: only how it looks counts here."""
    project = project_of("minimal", tmp_path)
    for name in ("robots.txt", "kontakt/index.html"):
        project.write(project.output / name, "made")
    return project


def inputs(project: Project, today: str | None = None, conf: str = "publishconf.py") -> Inputs:
    with project.of_its_own(project.cache):
        return Inputs(project.folder / conf, project.content, project.output, today)


def remember(inputs: Inputs, zone: str = "Europe/Berlin", told: Told = TOLD) -> None:
    shelf = Shelf(kept_in(inputs.settings))
    with mock.patch.object(unchanged, "TICK", 0):
        inputs.remember(zone, told, shelf)
    shelf.close()


def remembered(project: Project, change: Callable[[], object] = lambda: None) -> bool:
    """Return whether a build after a change finds that nothing has changed."""
    remember(inputs(project))
    change()
    return inputs(project).told() is not None


def test_where_nothing_has_changed_all_is_told_again(project: Project) -> None:
    remember(inputs(project))
    assert inputs(project).told() == TOLD


def _written(name: str) -> Callable[[Project], object]:
    return lambda project: (project.folder / name).write_text("x")


CHANGES: dict[str, Callable[[Project], object]] = {
    "a text": _written("content/seiten/index.md"),
    "a file more": _written("content/seiten/neu.md"),
    "a hidden file": _written("content/.neu"),
    "a picture in a hidden folder": lambda project: (
        (project.content / ".bilder").mkdir(),
        (project.content / ".bilder/a.png").write_text("x"),
    ),
    "a file less": lambda project: (project.content / "seiten/kontakt.md").unlink(),
    "a file renamed": lambda project: (project.content / "seiten/kontakt.md").rename(
        project.content / "seiten/anfahrt.md"
    ),
    "an empty folder": lambda project: (project.content / "leer").mkdir(),
    "a template": _written("theme/templates/base.html"),
    "a catalog": _written("theme/translations/de/LC_MESSAGES/messages.po"),
    "a stylesheet": _written("theme/static/css/site.css"),
    "the palette": _written("theme/palette.yaml"),
    "a setting": lambda project: house.a_setting(project, Random(0)),
    "a setting of all builds": lambda project: (project.folder / "pelicanconf.py").write_text(
        (project.folder / "pelicanconf.py").read_text("utf-8") + "\nRESERVED_SLUGS = []\n"
    ),
    "a page deleted": lambda project: (project.output / "kontakt/index.html").unlink(),
    "a page touched": lambda project: os.utime(project.output / "kontakt/index.html", (0, 0)),
    "a page more": _written("output/neu.html"),
    "a page that is a folder": lambda project: (
        (project.output / "robots.txt").unlink(),
        (project.output / "robots.txt").mkdir(),
    ),
    "no output": lambda project: shutil.rmtree(project.output),
    "no kept work": lambda project: shutil.rmtree(project.cache),
    "broken kept work": lambda project: (project.cache / "kept/shelf.sqlite").write_bytes(b"x"),
}  # fmt: skip


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_whatever_has_changed_the_site_is_made_again(
    project: Project, change: Callable[[Project], object]
) -> None:
    assert not remembered(project, lambda: change(project))


def test_the_same_size_and_time_is_a_change_as_well(project: Project) -> None:
    path = project.content / "seiten/index.md"
    stat = path.stat()

    def written() -> None:
        path.write_text(path.read_text("utf-8").replace("Willkommen", "Willkommem"), "utf-8")
        os.utime(path, ns=(stat.st_atime_ns, stat.st_mtime_ns))

    assert not remembered(project, written)


def test_what_was_written_just_before_a_build_is_not_relied_upon(project: Project) -> None:
    """It could be written once more within the same tick of the disk's clock."""
    known = inputs(project)
    shelf = Shelf(kept_in(known.settings))
    known.remember("Europe/Berlin", TOLD, shelf)
    shelf.close()
    assert inputs(project).told() is None


def test_what_the_settings_take_from_the_environment_counts(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    conf = project.folder / "publishconf.py"
    conf.write_text(f"{conf.read_text('utf-8')}\nimport os\nSITEURL = os.environ['WHERE']\n")
    monkeypatch.setenv("WHERE", "https://a.example")
    assert remembered(project)
    assert not remembered(project, lambda: monkeypatch.setenv("WHERE", "https://b.example"))


def test_preview_and_site_are_remembered_each_for_itself(project: Project) -> None:
    remember(inputs(project))
    assert inputs(project, conf="pelicanconf.py").told() is None


@pytest.mark.parametrize("zone", ["Europe/Berlin", "Pacific/Auckland", "America/Los_Angeles"])
def test_a_day_ends_at_midnight_where_the_association_is(project: Project, zone: str) -> None:
    midnight = dt.datetime(2100, 3, 8, tzinfo=unchanged.ZoneInfo(zone)).timestamp()

    def at(seconds: float) -> Inputs:
        moment = int((midnight + seconds) * 1e9)
        with mock.patch.object(unchanged.time, "time_ns", return_value=moment):
            return inputs(project)

    remember(at(-3600), zone)
    assert at(-1).told() == TOLD
    assert at(0).told() is None
    remember(at(1), zone)
    assert at(86_399 - 3600).told() == TOLD


def test_another_day_that_is_asked_for_is_another_site(project: Project) -> None:
    remember(inputs(project, "2026-11-22"))
    assert inputs(project, "2026-11-22").told() == TOLD
    assert inputs(project, "2026-11-23").told() is None


def test_a_theme_that_lies_elsewhere_in_part_is_looked_at_each_time(
    project: Project, tmp_path: Path
) -> None:
    """What is behind a link is seen by nobody who looks at the link."""
    css = project.folder / "theme/static/css"
    css.rename(tmp_path / "css-elsewhere")
    css.symlink_to(tmp_path / "css-elsewhere")
    assert not remembered(project, lambda: (tmp_path / "css-elsewhere/site.css").write_text("x"))


def test_after_each_deletion_in_the_output_it_is_whole_again(tmp_path: Path) -> None:
    project = project_of("minimal", tmp_path)
    before: list[Path] = []
    for number in range(4):
        assert project.build(project.output, project.cache)[0] == 0
        assert (project.output / "kontakt/index.html").exists()
        whole = sorted(project.output.rglob("*"))
        assert before in ([], whole)
        before = whole
        files.a_page_deleted_by_hand(project, Random(number))


@pytest.mark.parametrize("raw", [b"x", b"[]", b"7", b'{"inputs": 1}', b'{"zone": "Nirgends/Wo"}'])
def test_what_is_kept_and_makes_no_sense_is_a_change(project: Project, raw: bytes) -> None:
    remember(inputs(project))
    shelf = Shelf(project.cache / "kept")
    shelf.put(inputs(project)._key, raw)
    shelf.close()
    assert inputs(project).told() is None
