import pytest

from schaukasten.model.text.places import placed
from schaukasten.model.text.sanitiser import Removed, clean, removed_from
from tests.model.text.markup import active_parts


@pytest.mark.parametrize(
    "html",
    [
        "<p>Text <em>a</em> <strong>b</strong> <code>c</code> <kbd>d</kbd> <mark>e</mark></p>",
        "<details open><summary>Mehr</summary><p>Text</p></details>",
        '<p dir="rtl" id="x" lang="ar" title="y">مرحبا</p>',
        '<ol reversed start="3" type="a"><li>x</li></ol>',
        '<table><tbody><tr><th scope="row">a</th><td colspan="2">b</td></tr></tbody></table>',
        '<p><a href="https://example.org/?a=b&amp;c=d">x</a> <a href="mailto:a@b.de">y</a></p>',
        '<p><a href="../seiten/kontakt.md#x">x</a> <a href="tel:+49231">y</a></p>',
        '<p><img src="foto.png" alt="x"> <time datetime="2026-03-08">8. März</time></p>',
        '<p><sup id="fnref-1"><a class="footnote-ref" href="#fn-1">1</a></sup></p>',
        '<div class="footnote"><hr><ol><li>x</li></ol></div>',
    ],
)
def test_what_text_needs_stays_as_it_is(html):
    assert removed_from([(html, 0)], html, clean(html)) == []
    assert clean(clean(html)) == clean(html)


@pytest.mark.parametrize(
    ("html", "names"),
    [
        ("<script>alert(1)</script>", ["<script>"]),
        ('<p onclick="a()">x</p>', ["onclick=…"]),
        ('<p style="color: red">x</p>', ["style=…"]),
        ('<p class="wichtig">x</p>', ["class=…"]),
        ('<a class="footnote-ref fremd" href="#a">x</a>', ["class=…"]),
        ('<a href="#a" target="_blank" rel="opener">x</a>', ["target=…", "rel=…"]),
        ('<img src="a.png" alt="x" width="10" srcset="b 2x">', ["width=…", "srcset=…"]),
        ("<iframe src=https://example.org></iframe>", ["<iframe>"]),
        ("<svg><path/></svg>", ["<svg>", "<path>"]),
        ("<math><mi>x</mi></math>", ["<math>", "<mi>"]),
        ("<object data=a></object><embed src=b>", ["<object>", "<embed>"]),
        ("<form><input><button>x</button></form>", ["<form>", "<input>", "<button>"]),
        ('<meta http-equiv="refresh" content="0">', ["<meta>"]),
        ("<base href=//evil.example><link rel=x>", ["<base>", "<link>"]),
        ("<style>p { color: red }</style>", ["<style>"]),
        ("<video src=a></video>", ["<video>"]),
        ("<marquee>x</marquee>", ["<marquee>"]),
        ("<!DOCTYPE html>", ["<!DOCTYPE html>"]),
        ("<?php x ?>", ["<?…>"]),
        ("<eigenes-element>x</eigenes-element>", ["<eigenes-element>"]),
        ('<a href="javascript:a()">x</a>', ["href"]),
        ('<blockquote cite="javascript:a()">x</blockquote>', ["cite=…"]),
        ('<img alt="x" src="data:image/png;base64,A">', ["src"]),
    ],
)
def test_what_is_not_allowed_goes_and_is_named(html, names):
    after = clean(html)
    assert active_parts(after) == []
    assert [removed.name for removed in removed_from([(html, 0)], html, after)] == names


@pytest.mark.parametrize(
    ("html", "removed"),
    [
        ('<p>x</p>\n<P\n  onClick = "a()">y</P>', Removed("onclick=…", 8)),
        ("x\n\n<iframe src=a.html></iframe>", Removed("<iframe>", 9, "a.html")),
        ("x\n<!DOCTYPE html>", Removed("<!DOCTYPE html>", 8)),
        ("x\n<p data-place='3'>y</p>", Removed("data-place=…", 8)),
    ],
)
def test_what_is_removed_is_named_with_the_line_on_which_its_tag_begins(html, removed):
    html = placed(html, "7")
    assert removed_from([(html, 7)], html, clean(html)) == [removed]


@pytest.mark.parametrize("comment", ["<!-- weg -->", "<!---->", "<!--[if IE]><b>x</b><![endif]-->"])
def test_a_comment_goes_silently(comment):
    html = f"<p>a{comment}b</p>"
    after = clean(html)
    assert after == "<p>ab</p>"
    assert removed_from([(html, 0)], html, after) == []


def test_text_between_marks_that_browsers_take_for_a_comment_does_not_go_silently():
    html = "<p>a <![CDATA[geheim]]> b</p>"
    after = clean(html)
    assert "geheim" in after or removed_from([(html, 0)], html, after)


def test_the_text_inside_a_removed_element_stays_unless_it_is_code():
    assert clean("<p>a<blink>b</blink><script>c</script><style>d</style></p>") == "<p>ab</p>"


@pytest.mark.parametrize("html", ["<b>x", "<p>a</div>b", "x</script>", "<p>a<p>b", "a < b & c > d"])
def test_untidy_html_is_mended_without_a_word(html):
    after = clean(html)
    assert active_parts(after) == []
    assert removed_from([(html, 0)], html, after) == []
