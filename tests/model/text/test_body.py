import pytest

from schaukasten.model.reading.problem import Severity
from schaukasten.model.text.html_tree import rebased
from tests.model.files.pictures import png
from tests.worlds import World

FOLDER = "aktuelles/2026-03-08-fest"
NAME = f"{FOLDER}/index.md"


@pytest.fixture
def photo(world: World) -> World:
    """A world with a picture of 40 x 20 pixels beside its news item."""
    world.write(f"{FOLDER}/foto.png", png())
    return world


def test_a_picture_alone_in_its_paragraph_is_a_figure(photo):
    html = photo.html("Text\n\n![Ein Haus](foto.png)\n\nText")
    digest = photo.rendering(NAME).pictures[0].digest[:16]
    assert html == (
        '<p>Text</p>\n<figure class="picture">'
        f'<img src="/bilder/{digest}-40.jpg" srcset="/bilder/{digest}-40.jpg 40w" width="40" '
        'height="20" alt="Ein Haus" loading="lazy">'
        "</figure>\n<p>Text</p>"
    )


@pytest.mark.parametrize(
    "body",
    ["Text ![Ein Haus](foto.png)", "![Ein Haus](foto.png) Text", "- ![Ein Haus](foto.png)",
     "![Ein Haus](foto.png) ![Ein Haus](foto.png)", "[![Ein Haus](foto.png)](/)"],
)  # fmt: skip
def test_a_picture_among_other_things_is_no_figure(photo, body):
    html = photo.html(body)
    assert "figure" not in html
    assert 'width="40" height="20" alt="Ein Haus"' in html


@pytest.mark.parametrize(
    "body", ["Text ![Ein Haus](foto.png) Text", "[![Ein Haus](foto.png)](/)", "- ![x](foto.png)"]
)
def test_the_author_of_a_picture_is_named_wherever_it_stands(photo, body):
    html = photo.html(body, "pictures: [{file: foto.png, alt: Ein Haus, credit: 'Foto: Erika'}]")
    assert html.count('<span class="picture__credit">Foto: Erika</span>') == 1
    assert html.count("Text") == body.count("Text")


@pytest.mark.parametrize(
    ("note", "caption"),
    [
        ("caption: Unser Haus", '<figcaption class="picture__caption">Unser Haus</figcaption>'),
        ("credit: 'Foto: A & B'", '<figcaption class="picture__caption">'
                                  '<span class="picture__credit">Foto: A &amp; B</span>'
                                  "</figcaption>"),
        ("caption: Unser <b>Haus</b>\n    credit: 'Foto: A'",
         '<figcaption class="picture__caption">Unser &lt;b&gt;Haus&lt;/b&gt; '
         '<span class="picture__credit">Foto: A</span></figcaption>'),
        ("people: keine", None),
    ],
)  # fmt: skip
def test_the_notes_of_a_picture_become_its_caption(photo, note, caption):
    head = f"pictures:\n  - file: foto.png\n    alt: Aus den Angaben\n    {note}\n"
    html = photo.html("![Aus dem Text](foto.png)", head)
    assert 'alt="Aus den Angaben"' in html
    assert (caption or "loading") in html
    assert ("figcaption" in html) == (caption is not None)


@pytest.mark.parametrize("target", ["foto.png", "./foto.png", "{static}foto.png"])
def test_a_decorative_picture_has_an_empty_alternative(photo, target):
    head = "pictures:\n  - file: foto.png\n    decorative: ja\n"
    assert 'alt=""' in photo.html(f"![]({target})", head)


@pytest.mark.parametrize(
    "image", ["![](foto.png)", "![ ](foto.png)", '<img src="foto.png">', '<img src="foto.png" alt>']
)
def test_a_picture_without_alternative_text_is_an_error_on_its_line(photo, image):
    photo.news(f"Eins\n\nZwei\n\n{image}\n")
    [problem] = photo.problems()
    assert (problem.line, problem.severity) == (10, Severity.ERROR)
    assert photo.lines()[0].startswith(
        f"{NAME}:10: Das Bild „foto.png“ hat keinen Alternativtext. Tragen Sie das Bild oben"
    )


