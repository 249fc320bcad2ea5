import pytest

from tests.model.text.markup import active_parts
from tests.model.text.rendering import NAME, rendered


@pytest.mark.parametrize(
    ("typed", "set_in_german"),
    [
        ('"Guten Tag"', "„Guten Tag“"),
        ("'Guten Tag'", "‚Guten Tag‘"),
        ("\"Sie rief: 'Komm!'\"", "„Sie rief: ‚Komm!‘“"),
        ("\"'Komm!', rief sie.\"", "„‚Komm!‘, rief sie.“"),
        ('Das "Haus", die "Diele".', "Das „Haus“, die „Diele“."),
        ('("Haus")', "(„Haus“)"),
        ('"*Haus*"', "„<em>Haus</em>“"),
        ('*"Haus"*', "<em>„Haus“</em>"),
        ("'**Haus**'", "‚<strong>Haus</strong>‘"),
        ('"`Haus`"', "„<code>Haus</code>“"),
        ('"Haus"[^1]\n\n[^1]: x', "„Haus“"),
        ("So geht's", "So geht’s"),
        ("Hans' Rad", "Hans’ Rad"),
        ("1986 -- 2026", "1986 – 2026"),
        ("1986--2026", "1986–2026"),
        ("so --- oder", "so — oder"),
        ("Und dann ...", "Und dann …"),
        ("„Schon richtig“ – so", "„Schon richtig“ – so"),
        ("9-18 Uhr, 5'", "9-18 Uhr, 5"),
    ],
)
def test_typewriter_marks_become_german_typography(world, typed, set_in_german):
    assert set_in_german in world.html(typed)


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        ("en", "“She called: ‘Come!’ It’s”"),
        ("en-GB", "“She called: ‘Come!’ It’s”"),
        ("tr", "“She called: ‘Come!’ It’s”"),
        ("de", "„She called: ‚Come!‘ It’s“"),
    ],
)
def test_quotation_marks_are_those_of_the_texts_language(world, lang, expected):
    assert expected in world.html("\"She called: 'Come!' It's\"", head=f"lang: {lang}\n")


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("`\"x\" -- 'y'`", "<code>\"x\" -- 'y'</code>"),
        ('```\n"x" -- y...\n```', '"x" -- y...'),
        ("[x](https://example.org/a--b)", 'href="https://example.org/a--b"'),
        ("https://example.org/a--b", "a--b"),
        ('<abbr title="a -- b">x</abbr>', 'title="a -- b"'),
    ],
)
def test_code_and_addresses_keep_their_marks(world, typed, kept):
    if typed.startswith("https:"):
        typed = f"<{typed}>"
    assert kept in world.html(typed)


def test_a_table_aligns_by_class_in_a_region_that_scrolls(world):
    html = world.html("| a | b | c | d |\n|:--|--:|:-:|---|\n| 1 | 2 | 3 | 4 |\n\nText")
    assert "style=" not in html
    assert "align=" not in html
    assert '<th class="align-start">a</th>' in html
    assert '<td class="align-end">2</td>' in html
    assert '<td class="align-center">3</td>' in html
    assert "<td>4</td>" in html
    opening = html[: html.index("<table>")]
    assert opening.startswith("<div ")
    for attribute in ('class="table-box"', 'tabindex="0"', 'role="group"', 'aria-label="Tabelle"'):
        assert attribute in opening
    assert html.endswith("</table></div>\n<p>Text</p>")


def test_footnotes_lead_there_and_back_with_a_german_label(world):
    html = world.html("Eins[^a] zwei[^b].\n\n[^a]: Erste\n[^b]: Zweite\n")
    for number in ("1", "2"):
        assert f'href="#fn-{"ab"[int(number) - 1]}"' in html
        assert f'aria-label="Zurück zu Fußnote {number} im Text"' in html
    assert "title=" not in html
    assert html.count('class="footnote-backref"') == 2


