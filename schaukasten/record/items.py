"""What two builds say of each page → what moved or changed, and nobody has said so.

A build knows nothing of the one before. What it wrote of itself can be laid beside what the next
one writes: at home with the last output, while publishing with what the host holds.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from pydantic import BaseModel, ConfigDict

from schaukasten.language.messages import Message, _


class Item(BaseModel):
    """A page as it was built; `source` is its file below `content/`, `line` that of its title."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    source: str
    line: int
    address: str
    title: str
    #: By what calendar programs know it; empty where it has no calendar.
    identity: str = ""
    #: A digest of its times, its place and its title; empty where it has no calendar.
    times: str = ""
    #: The day of the last change that somebody wrote down, YYYY-MM-DD.
    updated: str = ""


@dataclass(frozen=True)
class Unsaid:
    """What nobody has said of an item, and the finished line that says it."""

    item: Item
    what: Message
    remedy: Message


def unsaid(
    before: Iterable[Item],
    now: Iterable[Item],
    known: Collection[str],
    sources: Collection[str],
    today: str,
) -> Iterator[Unsaid]:
    """Yield each item that is elsewhere or otherwise than before without a word.

    `known` are the addresses that lead on or are said to be gone, `sources` all files of pages
    there are now, shown or not; `today` is the day for which the site was built.
    """
    before, now = list(before), list(now)
    old_sources = {one.source for one in before}
    by_identity = {one.identity: one for one in now if one.identity}
    by_source = {one.source: one for one in now}
    # A file that is new and bears the title of one that is gone was that one.
    renamed = {(_kind(one), one.title): one for one in now if one.source not in old_sources}
    for old in before:
        new = by_identity.get(old.identity) or by_source.get(old.source)
        if new is None and old.source not in sources:
            new = renamed.get((_kind(old), old.title))
        if new is not None:
            yield from _compared(old, new, known, today)


def _compared(old: Item, new: Item, known: Collection[str], today: str) -> Iterator[Unsaid]:
    if new.address != old.address and old.address not in known:
        what = _("This page was at “{address}”; links to it are dead now.", address=old.address)
        remedy = _("Add a line to it: aliases: [{address}]", address=old.address)
        yield Unsaid(new, what, remedy)
    elif new.identity != old.identity and old.identity and new.identity:
        what = _("Calendar programs knew this by another name, and will show it twice.")
        yield Unsaid(new, what, _("Add a line to it: id: {id}", id=old.identity))
    if new.times != old.times and old.times and new.times and new.updated < max(old.updated, today):
        what = _("Times, place or title are others than before, and no day of the change is named.")
        yield Unsaid(new, what, _("Add a line to it: updated: {day}", day=today))


def _kind(item: Item) -> str:
    return item.source.partition("/")[0]
