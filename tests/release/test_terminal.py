"""`publish` as it is called: what it says, how it ends, and what it never begins."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from schaukasten.record.build_record import MARK
from schaukasten.record.items import Inventory, Item
from schaukasten.release import terminal
from schaukasten.release.transports.local import LocalTransport
from tests.release.sites import host_files, pages, site_files, write
from tests.worlds import ROOT

OPEN = "content/data/association.yaml:23: „represented_by“ ist nicht bekannt."


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project with one target, a folder that is there."""
    project = tmp_path / "project"
    project.mkdir()
    (project / "theme").symlink_to(ROOT / "theme")
    (tmp_path / "www").mkdir()
    configure(project, {"live": {"address": f"file://{tmp_path / 'www'}"}})
    return project


def configure(project: Path, targets: object) -> None:
    (project / "publishconf.py").write_text(f"TARGETS = {targets!r}\n")


def publish(root: Path, name: str | None = None, **options: Any) -> int:
    return terminal.publish(root, name, root / "output", pauses=(), **options)


def test_it_says_where_to_what_and_how_much(
    root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    site = write(root / "output", pages("eins"))
    assert publish(root) == 0
    said = capsys.readouterr()
    assert said.err == ""
    lines = said.out.splitlines()
    assert lines[0] == f"Ziel „live“: file://{tmp_path / 'www'}"
    assert lines[1] == "Gebaut für den 2026-11-22 aus Commit 1111111111."
    assert lines[2].startswith("Senden: 15, ")
    assert lines[3:7] == [
        "Stile und Schriften: 1",
        "Bilder und Dokumente: 1",
        "Seiten: 11",
        "Feeds, Sitemap, Regeln für den Server: 2",
    ]
    assert "15 Dateien gesendet" in lines[7]
    assert len(lines) == 8
    assert host_files(tmp_path / "www") == site_files(site)


def test_a_dry_run_lists_what_would_change(
    root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(root / "output", {**pages("eins"), "alt/index.html": "alt"})
    assert publish(root) == 0
    (root / "output/alt/index.html").unlink()
    write(root / "output", {"index.html": "anders", "neu/index.html": "neu"})
    before = host_files(tmp_path / "www")
    capsys.readouterr()
    assert publish(root, dry_run=True) == 0
    said = capsys.readouterr().out
    assert "  ~ index.html (6 B)\n  + neu/index.html (3 B)\n" in said
    assert "  - alt/index.html\n" in said
    assert "Es wurde nichts geändert. 2 Dateien würden gesendet (9 B), 1 gelöscht" in said
    assert host_files(tmp_path / "www") == before


def test_open_items_stop_it_before_any_host_is_asked(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    configure(root, {"live": {"address": "sftp://nobody@127.0.0.1:1/html"}})
    write(root / "output", pages("eins"), open_items=[OPEN])
    assert publish(root, force=True) == 1
    said = capsys.readouterr()
    assert f"wartet noch auf 1 offene Angaben:\n  {OPEN}\nKlären Sie diese" in said.err
    assert "Keine Verbindung" not in said.err


def test_a_preview_may_carry_them(root: Path, tmp_path: Path) -> None:
    address = f"file://{tmp_path / 'www'}"
    website = "https://vorschau.example"
    configure(root, {"preview": {"address": address, "preview": True, "website": website}})
    write(root / "output", pages("eins"), open_items=[OPEN], preview=True)
    assert publish(root, "preview") == 0


def test_without_a_finished_site_it_says_how_to_get_one(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert publish(root) == 1
    assert "Bauen Sie sie zuerst: python3 tasks.py build" in capsys.readouterr().err
    write(root / "output", pages("eins"))
    (root / "output" / MARK).write_text("This folder is replaced by every build.\n")
    assert publish(root) == 1
    assert "liegt keine fertige Website" in capsys.readouterr().err


@pytest.mark.parametrize("targets", [{}, None, [], "sftp://u@h/"])
def test_without_targets_it_says_where_to_write_them(
    root: Path, targets: object, capsys: pytest.CaptureFixture[str]
) -> None:
    configure(root, targets)
    write(root / "output", pages("eins"))
    assert publish(root) == 1
    assert "docs/hosting.md" in capsys.readouterr().err


@pytest.mark.parametrize(
    "text", ["TARGETS = {", "TARGETS = {'live': x}", "TARGETS = {1: {}}", "1/0"]
)
def test_a_slip_in_the_configuration_is_no_traceback(
    root: Path, text: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (root / "publishconf.py").write_text(text)
    write(root / "output", pages("eins"))
    assert publish(root) == 1
    said = capsys.readouterr().err
    assert "publishconf.py" in said
    assert "Schreiben Sie es so, wie docs/hosting.md zeigt." in said


def test_a_dead_host_is_asked_again_and_then_told(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    configure(root, {"live": {"address": "sftp://nobody@127.0.0.1:1/html"}})
    write(root / "output", pages("eins"))
    assert terminal.publish(root, None, root / "output", pauses=(0.01, 0.01)) == 1
    said = capsys.readouterr()
    assert said.out.count("Neuer Versuch in 0 s.") == 2
    assert "Keine Verbindung zu sftp://nobody@127.0.0.1:1/html" in said.err


def test_another_language_is_another_catalog(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(root / "output", pages("eins"), language="en")
    assert publish(root) == 0
    assert "15 files sent" in capsys.readouterr().out


def test_ctrl_c_is_told_in_one_sentence(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupted(*_args: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(LocalTransport, "rename", interrupted)
    write(root / "output", pages("eins"))
    assert publish(root) == 130
    assert "unversehrt; veröffentlichen Sie noch einmal" in capsys.readouterr().err


def test_names_from_a_strange_manifest_command_no_ci(
    root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(root / "output", pages("eins"))
    assert publish(root) == 0
    manifest = tmp_path / ".schaukasten-www" / "manifest.json"
    evil = "##vso[task.setvariable]\u202e.html"
    known = json.loads(manifest.read_text())
    known["files"][evil] = "0" * 64
    manifest.write_text(json.dumps(known))
    capsys.readouterr()
    assert publish(root, dry_run=True) == 0
    said = capsys.readouterr().out
    assert "  - # #vso[task.setvariable]\ufffd.html\n" in said


@pytest.mark.parametrize("dry_run", [True, False])
def test_what_moved_since_the_last_publishing_without_a_word_is_told(
    root: Path, capsys: pytest.CaptureFixture[str], dry_run: bool
) -> None:
    old = Item(source="seiten/alt.md", line=2, title="Chor", address="/alt/")
    write(root / "output", pages("eins"), inventory=Inventory(items=[old]))
    assert publish(root) == 0
    assert "ohne dass es dabeisteht" not in capsys.readouterr().out
    new = old.model_copy(update={"source": "seiten/neu.md", "address": "/neu/"})
    write(root / "output", pages("zwei"), inventory=Inventory(items=[new]))
    assert publish(root, dry_run=dry_run) == 0
    said = capsys.readouterr().out
    assert "Seit dem letzten Veröffentlichen geändert, ohne dass es dabeisteht:\n" in said
    assert "seiten/neu.md:2: Diese Seite lag unter „/alt/“" in said
    assert "aliases: [/alt/]\n" in said
