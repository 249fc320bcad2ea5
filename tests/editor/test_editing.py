"""What the desk is given by `serve --edit`: the editor's files, its configuration, the findings."""

from __future__ import annotations

import json
import threading
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from schaukasten.editor.desk.exchange import Refused
from schaukasten.editor.editing import Editing, desk_for, missing_editor
from schaukasten.editor.preview import Preview, View
from tests.worlds import ROOT, TODAY, german


def test_it_is_said_which_command_makes_the_editors_files(tmp_path: Path) -> None:
    bundle = tmp_path / "redaktion"
    told = "Die Redaktion im Browser gibt es noch nicht. „python3 tasks.py editor“ legt sie an."
    for step in (lambda: None, bundle.mkdir):
        step()
        reason = missing_editor(bundle)
        assert reason
        assert reason.text(german) == told
    (bundle / "index.html").write_text("")
    assert missing_editor(bundle) is None


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Settings that a test may break."""
    (tmp_path / "theme").symlink_to(ROOT / "theme")
    (tmp_path / "content").mkdir()
    (tmp_path / "pelicanconf.py").write_text((ROOT / "pelicanconf.py").read_text("utf-8"), "utf-8")
    return tmp_path


def sources(root: Path, preview: Preview) -> Any:
    def configuration(content: Path, settings: Mapping[str, Any]) -> dict[str, Any]:
        return {"folder": content.name, "news": settings["SECTIONS"]["ARTICLE"]} | {
            "day": settings["TODAY"]
        }

    editing = Editing(root / "redaktion", configuration)
    return desk_for(editing, root, root / "content", TODAY, preview, german)._sources


def test_the_configuration_is_made_of_the_settings_as_they_are_now(root: Path) -> None:
    made = sources(root, Preview()).configuration
    assert made() == {"folder": "content", "news": ["aktuelles"], "day": TODAY}
    conf = root / "pelicanconf.py"
    conf.write_text(conf.read_text("utf-8").replace('["aktuelles"]', '["neues"]'), "utf-8")
    assert made()["news"] == ["neues"]


def test_a_mistake_in_the_settings_is_a_sentence(root: Path) -> None:
    (root / "pelicanconf.py").write_text("SECTIONS = {\n", "utf-8")
    with pytest.raises(Refused) as refused:
        sources(root, Preview()).configuration()
    assert refused.value.status == 503
    assert "pelicanconf.py" in refused.value.reason.text(german)


def test_the_findings_are_those_of_the_last_build_and_the_first_is_waited_for(root: Path) -> None:
    preview = Preview()
    findings = sources(root, preview).findings
    told: list[str] = []
    asking = threading.Thread(target=lambda: told.append(findings()))
    asking.start()
    for number in (1, 2):
        words = json.dumps({"findings": [number]})
        preview.show(View(None, "b", "de", "", "", "", every=lambda words=words: words))
        asking.join()
        told.append(findings())
    assert [json.loads(one)["findings"] for one in told] == [[1], [1], [2]]


def test_who_asks_while_the_preview_ends_is_not_kept_waiting(root: Path) -> None:
    preview = Preview()
    preview.end()
    with pytest.raises(Refused) as refused:
        sources(root, preview).findings()
    assert refused.value.status == 503
