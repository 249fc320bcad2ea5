"""A page has the sheets of all that it shows, and waits for no other."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from lxml import html

from schaukasten.model.look.stylesheet import bundle, imports
from schaukasten.plugins.assets import SHEETS
from tests.worlds import THEME

_CSS = THEME / "static" / "css"


def classes(stem: str) -> set[str]:
    """The classes that a sheet gives a look on a screen."""
    files = [one.file for one in imports((_CSS / f"{stem}.css").read_text("utf-8"))]
    css = "".join(bundle(_CSS / file) for file in files if not file.startswith("print/"))
    selectors = re.findall(r"([^{};]+)\{", css)
    return {name for one in selectors for name in re.findall(r"\.([a-z][\w-]*)", one)}


SITE = classes("site")
#: Each sheet that a page may be without, and what has its look from there alone.
OWN = {stem: classes(stem) - SITE for stem in SHEETS if stem not in ("print", "preview")}
# A block of one sheet may stand on one of another.
OWN["week"] -= OWN["times"]
#: What the home page's own sheet holds.
HOME = ("times", "doors", "house")


@pytest.fixture(params=["real_site", "second_site", "crowded_site", "sparse_site"])
def site(request: pytest.FixtureRequest) -> Path:
    found: Path = request.getfixturevalue(request.param)
    return found


def faults(page: html.HtmlElement) -> list[str]:
    linked = " ".join(page.xpath("//link[@rel='stylesheet']/@href"))
    shown = {name for one in page.xpath("//@class") for name in one.split()}
    found = []
    for stem, own in OWN.items():
        if "/home." in linked and stem in HOME:
            continue
        if shown & own and f"/{stem}." not in linked:
            found.append(f"without {stem}: {' '.join(sorted(shown & own))}")
        if not shown & own and f"/{stem}." in linked:
            found.append(f"{stem} for nothing")
    return found


def test_each_page_has_the_sheets_that_it_needs_and_no_other(
    site: Path, request: pytest.FixtureRequest
) -> None:
    has_little = request.node.callspec.params["site"] == "sparse_site"
    found: dict[str, str] = {}
    for path in site.rglob("*.html"):
        for fault in faults(html.parse(str(path)).getroot()):
            if has_little and fault.endswith("for nothing"):
                continue
            found.setdefault(fault, str(path.relative_to(site)))
    assert found == {}


@pytest.mark.parametrize(
    ("sheets", "body", "fault"),
    [
        ("site", "<ul class='doors'></ul>", "without doors: doors"),
        ("lists", "<p class='lead'>", "lists for nothing"),
    ],
)
def test_a_sheet_that_is_missing_or_too_much_would_be_found(sheets, body, fault) -> None:
    link = f"<link rel='stylesheet' href='/theme/css/{sheets}.0123456789ab.css'>"
    assert faults(html.fromstring(f"<html><head>{link}</head><body>{body}</body></html>")) == [
        fault
    ]
