"""What may be typed behind a command: folders from anywhere, days, ports; else one sentence."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from schaukasten.commands import building, publishing, writing
from schaukasten.commands.arguments import command
from schaukasten.editor import serve
from schaukasten.release import terminal
from tests.worlds import ROOT, TODAY, World

NAMELESS = "Hinter {} fehlt der Name eines Ordners. Nennen Sie ihn, oder lassen Sie die Option weg."
#: A command, called with the folder of the content as it was typed; returns the exit code.
Command = Callable[[str | None], int]
COMMANDS: dict[str, Command] = {
    "build": lambda content: building.build(ROOT, content, "../fertig", today=TODAY),
    "check": lambda content: writing.check(ROOT, content, today=TODAY),
    "new": lambda content: writing.new(ROOT, "news", "Fest", content, slug="fest"),
    "serve": lambda content: writing.serve(ROOT, content, "0", TODAY),
}


@pytest.fixture
def kiel(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[World]:
    """Another association's folder; the current one lies beside it, and serving ends at once."""
    (tmp_path / "kiel").mkdir()
    (tmp_path / "hier").mkdir()
    (tmp_path / "verweis").symlink_to("kiel")
    (tmp_path / "kreis").symlink_to("kreis")
    world = World(tmp_path / "kiel")
    world.write(
        "aktuelles/a/index.md", "---\ntitle: Ahoi\ndate: 2026-03-08\nsummary: B.\n---\nX.\n"
    )
    monkeypatch.chdir(tmp_path / "hier")
    monkeypatch.setenv("HOME", str(tmp_path))
    seen: list[Path] = []

    def built_once(folders: list[Path], conf: Path) -> Iterator[None]:
        seen.extend(folders)
        yield

    # The loop would wait for a save, and its signals belong to the main program.
    monkeypatch.setattr(serve, "saves", built_once)
    monkeypatch.setattr(serve, "_catch_signals", threading.Event)
    yield world
    assert all(folder.is_absolute() and ".." not in folder.parts for folder in seen)


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize(
    "typed",
    [
        "../kiel/content",
        "../hier/../kiel/./content/",
        "../verweis/content",
        "../verweis/../kiel/content",
        "~/kiel/content",
        "{whole}",
    ],
)
def test_every_command_finds_the_content_from_wherever_it_is_called(
    kiel: World, command: str, typed: str, capsys: pytest.CaptureFixture[str]
) -> None:
    code = COMMANDS[command](typed.format(whole=kiel.content))
    shown = capsys.readouterr()
    assert code == 0, shown
    assert "Traceback" not in shown.out + shown.err
    match command:
        case "build":
            page = kiel.folder.parent / "fertig/aktuelles/2026/a/index.html"
            assert "Ahoi" in page.read_text("utf-8")
        case "check":
            assert "5 Seiten geprüft" in shown.out
        case "new":
            assert list(kiel.content.glob("aktuelles/*-fest/index.md"))
        case "serve":
            # What was built, told with the number of its problems; a fault would name a line.
            assert "Fehler" not in shown.out
            assert ".py:" not in shown.out


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("../weg/content", "weg/content gibt es nicht."),
        ("../kiel/content/seiten/index.md", "seiten/index.md gibt es nicht."),
        ("~niemand-1/content", "~niemand-1/content gibt es nicht."),
        ("../kreis", "kreis gibt es nicht."),
        ("n" * 300, f"{'n' * 300} gibt es nicht."),
        # As with --content "$FOLDER" of a variable that nobody has set.
        ("", NAMELESS.format("--content")),
        (" ", NAMELESS.format("--content")),
    ],
)
def test_a_folder_that_is_none_is_one_sentence(
    kiel: World, command: str, typed: str, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert COMMANDS[command](typed) == 1
    shown = capsys.readouterr()
    assert shown.out == ""
    assert shown.err.endswith(f"{told}\n")
    assert shown.err.count("\n") == 1
    assert not (kiel.folder.parent / "fertig").exists()
    assert not (kiel.folder.parent / "weg").exists()


@pytest.mark.parametrize("command", [publishing.publish, publishing.verify])
@pytest.mark.parametrize("typed", ["../kiel/output", "~/kiel/output", "../hier/../kiel/output"])
def test_the_finished_site_is_found_from_wherever_it_is_published(
    kiel: World, command: Callable[..., int], typed: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[Path] = []
    for name in ("publish", "verify"):
        monkeypatch.setattr(
            terminal, name, lambda root, target, site, **options: seen.append(site) or 0
        )
    assert command(ROOT, "live", typed) == 0
    assert seen == [kiel.folder / "output"]


@pytest.mark.parametrize("command", [building.build, writing.check, writing.serve])
@pytest.mark.parametrize("day", ["24.12.2026", "2026-02-30", "morgen", ""])
def test_a_day_that_is_none_is_refused(
    kiel: World, command: Callable[..., int], day: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert command(ROOT, "../kiel/content", today=day) == 1
    assert capsys.readouterr().err == f"--today braucht einen Tag wie 2026-12-24, nicht „{day}“.\n"


def test_a_format_that_nobody_knows_is_refused(
    kiel: World, capsys: pytest.CaptureFixture[str]
) -> None:
    assert writing.check(ROOT, "../kiel/content", form="xml") == 1
    assert capsys.readouterr().err == "--format kennt text, json, github, aber nicht „xml“.\n"


@pytest.mark.parametrize("port", ["achttausend", "65536", "-1", "", "8000.5", "0008000", "٨٠٠٠٠٠"])
def test_a_port_that_is_none_is_refused(
    kiel: World, port: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert writing.serve(ROOT, "../kiel/content", port) == 1
    shown = capsys.readouterr().err
    assert shown == f"--port braucht eine Zahl von 0 bis 65535, nicht „{port}“.\n"


def test_an_output_without_a_name_is_refused(
    kiel: World, capsys: pytest.CaptureFixture[str]
) -> None:
    assert building.build(ROOT, "../kiel/content", "") == 1
    assert capsys.readouterr().err == NAMELESS.format("--output") + "\n"


def test_what_was_compiled_is_kept_although_invoke_forbids_it(monkeypatch):
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    seen: list[bool] = []
    command(lambda root: seen.append(sys.dont_write_bytecode) or 0)(ROOT)
    assert seen == [bool(sys.flags.dont_write_bytecode)]
