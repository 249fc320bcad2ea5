"""A page → how far what was drawn of it has moved (Layout Instability, W3C draft; 0 is not at all).

Needs a context with `bypass_csp`.
"""

from __future__ import annotations

from playwright.sync_api import Page

_WATCH = """window.shifts = 0; new PerformanceObserver((list) => {
  for (const one of list.getEntries()) window.shifts += one.value;
}).observe({type: 'layout-shift', buffered: true});"""
_TO_THE_END = """async () => { for (let y = 0; y < document.body.scrollHeight; y += 300) {
  scrollTo(0, y); await new Promise((done) => setTimeout(done, 40)); } }"""


def watch(page: Page) -> None:
    """Add up what moves, in every page that is opened from now on."""
    page.add_init_script(_WATCH)


def read_to_the_end(page: Page) -> None:
    page.evaluate(_TO_THE_END)
    page.wait_for_load_state("networkidle")


def moved(page: Page) -> float:
    return float(page.evaluate("window.shifts"))
