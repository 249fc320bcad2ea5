"""The headings of a text → the same below the title of its page."""

from __future__ import annotations

from lxml.html import HtmlElement

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


def headings_of(root: HtmlElement) -> list[HtmlElement]:
    return list(root.iter(*HEADINGS))


def put_below(level: int, root: HtmlElement) -> None:
    """Let the highest heading stand right below another of that level (WCAG 2.2, 1.3.1).

    The title of a page has the level 1.
    """
    headings = headings_of(root)
    highest = min((int(heading.tag[1]) for heading in headings), default=1)
    for heading in headings:
        heading.tag = f"h{min(int(heading.tag[1]) - highest + level + 1, 6)}"
