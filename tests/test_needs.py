"""What tests need of the machine: seen by itself, left out by `--quick`, in CI never skipped."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

from tests import conftest, needs, parts
from tests.worlds import ROOT

pytest_plugins = ["pytester"]

#: Tests that need something, each with its part.
NEEDING = {
    "def test_it(browser): pass": "chromium",
    "def test_it(page): pass": "chromium",
    "def test_it(apache_of): pass": "apache2",
    '@pytest.mark.needs("vnu")\ndef test_it(): pass': "vnu",
    'pytestmark = pytest.mark.needs("sshd", "tsc")\ndef test_it(): pass': "sshd, tsc",
}
FILES = [f"test_{number}.py" for number in range(len(NEEDING))]
PLAIN = "def test_it(): pass"
FIXTURES = """
import pytest
from tests import parts

@pytest.fixture(scope="session")
def browser():
    assert False, "nobody has looked whether it is there"

@pytest.fixture
def page(browser): pass

@pytest.fixture(params=["a site"])
def apache_of(request): pass

"""
HOOKS = """
import pytest
from tests import needs

def pytest_configure(config):
    config.addinivalue_line("markers", "needs: x")

def pytest_collection_modifyitems(config, items):
    if QUICK:
        needs.leave_out(config, items)

@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item):
    needs.look_for(item)
"""
#: Prints which tests are collected, and with which of the fixtures that need something.
LIST = """
import sys, pytest

class Plugin:
    def pytest_collection_finish(self, session):
        for item in session.items:
            found = {"browser", "apache", "apache_of"} & set(item.fixturenames)
            print("COLLECTED", item.path.relative_to(session.config.rootpath), *found)

sys.exit(pytest.main(["--collect-only", "--quick", "-qq", "-p", "no:xdist"], [Plugin()]))
"""


def run(pytester: pytest.Pytester, tests: dict[str, str], quick: bool = False) -> pytest.RunResult:
    """Run test files by their names, which takes no longer than one of them."""
    pytester.makeconftest(HOOKS.replace("QUICK", str(quick)))
    for name, test in tests.items():
        file = pytester.path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(FIXTURES + test)
    return pytester.runpytest_inprocess(
        "-rA", "-p", "no:cacheprovider", "-p", "no:hypothesispytest", "--import-mode=importlib"
    )


def test_a_quick_run_leaves_out_what_needs_a_part_and_nothing_else(
    pytester: pytest.Pytester,
) -> None:
    tests = dict(zip(FILES, NEEDING, strict=True))
    tests |= {"tests/servers/test_new.py": PLAIN, "tests/site/test_new.py": PLAIN}
    tests |= {"tests/site/test_long.py": f"@pytest.mark.whole\n{PLAIN}"}
    done = run(pytester, tests, quick=True)
    done.assert_outcomes(passed=1, deselected=len(NEEDING) + 2)
    done.stdout.fnmatch_lines("PASSED tests/site/test_new.py::test_it")


def test_a_missing_part_is_a_reason_to_skip_and_in_ci_to_fail(
    pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(needs, "is_there", lambda part: False)
    monkeypatch.delenv("CI", raising=False)
    tests = dict(zip(FILES, NEEDING, strict=True))
    done = run(pytester, {**tests, "test_plain.py": PLAIN})
    done.assert_outcomes(passed=1, skipped=len(NEEDING))
    for part in NEEDING.values():
        done.stdout.fnmatch_lines(f"SKIPPED*needs.py:*: {part}: missing, see tests/parts.py")
    monkeypatch.setenv("CI", "true")
    done = run(pytester, tests)
    assert "skipped" not in done.parseoutcomes()
    for file, part in zip(FILES, NEEDING.values(), strict=True):
        done.stdout.fnmatch_lines(f"ERROR {file}::test_it* - Failed: {part}: missing, *")


def test_a_part_that_nobody_knows_is_a_mistake(pytester: pytest.Pytester) -> None:
    done = run(pytester, {"test_it.py": f'@pytest.mark.needs("jaba")\n{PLAIN}'}, quick=True)
    done.stderr.fnmatch_lines("*test_it needs jaba, which tests/parts.py lacks*")
    assert done.ret == pytest.ExitCode.USAGE_ERROR


@pytest.mark.parametrize("part", parts.PARTS)
def test_in_a_quick_run_a_part_that_was_not_named_is_not_there(
    monkeypatch: pytest.MonkeyPatch, part: str
) -> None:
    find = parts.PARTS[part]
    needs.ask_nothing_of_the_machine(monkeypatch)
    with pytest.raises(pytest.fail.Exception, match=f'needs\\("{part}"\\)'):
        getattr(parts, find.__name__)()


@pytest.mark.whole
def test_a_quick_run_has_no_browser_and_no_server_and_all_the_rest(tmp_path: Path) -> None:
    environment = {name: value for name, value in os.environ.items() if name != "CI"}
    done = subprocess.run(
        [sys.executable, "-c", LIST],
        cwd=ROOT,
        # There is nothing on this machine: to list them, no test looks for any of it.
        env={**environment, "PATH": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    lines = [line.split()[1:] for line in done.stdout.splitlines() if line.startswith("COLLECTED")]
    assert [line for line in lines if len(line) > 1] == []
    listed = {Path(name).parent for name, *_ in lines}
    folders = {path.parent.relative_to(ROOT) for path in (ROOT / "tests").rglob("test_*.py")}
    modules = Path("tests/node_modules")
    rest = {folder for folder in folders if not folder.is_relative_to(modules)}
    browser = Path("tests/browser")
    without = {browser, browser / "editor", browser / "forge", Path("tests/servers")}
    assert rest - listed == without


def test_this_projects_own_runs_ask_what_is_needed(monkeypatch: pytest.MonkeyPatch) -> None:
    """The hooks above are those of a small project; these are ours."""
    looked: list[object] = []
    monkeypatch.setattr(needs, "look_for", looked.append)
    item = object()
    conftest.pytest_runtest_setup(item)  # type: ignore[arg-type]
    assert looked == [item]


def test_a_quick_run_of_this_project_refuses_every_part(monkeypatch: pytest.MonkeyPatch) -> None:
    ending: list[Callable[[], None]] = []
    config = SimpleNamespace(getoption=lambda name, default: True, add_cleanup=ending.append)
    monkeypatch.setattr(conftest, "SHELF", SimpleNamespace(begin=lambda config: None))
    conftest.pytest_configure(config)  # type: ignore[arg-type]
    try:
        for find in parts.PARTS.values():
            with pytest.raises(pytest.fail.Exception, match="mark it with"):
                getattr(parts, find.__name__)()
    finally:
        for end in ending:
            end()
