"""The rules of the theme's CSS, read from its files as they stand."""

from __future__ import annotations

import re
from pathlib import Path
from statistics import median

import pytest

from schaukasten.model.association.palette import Palette
from tests.worlds import ROOT, THEME

CSS = THEME / "static" / "css"
FILES = sorted(CSS.rglob("*.css"))
TEMPLATES = sorted((THEME / "templates").rglob("*.html"))
#: The only place that may name the palette, and the paper that has no colours but two.
PALETTE_FILES = {CSS / "tokens" / "colour.css", CSS / "print" / "paper.css"}

LOGICAL = re.compile(
    r"(?<![\w-])(?:(?:margin|padding|border|inset|scroll-padding)-(?:left|right|top|bottom)"
    r"|(?:min-|max-)?(?:width|height)|left|right|top|bottom)(?:-\w+)*\s*:"
    r"|(?:text-align|float|clear|background-position|object-position)\s*:.*\b(?:left|right)\b"
    # Four values name four sides, the second the right one.
    r"|(?:margin|padding|inset|border-width|border-radius)\s*:\s*\S+\s+(\S+)\s+\S+\s+(?!\1$)\S+$"
)

files = pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(CSS)))


def rules(path: Path) -> str:
    """The CSS of a file without comments, and without the conditions of its queries."""
    text = re.sub(r"/\*.*?\*/", "", path.read_text("utf-8"), flags=re.DOTALL)
    return re.sub(r"@(?:media|container|supports)[^{]+", "@query ", text)


def selectors(path: Path) -> list[str]:
    return re.findall(r"([^{};]+)\{", rules(path))


def declarations(path: Path) -> list[str]:
    return [found.strip() for found in re.findall(r"([^{};]+:[^{};]+);", rules(path))]


@files
def test_lengths_and_sides_follow_the_direction_of_writing(path: Path) -> None:
    assert not [one for one in declarations(path) if LOGICAL.search(one)]


@pytest.mark.parametrize(
    "physical",
    [
        "margin-left: 0",
        "width: 1px",
        "border-top-width: 0",
        "text-align: right",
        "margin: 0 1rem 0 2rem",
    ],
)
def test_a_physical_property_would_be_found(physical: str) -> None:
    assert LOGICAL.search(physical)


@files
def test_no_id_is_a_hook(path: Path) -> None:
    assert not [one for one in selectors(path) if "#" in one]


@files
def test_nothing_but_a_utility_is_important(path: Path) -> None:
    assert "!important" not in rules(path) or path.parent.name == "utilities"


@files
def test_a_block_knows_what_a_colour_is_for_and_not_its_value(path: Path) -> None:
    if path in PALETTE_FILES:
        return
    text = rules(path)
    assert not re.search(r"#[0-9a-f]{3,8}\b|\b(?:rgba?|hsla?|oklch|oklab|lch|lab)\(", text)
    colors = {name.removesuffix("_dark").replace("_", "-") for name in Palette.model_fields}
    assert not colors & set(re.findall(r"var\(--([\w-]+)", text))


@files
def test_a_composition_or_block_opens_with_its_knobs(path: Path) -> None:
    if path.parent.name not in {"compositions", "blocks"} or "-wide" in path.stem:
        return
    assert declarations(path)[0].lstrip().startswith("--"), path.name


@files
def test_nothing_moves_unless_the_visitor_lets_it(path: Path) -> None:
    text = path.read_text("utf-8")
    # WCAG 2.2, 2.3.3
    if re.search(r"(?:transition|animation|scroll-behavior)\s*[:-]", text):
        assert "@media (prefers-reduced-motion: no-preference)" in text


@files
def test_what_is_seen_first_is_read_first(path: Path) -> None:
    # WCAG 2.2, 1.3.2 and 2.4.3: the source has the order.
    assert not re.search(r"(?<![\w-])order\s*:|-reverse\b", rules(path))


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_the_keyboard_follows_the_source(path: Path) -> None:
    assert not re.search(r"tabindex=[\"']?[1-9]", path.read_text("utf-8"))


def test_files_are_short() -> None:
    # But for the table of contents, which has a line for each.
    files = [path for path in FILES if path.name != "site.css"]
    lengths = [path.read_text("utf-8").count("\n") for path in files]
    assert median(lengths) < 40
    assert max(lengths) <= 80


def test_every_property_that_is_used_is_set_and_the_other_way_round() -> None:
    text = "\n".join(rules(path) for path in FILES)
    palette = {name.removesuffix("_dark").replace("_", "-") for name in Palette.model_fields}
    found = set(re.findall(r"(?<![\w(-])--([\w-]+)\s*:", text)) | palette
    used = set(re.findall(r"var\(--([\w-]+)", text))
    assert used - found == set()
    assert found - used == set()


def classes_of_templates() -> set[str]:
    found: set[str] = set()
    for path in TEMPLATES:
        text = path.read_text("utf-8")
        for value in re.findall(r'class="((?:[^"{]|\{%.*?%\}|\{\{.*?\}\})*)"', text):
            found |= set(re.sub(r"\{[%{].*?[%}]\}", " ", value).split())
            found |= set(re.findall(r"%\}\s*([\w-]+)\{%", value))
        found |= set(re.findall(r'class="([\w -]+)"\)', text))
    return found


def classes_of_code() -> set[str]:
    code = [*(ROOT / "schaukasten/model").rglob("*.py"), *(THEME / "static" / "js").glob("*.js")]
    text = "".join(path.read_text("utf-8") for path in code)
    return set(re.findall(r'"([a-z]+(?:[-_]+[a-z]+)*)"', text)) | {
        f"align-{side}" for side in ("start", "end", "center")
    }


def test_every_class_of_the_css_is_used_somewhere() -> None:
    known = classes_of_templates() | classes_of_code()
    assert {"notice", "news-card--large", "hero__notice"} <= classes_of_templates()
    styled = {name for path in FILES for one in selectors(path) for name in classes(one)}
    assert styled - known == set()


def classes(selector: str) -> list[str]:
    return re.findall(r"\.([a-z][\w-]*)", selector)


def test_a_class_of_a_template_has_a_look_or_names_a_block() -> None:
    styled = {name for path in FILES for one in selectors(path) for name in classes(one)}
    assert classes_of_templates() - styled == set()
