"""What two builds say of each page → what moved or changed, and nobody has said so.

A build knows nothing of the one before. But what it writes of itself can be laid beside what the
next one writes: at home with the last output, while publishing with what the host holds.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from pydantic import BaseModel, ConfigDict

import schaukasten.pydantic_library  # noqa: F401  # before the first class is made
from schaukasten.language.messages import Gettext, Message, _

#: Where addresses are named that were taken away on purpose.
GONE = "data/gone.yaml"


class Item(BaseModel):
    """A page as it was built, or the hours of a house; `source` is its file below `content/`."""

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)

    source: str
    #: Where a line is to be added, counting from 1.
    line: int
    title: str
    #: Empty where it is no page.
    address: str = ""
    #: Old addresses that lead to it.
    former: list[str] = []
    #: By what calendar programs know it; empty where it has no calendar.
    identity: str = ""
    #: A digest of its times, its place and its title; empty where it has no calendar.
    times: str = ""
    #: The last day of an event, YYYY-MM-DD; empty where there is none.
    last: str = ""
    #: The day of the last change that somebody wrote down, YYYY-MM-DD.
    updated: str = ""


class Inventory(BaseModel):
    """All items of a build, and what it knows besides of where things are."""

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)

    items: list[Item] = []
    #: Files that are there and not shown, by `fingerprint`: nobody reads their names here.
    hidden: list[str] = []
    #: Addresses that are said to be gone.
    gone: list[str] = []


@dataclass(frozen=True)
class Unsaid:
    """What nobody has said of an item, and the finished line that says it."""

    item: Item
    what: Message
    remedy: Message

    def text(self, gettext: Gettext) -> str:
        """Return `file:line: what remedy`."""
        sentence = f"{self.what.text(gettext)} {self.remedy.text(gettext)}"
        return f"{self.item.source}:{self.item.line}: {sentence}"


def fingerprint(path: str) -> str:
    """Return by what a file is known whose name nobody is to read."""
    return hashlib.sha256(path.encode()).hexdigest()


def unsaid(
    before: Inventory, now: Inventory, redirected: Collection[str], today: str
) -> Iterator[Unsaid]:
    """Yield each item that is elsewhere or otherwise than before without a word.

    `redirected` are the addresses that lead on; `today`, YYYY-MM-DD, is the day of the build.
    """
    known = {*redirected, *now.gone, *(one.address for one in now.items)}
    old_sources = {one.source for one in before.items}
    by_identity = {one.identity: one for one in now.items if one.identity}
    by_source = {one.source: one for one in now.items if one.address}
    # A file that is new and bears the title of one that is gone was that one.
    renamed = {(_kind(one), one.title): one for one in now.items if one.source not in old_sources}
    for old in before.items:
        new = by_identity.get(old.identity) or by_source.get(old.source)
        is_deleted = new is None and fingerprint(old.source) not in now.hidden
        if is_deleted:
            new = renamed.get((_kind(old), old.title))
        if new is not None and not _is_next(old, new, today):
            yield from _compared(old, new, known, today)
        elif (new is not None or is_deleted) and old.address and old.address not in known:
            yield _vanished(old)


def _is_next(old: Item, new: Item, today: str) -> bool:
    """Whether it is another event in the place of one that is over: the next year's festival."""
    return bool(old.last) and old.last < today and old.last != new.last


def _compared(old: Item, new: Item, known: Collection[str], today: str) -> Iterator[Unsaid]:
    if lost := [one for one in (old.address, *old.former) if one and one not in known]:
        what = _("This page was at “{address}”; links to it are dead now.", address=lost[0])
        remedy = _("Add a line to it: aliases: [{address}]", address=", ".join(lost))
        yield Unsaid(new, what, remedy)
    elif new.identity != old.identity and old.identity and new.identity:
        what = _("Calendar programs knew this by another name, and will show it twice.")
        remedy = _("Add a line to it: id: {id}", id=old.identity)
        yield Unsaid(new, what, remedy)
    is_said = new.updated > old.updated or new.updated >= today
    if new.times != old.times and old.times and new.times and not is_said:
        what = _("Times, place or title are others than before, and no day of the change is named.")
        remedy = _("Add a line to it: updated: {day}", day=today)
        yield Unsaid(new, what, remedy)


def _vanished(old: Item) -> Unsaid:
    what = _("“{title}” is gone; links to “{address}” are dead now.", title=old.title,
             address=old.address)  # fmt: skip
    remedy = _("Name it under “addresses”; or lead it on, with “aliases” in another page.")
    return Unsaid(Item(source=GONE, line=1, title=old.title), what, remedy)


def _kind(item: Item) -> str:
    return item.source.partition("/")[0]