@pytest.mark.parametrize(
    ("typed", "html"),
    [
        ("Begriff\n: Erklärung\n", "<dl>\n<dt>Begriff</dt>\n<dd>Erklärung</dd>\n</dl>"),
        ("Das MGH.\n\n*[MGH]: Haus", '<p>Das <abbr title="Haus">MGH</abbr>.</p>'),
        ("* a\n* b\n\n1. c", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n<ol>\n<li>c</li>\n</ol>"),
        ("3. c\n4. d", '<ol start="3">\n<li>c</li>\n<li>d</li>\n</ol>'),
        ("<post@example.org>", '<p><a href="mailto:post@example.org">post@example.org</a></p>'),
        ("a < b & c > d", "<p>a &lt; b &amp; c &gt; d</p>"),
        ("2 * 3 * 4", "<p>2 * 3 * 4</p>"),
        ("Zeile  \nnächste", "<p>Zeile<br>\nnächste</p>"),
        ("", ""),
        ("\n\n", ""),
    ],
)
def test_markdown_becomes_plain_html(world, typed, html):
    assert world.html(typed) == html


@pytest.mark.parametrize(
    ("typed", "headings"),
    [
        ("# A\n\n## B\n\n# C", ["h2", "h3", "h2"]),
        ("## A\n\n### B", ["h2", "h3"]),
        ("### A\n\n#### B\n\n##### C", ["h2", "h3", "h4"]),
        ("###### A", ["h2"]),
        ("A\n=\n\nB\n-", ["h2", "h3"]),
        ("# A\n\n###### B", ["h2", "h6"]),
        ("# A\n\n## B\n\n### C\n\n#### D\n\n##### E\n\n###### F", "h2 h3 h4 h5 h6 h6".split()),
        ("<h1>A</h1>\n\n## B", ["h2", "h3"]),
    ],
)
def test_headings_start_at_h2_and_keep_their_steps(world, typed, headings):
    html = world.html(typed)
    assert [part[:2] for part in html.split("<")[1:] if part[:1] == "h"] == headings


@pytest.mark.parametrize(
    ("heading", "id"),
    [
        ("Über uns", "ueber-uns"),
        ("Straße & Größe!", "strasse-groesse"),
        ("*Wichtig*: lies", "wichtig-lies"),
        ('"Zitat" -- so', "zitat-so"),
        ("日本", "abschnitt"),
    ],
)
def test_a_heading_can_be_linked_to_by_its_words(world, heading, id):
    assert f'<h2 id="{id}">' in world.html(f"## {heading}")


def test_equal_headings_get_different_ids(world):
    html = world.html("## Zeiten\n\n## Zeiten\n\n## 日本\n\n## 中国")
    ids = [part.split('"')[1] for part in html.split("id=")[1:]]
    assert len(ids) == len(set(ids)) == 4


def test_one_text_leaves_nothing_behind_for_the_next(world):
    world.news("Das MGH[^1]. [x]\n\n*[MGH]: Haus\n[^1]: Note\n[x]: https://example.org\n", slug="a")
    world.news("## Zeiten\n\nDas MGH. [x]\n", slug="b")
    world.news("## Zeiten\n\n<b>x</b>", slug="c")
    assert world.rendering("aktuelles/2026-03-08-b/index.md").html == (
        '<h2 id="zeiten">Zeiten</h2>\n<p>Das MGH. [x]</p>'
    )
    assert 'id="zeiten"' in world.rendering("aktuelles/2026-03-08-c/index.md").html


@pytest.mark.parametrize(
    ("typed", "html"),
    [
        ("<kbd>Strg</kbd>", "<p><kbd>Strg</kbd></p>"),
        ("H<sub>2</sub>O", "<p>H<sub>2</sub>O</p>"),
        ("<span lang=\"tr\">Merhaba</span>", '<p><span lang="tr">Merhaba</span></p>'),
        ("a <!-- Notiz --> b", "<p>a  b</p>"),
        ("<!-- Notiz\nüber zwei Zeilen -->\n\nText", "<p>Text</p>"),
        ("<div>\n<p>Text</p>\n</div>", "<div>\n<p>Text</p>\n</div>"),
        ("```python\nx = 1\n```\n\n<kbd>a</kbd>", None),
        ("Fußnote[^1] <kbd>a</kbd>\n\n[^1]: b", None),
        ("| a |\n|:-:|\n| <kbd>b</kbd> |", None),
        ("1. a\n\n<kbd>b</kbd>\n\n3. c", None),
        ("<details>\n<summary>Mehr</summary>\nText\n</details>\n", None),
    ],
)  # fmt: skip
def test_harmless_html_stays_without_a_problem(world, typed, html):
    found = world.html(typed)
    assert html is None or found == html


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("<script>alert(1)</script>", "<script>"),
        ("Text <script>alert(1)</script> Text", "<script>"),
        ('<script src="https://evil.example/x.js"></script>', "<script>"),
        ('<p onclick="alert(1)">Text</p>', "onclick=…"),
        ('Text <b onmouseover="alert(1)">x</b>', "onmouseover=…"),
        ('<p style="position: fixed">Text</p>', "style=…"),
        ("<style>body { display: none }</style>", "<style>"),
        ('<iframe src="https://evil.example"></iframe>', "<iframe>"),
        ("<svg><circle/></svg>", "<svg>"),
        ("<math></math>", "<math>"),
        ('<object data="x.swf"></object>', "<object>"),
        ('<embed src="x.swf">', "<embed>"),
        ('<form action="https://evil.example"><input name="x"></form>', "<form>"),
        ('<meta http-equiv="refresh" content="0; url=https://evil.example">', "<meta>"),
        ('<base href="https://evil.example/">', "<base>"),
        ('<link rel="stylesheet" href="https://evil.example/x.css">', "<link>"),
        ('<video src="x.mp4"></video>', "<video>"),
        ("<font color=red>x</font>", "<font>"),
        ("<center>x</center>", "<center>"),
        ('<p class="wichtig">x</p>', "class=…"),
    ],
)
def test_html_that_is_not_allowed_is_an_error_on_its_line(world, typed, name):
    world.news(f"Eins\n\nZwei\n\n{typed}\n\nDrei")
    lines = [line.removeprefix(f"{NAME}:") for line in world.errors()]
    expected = f"10: „{name}“ ist in einem Text nicht erlaubt."
    if name in {"<iframe>", "<object>", "<embed>", "<video>"}:
        expected = "10: Videos, Karten und Ähnliches von anderen Websites werden in einer Seite"
    assert any(line.startswith(expected) for line in lines)
    assert {line.split(":")[0] for line in lines} == {"10"}


