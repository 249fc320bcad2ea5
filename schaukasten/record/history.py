"""What git knows: the commit that a folder comes from, and which of two commits came first.

Where it cannot know, the reason is the answer.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from schaukasten.language.messages import Message, _
from schaukasten.record.build_record import Commit
from schaukasten.record.git import NoAnswer, ask

#: The header of a commit (gitformat: raw), which no setting of the user changes.
_COMMITTED = re.compile(r"^committer .* (\d+) ([+-])(\d\d)(\d\d)$", re.MULTILINE)


@dataclass(frozen=True)
class Unknown:
    """`why` is a sentence, with the remedy where there is one."""

    why: Message


def commit_of(folder: Path) -> Commit | Unknown:
    """Return the commit that the folder's files come from, or why nobody knows."""
    try:
        id = _head(folder)
        if id is None:
            return Unknown(_("The repository holds no commit yet."))
        _code, known = ask(folder, "ls-files", "--", ".")
        if not known:
            return Unknown(_("Git holds none of the folder’s files."))
        _code, raw = ask(folder, "cat-file", "commit", id)
        everything = ("--untracked-files=normal", "--ignore-submodules=none", "--no-renames")
        _code, changes = ask(folder, "status", "--porcelain", *everything, "--", ".")
    except NoAnswer as none:
        return Unknown(none.why)
    time = _time(raw.partition("\n\n")[0])
    if time is None:
        return Unknown(_("The commit {commit} has no time.", commit=id[:10]))
    return Commit(id=id, time=time, modified=bool(changes))


def _head(folder: Path) -> str | None:
    """Return the id of the commit that is checked out; None where nobody has made one yet."""
    code, id = ask(folder, "rev-parse", "--verify", "--quiet", "HEAD", codes=(0, 1))
    if code == 0:
        return id.strip()
    # A branch that is lost or damaged is answered like one that was never there, and what stands
    # in for git (macOS without developer tools) like git.
    if _is_new(folder):
        return None
    return ask(folder, "log", "-1", "--format=%H")[1].strip()


def _is_new(folder: Path) -> bool:
    """Whether HEAD names a branch, no branch or tag is there, and none ever was."""
    _code, refs = ask(folder, "for-each-ref", "--count=1", codes=(0, 1), plainly=True)
    no_branch, _name = ask(folder, "symbolic-ref", "--quiet", "HEAD", codes=(0, 1), plainly=True)
    never, _said = ask(folder, "reflog", "exists", "HEAD", codes=(0, 1), plainly=True)
    return not refs and not no_branch and bool(never)


def _time(header: str) -> dt.datetime | None:
    found = _COMMITTED.search(header)
    if found is None:
        return None
    seconds, sign, hours, minutes = found.groups()
    offset = dt.timedelta(hours=int(hours), minutes=int(minutes))
    try:
        zone = dt.timezone(-offset if sign == "-" else offset)
        return dt.datetime.fromtimestamp(int(seconds), zone)
    except (ValueError, OverflowError, OSError):  # a clock from somewhere else
        return None


def is_ancestor(repositories: Iterable[Path], older: str, newer: str) -> bool | Unknown:
    """Say whether `older` is an ancestor of `newer`, by the first repository that knows both."""
    unknown = Unknown(_("The folder lies in no repository of git."))
    for place, repository in enumerate(repositories):
        answer = _is_ancestor(repository, older, newer)
        if isinstance(answer, bool):
            return answer
        # The first is the project's own, whose reason is the one to mend.
        unknown = answer if place == 0 else unknown
    return unknown


def _is_ancestor(repository: Path, older: str, newer: str) -> bool | Unknown:
    try:
        for commit in (older, newer):
            known = ("rev-parse", "--verify", "--quiet", f"{commit}^{{commit}}")
            if ask(repository, *known, codes=(0, 1, 128))[0]:
                # Asked again for the reason, should it be another one.
                ask(repository, "rev-parse", "--git-dir")
                return Unknown(
                    _("The repository does not hold commit {commit}.", commit=commit[:10])
                )
        code, _said = ask(repository, "merge-base", "--is-ancestor", older, newer, codes=(0, 1))
        _code, shallow = ask(repository, "rev-parse", "--is-shallow-repository")
    except NoAnswer as none:
        return Unknown(none.why)
    if code == 0:
        return True
    # In a clone that was cut off, a line of descent may be cut too.
    if shallow.strip() != "false":
        return Unknown(_("The clone here holds only a part of the history."))
    return False
