"""The content of an association that has photographs: a party of twenty, a visit, the board.

Addresses of its pages stand beside their names, as a table has them.
"""

from __future__ import annotations

from pathlib import Path

from benchmarks.own_site import OFFER, write_rest
from benchmarks.photographs import from_telephone

COUNT = 20
PAGES = {
    "home": "/",
    "news with photograph": "/aktuelles/2026/besuch/",
    "gallery": "/aktuelles/2026/fest/",
    "people": "/wir/",
    "offer": f"/{OFFER}/",
    "week": "/wochenplan/",
}
_TEXT = "Der Hof war voll, die Nachbarn brachten Kuchen mit, und abends spielte eine Band. "
_PEOPLE = ("Ada Beispiel", "Otto Muster", "Maryam Probe", "Jo Kim", "Ewa Nowak", "Lale Yilmaz")


def write(content: Path) -> None:
    """Write it; the photographs have twelve megapixels each."""
    write_rest(content)
    home = f"---\ntitle: Willkommen\ntemplate: Startseite\nsummary: {_TEXT}\n---\n"
    (content / "seiten/index.md").write_text(home, "utf-8")
    write_news(content, "besuch", "image: {file: foto.jpg, alt: Der Hof, credit: E, people: keine}")
    (content / "aktuelles/2026-05-20-besuch/foto.jpg").write_bytes(from_telephone(COUNT))
    write_gallery(content, "fest", range(COUNT))
    people = ""
    for number, name in enumerate(_PEOPLE):
        people += (
            f"- id: person-{number}\n  name: {name}\n  role: Vorstand\n  groups: [Vorstand]\n"
            f"  picture: {{file: bild-{number}.jpg, alt: {name}, credit: Erika, "
            "people: erkennbar, consent: Ordner 1}\n"
        )
        (content / f"data/bild-{number}.jpg").write_bytes(from_telephone(number))
    (content / "data/people.yaml").write_text(people, encoding="utf-8")
    (content / "seiten/wir.md").write_text(
        f"---\ntitle: Wir\nsummary: Wer hier ist.\npeople: [Vorstand]\n---\n\n{_TEXT}\n", "utf-8"
    )


def write_gallery(content: Path, slug: str, numbers: range) -> None:
    """Write a news item with a folder of photographs, each with its words."""
    front = "gallery:\n  - folder: bilder/\n    credit: Erika\n    people: keine\n    pictures:\n"
    front += "".join(
        f"      - {{file: IMG_{one}.jpg, alt: 'Ein Fest, Bild {one}'}}\n" for one in numbers
    )
    folder = write_news(content, slug, front) / "bilder"
    folder.mkdir()
    for one in numbers:
        # Behind the end of a picture anything may stand: the same pixels, another file.
        raw = from_telephone(one % COUNT) + str(one).encode()
        (folder / f"IMG_{one}.jpg").write_bytes(raw)


def write_news(content: Path, slug: str, front: str) -> Path:
    """Write a news item and return its folder."""
    folder = content / "aktuelles" / f"2026-05-20-{slug}"
    folder.mkdir(parents=True)
    head = f"title: Ein {slug.title()}\ndate: 2026-05-20\nsummary: {_TEXT}"
    (folder / "index.md").write_text(f"---\n{head}\n{front}\n---\n\n{_TEXT * 12}\n", "utf-8")
    return folder
