"""The documents of a site, the data, and the day → what an editor should know.

A rule is a small function that looks at one document; what it needs of all others is in the
context. The staff's handbook says of each, under its title, why it is there.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from typing import cast

from schaukasten.kept.codec import pack, unpack
from schaukasten.kept.digest import digest_of
from schaukasten.kept.memory import Memory
from schaukasten.kept.work import KEEP, made
from schaukasten.model.reading.problem import Problem
from schaukasten.model.rules import (
    agreement,
    attachments,
    comings,
    events,
    jobs,
    markup,
    people,
    pictures,
    rights,
    schedules,
    tags,
    texts,
    times,
)
from schaukasten.model.rules.facets import Facets, Looked
from schaukasten.model.rules.offers import too_many_offers
from schaukasten.model.rules.rule import Context, Rule

#: By name.
RULES: dict[str, Rule] = {
    rule.name: rule
    for module in (
        agreement,
        people,
        pictures,
        rights,
        attachments,
        texts,
        markup,
        tags,
        times,
        comings,
        schedules,
        events,
        jobs,
    )
    for rule in vars(module).values()
    if isinstance(rule, Rule)
}


def findings(context: Context, memory: Memory, words: str) -> Iterator[Problem]:
    """Yield what every rule finds in every document; `words` is the digest of the catalog.

    What was found before is found again, if neither the document nor what its rules looked at has
    changed.
    """
    facets = Facets(context, words)
    by_source = {str(one.source): one for one in context.documents}
    keys = {
        source: digest_of("findings", one.seen_as, context.rendering(one).made_of)
        for source, one in by_source.items()
    }

    def make(source: str) -> bytes:
        looked = Looked(context, by_source[source])
        found = [
            problem
            for rule in RULES.values()
            # It has all attributes of the context.
            for problem in rule.problems(by_source[source], cast("Context", looked))
        ]
        seen = {part: facets.digest(part) for part in sorted(looked.parts)}
        return KEEP + json.dumps(seen).encode() + b"\n" + pack(found)

    @cache
    def is_the_same(seen: bytes) -> bool:
        return all(facets.digest(part) == one for part, one in json.loads(seen).items())

    def renew(_source: str, kept: bytes) -> bytes | None:
        # Most documents have looked at the same.
        return kept if is_the_same(kept.partition(b"\n")[0]) else None

    nothing = pack([])

    def opened(_source: str, raw: bytes) -> list[Problem]:
        found = raw.partition(b"\n")[2]
        problems: list[Problem] = [] if found == nothing else unpack(found)
        return problems

    for problems in made(memory.shelf, keys, make, opened, renew).values():
        yield from problems
    yield from too_many_offers(context.documents, context.today)
