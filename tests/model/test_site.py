"""What a site knows of all its documents together."""

from tests.model.files.pictures import png


def test_a_picture_used_twice_is_published_once_and_one_of_a_draft_not_at_all(world):
    world.write("seiten/foto.png", png())
    world.write("seiten/kopie.png", png())
    world.write("seiten/entwurf.png", png(60, 30))
    world.write("seiten/ungenutzt.png", png(80, 40))
    image = "image:\n  file: foto.png\n  alt: x\n"
    world.write("seiten/a.md", f"---\ntitle: A\n{image}---\n![x](kopie.png)\n")
    world.write("seiten/b.md", "---\ntitle: A\nstatus: Entwurf\n---\n![x](entwurf.png)\n")
    assert [picture.width for picture in world.load().site.pictures] == [40]
    assert sorted(picture.width for picture in world.load(drafts=True).site.pictures) == [40, 60]


def test_attachments_are_those_of_the_pages_that_are_shown(world):
    for name in ("a", "b", "ungenutzt"):
        world.write(f"seiten/{name}.pdf", b"%PDF-1.7\n%%EOF")
    world.write("seiten/a.md", "---\ntitle: A\n---\n[x](a.pdf), noch einmal [x](a.pdf)\n")
    world.write("seiten/b.md", "---\ntitle: A\nstatus: Entwurf\n---\n[x](b.pdf)\n")
    assert [one.address for one in world.load().site.attachments] == ["/a/a.pdf"]


def test_a_page_is_found_by_its_template(world):
    (world.content / "seiten/kontakt.md").unlink()
    world.write("seiten/so-finden-sie-uns.md", "---\ntitle: A\ntemplate: Kontakt\n---\n")
    site = world.load().site
    assert site.address_of_template("contact") == "/so-finden-sie-uns/"
    assert site.address_of_template("home") == "/"
    assert site.address_of_template("press") is None


def test_the_main_house_stands_in_for_one_that_is_not_named(world):
    text = (world.content / "data/locations.yaml").read_text(encoding="utf-8")
    world.write("data/locations.yaml", text + text.replace("id: haus", "id: garten"))
    site = world.load().site
    assert [site.location(name).id for name in (None, "haus", "garten")] == [
        "haus",
        "haus",
        "garten",
    ]
