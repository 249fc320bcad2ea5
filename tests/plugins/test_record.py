"""What the record of a build says, for whoever publishes it later."""

from __future__ import annotations

import datetime as dt

from schaukasten.record.build_record import BuildRecord, fingerprint
from tests.worlds import World


def test_it_says_why_no_commit_is_known(world: World) -> None:
    assert world.build() == 0
    record = BuildRecord.read(world.output)
    assert record is not None
    assert record.commit is None
    assert record.commit_unknown == "Der Ordner liegt in keinem Projekt mit Git."


def test_it_says_what_went_by_itself_and_on_which_day(world: World) -> None:
    world.news(head="expires: 2026-11-20\ntags: [Fest]\naliases: /über/")
    world.news(head="tags: [Fest, Garten]\nexpires: 2026-11-10", slug="alt")
    world.news(head="publish_from: 2027-01-01\ntags: [Später]", slug="neu")
    world.news(head="status: Entwurf\nexpires: 2026-11-20", slug="entwurf")
    assert world.build() == 0
    record = BuildRecord.read(world.output)
    assert record is not None
    last, earlier = dt.date(2026, 11, 20), dt.date(2026, 11, 10)
    ended = {
        "aktuelles/2026/alt/index.html": earlier,
        "aktuelles/2026/fest/index.html": last,
        "aktuelles/2026/index.html": last,
        "aktuelles/thema/fest/index.html": last,
        "aktuelles/thema/garten/index.html": earlier,
        "über/index.html": last,
    }
    assert record.ended == {fingerprint(path): day for path, day in ended.items()}
    assert world.build(drafts=True) == 0
    preview = BuildRecord.read(world.output)
    assert preview is not None
    assert preview.ended == {}
