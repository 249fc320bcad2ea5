"""Edits of folders and of the output, and what changes by itself."""

from __future__ import annotations

import datetime as dt
import shutil
from pathlib import Path
from random import Random

from schaukasten.record.build_record import MARK
from tests.site.edits.sources import documents, news, one_of, set_front
from tests.site.project import Project


def a_file_less(project: Project, random: Random) -> None:
    project.remove(one_of(project, random))


def a_picture_less(project: Project, random: Random) -> None:
    if found := [*project.content.rglob("*.png"), *project.content.rglob("*.pdf")]:
        project.remove(random.choice(sorted(found)))


def a_file_more(project: Project, random: Random) -> None:
    number = random.randrange(5)
    head = f"title: Neu {number}\ndate: 2026-0{number + 1}-08\nsummary: Neues.\ntags: [Garten]"
    text = f"---\n{head}\n---\nEs gibt etwas [Neues](/kontakt/).\n"
    project.write(project.content / f"aktuelles/2026-neu-{number}/index.md", text)


def an_event_more(project: Project, random: Random) -> None:
    number = random.randrange(5)
    day = project.today + dt.timedelta(7 * number)
    head = f"title: Treffen {number}\ndate: {day}\nstart: '18:00'\nsummary: Wir treffen uns."
    project.write(project.content / f"termine/neu-{number}.md", f"---\n{head}\n---\nKommt!\n")


def many_files_more(project: Project, random: Random) -> None:
    """So many that two processes share the work."""
    for number in range(random.choice([20, 45])):
        head = f"title: Brief {number}\ndate: 2024-03-{number % 28 + 1:02}\nsummary: Ein Brief."
        text = f"---\n{head}\n---\n[Mehr](../brief-{max(0, number - 1)}/index.md)\n"
        project.write(project.content / f"aktuelles/brief-{number}/index.md", text)


def a_folder_renamed(project: Project, random: Random) -> None:
    if found := [one.parent for one in news(project) if one.name == "index.md"]:
        folder = random.choice(found)
        project.move(folder, folder.with_name(f"2025-01-0{random.randrange(1, 9)}-umbenannt"))


def a_file_renamed(project: Project, random: Random) -> None:
    path = one_of(project, random)
    if path.name != "index.md":
        project.move(path, path.with_name(f"umbenannt-{random.randrange(9)}.md"))


def a_file_renamed_that_names_its_address(project: Project, random: Random) -> None:
    """It has the same outline but for its name, by which lists and messages know it."""
    found = [one for one in news(project) if one.name != "index.md"]
    if found:
        path = random.choice(found)
        set_front(project, path, "slug", f"fest-{random.randrange(9)}")
        project.move(path, path.with_name(f"2025-02-0{random.randrange(1, 9)}-umbenannt.md"))


def two_names_swapped(project: Project, random: Random) -> None:
    found = [one for one in documents(project) if one.name != "index.md"]
    kinds = {one.relative_to(project.content).parts[0] for one in found}
    alike = [one for one in found if one.relative_to(project.content).parts[0] == max(kinds)]
    if len(alike) > 1:
        one, other = random.sample(alike, 2)
        aside = one.with_name("beiseite")
        project.move(one, aside)
        project.move(other, one)
        project.move(aside, other)


def a_copy(project: Project, random: Random) -> None:
    path = one_of(project, random)
    project.write(path.with_name(f"kopie-{random.randrange(3)}.md"), path.read_bytes())


def a_stray_file(project: Project, random: Random) -> None:
    name = random.choice(["notiz.txt", "bild-0.png", "aktuelles/Thumbs.db", ".versteckt"])
    project.write(project.content / name, b"x")


def the_next_day(project: Project, random: Random) -> None:
    project.today += dt.timedelta(1)


def some_days_later(project: Project, random: Random) -> None:
    project.today += dt.timedelta(random.randrange(2, 12))


def the_next_month(project: Project, random: Random) -> None:
    project.today += dt.timedelta(31)


def the_next_year(project: Project, random: Random) -> None:
    project.today = project.today.replace(year=project.today.year + 1, month=1, day=1)


def a_day_back(project: Project, random: Random) -> None:
    project.today -= dt.timedelta(random.choice([1, 1, 30]))


def preview_or_not(project: Project, random: Random) -> None:
    project.drafts = not project.drafts


def nothing(project: Project, random: Random) -> None:
    """Asked for twice."""


def without_kept_work(project: Project, random: Random) -> None:
    shutil.rmtree(project.cache, ignore_errors=True)


def broken_kept_work(project: Project, random: Random) -> None:
    path = project.cache / "kept" / "shelf.sqlite"
    if path.exists():
        raw = bytearray(path.read_bytes())
        for _time in range(20):
            raw[random.randrange(len(raw))] ^= 1 << random.randrange(8)
        path.write_bytes(raw)


def _of_the_output(project: Project, random: Random) -> Path | None:
    found = [one for one in project.output.rglob("*") if one.is_file() and one.name != MARK]
    return random.choice(sorted(found)) if found else None


def a_page_changed_by_hand(project: Project, random: Random) -> None:
    if path := _of_the_output(project, random):
        raw = path.read_bytes()
        path.write_bytes(random.choice([raw[:-1], raw + b"x", raw[:-1] + b"y"]))


def a_page_deleted_by_hand(project: Project, random: Random) -> None:
    if path := _of_the_output(project, random):
        path.unlink()


def a_page_replaced_by_hand(project: Project, random: Random) -> None:
    """By a folder of its name, or by another page."""
    path, other = _of_the_output(project, random), _of_the_output(project, random)
    if path and other and path != other:
        if random.random() < 0.5:
            path.unlink()
            path.mkdir()
            (path / "x.html").write_text("x")
        else:
            other.replace(path)


def a_file_laid_into_the_output(project: Project, random: Random) -> None:
    if project.output.exists():
        name = random.choice(["geheim.txt", "aktuelles/index.html.kept", "bilder/x.png"])
        path = project.output / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x")
