"""Edits of texts and of front matter, as editors make them."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path
from random import Random

from tests.site.edits.sources import (
    documents,
    front,
    more_text,
    news,
    now_and_then,
    occasions,
    one_of,
    reference,
    set_front,
    with_line,
)
from tests.site.project import Project

_TAGS = ("Garten", "Gärten", "Garten ", "Kinder", "Kinderr", "House", "Hause", "Fest & Feier")


def a_sentence(project: Project, random: Random) -> None:
    more_text(project, one_of(project, random), f"Es waren {random.randrange(90)} Gäste da.")


def a_link_to_a_page(project: Project, random: Random) -> None:
    source, target = one_of(project, random), one_of(project, random)
    more_text(project, source, f"Mehr steht [dort]({reference(source, target)}).")


def a_link_to_an_address(project: Project, random: Random) -> None:
    where = random.choice(["/aktuelles/", "/termine/", "/kontakt/", "/angebote/", "/verein/#team"])
    more_text(project, one_of(project, random), f"Mehr steht [dort]({where}).")


def a_link_to_a_heading(project: Project, random: Random) -> None:
    source, target = one_of(project, random), one_of(project, random)
    number = random.randrange(3)
    if random.random() < 0.8:
        more_text(project, target, f"## Absatz {number}\n\nDarunter steht etwas.")
    where = reference(source, target)
    more_text(project, source, f"Das steht [weiter unten]({where}#absatz-{number}).")


def another_heading(project: Project, random: Random) -> None:
    path = one_of(project, random)
    text = path.read_text("utf-8")
    project.write(path, re.sub(r"(?m)^## (.*)$", rf"## \1 {random.randrange(9)}", text))


def a_text_without_its_end(project: Project, random: Random) -> None:
    path = one_of(project, random)
    text = path.read_text("utf-8").rstrip()
    head, mark, body = text.rpartition("\n---\n")
    project.write(path, f"{head}{mark}{body.rpartition(chr(10))[0]}\n")


def marks_of_all_sorts(project: Project, random: Random) -> None:
    lines = (
        "| a | b |\n| --- | --- |\n| 1 | 2 |",
        "Das sagt der e. V.\n\n*[e. V.]: eingetragener Verein",
        "Eine Note.[^1]\n\n[^1]: Unten.",
        "Rufen Sie an: 0231 123456, oder schreiben Sie an post@example.org.",
        "<details><summary>Mehr</summary>Darin</details>",
        "Wer kommt?\n: Alle.\n\nUnd wann?\n: Um drei.",
        "- [ ] offen\n- [x] erledigt",
    )
    more_text(project, one_of(project, random), random.choice(lines))


def questions_and_answers(project: Project, random: Random) -> None:
    number = random.randrange(9)
    asked = f'[{{question: "Frage {number}?", answer: "Siehe [hier unten](#frage-{number})."}}]'
    set_front(project, one_of(project, random), "questions", asked)


def another_title(project: Project, random: Random) -> None:
    set_front(project, one_of(project, random), "title", f"Titel Nummer {random.randrange(50)}")


def another_summary(project: Project, random: Random) -> None:
    set_front(project, one_of(project, random), "summary", f"Satz {random.randrange(50)} davon.")


def another_day(project: Project, random: Random) -> None:
    """Also that of another year: the address changes."""
    found = [one for one in documents(project) if front(one, "date")]
    day = project.today + dt.timedelta(random.choice([-800, -366, -30, -1, 0, 1, 8, 40, 400]))
    if found:
        set_front(project, random.choice(found), "date", day)


def another_tag(project: Project, random: Random) -> None:
    if found := news(project):
        tags = random.sample(_TAGS, random.randrange(4))
        set_front(project, random.choice(found), "tags", tags and f"[{', '.join(tags)}]")


def another_slug(project: Project, random: Random) -> None:
    slug = f"neu-{random.randrange(3)}"
    set_front(project, one_of(project, random), "slug", now_and_then(random, slug))


def an_alias(project: Project, random: Random) -> None:
    aliases = f"[/alt/{random.randrange(4)}/, /aktuelles/2019/alt-{random.randrange(4)}/]"
    set_front(project, one_of(project, random), "aliases", now_and_then(random, aliases))


def an_alias_of_its_own_kind(project: Project, random: Random) -> None:
    """Calendars keep by it what they know, and a copy of them lies there."""
    if found := occasions(project):
        path = random.choice(found)
        folder = path.relative_to(project.content).parts[0]
        year = "2025/" if folder == "termine" else ""
        set_front(project, path, "aliases", f"[/{folder}/{year}frueher-{random.randrange(3)}/]")


def draft_or_published(project: Project, random: Random) -> None:
    status = random.choice(["Entwurf", "veröffentlicht", None])
    set_front(project, one_of(project, random), "status", status)


def a_day_on_which_it_begins(project: Project, random: Random) -> None:
    day = project.today + dt.timedelta(random.choice([-1, 0, 1, 20]))
    set_front(project, one_of(project, random), "publish_from", now_and_then(random, day))


def a_day_on_which_it_ends(project: Project, random: Random) -> None:
    day = project.today + dt.timedelta(random.choice([-2, -1, 0, 1, 20]))
    set_front(project, one_of(project, random), "expires", now_and_then(random, day))


def a_day_of_change(project: Project, random: Random) -> None:
    day = project.today - dt.timedelta(random.randrange(20))
    key = random.choice(["updated", "updated", "review_by"])
    set_front(project, one_of(project, random), key, now_and_then(random, day))


def another_language(project: Project, random: Random) -> None:
    set_front(project, one_of(project, random), "lang", random.choice(["en", "ar", None]))


def an_error(project: Project, random: Random) -> None:
    path = one_of(project, random)
    lines = ("date: gestern", "titel: x", "image: {file: fehlt.png, alt: Nichts}", "slug: Ä Ö")
    if random.random() < 0.5:
        project.write(path, with_line(path.read_text("utf-8"), random.choice(lines)))
    else:
        more_text(project, path, "[nirgends](gibt-es-nicht.md) und [das](javascript:x)")


def a_warning(project: Project, random: Random) -> None:
    texts = ("[hier](/kontakt/)", "###### Tief", "TODO: noch schreiben", "Am 30.2. um 25 Uhr.")
    more_text(project, one_of(project, random), random.choice(texts))


def two_edits_in_one_file(project: Project, random: Random) -> None:
    path = one_of(project, random)
    set_front(project, path, "title", "Ein doppelter Titel")
    more_text(project, path, "Und ein Satz dazu.")


def same_size_and_time(project: Project, random: Random) -> None:
    """As a synchronising program leaves a file."""
    path: Path = one_of(project, random)
    import os

    stat = path.stat()
    text = path.read_text("utf-8")
    project.write(path, re.sub(r"(?m)^title: (.)", lambda one: "title: " + _other(one[1]), text))
    os.utime(path, ns=(stat.st_atime_ns, stat.st_mtime_ns))


def _other(letter: str) -> str:
    return "X" if letter != "X" else "Y"
