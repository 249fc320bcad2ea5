"""An editor's day at a forge with proposals → what is there, and on the screen, after each step."""

from __future__ import annotations

import copy
from dataclasses import dataclass, field
from pathlib import Path

from tests.browser.forge.proposals import Proposal, ProposalServer
from tests.browser.forge.server import WRITES
from tests.browser.forge.window import Window, until

FEST, ROOMS, SECOND = "2026-03-08-fest", "2026-06-20-neue-raeume-schoen-hell", "2026-03-08-zweite"


def path_of(entry: str) -> str:
    return f"content/aktuelles/{entry}/index.md"


def branch_of(entry: str) -> str:
    return f"cms/aktuelles/{entry}"


@dataclass(frozen=True)
class Seen:
    """After a step: of the proposal of an entry, or else of `main`, what differs and its text."""

    #: Its newest commit.
    main: str | None
    log: list[str]
    changed: list[str]
    files: dict[str, bytes]
    proposals: list[Proposal]
    #: Where the notices lead to.
    notices: list[str]
    #: What questions and errors say.
    said: str


@dataclass
class Day:
    #: `github` or `gitlab`.
    kind: str
    window: Window
    server: ProposalServer
    #: What the list of the news items shows.
    listed: list[str] = field(default_factory=list)
    #: By the name of the step.
    seen: dict[str, Seen] = field(default_factory=dict)

    def spend(self, folder: Path) -> None:
        self.window.enter(WRITES)
        self.window.go("#/collections/aktuelles")
        rows = self.window.page.get_by_role("row")
        rows.nth(1).wait_for()
        self.listed = [row.strip() for row in rows.all_inner_texts()]
        self._write_a_new_text(folder)
        self._change_it_beside_others()
        self._change_it_too_late()
        self._change_what_others_have_changed()
        self._publish()
        self._change_what_was_merged()

    def _write_a_new_text(self, folder: Path) -> None:
        self.window.write_news(folder)
        self.window.save()
        self.window.answer("Später")
        self._look("written", ROOMS)

    def _change_it_beside_others(self) -> None:
        self._as_a_colleague(ROOMS, "Wir ziehen um.", "Wir ziehen um, endlich.", branch_of(ROOMS))
        self._as_a_colleague(SECOND, "Noch eine.", "Noch eine, und noch eine.", "main")
        self._change("Neue Räume: hell")
        self._look("changed", ROOMS)

    def _change_it_too_late(self) -> None:
        self.server.faster.append(
            lambda: self._as_a_colleague(ROOMS, "im Hof", "im Hinterhof", branch_of(ROOMS))
        )
        self.window.fill("title", "Helle Räume")
        self.window.save()
        self.window.page.locator("dialog[open]").wait_for()
        self._look("too late", ROOMS)
        self.window.answer("OK")
        self.window.save()
        self.window.answer("Später")
        self._look("in time", ROOMS)

    def _change_what_others_have_changed(self) -> None:
        self.window.edit(FEST)
        self._as_a_colleague(FEST, "Ein Fest.", "Kommt alle!", "main")
        self.server.faster.append(
            lambda: self._as_a_colleague(FEST, "war schön", "war sehr schön", "main")
        )
        self.window.fill("title", "Sommerfest")
        self.window.save()
        self.window.answer("Zur Prüfung einreichen")
        until(lambda: not self.proposal(FEST).is_draft, "it is not handed in")
        self._look("handed in", FEST)

    def _publish(self) -> None:
        self.window.edit(FEST)
        self.window.set_status("Bereit")
        until(lambda: self.proposal(FEST).labels[-1].endswith("pending_publish"), "it is not ready")
        self.window.publish()
        self.window.page.get_by_role("alert").first.wait_for()
        self._look("not published", FEST)
        if self.server.staff_may_merge:
            self.server.proposals.check(self.proposal(FEST))
            self.window.publish()
            self.window.field("title").wait_for(state="detached")
        else:
            self._take_over(FEST)
        self._look("published", FEST)

    def _change_what_was_merged(self) -> None:
        self._take_over(ROOMS)
        self.window.edit(ROOMS)
        self._change("Räume")
        self._look("begun anew", ROOMS)

    def _change(self, title: str) -> None:
        self.window.fill("title", title)
        self.window.save()
        self.window.answer("Später")

    def _take_over(self, entry: str) -> None:
        """Somebody merges it at the forge itself, and leaves its branch behind."""
        proposal = self.proposal(entry)
        self.server.proposals.merge(proposal, "Vorschlag", "Berta", "berta@verein.example")

    def _as_a_colleague(self, entry: str, old: str, new: str, branch: str) -> None:
        path, repository = path_of(entry), self.server.repository
        text = repository.read(path, branch).decode()
        assert old in text
        repository.write(path, text.replace(old, new), branch)

    def proposal(self, entry: str) -> Proposal:
        """The open one."""
        (found,) = self.server.proposals.open(branch=branch_of(entry))
        return found

    def _look(self, step: str, entry: str) -> None:
        repository, page = self.server.repository, self.window.page
        is_proposed = self.server.proposals.open(branch=branch_of(entry))
        branch = branch_of(entry) if is_proposed else "main"
        changed = repository.changed(branch, since="main")
        self.seen[step] = Seen(
            repository.head(),
            repository.log(branch),
            changed,
            {
                path: repository.read(path, branch)
                for path in {path_of(entry), *(line[2:] for line in changed)}
            },
            copy.deepcopy(self.server.proposals.all),
            page.eval_on_selector_all("#notices a", "(links) => links.map(({ href }) => href)"),
            "\n".join(page.locator("dialog[open], [role=alert]").all_inner_texts()),
        )
