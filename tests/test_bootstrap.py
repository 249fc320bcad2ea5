"""The set-up by a bare Python, run for real on a tiny project that needs no network."""

from __future__ import annotations

import ast
import os
import re
import shutil
import signal
import subprocess
import sys
import zipfile
from hashlib import sha256
from pathlib import Path

import pytest

from schaukasten import bootstrap, environment_state, set_up
from schaukasten.environment_state import SetUpFailed

ROOT = Path(__file__).resolve().parent.parent
#: The modules that run before anything is installed.
BARE = ("__init__.py", "bootstrap.py", "environment_state.py", "set_up.py")

# The one outside the environment that this test runs in.
BARE_PYTHON = sys._base_executable

TASKS = """
import sys
from pathlib import Path
from schaukasten import bootstrap

bootstrap.enter_environment(Path(__file__).resolve().parent, sys.argv)

import locked

print(sys.prefix, sys.argv[1:], sys.stdin.read())
sys.exit(int(sys.argv[1]))
"""

PYPROJECT = """
[build-system]
requires = []
build-backend = "backend"
backend-path = ["."]
"""

BACKEND = """
import shutil

def build_editable(folder, config_settings=None, metadata_directory=None):
    return shutil.copy("tiny-1-py3-none-any.whl", folder).rpartition("/")[2]
"""


# --- without an environment ----------------------------------------------------------------


@pytest.mark.parametrize(
    "name",
    ["tasks.py", "schaukasten/__init__.py", "schaukasten/bootstrap.py", "schaukasten/set_up.py"],
)
def test_what_a_bare_python_reads_is_in_the_syntax_of_3_7(name):
    ast.parse((ROOT / name).read_text(encoding="utf-8"), feature_version=(3, 7))


def test_a_too_old_python_is_told_which_one_it_takes():
    bootstrap.require_python((3, 11))
    with pytest.raises(SetUpFailed, match=r"needs Python 3\.11 or newer.* with 3\.9"):
        bootstrap.require_python((3, 9))


def test_a_missing_venv_module_is_one_sentence(tmp_path):
    project = make_project(tmp_path / "project")
    (tmp_path / "sitecustomize.py").write_text("import sys; sys.modules['ensurepip'] = None")
    done = run(project, "0", PYTHONPATH=str(tmp_path))
    assert_one_sentence(done, "apt install python3-venv")


@pytest.mark.skipif(os.name == "nt", reason="a link needs rights there")
def test_a_link_to_the_environment_of_another_project_is_refused_and_that_one_stays(tmp_path):
    project = make_project(tmp_path / "project")
    others = tmp_path / "other" / ".venv"
    (others / "lib").mkdir(parents=True)
    (project / ".venv").symlink_to(others, target_is_directory=True)
    assert_one_sentence(run(project, "0"), f"{others}, which set-up would empty")
    assert (others / "lib").exists()


@pytest.mark.skipif(os.name == "nt", reason="needs SIGINT")
def test_an_interrupted_set_up_ends_in_one_sentence_and_is_not_taken_for_whole(tmp_path):
    project = make_project(tmp_path / "project")
    with start(project, "0") as process:
        assert "Setting up" in process.stderr.readline()
        process.send_signal(signal.SIGINT)
        _, stderr = process.communicate(timeout=10)
    assert process.returncode == 1
    assert stderr == "Set-up was interrupted; the next start begins it anew.\n"
    assert not environment_state.is_current(project)


@pytest.mark.parametrize(
    ("output", "sentence"),
    [
        ("ERROR: Could not install packages: [Errno 28] No space left on device", "disk is full"),
        ("ERROR: Could not install packages: [Errno 13] Permission denied: 'x'", "not be written"),
        ("ERROR: something that nobody foresaw", "pip could not install"),
    ],
)
def test_what_pip_says_is_shown_with_a_sentence(output, sentence):
    shown, last = str(set_up.failure(output)).splitlines()
    assert output in shown
    assert sentence in last


def test_the_lock_names_no_address_and_no_folder():
    lock = (ROOT / "requirements.txt").read_text(encoding="utf-8")
    assert not re.search(r"/|\\\w|^-", lock, re.MULTILINE)


# --- with one, made once ---------------------------------------------------------------------


@pytest.fixture(scope="module")
def first_starts(tmp_path_factory):
    """Two terminals that start at once, with settings of pip that lead elsewhere."""
    folder = tmp_path_factory.mktemp("bootstrap")
    project = make_project(folder / "project with a space")
    settings = {
        "PIP_USER": "1",
        "PIP_REQUIRE_VIRTUALENV": "1",
        "PIP_TARGET": str(folder / "elsewhere"),
        "PYTHONPATH": str(folder),
    }
    processes = [start(project, str(code), **settings) for code in (0, 7)]
    outputs = [process.communicate(timeout=60) for process in processes]
    return project, processes, outputs


@pytest.fixture
def project(first_starts):
    return first_starts[0]


@pytest.mark.whole
def test_two_terminals_that_start_at_once_make_one_environment(first_starts):
    project, processes, outputs = first_starts
    errors = "".join(stderr for _, stderr in outputs)
    assert [process.returncode for process in processes] == [0, 7], errors
    assert all(stdout.startswith(str(project / ".venv")) for stdout, _ in outputs)
    assert errors.count("Setting up") == 1
    assert errors.count("waiting") == 1


@pytest.mark.parametrize("wanted", ["", "elsewhere"])
def test_what_may_not_be_compiled_beside_the_sources_is_compiled_in_the_cache(
    project, tmp_path, wanted
):
    shutil.rmtree(project / ".cache", ignore_errors=True)
    variables = {"PYTHONPYCACHEPREFIX": str(tmp_path / wanted)} if wanted else {}
    before = set(project.rglob("*.pyc"))
    assert run(project, "0", PYTHONDONTWRITEBYTECODE="1", **variables).returncode == 0
    folder = tmp_path / wanted if wanted else project / ".cache" / "python"
    assert list(folder.rglob("locked.*.pyc"))
    assert {one for one in project.rglob("*.pyc") if folder not in one.parents} == before


def test_once_set_up_it_passes_arguments_stdin_and_exit_code_through(project):
    done = run(project, "3", "--name", "two words", stdin="from stdin")
    assert done.stdout == f"{project / '.venv'} ['3', '--name', 'two words'] from stdin\n"
    assert done.stderr == ""
    assert done.returncode == 3


def test_a_stray_pythonhome_does_not_send_it_in_circles(project):
    assert run(project, "0", PYTHONHOME=sys.base_prefix).returncode == 0


def test_an_environment_that_is_not_taken_as_home_is_one_sentence(project, tmp_path):
    moved = shutil.move(project / ".venv" / "pyvenv.cfg", tmp_path)
    try:
        assert_one_sentence(run(project, "0"), "delete .venv and start again")
    finally:
        shutil.move(moved, project / ".venv")


def test_a_package_with_another_hash_is_refused(project, tmp_path):
    copy = shutil.copytree(project, tmp_path / "copy", symlinks=True)
    # Else it counts as installed, whatever its hash was.
    shutil.rmtree(next(copy.glob(".venv/**/locked-1.dist-info")))
    lock = copy / "requirements.txt"
    lock.write_text(re.sub("sha256:.*", f"sha256:{'0' * 64}", lock.read_text()))
    with pytest.raises(SetUpFailed, match=r"not the one that requirements\.txt names"):
        set_up.install(copy)


