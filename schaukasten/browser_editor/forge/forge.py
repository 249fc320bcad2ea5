"""`EDITOR` in `publishconf.py` → the forge that keeps the content, or all that is wrong with it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import quote, urlsplit

from schaukasten.browser_editor.forge.forge_checks import SERVERS, wrong_settings
from schaukasten.language.messages import Message


class WrongEditor(Exception):
    """What stands in `EDITOR` and cannot be meant, each with its remedy."""

    def __init__(self, problems: list[tuple[Message, Message]]):
        super().__init__(problems[0][0].msgid)
        self.problems = problems


@dataclass(frozen=True)
class Forge:
    """A repository at GitHub, GitLab, Gitea or Forgejo: `kind` is `github`, `gitlab` or `gitea`."""

    kind: str
    #: The address without a slash at its end, such as https://codeberg.org.
    server: str
    #: Owner and name, at GitLab with groups: `verein/website`.
    repository: str
    branch: str = "main"
    #: By which the forge knows the editor where one signs in at the forge itself (RFC 7636).
    app_id: str = ""
    #: The folder of the content in the repository.
    content: str = "content"

    @property
    def name(self) -> str:
        """What people call it."""
        if self.kind == "gitea":
            return "Codeberg" if self.server == "https://codeberg.org" else self._host
        return {"github": "GitHub", "gitlab": "GitLab"}[self.kind]

    @property
    def address(self) -> str:
        """Where a browser finds the repository."""
        return f"{self.server}/{quote(self.repository)}"

    @property
    def has_proposals(self) -> bool:
        """Whether Sveltia CMS makes a proposal of each change there, or else a commit."""
        return self.kind in ("github", "gitlab")

    @property
    def api(self) -> str:
        """The root of its API, as Sveltia wants it."""
        if self.kind == "github":
            is_public = self.server == SERVERS["github"]
            return "https://api.github.com" if is_public else f"{self.server}/api/v3"
        return f"{self.server}/api/{'v4' if self.kind == 'gitlab' else 'v1'}"

    @property
    def origin(self) -> str:
        """All that the editor asks of the forge it asks there: API, files, and for the token."""
        parts = urlsplit(self.api)
        return f"{parts.scheme}://{parts.netloc}"

    @property
    def _host(self) -> str:
        return urlsplit(self.server).hostname or self.server


def read_forge(settings: Mapping[str, object]) -> Forge:
    """Return the forge of `EDITOR`, which is not empty. Raises WrongEditor."""
    if problems := list(wrong_settings(settings)):
        raise WrongEditor(problems)
    texts = {name: str(value) for name, value in settings.items()}
    kind = texts.pop("forge")
    server = texts.pop("server", SERVERS.get(kind, "")).rstrip("/")
    return Forge(kind, server, **texts)
