"""What kept work depends on: this program, and where somebody else's takes part, nothing is."""

from __future__ import annotations

from pathlib import Path

import pytest

from schaukasten.kept.made_by import is_all_ours
from tests.site.edits.every import project_of
from tests.worlds import ROOT

OF_OTHERS = {
    "a plugin": {"PLUGINS": ["schaukasten.plugins.content", "weather"]},
    "a filter": {"JINJA_FILTERS": {"shout": str.upper}},
    "a value for all templates": {"JINJA_GLOBALS": {"goal": 5000}},
    "a test": {"JINJA_TESTS": {"loud": str.isupper}},
    "a folder of templates": {"THEME_TEMPLATES_OVERRIDES": ["templates"]},
}


def test_the_settings_of_the_project_bring_in_nothing_of_others() -> None:
    settings: dict[str, object] = {}
    exec((ROOT / "pelicanconf.py").read_text(encoding="utf-8"), settings)
    assert is_all_ours(settings)


@pytest.mark.parametrize("setting", OF_OTHERS.values(), ids=OF_OTHERS)
def test_what_others_bring_into_pages_is_seen(setting: dict[str, object]) -> None:
    assert not is_all_ours({"PLUGINS": ["schaukasten.plugins.content"], **setting})


def test_a_page_follows_the_code_of_a_plugin_of_others(tmp_path: Path) -> None:
    project = project_of("minimal", tmp_path)
    footer = project.folder / "theme/templates/partials/footer.html"
    footer.write_text(f'{footer.read_text("utf-8")}{{{{ "wet" | weather }}}}', "utf-8")
    conf = project.folder / "pelicanconf.py"
    filters = 'JINJA_FILTERS = {{"weather": lambda word: word + "{}"}}'
    plain = conf.read_text("utf-8")

    def shown(end: str) -> str:
        conf.write_text(f"{plain}\n{filters.format(end)}\n", "utf-8")
        code, said = project.build(project.output, project.cache)
        assert code == 0, said
        return (project.output / "index.html").read_text("utf-8")

    assert "wet, cold" in shown(", cold")
    assert "wet, warm" in shown(", warm")
