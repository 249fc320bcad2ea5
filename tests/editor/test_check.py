"""`check` as a person, a program and a forge call it."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from schaukasten.editor.check import check
from schaukasten.model.reading.problem import Severity
from schaukasten.record.build_record import BuildRecord
from tests.worlds import ROOT, TODAY, World, german


@pytest.fixture
def checked(world, capsys):
    def run(**options: object) -> tuple[int, str]:
        code = check(ROOT, world.content, **{"today": TODAY, **options})
        shown = capsys.readouterr()
        assert "Traceback" not in shown.out + shown.err
        return code, shown.out + shown.err

    return run


def test_a_good_content_passes_with_the_number_of_its_pages(world, checked):
    world.news()
    assert checked() == (0, "5 Seiten geprüft: Es steht nichts im Weg.\n")


def test_every_problem_of_every_file_is_told_and_the_command_fails(world, checked):
    world.write("termine/a.md", "---\ntitle: A\ndate: 10.06.2026\nsummary: x\n---\n")
    world.write("data/gone.yaml", "addresses: [weg]\n")
    world.news("Mehr [hier](weg.md)")
    code, shown = checked()
    assert code == 1
    assert "content/termine/a.md:3: date: „10.06.2026“ ist kein Datum." in shown
    assert "     3 │ date: 10.06.2026\n       │       ^^^^^^^^^^\n" in shown
    assert "content/data/gone.yaml:1: " in shown
    assert (
        "content/aktuelles/2026-03-08-fest/index.md:6: Die Datei „weg.md“ gibt es nicht." in shown
    )
    assert shown.endswith("Fehler: 3\n")


def test_a_warning_does_not_fail(world, checked):
    world.news("[hier](https://example.org/)")
    code, shown = checked()
    assert code == 0
    assert "Warnungen: 1\n5 Seiten geprüft: Es steht nichts im Weg.\n" in shown


def test_what_the_live_site_waits_for_is_named_for_a_release_only(world, checked):
    world.write("data/association.yaml", _with_open_bank(world))
    world.news(head="review_by: 2026-01-01\n")
    code, shown = checked()
    assert code == 0
    assert shown == (
        "5 Seiten geprüft: Es steht nichts im Weg.\n"
        "Für die öffentliche Website noch offen: 1. „check --release“ nennt alles einzeln.\n"
    )
    code, shown = checked(release=True)
    assert code == 1
    assert "Offen: „bank“ ist nicht bekannt." in shown
    assert "Warnung: Diese Seite sollte bis zum 2026-01-01 durchgesehen werden." in shown


def test_a_review_that_is_due_does_not_hold_up_a_release(world, checked):
    world.news(head="review_by: 2026-01-01\n")
    code, shown = checked(release=True)
    assert code == 0
    assert "Warnungen: 1" in shown


def test_what_the_release_waits_for_is_what_publishing_refuses(world):
    """`publish` reads it from the record of a build: see `release.gate`."""
    world.write("data/association.yaml", _with_open_bank(world))
    world.write(
        "seiten/entwurf.md", '---\ntitle: A\nstatus: Entwurf\nsummary: "[Bitte ersetzen: x]"\n---\n'
    )
    assert world.build() == 0
    record = BuildRecord.read(world.output)
    assert record is not None
    waiting = [problem for problem in world.problems() if problem.severity is Severity.OPEN]
    assert record.open_items == [problem.text(german, "content") for problem in waiting]
    assert len(waiting) == 1


def test_more_than_fit_on_a_screen_are_cut_with_the_way_to_each_of_them(world, checked):
    world.news("".join(f"[hier](https://example.org/{number})\n" for number in range(90)))
    cut = checked()[1].splitlines()
    assert len(cut) < 60
    shown = sum(line.startswith("content/") for line in cut)
    more = f"… weitere dieser Art: {90 - shown}. „check --all“ nennt jede Stelle."
    assert cut[-3:-1] == [more, "Warnungen: 90"]
    assert "„check --release --all“ nennt" in checked(release=True)[1]
    every = checked(every=True)[1]
    assert every.count("\ncontent/") == 90 - 1
    assert "--all" not in every
    for form in ("json", "github"):
        assert checked(form=form)[1].count("Der Linktext") == 90


def test_json_is_nothing_but_json(world, checked):
    world.news("[hier](https://example.org/) [weg](weg.md)")
    code, shown = checked(form="json")
    assert code == 1
    problems = json.loads(shown)["problems"]
    assert [problem["severity"] for problem in problems] == ["error", "warning"]
    assert checked(form="json", today="2026-01-01")[0] == 1


def test_notes_for_github_name_files_as_the_repository_does(checked, capsys):
    code = check(ROOT, ROOT / "content", form="github", today=TODAY)
    lines = capsys.readouterr().out.splitlines()
    assert code == 0
    files = {line.split("file=")[1].split(",")[0] for line in lines if "file=" in line}
    assert files
    assert all((ROOT / file).is_file() for file in files)


def test_the_command_is_plain_in_a_pipe_and_fails_with_one(world: World) -> None:
    world.news("[weg](weg.md)")
    command = [sys.executable, "tasks.py", "check", "--content", str(world.content)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "\x1b" not in done.stdout
    assert "Fehler: 1" in done.stdout


def _with_open_bank(world: World) -> str:
    text = (world.content / "data/association.yaml").read_text(encoding="utf-8")
    start = text.index("bank:")
    end = text.index("\ntax_status:")
    return f"{text[:start]}bank:\n  value:\n  confirmed: no{text[end:]}"
