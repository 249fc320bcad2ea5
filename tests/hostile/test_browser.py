"""Script in every dress, in a real browser and without the policy that would stop it as well."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Dialog, Page, Route

from tests.browser.conftest import served
from tests.browser.visits import addresses
from tests.hostile.scripts import ATTACKS
from tests.model.text.rendering import rendered
from tests.worlds import World

#: What Chromium's own parser made of the page: handlers, scripts in it, links that run.
#: The site's own calendar is subscribed to, which editors cannot write.
ACTIVE = """() => [
  ...[...document.querySelectorAll("*")].flatMap((one) =>
    one.getAttributeNames().filter((name) => /^on|^style$|^srcdoc$|^ping$/.test(name))),
  ...[...document.querySelectorAll(
    "script:not([src]):not([type='application/ld+json']), main script, iframe, object, embed, base"
  )].map((one) => one.outerHTML.slice(0, 100)),
  ...[...document.links].filter((one) => !one.matches(".calendar-links__link[href^='webcal:']"))
    .map((one) => one.protocol)
    .filter((scheme) => !["http:", "https:", "mailto:", "tel:"].includes(scheme)),
]"""


@contextmanager
def watched(browser: Browser, site: Path) -> Iterator[tuple[Page, str, list[str]]]:
    """A page, the site's address, and what has run or was asked of other hosts so far."""
    found: list[str] = []

    def dismiss(dialog: Dialog) -> None:
        found.append(f"dialog {dialog.message}")
        dialog.dismiss()

    def refuse(route: Route) -> None:
        found.append(f"request {route.request.url}")
        route.abort()

    with served(site) as host:
        context = browser.new_context()
        # Styles cannot run, and without them a page is there sooner.
        context.route("**/*.css", lambda route: route.abort())
        context.route(is_not_of(host), refuse)
        page = context.new_page()
        page.on("dialog", dismiss)
        yield page, host, found
        context.close()


def is_not_of(host: str) -> Callable[[str], bool]:
    return lambda url: not url.startswith((f"{host}/", "data:"))


def test_no_page_of_a_site_full_of_script_runs_any(browser: Browser, script_site: Path) -> None:
    with watched(browser, script_site) as (page, host, found):
        pages = addresses(script_site)
        assert len(pages) > 20
        for address in pages:
            page.goto(host + address)
            assert page.evaluate(ACTIVE) == [], address
            assert found == [], address


def test_what_is_left_of_refused_script_would_not_run_either(
    browser: Browser, world: World, tmp_path: Path
) -> None:
    left = [rendered(world, payload)[0] for payload in ATTACKS.values()]
    bare = tmp_path / "bare"
    bare.mkdir()
    write(bare / "left.html", "".join(f"<div>{html}</div>\n" for html in left))
    with watched(browser, bare) as (page, host, found):
        page.goto(f"{host}/left.html")
        assert page.locator("body > div").count() == len(ATTACKS)
        assert page.evaluate(ACTIVE) == []
        assert found == []


def test_the_same_script_runs_where_nothing_takes_it_out(browser: Browser, tmp_path: Path) -> None:
    """Otherwise the tests above could not fail."""
    names = ("a handler of an error", "a Markdown picture from elsewhere", "a link to a script")
    picture = '<img src="https://evil.example/x.png">'
    write(tmp_path / "raw.html", ATTACKS[names[0]] + picture + ATTACKS[names[2]])
    with watched(browser, tmp_path) as (page, host, found):
        page.goto(f"{host}/raw.html")
        assert {line.split()[0] for line in found} == {"dialog", "request"}
        assert set(page.evaluate(ACTIVE)) == {"onerror", "javascript:"}


def write(path: Path, body: str) -> None:
    path.write_text(f"<!doctype html><html lang=de><title>x</title><body>{body}", "utf-8")
