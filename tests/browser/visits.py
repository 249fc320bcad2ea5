"""A built site → the addresses of its pages, and a browser's way through them."""

from __future__ import annotations

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
    """The pages of a preview whose main part is another one than the site's, and one of the rest.

    What is around the main part, banner and foot, is the same on all of them.
    """
    every = addresses(preview)
    also = set(addresses(site))
    more = [one for one in every if one not in also or _shown(preview, one) != _shown(site, one)]
    return more + [one for one in every if one not in more][:1]


def _shown(site: Path, address: str) -> str:
    """The HTML of a page's main part, with the names of files as they are without digests."""
    path = site / address.removeprefix("/")
    text = (path / "index.html" if address.endswith("/") else path).read_text("utf-8")
    return re.sub(r"\.[0-9a-f]{12}\.", ".", text[text.index("<main") : text.index("</main>")])


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
