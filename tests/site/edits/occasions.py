"""Edits of pictures, attachments, offers and events."""

from __future__ import annotations

import datetime as dt
from random import Random

from tests.model.files.pictures import jpeg, png
from tests.site.edits.sources import (
    events,
    more_text,
    now_and_then,
    occasions,
    offers,
    one_of,
    set_front,
)
from tests.site.project import Project


def a_lead_picture(project: Project, random: Random) -> None:
    """Another one under the same name, the same one under another, another alternative text."""
    path = one_of(project, random)
    name = f"bild-{random.randrange(2)}.png"
    project.write(path.parent / name, png(*random.choice([(40, 20), (41, 20), (600, 500)])))
    alt = random.choice(["Ein Haus", "Ein Garten", "Viele Leute"])
    note = f"{{file: {name}, alt: {alt}, people: keine, credit: 'Foto: A'}}"
    set_front(project, path, "image", now_and_then(random, note))


def other_bytes_of_a_picture(project: Project, random: Random) -> None:
    pictures = sorted(project.content.rglob("*.png")) + sorted(project.content.rglob("*.jpg"))
    if pictures:
        path = random.choice(pictures)
        draw = png if path.suffix == ".png" else jpeg
        project.write(path, draw(40 + random.randrange(3), 20 + random.randrange(3)))


def a_picture_in_the_text(project: Project, random: Random) -> None:
    path = one_of(project, random)
    name = f"im text {random.randrange(2)}.png"
    project.write(path.parent / name, png(50 + random.randrange(2)))
    more_text(project, path, f"![Ein Baum im Hof]({name.replace(' ', '%20')})")


def an_attachment(project: Project, random: Random) -> None:
    path = one_of(project, random)
    name = f"bericht-{random.randrange(2)}.pdf"
    number = random.randrange(3) * "x"
    project.write(path.parent / name, f"%PDF-1.7\n{number}\n%%EOF\n")
    if random.random() < 0.7:
        more_text(project, path, f"Das steht im [Bericht]({name}).")


def other_bytes_of_an_attachment(project: Project, random: Random) -> None:
    if found := sorted(project.content.rglob("*.pdf")):
        project.write(random.choice(found), f"%PDF-1.4\n{random.randrange(99)}\n%%EOF\n")


def other_times(project: Project, random: Random) -> None:
    if found := offers(project):
        day = random.choice("Montag Dienstag Mittwoch Freitag Samstag".split())
        hour = random.randrange(8, 20)
        more = random.choice(
            ["", ", rhythmus: jede zweite Woche, ab: 2026-11-02", ", ferien: nein"]
        )
        line = f"- {{wochentag: {day}, von: '{hour}:00', bis: '{hour + 2}:30'{more}}}"
        times = random.choice([f"\n{line}", f"\n{line}\n- {{am: 2026-12-03, von: '9:00'}}", "[]"])
        set_front(project, random.choice(found), "schedule", times)


def for_others(project: Project, random: Random) -> None:
    if found := offers(project):
        audience = random.choice(["Familien", "Ältere", "[Familien, Ältere]", "Families"])
        set_front(project, random.choice(found), "audience", audience)


def elsewhere(project: Project, random: Random) -> None:
    if found := occasions(project):
        place = random.choice(["haus", "garten", "house", "boat-shed", None])
        set_front(project, random.choice(found), "location", place)


def a_room(project: Project, random: Random) -> None:
    """Two in one room at once are told of."""
    if found := occasions(project):
        room = random.choice(["Saal", "Küche", "Big room", None])
        set_front(project, random.choice(found), "room", room)


def what_is_to_be_known(project: Project, random: Random) -> None:
    if found := occasions(project):
        key = random.choice(["cost", "registration", "languages", "step_free"])
        value = random.choice(["Frei", "Bitte rufen Sie an", "[Deutsch, Englisch]", None])
        set_front(project, random.choice(found), key, value)


def a_vacancy(project: Project, random: Random) -> None:
    """One that is free, ends on the day, is over, or goes again."""
    path = project.content / "stellen" / f"stelle-{random.randrange(3)}.md"
    if path.exists() and random.random() < 0.3:
        project.remove(path)
        return
    last = project.today + dt.timedelta(random.choice([-30, -1, 0, 1, 60]))
    kind = random.choice(["Teilzeit", "[Vollzeit, befristet]", "FSJ"])
    project.write(
        path,
        f"---\ntitle: Stelle {random.randrange(9)}\ndate: 2026-01-05\nsummary: Etwas zu tun.\n"
        f"employment: {kind}\ndeadline: {random.choice([last, 'laufend'])}\n"
        "apply: stelle@example.org\n---\nText.\n",
    )


def called_off(project: Project, random: Random) -> None:
    if found := events(project):
        set_front(project, random.choice(found), "cancelled", random.choice(["Sturm", None]))


def put_off(project: Project, random: Random) -> None:
    if found := events(project):
        path = random.choice(found)
        day = project.today + dt.timedelta(random.choice([-400, -20, 0, 5, 60]))
        set_front(project, path, "moved_from", now_and_then(random, day))


def other_hours_of_an_event(project: Project, random: Random) -> None:
    if found := events(project):
        path = random.choice(found)
        set_front(project, path, "start", f"'{random.randrange(24)}:00'")
        set_front(project, path, "end", f"'{random.randrange(24)}:30'")
