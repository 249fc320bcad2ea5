"""A question to git → its answer, the same whatever its user has set; or why there is none."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
from pathlib import Path

from schaukasten.language.messages import Message, _

#: Which repository is meant is said by a folder alone; a hook has set these for its own one.
_ANOTHER = (
    *("GIT_DIR", "GIT_WORK_TREE", "GIT_IMPLICIT_WORK_TREE", "GIT_COMMON_DIR", "GIT_PREFIX"),
    *("GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY", "GIT_ALTERNATE_OBJECT_DIRECTORIES"),
    *("GIT_NAMESPACE", "GIT_SHALLOW_FILE", "GIT_REPLACE_REF_BASE", "GIT_ATTR_SOURCE"),
)
#: What changes how git reads a command, or adds to its answers.
_OTHERWISE = re.compile(r"GIT_(?:TRACE.*|\w+_PATHSPECS|REDIRECT_\w+|EXTERNAL_DIFF|CONFIG)")
_ENVIRONMENT = {
    # In English, since two of its answers are told apart by their words.
    "LC_ALL": "C",
    "LANGUAGE": "",
    # It only looks: no lock, no question, nothing fetched.
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_NO_LAZY_FETCH": "1",
    # History as it was, not as somebody has pasted it together.
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_GRAFT_FILE": os.devnull,
}
#: Programs of the user that would answer in git's place.
_SETTINGS = (
    *("-c", "core.fsmonitor=false", "-c", "core.untrackedCache=false"),
    *("-c", "core.commitGraph=false", "-c", "color.ui=false"),
)
_OTHER_OWNER = re.compile(r"dubious ownership|unsafe repository")
_ITS_FOLDER = re.compile(r"safe\.directory +(.+)$", re.MULTILINE)


class NoAnswer(Exception):
    """Why git does not know; `why` is a sentence, with the remedy where there is one."""

    def __init__(self, why: Message):
        super().__init__(why.msgid)
        self.why = why


def ask(
    folder: Path, *arguments: str, codes: tuple[int, ...] = (0,), plainly: bool = False
) -> tuple[int, str]:
    """Run a command of git in a folder; return its exit code, which is one of `codes`, and answer.

    Raises NoAnswer; with `plainly` also where git answers with a warning.
    """
    environment = {
        name: value
        for name, value in os.environ.items()
        if name not in _ANOTHER and not _OTHERWISE.fullmatch(name)
    }
    try:
        answer = subprocess.run(
            ["git", "--no-pager", *_SETTINGS, "-C", str(folder), *arguments],
            env={**environment, **_ENVIRONMENT},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
        )
    except OSError:
        raise NoAnswer(_("Git is not installed here.")) from None
    if answer.returncode not in codes or (plainly and answer.stderr.strip()):
        raise NoAnswer(_reason(folder, answer.stderr.decode(errors="replace")))
    return answer.returncode, answer.stdout.decode(errors="replace")


def _reason(folder: Path, said: str) -> Message:
    if _OTHER_OWNER.search(said):
        named = _ITS_FOLDER.search(said)
        place = named[1].strip() if named else shlex.quote(str(_repository(folder) or folder))
        return _(
            "Git does not answer, since the folder belongs to another user. If you trust it, type: "
            "{command}",
            command=f"git config --global --add safe.directory {place}",
        )
    if _repository(folder) is None:
        return _("The folder lies in no repository of git.")
    lines = said.strip().splitlines() or ["?"]
    fatal = next((line for line in lines if line.startswith(("fatal:", "error:"))), lines[0])
    return _("Git gives no answer: {answer}", answer=fatal[:300])


def _repository(folder: Path) -> Path | None:
    """Return the folder of the repository that a folder lies in, without git."""
    return next((one for one in (folder, *folder.parents) if (one / ".git").exists()), None)
