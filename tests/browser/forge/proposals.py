"""Branches of a repository → the proposals to merge them, as GitHub and GitLab have them alike."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, ClassVar

from tests.browser.forge.repository import Repository
from tests.browser.forge.server import ForgeServer


def _now() -> str:
    return dt.datetime.now(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


@dataclass
class Proposal:
    number: int
    title: str
    branch: str
    is_draft: bool
    labels: list[str] = field(default_factory=list)
    #: `open`, `closed` or `merged`.
    state: str = "open"
    begun: str = field(default_factory=_now)


class Proposals:
    def __init__(self, repository: Repository):
        self._repository = repository
        self.all: list[Proposal] = []
        #: The commits that the checks of the project have passed.
        self.checked: set[str] = set()

    def open(self, **wanted: Any) -> list[Proposal]:
        """Those that are open, the newest first, and have these values."""
        return [
            one
            for one in reversed(self.all)
            if one.state == "open"
            and all(getattr(one, name) == value for name, value in wanted.items())
        ]

    def begin(self, title: str, branch: str, is_draft: bool) -> Proposal:
        made = Proposal(len(self.all) + 1, title, branch, is_draft)
        self.all.append(made)
        return made

    def numbered(self, number: int) -> Proposal:
        return self.all[number - 1]

    def head(self, one: Proposal) -> str | None:
        return self._repository.head(one.branch)

    def is_checked(self, one: Proposal) -> bool:
        return self.head(one) in self.checked

    def check(self, one: Proposal) -> None:
        """Let the checks pass what is proposed now."""
        head = self.head(one)
        assert head
        self.checked.add(head)

    def files(self, one: Proposal) -> list[tuple[str, str]]:
        """What it changes: `A`, `M` or `D`, and a path."""
        changed = self._repository.changed(one.branch, since="main")
        return [(line[0], line[2:]) for line in changed]

    def merge(self, one: Proposal, message: str, name: str, email: str) -> str:
        """Raises Stale."""
        commit = self._repository.merge(one.branch, message, name, email)
        one.state = "merged"
        return commit


class ProposalServer(ForgeServer):
    """A forge at an address of its own, which pages of every origin may ask."""

    asked_by_all: ClassVar[bool] = True
    #: Whether who writes may publish, too, once the checks have passed.
    staff_may_merge: ClassVar[bool]

    def __init__(self, folder: Path, files: Mapping[str, bytes]):
        super().__init__(folder, files, encrypted=True)
        self.proposals = Proposals(self.repository)
