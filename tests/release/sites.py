"""Little finished sites for the publisher, made without building anything."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from schaukasten.language.messages import Message, _
from schaukasten.record.build_record import BuildRecord, Commit
from schaukasten.record.history import Unknown
from schaukasten.release.inventory import inventory
from schaukasten.release.progress import Progress
from schaukasten.release.publisher import Publisher
from schaukasten.release.targets.target import Target
from tests.worlds import german

DAY = dt.date(2026, 11, 22)
#: What git answers where it does not know.
UNKNOWN = Unknown(_("The repository holds no commit yet."))
FIRST = Commit(id="1" * 40, time=dt.datetime(2026, 11, 20, 12, tzinfo=dt.UTC))
SECOND = Commit(id="2" * 40, time=dt.datetime(2026, 11, 21, 12, tzinfo=dt.UTC))


def record(**changes: Any) -> BuildRecord:
    public = BuildRecord(
        preview=False,
        website="https://verein.example",
        language="de",
        day="2026-11-22",
        commit=FIRST,
        open_items=[],
        redirects={},
    )
    return public.model_copy(update=changes)


def write(folder: Path, files: Mapping[str, str | bytes], **changes: Any) -> Path:
    """Write a finished site of these files, with its record."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
    folder.mkdir(parents=True, exist_ok=True)
    record(**changes).write(folder)
    return folder


def pages(version: str, count: int = 10) -> dict[str, str]:
    """A site whose every page and whose stylesheet change with the version."""
    digest = (version.encode().hex() * 12)[:12]
    style = f"theme/css/site.{digest}.css"
    page = f'<link href="/{style}"><img src="/bilder/haus.webp"><p>{version}</p></html>'
    files = {f"seite-{number}/index.html": page for number in range(count)}
    return {
        "index.html": page,
        style: f"/* {version} */",
        "bilder/haus.webp": "immer gleich",
        "sitemap.xml": f"<!-- {version} -->",
        ".htaccess": f"# {version}",
        **files,
    }


def local_target(folder: Path, **changes: Any) -> Target:
    return Target("live", "file", "", 0, "", str(folder), **changes)


def publisher(site: Path, target: Target, **options: Any) -> Publisher:
    """A publisher that waits for nobody, and knows no history."""
    built = BuildRecord.read(site)
    assert built is not None
    options.setdefault("is_ancestor", lambda _older, _newer: UNKNOWN)
    options.setdefault("progress", Progress(io.StringIO(), german, "de", bars=False))
    quick = {"today": DAY, "renewed": 0.025, "stale": 0.1}
    return Publisher(site, built, lambda: inventory(site), target, **{**quick, **options})


def host_files(root: Path) -> dict[str, bytes]:
    """What lies on the host below the website's root, but not the publisher's own folder."""
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in sorted(root.rglob("*"))
        if path.is_file() and ".schaukasten" not in path.relative_to(root).parts
    }


def site_files(site: Path) -> dict[str, bytes]:
    return {name: (site / name).read_bytes() for name in inventory(site)}


def sentence(*messages: Message) -> str:
    return " ".join(message.text(german) for message in messages)
