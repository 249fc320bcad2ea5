"""The build: whole or not at all, and never over somebody's files."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from schaukasten.building.build import build
from schaukasten.commands import building
from schaukasten.editor.check import check
from schaukasten.language.messages import _
from schaukasten.release import budgets
from tests.worlds import ROOT, TODAY, World


def test_an_error_leaves_the_last_good_site_as_it_is(
    world: World, capsys: pytest.CaptureFixture[str]
) -> None:
    assert world.build() == 0
    before = {path: path.read_bytes() for path in world.output.rglob("*") if path.is_file()}
    world.news(head="date: gestern")
    world.write("angebote/a.md", "---\ntitle: A\n---\n")
    capsys.readouterr()
    assert world.build() == 1
    shown = capsys.readouterr()
    assert "content/aktuelles/2026-03-08-fest/index.md:5: „date“ steht zweimal" in shown.out
    assert "content/angebote/a.md:2: Es fehlt „summary“." in shown.out
    assert "Es wurde nichts gebaut" in shown.err
    after = {path: path.read_bytes() for path in world.output.rglob("*") if path.is_file()}
    assert after == before
    assert {path.name for path in world.folder.iterdir()} == {"content", "output"}


def test_what_was_renamed_leaves_no_page_behind(world: World) -> None:
    world.news(slug="alt")
    assert world.build() == 0
    (world.content / "aktuelles/2026-03-08-alt").rename(world.content / "aktuelles/neu")
    assert world.build() == 0
    assert not (world.output / "aktuelles/2026/alt").exists()
    assert (world.output / "aktuelles/2026/neu/index.html").exists()


def test_a_folder_that_only_looks_like_a_site_is_never_replaced(world: World) -> None:
    world.write("../output/robots.txt", "User-agent: *")
    world.write("../output.new/wichtig.txt", "x")
    world.write("../output.old/wichtig.txt", "x")
    assert world.build() == 1
    assert (world.output / "robots.txt").exists()
    (world.output / "robots.txt").unlink()
    assert world.build() == 0
    assert (world.folder / "output.new/wichtig.txt").exists()
    assert (world.folder / "output.old/wichtig.txt").exists()


def test_an_output_that_is_a_link_or_a_file_is_dealt_with(world: World) -> None:
    target = world.folder / "elsewhere"
    target.mkdir()
    world.output.symlink_to(target)
    for _time in (1, 2):
        assert building.build(ROOT, str(world.content), str(world.output), today=TODAY) == 0
        assert world.output.is_symlink()
        assert (target / "index.html").exists()
    world.output.unlink()
    world.output.write_text("a file")
    assert world.build() == 1
    assert world.output.read_text() == "a file"


def test_a_folder_with_other_files_is_never_replaced(
    world: World, capsys: pytest.CaptureFixture[str]
) -> None:
    world.write("../output/Diplomarbeit.txt", "wichtig")
    assert world.build() == 1
    assert "liegen andere Dateien" in capsys.readouterr().err
    assert (world.output / "Diplomarbeit.txt").read_text() == "wichtig"


@pytest.mark.parametrize("output", [".", "content"])
def test_the_content_is_never_taken_for_the_output(world: World, output: str) -> None:
    assert build(ROOT, world.content, (world.folder / output).resolve(), today=TODAY) == 1
    assert (world.content / "seiten/index.md").exists()


@pytest.mark.parametrize(
    ("line", "remedy"),
    [
        ('HTTPS_REDIRECT = "nein"', "HTTPS_REDIRECT = False"),
        ("HTTPS_REDIRECT = 'False'  # wegen Cloudflare", "HTTPS_REDIRECT = False"),
        ("HOST_REDIRECT = 0", "HOST_REDIRECT = False"),
        ('HOST_REDIRECT: str = "ja"', "HOST_REDIRECT = True"),
        ("PREVIEW = None", "PREVIEW = False"),
    ],
)
def test_a_switch_that_is_neither_on_nor_off_stops_build_and_check(
    world: World, capsys: pytest.CaptureFixture[str], line: str, remedy: str
) -> None:
    project = world.folder / "project"
    project.mkdir()
    (project / "theme").symlink_to(ROOT / "theme")
    for conf in ("pelicanconf.py", "publishconf.py"):
        (project / conf).write_text((ROOT / conf).read_text("utf-8"), "utf-8")
    with (project / "publishconf.py").open("a", encoding="utf-8") as file:
        file.write(f"\n{line}\n")
    number = len((project / "publishconf.py").read_text("utf-8").splitlines())
    for look in (
        lambda: build(project, world.content, world.output, today=TODAY),
        lambda: check(project, world.content, today=TODAY),
    ):
        assert look() == 1
        told = f"publishconf.py:{number}: „{remedy.split()[0]}“ ist weder True noch False. "
        assert f"{told}Schreiben Sie diese Zeile: {remedy}" in capsys.readouterr().out
    assert not world.output.exists()


def test_a_file_over_its_budget_stops_the_publishing_build(
    world: World, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    small = budgets.Budget("**/*.css", 100, _("Table"))
    monkeypatch.setattr(budgets, "BUDGETS", (small,))
    assert world.build() == 1
    assert "erlaubt sind 100: Tabelle." in capsys.readouterr().err
    assert not world.output.exists()


def test_the_task_builds_with_its_options(world: World) -> None:
    world.news(head="status: Entwurf")
    command = [sys.executable, "tasks.py", "build", "--drafts", "--today", TODAY]
    folders = ["--content", str(world.content), "--output", str(world.output)]
    done = subprocess.run(
        [*command, *folders], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Entwurf" in world.read("aktuelles/2026/fest/index.html")
    assert subprocess.run(
        [sys.executable, "tasks.py", "build", "--content", str(world.folder / "none")],
        cwd=ROOT, capture_output=True, check=False,
    ).returncode == 1  # fmt: skip


def test_the_old_output_is_back_where_the_new_one_cannot_take_its_place(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert world.build() == 0
    before = world.read("index.html")
    rename = Path.rename

    def stopped(path: Path, target: Path) -> Path:
        if target == world.output and path.name == "new":
            raise KeyboardInterrupt
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", stopped)
    with pytest.raises(KeyboardInterrupt):
        world.build()
    assert world.read("index.html") == before
    assert [path.name for path in world.output.parent.iterdir() if "output" in path.name] == [
        "output"
    ]
