"""Whatever the template of a page: what a document may have appears, and once."""

import pytest

from schaukasten.model.kinds.page import TEMPLATES
from tests.model.files.pictures import png
from tests.worlds import World

HEAD = """\
summary: Kurz.
image: {file: bild.png, alt: Ein Bild vorn, credit: E, people: keine}
people: [Vorstand]
gallery:
  - {file: reihe.png, alt: Ein Bild der Reihe, credit: E, people: keine}
questions:
  - question: Darf ich kommen?
    answer: Ja.
"""
#: What a visitor would miss, or see twice.
ONCE = (
    *('class="gallery"', "<dialog", 'alt="Ein Bild der Reihe"', 'alt="Ein Bild vorn"'),
    *('class="question"', ">Ada Beispiel<", "Text von hier."),
)
_FILES = {"Startseite": "index", "Fehlerseite": "404"}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> World:
    world = World(tmp_path_factory.mktemp("templates"))
    world.write("data/people.yaml", "- id: ada\n  name: Ada Beispiel\n  groups: [Vorstand]\n")
    for name in ("bild", "reihe"):
        world.write(f"seiten/{name}.png", png(900, 600))
    for template in TEMPLATES:
        name = _FILES.get(template, template.lower())
        front = f"title: T\ntemplate: {template}\n{HEAD}"
        world.write(f"seiten/{name}.md", f"---\n{front}---\n\nText von hier.\n")
    assert world.build() == 0, world.lines()
    return world


@pytest.mark.parametrize("template", TEMPLATES)
def test_all_that_a_page_may_have_appears_once(built: World, template: str) -> None:
    file = {"Startseite": "index.html", "Fehlerseite": "404.html"}
    page = built.read(file.get(template, f"{template.lower()}/index.html"))
    assert {mark: page.count(mark) for mark in ONCE} == dict.fromkeys(ONCE, 1)
