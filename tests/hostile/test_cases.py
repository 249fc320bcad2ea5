"""Each hostile input: refused with file and line, or a harmless page; never a traceback."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import html

from schaukasten.language.visible import visible
from schaukasten.model.text import effort
from tests.hostile import size
from tests.hostile.case import Case
from tests.hostile.cases import CASES, TOGETHER, harmless_site
from tests.hostile.paths import SECRET, plant
from tests.model.text.markup import active_parts
from tests.site.test_policy import stopped
from tests.worlds import World, german


@pytest.mark.parametrize("case", CASES, ids=str)
def test_a_hostile_input_is_refused_on_its_line_or_harmless(
    case: Case, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    if case in size.SLOW:
        monkeypatch.setattr(effort, "LIMIT", 0.5)
    plant(world)
    case.write(world)
    outcome = world.load()
    errors = [problem.text(german) for problem in outcome.errors]
    if case.is_page:
        assert errors == []
        assert outcome.site is not None
        for rendering in outcome.site.renderings.values():
            assert active_parts(rendering.html) == []
    else:
        assert [line for line in errors if line.startswith(case.says)], errors


@pytest.mark.whole
def test_what_is_refused_is_told_all_at_once_and_leaves_the_last_good_site(
    world: World, capsys: pytest.CaptureFixture[str]
) -> None:
    plant(world)
    assert world.build() == 0
    before = files(world.output)
    beside = {path.name for path in world.folder.iterdir()}
    refused = [case for case in TOGETHER if not case.is_page]
    for case in refused:
        case.write(world)
    capsys.readouterr()
    assert world.build() == 1
    shown = "".join(capsys.readouterr())
    assert "Traceback" not in shown
    assert visible(shown.replace("\n", "")) == shown.replace("\n", "")
    assert [
        case.name for case in refused if f"\ncontent/{visible(case.says)}" not in f"\n{shown}"
    ] == []
    assert files(world.output) == before
    assert {path.name for path in world.folder.iterdir()} == beside


@pytest.mark.whole
@pytest.mark.parametrize("drafts", [False, True], ids=["publishing", "preview"])
def test_what_is_harmless_becomes_a_site_that_holds_nothing_from_outside(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], drafts: bool
) -> None:
    world = harmless_site(tmp_path, drafts)
    assert "Traceback" not in "".join(capsys.readouterr())
    built = files(world.output)
    assert [name for name, raw in built.items() if SECRET.encode() in raw] == []
    for name, raw in built.items():
        if name.suffix == ".html":
            assert stopped(html.document_fromstring(raw)) == [], name


def files(folder: Path) -> dict[Path, bytes]:
    return {
        path.relative_to(folder): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }
