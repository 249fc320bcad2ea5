"""Git's answers are the same whatever its user has set, and what it cannot know is said."""

from __future__ import annotations

import datetime as dt
import os
import shlex
import shutil
import subprocess
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from schaukasten.record.build_record import Commit
from schaukasten.record.history import Unknown, commit_of, is_ancestor
from tests.worlds import german


@pytest.fixture(autouse=True)
def nobodys_settings(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A user who has set nothing, until a test does."""
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(home))


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """Three commits, the last one with the oldest time: a clock was wrong."""
    return repository_in(tmp_path / "repository")


def repository_in(folder: Path) -> Path:
    folder.mkdir()
    git(folder, "init", "--quiet", "--initial-branch=main")
    for number, day in enumerate(("2026-03-01", "2026-03-02", "2025-01-01")):
        (folder / "a.md").write_text(str(number))
        git(folder, "add", ".")
        git(folder, "commit", "--quiet", "-m", str(number), day=day)
    return folder


def git(folder: Path, *command: str, day: str = "2026-01-01") -> str:
    who = ["-c", "user.name=Zoë", "-c", "user.email=x@example.org"]
    time = {"GIT_COMMITTER_DATE": f"{day}T12:00:00Z", "GIT_AUTHOR_DATE": f"{day}T12:00:00Z"}
    return subprocess.run(
        ["env", *(f"{key}={value}" for key, value in time.items()), "git", *who, *command],
        cwd=folder,
        check=True,
        capture_output=True,
        text=True,
    ).stdout.strip()


def why(answer: object) -> str:
    """The reason of git's not knowing, in German."""
    assert isinstance(answer, Unknown), answer
    return answer.why.text(german)


def test_where_history_is_known_it_answers(repository: Path) -> None:
    newest, middle, oldest = git(repository, "log", "--format=%H").split()
    ask = partial(is_ancestor, [repository])
    assert ask(oldest, newest) is True
    assert ask(newest, oldest) is False
    assert ask(middle, middle) is True
    assert why(ask("0" * 40, newest)) == "Das Projekt enthält den Commit 0000000000 nicht."
    assert why(ask(newest, "0" * 40)) == "Das Projekt enthält den Commit 0000000000 nicht."
    assert isinstance(ask("--help", newest), Unknown)


def test_a_clone_that_was_cut_off_knows_no_descent(repository: Path, tmp_path: Path) -> None:
    ids = git(repository, "log", "--format=%H").split()
    cut = tmp_path / "cut"
    git(tmp_path, "clone", "--quiet", "--depth=1", f"file://{repository}", str(cut))
    git(cut, "fetch", "--quiet", "--depth=1", "origin", ids[2])
    assert why(is_ancestor([cut], ids[2], ids[0])).startswith(
        "Der Klon hier enthält nur einen Teil"
    )
    assert is_ancestor([repository], ids[2], ids[0]) is True


def test_the_record_names_the_commit_and_whether_files_differ_from_it(repository: Path) -> None:
    found = commit_of(repository)
    assert isinstance(found, Commit)
    assert found.id == git(repository, "rev-parse", "HEAD")
    assert found.time == dt.datetime(2025, 1, 1, 12, tzinfo=dt.UTC)
    assert not found.modified
    (repository / "neu.md").write_text("x")
    again = commit_of(repository)
    assert isinstance(again, Commit)
    assert again.modified


#: What users, their editors and their hosts write into git's settings.
SETTINGS = {
    "signatures": "[log]\nshowSignature = true\n[gpg]\nprogram = {program}\n",
    "decoration": "[log]\ndecorate = full\nfollow = true\ndate = relative\nabbrevCommit = true\n",
    "format": "[format]\npretty = oneline\n[core]\nabbrev = 7\nquotePath = false\n",
    "colours": "[color]\nui = always\nstatus = always\nbranch = always\n",
    "pager": "[core]\npager = {program}\n[pager]\nstatus = true\nrev-parse = {program}\n",
    "aliases": "[alias]\nlog = !false\nstatus = !false\nrev-parse = !false\ncat-file = !false\n",
    "encoding": "[i18n]\nlogOutputEncoding = UTF-16\ncommitEncoding = latin-1\n",
    "status": "[status]\nshowUntrackedFiles = no\nbranch = true\nshort = true\nshowStash = true\n",
    "monitor": "[core]\nfsmonitor = {program}\nuntrackedCache = true\n",
}


@pytest.mark.parametrize("settings", SETTINGS.values(), ids=SETTINGS)
def test_settings_of_the_user_change_no_answer(
    repository: Path, tmp_path: Path, settings: str
) -> None:
    program = tmp_path / "program"
    program.write_text("#!/bin/sh\necho gpg: Unterschrift von Zoë\nexit 1\n")
    program.chmod(0o755)
    (Path(os.environ["HOME"]) / ".gitconfig").write_text(settings.format(program=program))
    newest, _middle, oldest = git(repository, "rev-list", "HEAD").split()
    found = commit_of(repository)
    assert isinstance(found, Commit)
    assert (found.id, found.modified) == (newest, False)
    (repository / "neu ü.md").write_text("x")
    again = commit_of(repository)
    assert isinstance(again, Commit)
    assert again.modified
    assert is_ancestor([repository], oldest, newest) is True
    assert is_ancestor([repository], newest, oldest) is False


def test_a_signed_commit_is_one_like_any_other(repository: Path) -> None:
    """`gpgsig` stands in the header, several lines long, with text of its own."""
    raw = git(repository, "cat-file", "commit", "HEAD")
    head, _end, text = raw.partition("\n\n")
    signature = "gpgsig -----BEGIN SSH SIGNATURE-----\n committer x <x> 1 +0000\n -----END"
    made = subprocess.run(
        ["git", "hash-object", "-t", "commit", "-w", "--stdin"],
        cwd=repository,
        input=f"{head}\n{signature}\n\n{text}\ncommitter y <y> 2 +0000\n".encode(),
        capture_output=True,
        check=True,
    ).stdout.decode()
    git(repository, "reset", "--quiet", "--hard", made.strip())
    (Path(os.environ["HOME"]) / ".gitconfig").write_text("[log]\nshowSignature = true\n")
    found = commit_of(repository)
    assert isinstance(found, Commit)
    assert found.id == made.strip()
    assert found.time == dt.datetime(2025, 1, 1, 12, tzinfo=dt.UTC)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("GIT_DIR", "{other}/.git"),
        ("GIT_DIR", "."),
        ("GIT_WORK_TREE", "{other}"),
        ("GIT_INDEX_FILE", "{other}/.git/index"),
        ("GIT_OBJECT_DIRECTORY", "{other}/.git/objects"),
        ("GIT_COMMON_DIR", "{other}/.git"),
        ("GIT_NAMESPACE", "other"),
        ("GIT_TRACE", "1"),
        ("GIT_LITERAL_PATHSPECS", "1"),
        ("GIT_ICASE_PATHSPECS", "1"),
        ("LC_ALL", "de_DE.UTF-8"),
        ("LANGUAGE", "de"),
        ("GIT_PAGER", "false"),
    ],
)
def test_what_a_hook_has_set_leads_to_no_other_repository(
    repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    other = repository_in(tmp_path / "other")
    git(other, "commit", "--quiet", "--allow-empty", "-m", "later")
    newest, _middle, oldest = git(repository, "rev-list", "HEAD").split()
    monkeypatch.setenv(name, value.format(other=other))
    found = commit_of(repository)
    assert isinstance(found, Commit)
    assert (found.id, found.modified) == (newest, False)
    assert is_ancestor([repository], newest, oldest) is False


def test_pasted_history_is_not_believed(repository: Path) -> None:
    newest, _middle, oldest = git(repository, "rev-list", "HEAD").split()
    git(repository, "replace", "--graft", newest)
    assert is_ancestor([repository], oldest, newest) is True
    git(repository, "replace", "--delete", newest)
    (repository / ".git/info").mkdir(exist_ok=True)
    (repository / ".git/info/grafts").write_text(f"{newest}\n")
    assert is_ancestor([repository], oldest, newest) is True


def nowhere(folder: Path) -> Path:
    return folder / "nowhere"


def without_git(folder: Path) -> Path:
    (folder / "content").mkdir()
    return folder / "content"


def without_a_commit(folder: Path) -> Path:
    git(folder, "init", "--quiet")
    return folder


def ignored(folder: Path) -> Path:
    repository = repository_in(folder / "project")
    (repository / ".gitignore").write_text("content/\n")
    git(repository, "add", ".")
    git(repository, "commit", "--quiet", "-m", "x")
    (repository / "content").mkdir()
    (repository / "content/a.md").write_text("x")
    return repository / "content"


def moved(folder: Path) -> Path:
    """A worktree whose repository was moved away."""
    repository = repository_in(folder / "project")
    git(repository, "worktree", "add", "--quiet", str(folder / "tree"))
    repository.rename(folder / "elsewhere")
    return folder / "tree"


def damaged(folder: Path) -> Path:
    repository = repository_in(folder / "project")
    shutil.rmtree(repository / ".git/objects")
    (repository / ".git/objects").mkdir()
    return repository


@pytest.mark.parametrize(
    ("make", "reason"),
    [
        (nowhere, "Der Ordner liegt in keinem Projekt mit Git."),
        (without_git, "Der Ordner liegt in keinem Projekt mit Git."),
        (without_a_commit, "Das Projekt enthält noch keinen Commit."),
        (ignored, "Git kennt keine der Dateien dieses Ordners."),
        (moved, "Git gibt keine Antwort: fatal: not a git repository: "),
        (damaged, "Git gibt keine Antwort: "),
    ],
)
def test_why_there_is_no_commit_is_said(
    tmp_path: Path, make: Callable[[Path], Path], reason: str
) -> None:
    assert why(commit_of(make(tmp_path))).startswith(reason)


def emptied(folder: Path) -> Path:
    """As a power cut leaves it."""
    repository = repository_in(folder / "project")
    (repository / ".git/refs/heads/main").write_text("")
    return repository


def overwritten(folder: Path) -> Path:
    repository = repository_in(folder / "project")
    (repository / ".git/refs/heads/main").write_bytes(b"\0" * 41)
    return repository


def lost(folder: Path) -> Path:
    repository = repository_in(folder / "project")
    (repository / ".git/refs/heads/main").unlink()
    return repository


def lost_but_for_a_tag(folder: Path) -> Path:
    repository = repository_in(folder / "project")
    git(repository, "tag", "alt")
    shutil.rmtree(repository / ".git/logs")
    (repository / ".git/refs/heads/main").unlink()
    return repository


def on_a_new_branch(folder: Path) -> Path:
    repository = repository_in(folder / "project")
    git(repository, "checkout", "--quiet", "--orphan", "neu")
    return repository


@pytest.mark.parametrize(
    ("make", "answer"),
    [
        (emptied, "warning: ignoring broken ref refs/heads/main"),
        (overwritten, "warning: ignoring broken ref refs/heads/main"),
        (lost, "fatal: your current branch 'main' does not have any commits yet"),
        (lost_but_for_a_tag, "fatal: your current branch 'main' does not have any commits yet"),
        (on_a_new_branch, "fatal: your current branch 'neu' does not have any commits yet"),
    ],
)
def test_a_branch_that_is_lost_is_not_taken_for_one_that_never_was(
    tmp_path: Path, make: Callable[[Path], Path], answer: str
) -> None:
    assert why(commit_of(make(tmp_path))) == f"Git gibt keine Antwort: {answer}"


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("xcode-select: note: No developer tools were found, requesting install.", 1),
        ("You have not agreed to the Xcode license agreements.", 69),
        ("", 1),
    ],
)
def test_what_only_stands_in_for_git_is_quoted(
    repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, said: str, code: int
) -> None:
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin/git").write_text(f"#!/bin/sh\necho '{said}' >&2\nexit {code}\n")
    (tmp_path / "bin/git").chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    assert why(commit_of(repository)) == f"Git gibt keine Antwort: {said or '?'}"


def test_a_missing_git_is_said(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(repository))
    assert why(commit_of(repository)) == "Git ist hier nicht installiert."
    assert why(is_ancestor([repository], "0" * 40, "1" * 40)) == "Git ist hier nicht installiert."


@pytest.mark.parametrize("name", ["Verein", "Unser Verein"])
def test_the_folder_of_another_user_comes_with_the_command_that_mends_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    repository = repository_in(tmp_path / name)
    (repository / "content").mkdir()
    (repository / "content/a.md").write_text("x")
    git(repository, "add", ".")
    git(repository, "commit", "--quiet", "-m", "x")
    # How git's own tests do it, which needs no second user.
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    said = why(commit_of(repository / "content"))
    assert said.startswith("Git antwortet nicht, denn der Ordner gehört jemand anderem.")
    assert why(is_ancestor([repository], "0" * 40, "1" * 40)) == said
    command = shlex.split(said.partition(": ")[2])
    assert command[:5] == ["git", "config", "--global", "--add", "safe.directory"]
    assert command[5:] == [str(repository)]
    subprocess.run(command, check=True)
    assert isinstance(commit_of(repository / "content"), Commit)


def test_a_worktree_and_a_clone_without_old_files_know_all(
    repository: Path, tmp_path: Path
) -> None:
    newest, _middle, oldest = git(repository, "rev-list", "HEAD").split()
    git(repository, "config", "uploadpack.allowFilter", "true")
    git(repository, "worktree", "add", "--quiet", str(tmp_path / "tree"))
    part = f"file://{repository}"
    git(tmp_path, "clone", "--quiet", "--filter=blob:none", part, str(tmp_path / "part"))
    # The other side is gone: nothing can be fetched.
    git(tmp_path / "part", "remote", "set-url", "origin", "file:///nowhere")
    for place in (tmp_path / "tree", tmp_path / "part"):
        found = commit_of(place)
        assert isinstance(found, Commit)
        assert (found.id, found.modified) == (newest, False)
        assert is_ancestor([place], newest, oldest) is False


def test_content_that_is_a_repository_of_its_own_answers_for_itself(
    repository: Path, tmp_path: Path
) -> None:
    inner = repository_in(tmp_path / "inner")
    git(inner, "commit", "--quiet", "--allow-empty", "-m", "later")
    allowed = ("-c", "protocol.file.allow=always")
    git(repository, *allowed, "submodule", "add", "--quiet", str(inner), "content")
    newest, *_others, oldest = git(inner, "rev-list", "HEAD").split()
    found = commit_of(repository / "content")
    assert isinstance(found, Commit)
    assert found.id == newest
    assert is_ancestor([repository, repository / "content"], oldest, newest) is True
    assert is_ancestor([repository, repository / "content"], newest, oldest) is False
    assert isinstance(is_ancestor([repository], newest, oldest), Unknown)