def test_a_javascript_address_in_typed_html_is_an_error_on_its_line(world):
    world.news('<a href="https://example.org">gut</a>\n\n<a href="javascript:alert(1)">böse</a>\n')
    lines = world.lines()
    assert lines
    assert {line.split(":")[1] for line in lines} == {"8"}


def test_every_forbidden_piece_of_a_text_is_told_on_its_own_line(world):
    world.news("<script>a</script>\n\nText <b onclick='x'>b</b>\n\n<script>c</script>\n\n<svg/>\n")
    assert [line.split(":")[1] for line in world.lines()] == ["6", "8", "10", "12"]


@pytest.mark.parametrize("harmless", ["`<script>`", "```\n<script>\n```"])
def test_code_that_looks_the_same_is_not_taken_for_the_culprit(world, harmless):
    world.news(f"{harmless}\n\n<script>x</script>\n")
    expected = 8 + harmless.count("\n")
    assert {line.split(":")[1] for line in world.lines()} == {str(expected)}


@pytest.mark.parametrize(
    "broken",
    [
        "<b",
        "<b <i>x",
        '<img src="x.png" alt="y"',
        "<script",
        "</script>",
        "Text <a href=\"x\" Text",
        "<div <div <div>",
        "<p title='>x",
        "<!-- nie zu Ende",
        "<!",
        "<>",
        "< script>alert(1)</ script>",
        "&#0;&#x110000;&unbekannt;",
        "<p>a</span></p></div></div>",
        "<table><td>x",
        "<a href=\"#a\"><a href=\"#b\">x</a></a>",
        "</div></main></body></html>",
    ],
)  # fmt: skip
def test_malformed_html_breaks_neither_the_build_nor_the_page(world, broken):
    html, _ = rendered(world, f"Vorher\n\n{broken}\n\nNachher")
    assert active_parts(html) == []
    assert html.count("<div") == html.count("</div")
    assert "</main" not in html
    assert "</body" not in html


def test_control_characters_do_not_bring_the_build_down(world):
    for body in (
        "> Zitat\n>\n> — Er\x08ika",
        "[Pl\x0ban](plan.pdf)",
        "a\x1b[31m",
        "\x0c## b",
        "a\ufffeb\uffff",
    ):
        world.write("aktuelles/2026-03-08-fest/plan.pdf", b"%PDF-1.7\n%%EOF")
        html, _ = rendered(world, body)
        assert html


def test_a_footnote_link_typed_by_hand_does_not_bring_the_build_down(world):
    html, _ = rendered(world, '<a class="footnote-backref" href="#x">zurück</a>')
    assert "zurück" in html