def test_a_picture_without_alternative_text_is_told_on_the_line_where_it_lacks_it(photo):
    photo.news("![Ein Haus](foto.png)\n\n![](foto.png)\n")
    assert [problem.line for problem in photo.load().errors] == [8]


def test_no_original_is_published(photo):
    html = photo.html('![Ein Haus](foto.png "Titel")\n\n<img src="foto.png" alt="x">')
    assert "foto.png" not in html


@pytest.mark.parametrize("dash", ["—", "–", "---", "--"])
def test_a_quotation_with_attribution_is_a_figure(world, dash):
    html = world.html(f'> "Ein Satz."\n>\n> {dash} Erika *Beispiel*\n\nText')
    assert html == (
        '<figure class="quotation"><blockquote>\n<p>„Ein Satz.“</p>\n</blockquote>'
        "<figcaption>Erika <em>Beispiel</em></figcaption></figure>\n<p>Text</p>"
    )


@pytest.mark.parametrize("body", ["> Ein Satz.", "> Ein Satz – ohne Namen.", "> a\n>\n> - b"])
def test_a_plain_quotation_stays_one(world, body):
    html = world.html(body)
    assert html.startswith("<blockquote>")
    assert "figcaption" not in html


def test_two_quotations_keep_their_order_and_the_text_between(world):
    html = world.html("> A\n>\n> — B\n\nzwischen\n\n> C\n>\n> — D\n\nEnde")
    positions = [html.index(part) for part in ("A", ">B<", "zwischen", "C", ">D<", "Ende")]
    assert positions == sorted(positions)


def test_a_picture_inside_a_link_keeps_the_link(photo):
    assert '<a href="/"><img src="/bilder/' in photo.html("[![Ein Haus](foto.png)](/)")


def test_all_errors_of_a_body_come_at_once_each_on_its_line(photo):
    photo.news(
        "# Titel\n\n[a](weg.md)\n\n![](foto.png)\n\n<script>x</script>\n\n![b](weg.png)\n\n"
        "[c](javascript:x)\n"
    )
    assert [problem.line for problem in photo.problems()] == [8, 10, 12, 14, 16]


def test_lines_of_a_body_count_after_a_long_front_matter(world):
    world.news("\n\n[a](weg.md)", head="tags:\n  - a\n  - b\n")
    assert [problem.line for problem in world.problems()] == [11]


@pytest.mark.parametrize(
    ("html", "base", "expected"),
    [
        ('<a href="/a/">x</a>', "https://a.example", '<a href="https://a.example/a/">x</a>'),
        ('<a href="/">x</a>', "/unter", '<a href="/unter/">x</a>'),
        ('<a href="/a/">x</a>', "", '<a href="/a/">x</a>'),
        ('<a href="#a">x</a>', "https://a.example", '<a href="#a">x</a>'),
        ('<a href="https://b.example/">x</a>', "https://a.example",
         '<a href="https://b.example/">x</a>'),
        ('<a href="//b.example/">x</a>', "https://a.example", '<a href="//b.example/">x</a>'),
        ('<img src="/b/1.webp" srcset="/b/1.webp 480w, /b/2.webp 960w">', "https://a.example",
         '<img src="https://a.example/b/1.webp" srcset="https://a.example/b/1.webp 480w, '
         'https://a.example/b/2.webp 960w">'),
        ("<p>/a/ und /b/</p>", "https://a.example", "<p>/a/ und /b/</p>"),
        ('<p><code>&lt;a href="/a/"&gt;</code></p>', "https://a.example",
         '<p><code>&lt;a href="/a/"&gt;</code></p>'),
    ],
)  # fmt: skip
def test_only_addresses_of_the_site_are_rebased(html, base, expected):
    assert rebased(html, base) == expected
