"""Links to files, sounds, and pictures that lead away from the site, as they stand on a page."""

from __future__ import annotations

import pytest
from lxml import html

from schaukasten.model.text.away_from_site import away_from_site
from tests.model.files.pictures import jpeg
from tests.model.files.test_attachment_kinds import WHOLE
from tests.worlds import World

FOLDER = "aktuelles/2026-03-08-fest"


@pytest.fixture
def page(world: World) -> World:
    for ending, raw in WHOLE.items():
        world.write(f"{FOLDER}/datei{ending}", raw)
    world.write(f"{FOLDER}/film.jpg", jpeg(900, 600))
    return world


def tree(world: World, text: str) -> html.HtmlElement:
    return html.fragment_fromstring(world.html(text), create_parent=True)


@pytest.mark.parametrize("ending", WHOLE)
def test_a_link_says_type_and_size_of_its_file(page: World, ending: str) -> None:
    (link,) = tree(page, f"Das [Formular](datei{ending}) liegt bei.").xpath("//a")
    name = ending[1:].upper()
    assert link.text_content() == f"Formular\N{NO-BREAK SPACE}({name}, 1 KB)"
    assert link.get("href") == f"/aktuelles/2026/fest/datei{ending}"


def test_a_calendar_does_not_take_the_place_of_the_one_that_the_site_makes(world: World) -> None:
    world.write("angebote/Termine.ics", WHOLE[".ics"])
    world.write("angebote/ferien.ics", WHOLE[".ics"])
    world.offer("[Termine](Termine.ics) und [Ferien](ferien.ics)")
    (told,) = world.errors()
    assert "„Termine.ics“ stünde da, wo die Website selbst eine Datei hat." in told


def test_a_sound_alone_in_its_paragraph_can_be_heard_there(page: World) -> None:
    root = tree(page, "Davor.\n\n[Das Lied der Gruppe](datei.mp3)\n\nDanach.")
    (figure,) = root.xpath("//figure")
    audio, link = figure
    assert (audio.tag, audio.get("preload"), audio.get("controls")) == ("audio", "none", "")
    assert audio.get("aria-label") == "Das Lied der Gruppe"
    assert audio.get("src") == link.get("href")
    assert link.text_content().startswith("Das Lied der Gruppe")


@pytest.mark.parametrize(
    "text", ["Hören Sie [das Lied](datei.mp3)!", "- [das Lied](datei.mp3)", "[Plan](datei.pdf)"]
)
def test_a_sound_in_a_sentence_and_any_other_file_is_a_link(page: World, text: str) -> None:
    root = tree(page, text)
    assert not root.xpath("//audio")
    assert len(root.xpath("//a")) == 1


@pytest.mark.parametrize(
    ("address", "says"),
    [
        ("https://youtu.be/abcdefghijk", "Film auf youtube.com ansehen"),
        ("https://www.openstreetmap.org/?mlat=51", "Karte auf openstreetmap.org öffnen"),
        ("https://zeitung.example/bericht", "Auf zeitung.example ansehen"),
    ],
)
def test_a_picture_that_leads_away_says_where_to(page: World, address: str, says: str) -> None:
    root = tree(page, f"[![Die Band auf der Bühne](film.jpg)]({address})")
    (figure,) = root.xpath("//figure")
    (link,) = figure.xpath("./a")
    assert link.get("href") == address
    assert [one.tag for one in link] == ["img", "span"]
    assert link.text_content() == says
    # Nothing of it is loaded: the picture is our own.
    assert link[0].get("src").startswith("/bilder/")


def test_caption_and_credit_of_such_a_picture_stand_below_it(page: World) -> None:
    page.news(
        "[![](film.jpg)](https://youtu.be/abcdefghijk)",
        head="pictures: [{file: film.jpg, alt: Die Band, caption: Im Hof, credit: 'Foto: E', "
        "people: keine}]",
    )
    figure = html.fromstring(page.rendering(f"{FOLDER}/index.md").html)
    assert [one.tag for one in figure] == ["a", "figcaption"]
    assert figure.xpath("string(./figcaption)") == "Im Hof Foto: E"
    assert figure.xpath("string(./a/img/@alt)") == "Die Band"


def test_an_address_that_is_none_is_told_where_a_picture_leads_to_it(page: World) -> None:
    page.news("[![Die Band](film.jpg)](https://[::1/)\n\n[![Die Band](film.jpg)](//youtu.be/x)")
    assert len(page.errors()) == 2


def test_away_from_the_site_a_sound_is_a_link_and_a_card_says_where_to(page: World) -> None:
    text = "[Lied](datei.mp3)\n\n[![Die Band](film.jpg)](https://youtu.be/abcdefghijk)"
    away = away_from_site(page.html(text), None, "https://a.example", "https://a.example/x/")
    sound, card = html.fragment_fromstring(away, create_parent=True)
    assert [(one.tag, one.get("href")) for one in sound] == [
        ("a", "https://a.example/aktuelles/2026/fest/datei.mp3")
    ]
    assert [one.tag for one in card[0]] == ["img", "br", "span"]
    assert card.text_content() == "Film auf youtube.com ansehen"


@pytest.mark.parametrize(
    "text",
    [
        "[![Ein Hof](film.jpg)](/aktuelles/)",
        "Siehe [![Ein Hof](film.jpg)](https://youtu.be/abcdefghijk) dort.",
        "[![Ein Hof](film.jpg) mit Text](https://youtu.be/abcdefghijk)",
        "[![Ein Hof](film.jpg)](mailto:post@example.org)",
        "- [![Ein Hof](film.jpg)](https://youtu.be/abcdefghijk)",
        "[![Ein Hof](film.jpg)](https://example.org/) [![Ein Hof](film.jpg)](https://example.org/)",
    ],
)
def test_a_picture_within_the_site_or_in_a_sentence_stays_what_it_is(
    page: World, text: str
) -> None:
    assert not tree(page, text).xpath("//figure[contains(@class, 'away')]")
