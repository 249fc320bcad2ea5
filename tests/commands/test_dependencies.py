"""`lock` and `audit`: what they say of the packages, and when they fail."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from schaukasten.commands import dependencies

Answer = Callable[..., None]
HOLE = {"id": "PYSEC-2026-1", "fix_versions": ["2.1", "3.0"]}


@pytest.fixture
def answer(monkeypatch: pytest.MonkeyPatch) -> Answer:
    """Let the program that is asked answer so."""

    def answer(code: int = 0, stdout: str = "", stderr: str = "", lock: Path | None = None) -> None:
        def python(root: Path, *arguments: str, **options: object) -> CompletedProcess[str]:
            if lock is not None:
                lock.write_text("a==2 \\\n    --hash=x\nc==1\n", encoding="utf-8")
            return CompletedProcess(arguments, code, stdout, stderr)

        monkeypatch.setattr(dependencies, "python", python)

    return answer


def audited(*packages: dict[str, object]) -> str:
    return json.dumps({"dependencies": packages})


def test_a_new_lock_is_told_by_what_changed(
    tmp_path: Path, answer: Answer, capsys: pytest.CaptureFixture[str]
) -> None:
    lock = tmp_path / dependencies.LOCK
    lock.write_text("a==1 \\\n    --hash=x\nb==1\n", encoding="utf-8")
    answer(lock=lock)
    assert dependencies.lock(tmp_path) == 0
    assert capsys.readouterr().out == (
        "a: 1 → 2\nb: 1 → gone\nc: new → 1\nrequirements.txt: 2 packages, 3 changed\n"
    )


def test_a_lock_that_cannot_be_made_stays(
    tmp_path: Path, answer: Answer, capsys: pytest.CaptureFixture[str]
) -> None:
    answer(code=2)
    assert dependencies.lock(tmp_path) == 1
    assert capsys.readouterr().err == "requirements.txt stays as it was.\n"


@pytest.mark.parametrize(
    ("packages", "code", "told"),
    [
        (
            [{"name": "a", "version": "1", "vulns": []}, {"name": "b", "skip_reason": "x"}],
            0,
            "1 packages audited, 0 known holes.\nNot in the list, so not audited: b.\n",
        ),
        (
            [{"name": "a", "version": "1", "vulns": [HOLE]}],
            1,
            "a 1: PYSEC-2026-1, mended in 2.1, 3.0\n1 packages audited, 1 known holes.\n"
            "Not in the list, so not audited: none.\n",
        ),
        (
            [{"name": "a", "skip_reason": "x"}, {"name": "b", "skip_reason": "x"}],
            0,
            "Nothing was audited: the list of known holes knows none of 2 packages.\n",
        ),
    ],
)
def test_holes_are_named_and_what_was_not_audited_too(
    tmp_path: Path,
    answer: Answer,
    capsys: pytest.CaptureFixture[str],
    packages: list[dict[str, object]],
    code: int,
    told: str,
) -> None:
    answer(stdout=audited(*packages))
    assert dependencies.audit(tmp_path) == code
    assert capsys.readouterr().out == told


@pytest.mark.parametrize(
    ("stderr", "code"),
    [("requests.exceptions.ConnectionError: …", 0), ("ReadTimeout", 0), ("no such option", 1)],
)
def test_without_an_answer_nothing_is_said_to_be_audited(
    tmp_path: Path,
    answer: Answer,
    capsys: pytest.CaptureFixture[str],
    stderr: str,
    code: int,
) -> None:
    answer(stderr=stderr)
    assert dependencies.audit(tmp_path) == code
    shown = capsys.readouterr()
    assert "Nothing was audited" in shown.out + shown.err
