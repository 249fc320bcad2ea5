"""What search engines read of every page, held against the types of schema.org's vocabulary."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from tests import parts

SITES = ["real_site", "second_site"]
BLOCK = "//script[@type='application/ld+json']"

Thing = dict[str, Any]


@pytest.fixture(scope="module")
def blocks(request: pytest.FixtureRequest) -> list[Thing]:
    """Every block of both sites."""
    return [
        json.loads(text)
        for site in SITES
        for page in sorted(request.getfixturevalue(site).rglob("*.html"))
        for text in html.parse(str(page), html.HTMLParser(encoding="utf-8")).xpath(
            f"{BLOCK}/text()"
        )
    ]


@pytest.fixture(scope="module")
def every(blocks: list[Thing]) -> list[Thing]:
    """Every thing, those within others too."""
    return [thing for block in blocks for thing in _within(block["@graph"])]


def _within(data: Any) -> Iterator[Thing]:
    if isinstance(data, dict):
        yield data
    for part in data.values() if isinstance(data, dict) else data if isinstance(data, list) else ():
        yield from _within(part)


def _of(every: list[Thing], kind: str, *keys: str) -> list[Thing]:
    return [one for one in every if one.get("@type") == kind and one.keys() >= set(keys)]


def test_every_block_is_a_graph_of_things(blocks: list[Thing]) -> None:
    assert len(blocks) >= 50
    for block in blocks:
        assert block["@context"] == "https://schema.org"
        assert block["@graph"]
        assert all("@type" in thing for thing in block["@graph"])


@pytest.fixture(scope="module")
def errors(blocks: list[Thing], tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """What the compiler says of the things, and of wrong ones: to start takes it longer than both.

    By the name of the file; the things of the sites are in `right.ts`.
    """
    tsc = parts.tsc_command()
    assert tsc is not None
    folder = tmp_path_factory.mktemp("types")
    # Who the association is stands on nearly every page: each thing once.
    things = {json.dumps(one): one for block in blocks for one in block["@graph"]}
    right: Thing = {"@type": "Event", "name": "Fest", "startDate": "2026-06-20"}
    place = {"@type": "Place", "name": "Haus"}
    files: dict[str, list[Thing]] = {
        "right.ts": list(things.values()),
        "property.ts": [right | {"beginsOn": "2026-06-20"}],
        "nested.ts": [right | {"location": place | {"opens": "9:00"}}],
        "value.ts": [right | {"eventStatus": "https://schema.org/EventDrowned"}],
        "kind.ts": [right | {"location": {"@type": "Recipe", "name": "Haus"}}],
    }
    for name, members in files.items():
        (folder / name).write_text(_typed(members), encoding="utf-8")
    settings = {
        "compilerOptions": {
            **dict.fromkeys(("noEmit", "strict", "skipLibCheck"), True),
            "module": "esnext",
            "moduleResolution": "bundler",
            "types": [],
            "paths": {"schema-dts": [(parts.MODULES / "schema-dts").as_posix()]},
        },
        "files": list(files),
    }
    (folder / "tsconfig.json").write_text(json.dumps(settings), encoding="utf-8")
    done = subprocess.run(
        [*tsc, "--project", str(folder), "--pretty", "false"],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    found: dict[str, list[str]] = {name: [] for name in files}
    for line in done.stdout.splitlines():
        # What goes on in the next line, or has no file, belongs to no other one.
        begin = re.match(r"([a-z]+\.ts)\(", line)
        found[begin[1] if begin else "right.ts"] += [line] if not line.startswith(" ") else []
    return found


def _typed(things: list[Thing]) -> str:
    """Each thing as a constant of its own type: literals, so that what is too much is an error."""
    kinds = sorted({thing["@type"] for thing in things})
    lines = [f"import type {{ WithContext, {', '.join(kinds)} }} from 'schema-dts';"]
    for number, thing in enumerate(things):
        text = json.dumps({"@context": "https://schema.org"} | thing)
        lines.append(f"export const thing{number}: WithContext<{thing['@type']}> = {text};")
    return "\n".join(lines)


@pytest.mark.needs("tsc")
def test_every_thing_is_as_schema_org_has_it(errors: dict[str, list[str]]) -> None:
    assert errors["right.ts"] == []


@pytest.mark.needs("tsc")
@pytest.mark.parametrize("wrong", ["property", "nested", "value", "kind"])
def test_the_compiler_would_find_what_is_wrong(errors: dict[str, list[str]], wrong: str) -> None:
    assert errors[f"{wrong}.ts"]


@pytest.mark.parametrize(
    ("kind", "keys"),
    [
        ("NGO", ["name", "address", "telephone", "location"]),
        ("Place", ["openingHoursSpecification", "specialOpeningHoursSpecification"]),
        ("NewsArticle", ["headline", "datePublished", "publisher"]),
        ("Service", ["provider", "availableChannel"]),
        ("EventSeries", ["eventSchedule", "location"]),
        ("Schedule", ["byDay", "repeatFrequency", "exceptDate", "scheduleTimezone"]),
        ("Event", ["startDate", "location", "organizer"]),
        ("JobPosting", ["title", "description", "datePosted", "validThrough", "employmentType"]),
        ("BreadcrumbList", ["itemListElement"]),
        ("DonateAction", ["recipient", "target"]),
    ],
)
def test_all_that_a_site_may_say_occurs(every: list[Thing], kind: str, keys: list[str]) -> None:
    assert _of(every, kind, *keys)


def test_an_event_that_was_cancelled_or_moved_says_so(every: list[Thing]) -> None:
    events = _of(every, "Event", "eventStatus")
    states = {one["eventStatus"].rsplit("/", 1)[1] for one in events}
    assert states == {"EventScheduled", "EventCancelled", "EventRescheduled"}
    moved = [one for one in events if one["eventStatus"].endswith("EventRescheduled")]
    assert all("previousStartDate" in one for one in moved)


def test_every_breadcrumb_leads_to_a_page(
    every: list[Thing], real_site: Path, second_site: Path
) -> None:
    steps = _of(every, "ListItem")
    assert len({step["item"] for step in steps}) > 50
    for step in steps:
        path = step["item"].split("/", 3)[3]
        assert any((site / path / "index.html").is_file() for site in (real_site, second_site))