@pytest.mark.parametrize("name", ["requirements.txt", "pyproject.toml"])
def test_the_stamp_changes_with_what_a_file_says_and_not_with_its_line_ends(project, name):
    file = project / name
    content = file.read_bytes()
    try:
        assert environment_state.is_current(project)
        file.write_bytes(content.replace(b"\n", b"\r\n"))
        assert environment_state.is_current(project)
        file.write_bytes(content + b"# more\n")
        assert not environment_state.is_current(project)
    finally:
        file.write_bytes(content)


def test_a_moved_project_is_set_up_anew(project, tmp_path):
    copy = shutil.copytree(project, tmp_path / "copy", symlinks=True)
    assert not environment_state.is_current(copy)


@pytest.mark.whole
@pytest.mark.skipif(os.name == "nt", reason="Windows does not replace a running Python")
def test_a_changed_lock_is_noticed_inside_too_and_a_missing_network_is_one_sentence(
    project, tmp_path
):
    copy = shutil.copytree(project, tmp_path / "copy", symlinks=True)
    lock = copy / "requirements.txt"
    lock.write_text(f"absent==1 --hash=sha256:{'0' * 64}\n")
    nowhere = {"PIP_INDEX_URL": "http://127.0.0.1:9", "PIP_RETRIES": "0"}
    done = run(copy, "0", python=environment_state.python_of(copy), **nowhere)
    assert "Setting up" in done.stderr
    assert_one_sentence(done, "The package index cannot be reached")
    assert not environment_state.is_current(copy)


# --- the tiny project ------------------------------------------------------------------------


def make_project(folder: Path) -> Path:
    """A project with one locked package, beside its wheel, and an editable install of its own."""
    (folder / "schaukasten").mkdir(parents=True)
    for name in BARE:
        shutil.copy(ROOT / "schaukasten" / name, folder / "schaukasten")
    (folder / "tasks.py").write_text(TASKS)
    (folder / "pyproject.toml").write_text(PYPROJECT)
    (folder / "backend.py").write_text(BACKEND)
    make_wheel(folder, "tiny")
    wheel = make_wheel(folder, "locked")
    digest = sha256(wheel.read_bytes()).hexdigest()
    (folder / "requirements.txt").write_text(f"./{wheel.name} --hash=sha256:{digest}\n")
    return folder


def make_wheel(folder: Path, name: str) -> Path:
    wheel = folder / f"{name}-1-py3-none-any.whl"
    with zipfile.ZipFile(wheel, "w") as archive:
        info = f"{name}-1.dist-info"
        archive.writestr(f"{name}.py", "")
        archive.writestr(f"{info}/METADATA", f"Metadata-Version: 2.1\nName: {name}\nVersion: 1\n")
        archive.writestr(
            f"{info}/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
        )
        archive.writestr(f"{info}/RECORD", "")
    return wheel


def run(project: Path, *arguments: str, stdin="", python=BARE_PYTHON, **variables):
    process = start(project, *arguments, python=python, **variables)
    stdout, stderr = process.communicate(stdin, timeout=60)
    return subprocess.CompletedProcess(process.args, process.returncode, stdout, stderr)


def start(project: Path, *arguments: str, python=BARE_PYTHON, **variables) -> subprocess.Popen:
    # This machine's own settings stay out: they may lead to a network, or to wheels.
    foreign = re.compile(r"PIP_|PYTHON|VIRTUAL_ENV|SCHAUKASTEN_|https?_proxy|all_proxy", re.I)
    environment = {k: v for k, v in os.environ.items() if not foreign.match(k)}
    environment.update(PIP_CONFIG_FILE=os.devnull, PIP_NO_CACHE_DIR="1", **variables)
    return subprocess.Popen(
        [str(python), "tasks.py", *arguments],
        cwd=project,
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def assert_one_sentence(done: subprocess.CompletedProcess, words: str) -> None:
    sentences = [
        line for line in done.stderr.splitlines() if not line.startswith(("Setting up", "  pip: "))
    ]
    assert len(sentences) == 1, done.stderr
    assert words in sentences[0]
    assert done.returncode == 1
