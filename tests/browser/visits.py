"""A built site → the addresses of its pages, and a browser's way through them."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Browser, Page, ViewportSize

from tests.worlds import TODAY

#: On the day for which the sites are built nothing is stale yet, and nothing over.
NOW = f"{TODAY}T00:30:00+01:00"


def addresses(site: Path) -> list[str]:
    """Every page except redirects, which are gone before one could look at them."""
    return [
        "/" + path.relative_to(site).as_posix().removesuffix("index.html")
        for path in sorted(site.rglob("*.html"))
        if 'http-equiv="refresh"' not in path.read_text("utf-8")
    ]


def unlike(preview: Path, site: Path) -> list[str]:
    """The pages of a preview that have another main part than the site's, and some of the rest.

    Around the main part, in banner and foot, a preview says more. Of the pages of which only that
    is another it is the first of each way in which it is.
    """
    also = set(addresses(site))
    ways = set()
    more = []
    for one in addresses(preview):
        if one not in also:
            more.append(one)
            continue
        (ours, around), (theirs, around_theirs) = _shown(preview, one), _shown(site, one)
        way = tuple(difflib.unified_diff(around_theirs, around, n=0))
        if ours != theirs or way not in ways:
            more.append(one)
        ways.add(way)
    return more


def _shown(site: Path, address: str) -> tuple[str, list[str]]:
    """The HTML of a page's main part, and the lines of its body around that.

    Files have the names that they have without digests.
    """
    path = site / address.removeprefix("/")
    text = (path / "index.html" if address.endswith("/") else path).read_text("utf-8")
    text = re.sub(r"\.[0-9a-f]{12}\.", ".", text)
    begin, end = text.index("<main"), text.index("</main>")
    return text[begin:end], (text[text.index("<body") : begin] + text[end:]).splitlines()


def visits(
    browser: Browser,
    host: str,
    site: Path,
    width: int,
    scheme: str = "light",
    only: list[str] | None = None,
    script: str | None = None,
) -> Iterator[tuple[str, Page]]:
    """Open every page in a window of that width in pixels; gives its address and the page.

    With `only` it is the pages at these addresses. A `script` is run in each of them: handed over
    once for all pages, which a large one is worth.
    """
    context = browser.new_context(
        viewport=_window(width),
        color_scheme="dark" if scheme == "dark" else "light",
        bypass_csp=True,
    )
    context.clock.set_fixed_time(NOW)
    if script is not None:
        context.add_init_script(script)
    page = context.new_page()
    for address in addresses(site) if only is None else only:
        response = page.goto(host + address)
        assert response is not None
        assert response.ok, address
        yield address, page
    context.close()


def resize(page: Page, width: int) -> None:
    """Make the window so many pixels wide, if it is not: of all that is done to a page it is this
    that takes longest.
    """
    if page.viewport_size != _window(width):
        page.set_viewport_size(_window(width))


def _window(width: int) -> ViewportSize:
    return {"width": width, "height": 900}
