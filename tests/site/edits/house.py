"""Edits of data, theme and settings, of the folders, of the output; and the days that pass."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path
from random import Random

from tests.site.edits.sources import without
from tests.site.project import Project

# Data


def _data(project: Project, name: str) -> tuple[Path, str]:
    path = project.content / "data" / name
    return path, path.read_text("utf-8") if path.exists() else ""


def _set(project: Project, name: str, key: str, value: str) -> None:
    path, text = _data(project, name)
    project.write(path, f"{without(text, key).rstrip()}\n{key}: {value}\n")


def another_name(project: Project, random: Random) -> None:
    key = random.choice(["name", "short_name", "byline", "greeting", "licence_note"])
    _set(project, "association.yaml", key, f"Verein Nummer {random.randrange(9)}")


def another_website(project: Project, random: Random) -> None:
    address = random.choice(["https://a.example", "https://b.example/unter/", "http://c.example"])
    _set(project, "association.yaml", "website", address)


def another_language_of_all(project: Project, random: Random) -> None:
    _set(project, "association.yaml", "language", random.choice(["de", "en"]))


def another_zone(project: Project, random: Random) -> None:
    zone = random.choice(["Europe/Berlin", "Europe/London", "Pacific/Auckland"])
    _set(project, "association.yaml", "timezone", zone)


def another_region(project: Project, random: Random) -> None:
    _set(project, "association.yaml", "region", random.choice(["NW", "BY", "SN", "ENG"]))


def other_colours(project: Project, random: Random) -> None:
    colour = random.choice(["0.40 0.10 250", "0.42 0.10 30", "0.95 0.01 90"])
    _set(project, "association.yaml", "palette", f'{{accent: "{colour}"}}')


def _in_a_house(project: Project, random: Random, key: str, value: str) -> None:
    path, text = _data(project, "locations.yaml")
    parts = re.split(r"(?m)^(?=- id:)", text)
    place = random.randrange(1, len(parts))
    parts[place] = without(parts[place], f"  {key}").rstrip() + f"\n  {key}: {value}\n"
    project.write(path, "".join(parts))


def other_hours(project: Project, random: Random) -> None:
    hour = random.randrange(7, 12)
    line = f"{{wochentag: Montag bis Freitag, von: '{hour}:00', bis: '17:00'}}"
    _in_a_house(project, random, "hours", random.choice([f"[{line}]", "keine"]))


def a_day_with_other_hours(project: Project, random: Random) -> None:
    day = project.today + dt.timedelta(random.randrange(-3, 40))
    line = f"[{{am: {day}, grund: Betriebsausflug}}]"
    _in_a_house(project, random, "special_hours", line)


def rooms(project: Project, random: Random) -> None:
    _in_a_house(project, random, "rooms", random.choice(["[Saal, Küche]", "[Saal]", "[Küche]"]))


def a_fact(project: Project, random: Random) -> None:
    """There is one, there is none, or nobody knows."""
    value = random.choice(["keine", "keine", "", "Ja, mit einer Rampe."])
    line = f"{{value: {value!r}, source: Haus, confirmed: 2026-11-01}}".replace("''", "")
    if random.random() < 0.5:
        _in_a_house(project, random, "step_free", line)
    else:
        key = random.choice(["bank", "transparency", "vat_id", "register"])
        none = line.replace("'Ja, mit einer Rampe.'", "'keine'")
        _set(project, "association.yaml", key, none)


def a_telephone(project: Project, random: Random) -> None:
    _in_a_house(project, random, "phone", f"0231 00000{random.randrange(9)}")


def the_menu(project: Project, random: Random) -> None:
    path, text = _data(project, "navigation.yaml")
    where = random.choice(["/termine/", "/kontakt/", "/aktuelles/2026/", "/angebote/"])
    line = f"  - {{label: Punkt {random.randrange(9)}, address: {where}}}\n"
    project.write(path, text.replace("main:\n", f"main:\n{line}", 1))


def audiences(project: Project, random: Random) -> None:
    path, text = _data(project, "audiences.yaml")
    change = random.choice([("door: ", "door: Und "), ("name: Familien", "name: Eltern")])
    project.write(path, text.replace(*change, 1))


def people(project: Project, random: Random) -> None:
    path, _text = _data(project, "people.yaml")
    left = project.today + dt.timedelta(random.randrange(-3, 3))
    ada = f"- {{id: ada, name: Ada Beispiel, groups: [Team], left: {left}}}\n"
    otto = f"- {{id: otto, name: Otto Muster, groups: [Team], ask_about: Saal {random.random()}}}\n"
    project.write(path, otto + ada)
    page = "---\ntitle: Menschen\npeople: [Team]\n---\nWer hier arbeitet.\n"
    project.write(project.content / "seiten" / "menschen.md", page)


def holidays(project: Project, random: Random) -> None:
    first = project.today + dt.timedelta(random.randrange(-5, 60))
    last = first + dt.timedelta(random.randrange(1, 14))
    line = f"[{{name: Ferien, ab: {first}, zuletzt: {last}}}]"
    _set(project, "holidays.yaml", "school", line)


def gone(project: Project, random: Random) -> None:
    path, _text = _data(project, "gone.yaml")
    project.write(path, f"addresses: [/aktuelles/2018/weg-{random.randrange(9)}/]\n")


# Theme and settings


def _in_a_file(project: Project, path: Path, before: str, behind: str) -> None:
    text = path.read_text("utf-8")
    assert before in text, f"{path.name} has changed: {before}"
    project.write(path, text.replace(before, behind, 1))


def a_template(project: Project, random: Random) -> None:
    """Words of its own, in a page, a part of all pages, or in a macro."""
    templates = project.folder / "theme" / "templates"
    found = sorted(one for one in templates.rglob("*.html") if "</" in one.read_text("utf-8"))
    path = random.choice(found)
    text = path.read_text("utf-8")
    place = random.choice(
        [one.start() for one in re.finditer("</(?:p|div|h1|h2|li|a)>", text)] or [0]
    )
    if place:
        project.write(path, f"{text[:place]} {random.randrange(99)}{text[place:]}")


def an_include(project: Project, random: Random) -> None:
    templates = project.folder / "theme" / "templates"
    project.write(templates / "partials/mehr.html", f"<p>Mehr {random.randrange(9)}</p>\n")
    path = templates / "base.html"
    _in_a_file(project, path, "</main>", '{% include "partials/mehr.html" %}</main>')


def what_a_template_names(project: Project, random: Random) -> None:
    name = random.choice(["today", "association.name", "navigation.main | length", "base"])
    path = project.folder / "theme" / "templates" / "partials" / "footer.html"
    _in_a_file(project, path, "</footer>", f"{{{{ {name} }}}}</footer>")


def colours_of_the_theme(project: Project, random: Random) -> None:
    path = project.folder / "theme" / "palette.yaml"
    text = path.read_text("utf-8")
    project.write(path, re.sub(r"(?m)^(accent): .*$", r'\1: "0.41 0.1 200"', text))


def a_stylesheet(project: Project, random: Random) -> None:
    found = sorted((project.folder / "theme" / "static" / "css").rglob("*.css"))
    path = random.choice([one for one in found if one.name != "site.css"])
    text = path.read_text("utf-8").rstrip()
    project.write(path, f"{text}\n@layer blocks {{ .neu {{ margin: {random.randrange(9)}px }} }}\n")


def a_script(project: Project, random: Random) -> None:
    path = random.choice(sorted((project.folder / "theme" / "static" / "js").glob("*.js")))
    project.write(path, f"{path.read_text('utf-8')}\nwindow.more = {random.randrange(9)};\n")


def a_word_of_the_catalog(project: Project, random: Random) -> None:
    path = project.folder / "theme/translations/de/LC_MESSAGES/messages.po"
    word = random.choice(["Termine", "Aktuelles", "Kontakt", "Suchen", "Geschlossen"])
    text = path.read_text("utf-8")
    project.write(path, text.replace(f'msgstr "{word}', f'msgstr "{word}{random.randrange(9)}'))


def a_sample_of_the_style_guide(project: Project, random: Random) -> None:
    path = random.choice(sorted((project.folder / "theme" / "samples").glob("*.yaml")))
    text = path.read_text("utf-8")
    project.write(path, re.sub(r"(?m)^title: ", f"title: {random.randrange(9)} ", text, count=1))


def a_setting(project: Project, random: Random) -> None:
    lines = (
        'SITEURL = "https://anders.example"',
        'SITEURL = "https://anders.example/unter"',
        "HTTPS_REDIRECT = False",
        "BUNDLE_ASSETS = False",
        'ARTICLE_URL = "aktuelles/{slug}/"',
        'EVENT_URL = "termine/{slug}/"',
        'TAG_URL = "themen/{slug}/"',
        'NEWS_URL = "neues/"',
        'SECTIONS = SECTIONS | {"PAGE": ["verein", "seiten"]}',
        'JINJA_ENVIRONMENT = JINJA_ENVIRONMENT | {"trim_blocks": False}',
    )
    path = project.folder / "publishconf.py"
    project.write(path, f"{path.read_text('utf-8')}\n{random.choice(lines)}\n")
