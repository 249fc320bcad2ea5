"""What a stylesheet imports, and all of it as one."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from schaukasten.model.look.stylesheet import Import, bundle, imports, shortened
from tests.worlds import THEME


def test_the_bundle_keeps_every_rule_in_its_layer() -> None:
    css = bundle(THEME / "static" / "css" / "site.css")
    assert "@import" not in css
    assert "/*" not in css
    order = re.search(r"@layer ([\w,]+);", css)
    layers = re.findall(r"@layer (\w+)\{", css)
    assert order is not None
    # Each once: what follows one another in a layer stands in one.
    assert layers == order[1].split(",")[:-1]
    assert css.count("{") == css.count("}")


def test_imports_in_comments_are_none_and_lines_are_those_of_the_file() -> None:
    css = (
        '@import url("a.css") layer(base);\n/* @import\nurl("b.css"); */\n@import url("c/d.css");\n'
    )
    assert list(imports(css)) == [Import("a.css", 1), Import("c/d.css", 4)]


def test_what_is_imported_from_another_folder_is_found_from_there(tmp_path: Path) -> None:
    (tmp_path / "blocks").mkdir()
    (tmp_path / "site.css").write_text(
        '@import url("blocks/all.css") layer(blocks);\np { top: 0 }\n'
    )
    (tmp_path / "blocks/all.css").write_text('/*! OFL */\n@import url("card.css");\n/* x */\n')
    (tmp_path / "blocks/card.css").write_text(".card { top: 1px }\n")
    assert bundle(tmp_path / "site.css") == ("@layer blocks{/*! OFL */ .card{top:1px}}p{top:0}")


def test_of_a_foreign_host_nothing_is_put_into_the_bundle(tmp_path: Path) -> None:
    (tmp_path / "site.css").write_text('@import url("https://fonts.example/x.css");\n')
    with pytest.raises(FileNotFoundError):
        bundle(tmp_path / "site.css")


@pytest.mark.parametrize("more", ["print", "supports(display:grid)", "layer(a) print"])
def test_an_import_for_some_media_is_left_as_it_stands(tmp_path: Path, more: str) -> None:
    css = f'@import url("print.css") {more};\n.next {{ top: 0 }}\n'
    (tmp_path / "site.css").write_text(css)
    assert bundle(tmp_path / "site.css") == f'@import url("print.css") {more};.next{{top:0}}'


@pytest.mark.parametrize(
    ("typed", "short"),
    [
        (".a,\n.a :is(b, c) {\n  d: e;\n}\n", ".a,.a :is(b,c){d:e}"),
        ("@layer x {\n.a :hover { b: c; }\n}", "@layer x{.a :hover{b:c}}"),
        ("a { content: \"a ; b : {\"; b: 'x  y' }", "a{content:\"a ; b : {\";b:'x  y'}"),
        ("a { width: calc(1px + 2px); }", "a{width:calc(1px + 2px)}"),
        ("@container (min-width: 2rem) { .a > b :is(c) { d: e } }",
         "@container (min-width:2rem){.a > b :is(c){d:e}}"),
        ("/*! A licence : x */ a { src: url(x y.woff2) }",
         "/*! A licence : x */ a{src:url(x y.woff2)}"),
    ],
)  # fmt: skip
def test_a_blank_that_means_something_stays(typed: str, short: str) -> None:
    assert shortened(typed) == short
