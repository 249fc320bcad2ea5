import pytest

from schaukasten.model.association.association import Audience
from schaukasten.model.association.bank import Bank
from schaukasten.model.association.parts import Boilerplate
from schaukasten.model.reading.schema import read
from schaukasten.model.reading.yaml_text import parse
from tests.worlds import World, german

FILE = "data/association.yaml"


def change(world: World, old: str, new: str) -> None:
    text = (world.content / FILE).read_text(encoding="utf-8")
    assert old in text
    world.write(FILE, text.replace(old, new))


@pytest.mark.parametrize(
    "iban",
    [
        "DE02 1203 0000 0000 2020 51",
        "DE02120300000000202051",
        "de02 1203 0000 0000 2020 51",
        "AT61 1904 3002 3457 3201",
        "GB82 WEST 1234 5698 7654 32",
        "NO93 8601 1117 947",
    ],
)
def test_a_right_iban_passes(iban):
    assert Bank(holder="A", iban=iban).iban == iban


@pytest.mark.parametrize(
    "iban",
    [
        # An ß would be two letters in capitals, and its check digits would fit.
        "DE02 1203 0000 00ß00 2020 51",
        "DE03 1203 0000 0000 2020 51",
        "DE02 1203 0000 0000 2002 51",
        "DE02 1203 0000 0000 2020 5",
        "DE02-1203-0000-0000-2020-51",
        "0532013000",
        "DE²2 1203 0000 0000 2020 51",
        "bitte erfragen",
    ],
)
def test_a_wrong_iban_is_refused_with_the_remedy(iban):
    problems = read(Bank, parse(f"holder: A\niban: {iban}\n"), "f")[1]
    assert [problem.remedy.text(german) for problem in problems] == [
        "Schreiben Sie sie von einem Kontoauszug ab."
    ]
    assert f"Die IBAN „{iban}“ stimmt nicht" in problems[0].what.text(german)


def test_a_wrong_iban_in_the_data_is_told_on_its_line(world):
    change(world, "DE02 1203 0000 0000 2020 51", "DE03 1203 0000 0000 2020 51")
    text = (world.content / FILE).read_text(encoding="utf-8")
    line = text[: text.index("bank:")].count("\n") + 1
    [problem] = world.problems()
    # The IBAN is checked with the whole account: its own line, or that of the key around it.
    assert problem.line in (line, line + 2)
    assert not problem.text(german).startswith(f"{FILE}:{problem.line}: :")


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("country: DE", "country: Deutschland", "country: „Deutschland“ ist kein Länderkürzel."),
        ("language: de", "language: deutsch", "language: „deutsch“ ist kein Sprachkürzel."),
        ("timezone: Europe/Berlin", "timezone: Berlin", "timezone: „Berlin“ ist keine Zeitzone."),
        ("region: NW", "region: XX", "„XX“ ist keine Region, deren Feiertage bekannt sind. Möglich "
         "sind: BB, BE, BW, BY, "),
        ("region: NW", "region: nw", "„nw“ ist keine Region, deren Feiertage bekannt sind."),
        ("region: NW", "region: Bayern", "„Bayern“ ist keine Region, deren"),
        ("website: https://kleiner-verein.example", "website: kleiner-verein.example",
         "website: „kleiner-verein.example“ ist keine Webadresse."),
        ("website: https://kleiner-verein.example", "website: 'https://a.example?b'",
         "website: „https://a.example?b“ ist nicht die Adresse einer Website."),
        ("website: https://kleiner-verein.example", "website: 'https://u@a.example'",
         "website: „https://u@a.example“ ist nicht die Adresse einer Website."),
        ("website: https://kleiner-verein.example", "website: 'https://a%b.example'",
         "website: „https://a%b.example“ ist nicht die Adresse einer Website."),
        ("website: https://kleiner-verein.example", "website: 'https://${A}.example'",
         "website: „https://${A}.example“ ist nicht die Adresse einer Website."),
        ("website: https://kleiner-verein.example", "website: 'https://a.example:99999'",
         "website: „https://a.example:99999“ ist nicht die Adresse einer Website."),
        ("short_name:", "kurzname:", "Den Schlüssel „kurzname“ gibt es nicht."),
        ("log_days: 7", "log_days: eine Woche", "„log_days“ braucht eine ganze Zahl."),
        ("log_days: 7", "log_days: -1", "„log_days“ hat einen Wert, der nicht passt."),
        ("  number: VR 1", "  nummer: VR 1", "Den Schlüssel „nummer“ gibt es nicht. "
                                             "Meinten Sie „number“?"),
        ("  - name: Erika Beispiel", "  - nam: Erika Beispiel",
         "Den Schlüssel „nam“ gibt es nicht. Meinten Sie „name“?"),
        ("  medium: Mittel.", "  medium:", "medium: Hier muss Text stehen."),
    ],
)  # fmt: skip
def test_a_slip_in_the_data_is_told_on_its_line(world, old, new, expected):
    change(world, old, new)
    text = (world.content / FILE).read_text(encoding="utf-8")
    line = text[: text.index(new)].count("\n") + 1
    assert any(found.startswith(f"{FILE}:{line}: {expected}") for found in world.lines())


def test_a_palette_takes_colours_of_the_theme_and_no_other_css(world):
    name = "brick"
    injected = "red; } body { color"
    change(world, "licence_note:", f"palette:\n  {name}: {injected}\nlicence_note:")
    [line] = world.lines()
    assert "ist keine Farbe in OKLCH" in line
    change(world, injected, "39% 0.135 35")
    assert world.lines() == []


def test_the_long_text_for_the_press_has_paragraphs():
    text = Boilerplate(short="a", medium="b", long="Eins.\n\nZwei\nzwei.\n\n\n\nDrei.\n")
    assert text.long_paragraphs == ["Eins.", "Zwei\nzwei.", "Drei."]


@pytest.mark.parametrize(("slug", "anchor"), [(None, "aeltere-menschen"), ("alt", "alt")])
def test_an_audience_has_an_anchor_of_its_name_unless_it_names_one(slug, anchor):
    assert Audience(name="Ältere Menschen", door="Im Alter", slug=slug).anchor == anchor


@pytest.mark.parametrize(
    ("dates", "shared"),
    [
        (["August 2022", "August 2022"], "August 2022"),
        (["August 2022", "März 2020"], ""),
        (["August 2022", None], ""),
        ([None, None], ""),
        ([], ""),
    ],
)
def test_numbers_that_share_their_date_say_it_once(world, dates, shared):
    entries = "".join(
        f"  - {{value: '1', label: Häuser{f', as_of: {date}' if date else ''}}}\n" for date in dates
    )
    change(
        world,
        "licence_note:",
        "numbers: [] \nlicence_note:" if not dates else f"numbers:\n{entries}licence_note:",
    )
    assert world.load().site.association.numbers_as_of == shared
