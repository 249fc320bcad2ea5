"""A number → so many German articles as associations write them; the same in every run.

Each has about 336 words in paragraphs, headings, a list, bold words and a link; every fifth leads
to an earlier one. They have no form yet: `peer_sites.py` gives each generator its own.
"""

from __future__ import annotations

import datetime as dt
import random
from dataclasses import dataclass

FIRST_DAY, LAST_DAY = dt.date(2006, 1, 2), dt.date(2026, 5, 31)
#: The name of the picture beside each.
PICTURE = "bild.jpg"
#: In a text where the address of an earlier article belongs.
EARLIER = "EARLIER-ARTICLE"
TAGS = (
    "Sommerfest Garten Familien Kinder Jugend Senioren Ehrenamt Nachbarschaft Sprachkurs Beratung "
    "Kochen Musik Theater Lesung Ausflug Werkstatt Reparatur Spenden Stadtteil Mitglieder Sport "
    "Gesundheit Umwelt Ferien Bildung Integration Kultur Flohmarkt Ausstellung Weihnachten"
).split()
_WHAT = (
    "Sommerfest Frühstück Flohmarkt Lesung Ausflug Werkstatt Konzert Kochabend Spielenachmittag "
    "Gartentag Jahresbericht Laternenumzug Ausstellung Vortrag Sprachkurs Adventscafé Tauschbörse "
    "Radtour Theaterabend Mitgliederversammlung"
).split()
_WHERE = (
    "im Garten, im Saal, in der Küche, auf dem Hof, im Stadtpark, in der Werkstatt, am Kanal, "
    "vor dem Haus, in der Bücherei, im Gemeindehaus, auf dem Marktplatz, unter den Linden"
).split(", ")
_WHO = (
    "viele Familien; die Nachbarinnen und Nachbarn; unsere Ehrenamtlichen; die Kinder der Gruppe; "
    "ein Dutzend Jugendliche; Menschen aus acht Ländern; die Neuen im Vorstand; zwei Musiklehrer; "
    "die Großeltern aus dem Viertel; Schülerinnen der Gesamtschule; Gäste aus der Stadt; wir alle"
).split("; ")
_WHEN = (
    "am Samstag, am späten Nachmittag, schon vormittags, nach den Ferien, im letzten Herbst, "
    "zum ersten Mal, wie jedes Jahr, an drei Abenden, trotz des Regens, bei bestem Wetter"
).split(", ")
_DID = (
    "lange Tische gedeckt, gemeinsam gekocht, alte Lieder gesungen, Beete angelegt, viel gelacht, "
    "Bücher getauscht, den Flur gestrichen, über Pläne gesprochen, Spenden gesammelt, "
    "Räder repariert, Plakate gemalt, Geschichten erzählt, neue Regale gebaut"
).split(", ")
_SENTENCES = (
    "{When} haben {who} {where} {did}.",
    "{Who} haben {where} {did}, und {when} kam noch Besuch dazu.",
    "„So darf es bleiben“, sagte eine Besucherin, als {where} {did} wurde.",
    "Dass {who} {when} mitmachen, ist für uns nicht selbstverständlich.",
    "Wer {when} vorbeikam, sah, was alles {where} entstanden ist.",
    "Rund {number} Menschen waren dabei, mehr als im Jahr davor.",
    "Das Geld reicht für {number} Stunden, und den Rest tragen {who}.",
    "Wir danken allen, die {where} {did} haben.",
    "Ohne {number} helfende Hände wäre das {when} nicht gegangen.",
    "{When} geht es weiter, dann sind auch {who} eingeladen.",
    "Der Eintritt ist frei, eine Anmeldung brauchen Sie nicht.",
    "Für Kaffee und Kuchen sorgen {who}; bringen Sie gern etwas mit.",
)


@dataclass(frozen=True)
class Article:
    """What every generator is told of an article."""

    number: int
    day: dt.date
    title: str
    summary: str
    tags: tuple[str, ...]
    #: What its picture shows, and what stands below it.
    alt: str
    caption: str
    #: Markdown that all of them read alike; EARLIER stands for an address.
    body: str
    #: The number of the article that it leads to.
    earlier: int | None = None

    @property
    def slug(self) -> str:
        return f"{self.title.split()[0].lower().translate(_ASCII)}-{self.number}"

    @property
    def name(self) -> str:
        """The name of its folder."""
        return f"{self.day}-{self.slug}"

    def edited(self, sentence: str) -> Article:
        """Return the same with another sentence at the end of its first paragraph."""
        first, rest = self.body.split("\n\n", 1)
        body = f"{first.rsplit('. ', 1)[0]}. {sentence}\n\n{rest}"
        return Article(**{**vars(self), "body": body})


_ASCII = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "é": "e"})


def articles(count: int) -> list[Article]:
    """Return them from the oldest to the newest, spread over twenty years."""
    days = (LAST_DAY - FIRST_DAY).days
    return [
        _article(number, FIRST_DAY + dt.timedelta(number * days // count))
        for number in range(count)
    ]


def _article(number: int, day: dt.date) -> Article:
    dice = random.Random(number)
    earlier = dice.randrange(number) if number and number % 5 == 0 else None
    return Article(
        number,
        day,
        f"{dice.choice(_WHAT)} {dice.choice(_WHERE)}: {day.year} {dice.choice(_WHEN)}",
        _paragraph(dice, 18),
        tuple(dice.sample(TAGS, dice.choice((2, 3)))),
        f"Menschen {dice.choice(_WHERE)}, {dice.choice(_WHEN)}",
        _paragraph(dice, 12),
        _body(dice, number, earlier),
        earlier,
    )


def _body(dice: random.Random, number: int, earlier: int | None) -> str:
    link = f"Mehr dazu steht auf der [Seite der Stadt](https://www.example.org/{number})."
    back = f" Lesen Sie auch, [wie es früher war]({EARLIER})." if earlier is not None else ""
    heads = dice.sample(_WHAT, 2)
    return "\n\n".join(
        (
            _paragraph(dice, 66),
            f"## {heads[0]} {dice.choice(_WHERE)}",
            f"{_paragraph(dice, 54)} Wichtig war **{dice.choice(_WHEN)}** vor allem eines. {link}",
            "\n".join(
                f"- {dice.choice(_DID)} {dice.choice(_WHERE)}, {dice.choice(_WHEN)}"
                for _ in range(4)
            ),
            _paragraph(dice, 54),
            f"## {heads[1]} {dice.choice(_WHERE)}",
            _paragraph(dice, 54) + back,
            _paragraph(dice, 44),
        )
    )


def _paragraph(dice: random.Random, words: int) -> str:
    """Return whole sentences, until there are about so many words."""
    text = ""
    while len(text.split()) < words - 5:
        parts = {
            "who": dice.choice(_WHO),
            "when": dice.choice(_WHEN),
            "where": dice.choice(_WHERE),
            "did": dice.choice(_DID),
        }
        capital = {name.title(): part[0].upper() + part[1:] for name, part in parts.items()}
        number = dice.randrange(20, 400)
        text += dice.choice(_SENTENCES).format(**parts, **capital, number=number) + " "
    return text.rstrip()
