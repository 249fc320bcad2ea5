"""The files of a project's content, and what an edit does to one of them."""

from __future__ import annotations

import os
import re
from pathlib import Path
from random import Random
from typing import TypeVar

from tests.site.project import Project

T = TypeVar("T")


def documents(project: Project) -> list[Path]:
    return sorted(project.content.rglob("*.md"))


def one_of(project: Project, random: Random) -> Path:
    return random.choice(documents(project))


def news(project: Project) -> list[Path]:
    return sorted((project.content / "aktuelles").rglob("*.md"))


def offers(project: Project) -> list[Path]:
    return sorted((project.content / "angebote").rglob("*.md"))


def events(project: Project) -> list[Path]:
    return sorted((project.content / "termine").rglob("*.md"))


def occasions(project: Project) -> list[Path]:
    return offers(project) + events(project)


def reference(source: Path, target: Path) -> str:
    return Path(os.path.relpath(target, source.parent)).as_posix()


def more_text(project: Project, path: Path, text: str) -> None:
    project.write(path, f"{path.read_text('utf-8').rstrip()}\n\n{text}\n")


def front(path: Path, key: str) -> str | None:
    """Return what stands behind a key of the front matter, if it is there."""
    found = re.search(rf"(?m)^{key}:(.*)$", path.read_text("utf-8"))
    return found and found[1].strip()


def set_front(project: Project, path: Path, key: str, value: object) -> None:
    """Write a line into the front matter in the place of the one that was there, or of nothing."""
    text = without(path.read_text("utf-8"), key)
    project.write(path, with_line(text, f"{key}: {value}") if value else text)


def without(text: str, key: str) -> str:
    """Return a text of YAML without a key, and without all that stands below it."""
    return re.sub(rf"(?m)^{key}:.*\n(?:[ \t-](?!--\n).*\n)*", "", text, count=1)


def with_line(text: str, line: str) -> str:
    return text.replace("---\n", f"---\n{line}\n", 1)


def now_and_then(random: Random, value: T) -> T | None:
    return value if random.random() < 0.75 else None
