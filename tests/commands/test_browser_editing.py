"""`editor` as it is called: what it makes where a forge is named, and what it says otherwise."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from schaukasten.browser_editor import bundle
from schaukasten.commands.browser_editing import editor
from tests.browser_editor.published import small_bundle
from tests.worlds import ROOT, World

CODEBERG = {"forge": "gitea", "server": "https://codeberg.org", "repository": "verein/website"}


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with little content, where Node has nothing to do."""
    world = World(tmp_path)
    world.news()
    (tmp_path / "theme").symlink_to(ROOT / "theme")
    shutil.copy(ROOT / "pelicanconf.py", tmp_path)

    def made(folder: Path, language: str, say: object) -> bool:
        assert language == "de"
        small_bundle(folder)
        return True

    monkeypatch.setattr(bundle, "bundle", made)
    return tmp_path


def configure(project: Path, editor: object) -> None:
    text = (ROOT / "publishconf.py").read_text("utf-8")
    before = "EDITOR: dict[str, str] = {}"
    assert before in text
    (project / "publishconf.py").write_text(text.replace(before, f"EDITOR = {editor!r}"))


def test_without_a_forge_there_is_no_folder_for_a_host(project: Path) -> None:
    configure(project, {})
    assert editor(project) == 0
    assert not (project / "redaktion").exists()


def test_with_a_forge_it_lies_ready_and_says_where(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    configure(project, CODEBERG | {"content": "texte"})
    assert editor(project) == 0
    assert capsys.readouterr().out.endswith(
        "Für den Server liegt die Redaktion im Ordner redaktion/.\n"
    )
    made = json.loads((project / "redaktion/konfiguration.json").read_text("utf-8"))
    assert made["cms"]["backend"]["base_url"] == "https://codeberg.org"
    assert made["cms"]["media_folder"] == "texte"
    assert made["cms"]["site_url"] == "https://kleiner-verein.example"


def test_every_fault_of_the_settings_is_told(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    configure(project, {"forge": "bitbucket", "branch": "a b"})
    assert editor(project) == 1
    told = capsys.readouterr().err.splitlines()
    assert len(told) == 3
    assert all(line.startswith("publishconf.py, EDITOR: ") for line in told)
    assert not (project / "redaktion").exists()


def test_data_with_errors_are_told_before_anything_is_made(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    configure(project, CODEBERG)
    (project / "content/data/association.yaml").write_text("name: Verein\n")
    assert editor(project) == 1
    assert "python3 tasks.py check" in capsys.readouterr().err
    assert not (project / "redaktion").exists()


def test_a_folder_of_somebody_else_is_not_touched(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    configure(project, CODEBERG)
    (project / "redaktion").mkdir()
    (project / "redaktion/notiz.txt").write_text("Mein")
    assert editor(project) == 1
    assert "Im Ordner redaktion/ liegt etwas anderes." in capsys.readouterr().err
