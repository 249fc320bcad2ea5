"""Articles → the content folder of this generator, with all else that an association has.

News as a good editor writes them raise no warning; those of an archive that was taken over have
about two each.
"""

from __future__ import annotations

import datetime as dt
import shutil
from pathlib import Path

from benchmarks.articles import EARLIER, PICTURE, Article

MINIMAL = Path(__file__).resolve().parent.parent / "tests" / "sites" / "minimal" / "content"
#: The day to build for; no news is newer.
TODAY = dt.date(2026, 6, 1)
OFFERS, EVENTS = 20, 20
#: The first offer, by its file and its address.
OFFER = "angebote/angebot-0"
_DAYS = "Montag Dienstag Mittwoch Donnerstag Freitag".split()
_NAMES = "Erzählcafé Nähtreff Krabbelgruppe Spieleabend Chor".split()
_TEXT = "Wir treffen uns im Saal. Bringen Sie gern jemanden mit, und fragen Sie uns einfach."


def write_rest(content: Path) -> None:
    """Write all that a site has beside its news: pages, data, offers and events."""
    shutil.copytree(MINIMAL, content, dirs_exist_ok=True)
    for number in range(OFFERS):
        name = f"{_NAMES[number % len(_NAMES)]} {number + 1}"
        start = 9 + number % 8
        front = (
            f"title: {name}\nsummary: {name} für alle, die gern in Gesellschaft sind.\n"
            f"audience: [{('Familien', 'Ältere')[number % 2]}]\nlocation: haus\n"
            f"schedule:\n  - wochentag: {_DAYS[number % 5]}\n    von: {start}:00\n"
            f"    bis: {start + 1}:30\ncost: kostenlos\nregistration: ohne Anmeldung\n"
        )
        _write(content / "angebote" / f"angebot-{number}.md", front, _TEXT)
    for number in range(EVENTS):
        day = TODAY + dt.timedelta(40 * number - 400)
        front = (
            f"title: Fest {number + 1}\ndate: {day}\nstart: 15:00\nend: 18:00\nlocation: haus\n"
            f"summary: Ein Nachmittag mit Musik, Kuchen und guten Nachbarn.\n"
        )
        _write(content / "termine" / f"{day}-fest-{number}.md", front, _TEXT)


def _write(path: Path, front: str, body: str) -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_text(f"---\n{front}---\n\n{body}\n", encoding="utf-8")


def clean_text(article: Article, earlier: str) -> str:
    picture = (
        f"image:\n  file: {PICTURE}\n  alt: {article.alt}\n  caption: {article.caption}\n"
        '  credit: "Foto: Erika Beispiel"\n  people: keine\n'
    )
    return _text(article, earlier, picture)


def warned_text(article: Article, earlier: str) -> str:
    """Return the same as it comes out of an old system, whose authors nobody asked."""
    picture = f"image:\n  file: {PICTURE}\n  alt: {article.alt}\n"
    text = _text(article, earlier, picture)
    if article.number % 4 == 0:
        text = text.replace("[Seite der Stadt]", "[hier]")
    return text


def _text(article: Article, earlier: str, picture: str) -> str:
    front = (
        f'title: "{article.title}"\ndate: {article.day}\nsummary: {article.summary}\n'
        f"tags: [{', '.join(article.tags)}]\n{picture}"
    )
    body = article.body.replace(EARLIER, f"../{earlier}/index.md")
    return f"---\n{front}---\n\n{body}\n"
