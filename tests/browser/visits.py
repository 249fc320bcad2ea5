"""A built site → the addresses of its pages, and a browser's way through them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Browser, Page

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
        viewport={"width": width, "height": 900},
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
