"""Script, CSS and directives of Apache in the values of front matter and data."""

from __future__ import annotations

from tests.hostile.case import Case, data, file, head
from tests.model.files.pictures import png
from tests.worlds import World

SCRIPT = "\"'><script>alert(1)</script><img src=x onerror=alert(1)>{{ 7*7 }}"
_QUOTED = "'" + SCRIPT.replace("'", "''") + "'"
_ASSOCIATION = "data/association.yaml"


def _event(world: World) -> None:
    world.write(
        "termine/skript.md",
        f"---\ntitle: {_QUOTED}\nsummary: {_QUOTED}\ndate: 2026-12-01\nplace: {_QUOTED}\n"
        f"cost: {_QUOTED}\nregistration: {_QUOTED}\ncontact: {{name: {_QUOTED}}}\n---\nText\n",
    )


def _offer(world: World) -> None:
    fields = "schedule_note cost registration step_free".split()
    lines = "".join(f"{name}: {_QUOTED}\n" for name in fields)
    world.offer(head=f"languages: [{_QUOTED}]\ncontact: {{name: {_QUOTED}}}\n{lines}",
                slug="skript")  # fmt: skip


def _picture(world: World) -> None:
    world.write("seiten/skriptbild/foto.png", png())
    note = f"{{file: foto.png, alt: {_QUOTED}, caption: {_QUOTED}, credit: {_QUOTED}}}"
    head = f"title: A\nsummary: {_QUOTED}\nimage: {note}\npictures: [{note}]\n"
    world.write("seiten/skriptbild/index.md", f"---\n{head}---\n![a](foto.png)\n")


def _value(name: str, key: str, old: str, new: str, says: str = "") -> Case:
    return data(name, _ASSOCIATION, f"{key}: {old}", f"{key}: {new}", says)


CASES: list[Case] = [
    Case("script in every field of an event", _event, file="termine/skript.md"),
    Case("script in every field of an offer", _offer, file="angebote/skript.md"),
    Case("script in the notes of a picture", _picture, file="seiten/skriptbild/index.md"),
    head("script in a place and in tags", f"place: {_QUOTED}\ntags: [{_QUOTED}]"),
    file("script in a title", "seiten/skripttitel.md", f"---\ntitle: {_QUOTED}\n---\n"),
    file("the end of a script in a title", "seiten/skriptende.md",
         "---\ntitle: '</title></script><script>alert(1)</script>'\n---\n"),
    file("the end of a page in a summary", "seiten/seitenende.md",
         "---\ntitle: A\nsummary: ']]></summary></body></html><!--'\n---\n"),
    file("a title with a line end and a heading", "seiten/titelzeilen.md",
         '---\ntitle: "A\\x0a\\x0a# B\\x0aSet-Cookie: a=b"\n---\n'),
    file("a title that turns the reading direction", "seiten/richtung.md",
         "---\ntitle: \u202eeltit\u2066 \u200b\ufeff\n---\n"),
    head("a language that closes its attribute", "lang: 'de\" onclick=\"alert(1)'",
         "5: lang: „de\" onclick=\"alert(1)“ ist kein Sprachkürzel."),
    head("a telephone number of a script", "contact: {phone: 'javascript:alert(1)'}", "5: "),
    head("an address of mail with a copy", "contact: {email: 'a@example.org?bcc=b@example.org'}",
         "5: "),
    file("an event's mail with script", "termine/post.md",
         "---\ntitle: A\nsummary: B\ndate: 2026-12-01\ncontact: {email: '<script>@a.de'}\n---\n",
         "5: email: „<script>@a.de“ ist keine E-Mail-Adresse."),
    file("an event's telephone with script", "termine/telefon.md",
         "---\ntitle: A\nsummary: B\ndate: 2026-12-01\ncontact: {phone: '0231;alert(1)'}\n---\n",
         "5: phone: „0231;alert(1)“ ist keine Telefonnummer."),
    _value("script in the association's name", "name", "Kleiner Verein e. V.", _QUOTED),
    _value("script in the association's greeting", "greeting", "Wir sind ein kleiner Verein.",
           _QUOTED),
    _value("a website of a script", "website", "https://kleiner-verein.example",
           "javascript:alert(1)", "5: website: „javascript:alert(1)“ ist keine Webadresse."),
    _value("a website with a directive", "website", "https://kleiner-verein.example",
           '"https://a.example/\\x0aRedirect / http://evil.example/"', "5: website: „https://a"),
    _value("a website with a condition", "website", "https://kleiner-verein.example",
           "'https://a.example\"%{ENV:x}'", "5: website: "),
    _value("a website with a name and a password", "website", "https://kleiner-verein.example",
           "https://name:geheim@a.example", "5: website: "),
    _value("a website with a regular expression in its path", "website",
           "https://kleiner-verein.example", "'https://a.example/(x|.*)$1%1'"),
    _value("a colour that closes its rule", "tax_status", "gemeinnützig",
           "x\npalette: {paper: '50% 0.1 20); } body { display: none'}",
           "28: paper: „50% 0.1 20); } body { display: none“ ist keine Farbe in OKLCH."),
    _value("a colour from elsewhere", "tax_status", "gemeinnützig",
           "x\npalette: {paper: 'url(https://evil.example/)'}", "28: paper: „url(https://"),
    _value("a colour that nobody knows", "tax_status", "gemeinnützig",
           "x\npalette: {'paper: red; } * {': 50% 0.1 20}", "28: Den Schlüssel"),
    _value("a language of another folder", "language", "de", "../../de",
           "6: language: „../../de“ ist kein Sprachkürzel."),
    _value("a time zone of another folder", "timezone", "Europe/Berlin", "../../../etc/passwd",
           "7: timezone: „../../../etc/passwd“ ist keine Zeitzone."),
    _value("a country that is a function", "country", "DE", "__class__",
           "8: country: „__class__“ ist kein"),
    data("a menu to a script", "data/navigation.yaml", "address: /aktuelles/",
         "address: javascript:alert(1)", "3: address: „javascript:alert(1)“ ist keine Adresse"),
    data("a menu with script", "data/navigation.yaml", "label: Aktuelles", f"label: {_QUOTED}"),
    data("an audience with script", "data/audiences.yaml", "door: Mit Kindern",
         f"door: {_QUOTED}"),
    data("data in Latin-1 words", "data/locations.yaml", "name: Unser Haus",
         "name: [Unser, Haus]", "2: name: Hier ist nur ein Wert möglich."),
    data("a data file of aliases", "data/locations.yaml", "id: haus", "id: &a haus\n  x: *a",
         "2: YAML-Verweise"),
]  # fmt: skip
