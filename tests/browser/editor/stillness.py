"""A window on the editor → one that shows each step at once.

Without a graphics card the processor draws what moves, and what lies blurred behind it: half the
work of a test. In `forge/test_day.py` and in Firefox all of it moves as it does for people.
"""

from __future__ import annotations

from playwright.sync_api import BrowserContext

# A change takes a moment all the same: Sveltia waits for its end.
_STILL = """
delete Document.prototype.startViewTransition;
addEventListener('DOMContentLoaded', () => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`*, ::before, ::after, ::backdrop {
    animation-delay: 0s !important; animation-duration: 1ms !important;
    transition-delay: 0s !important; transition-duration: 1ms !important;
    backdrop-filter: none !important; filter: none !important;
  }`);
  document.adoptedStyleSheets.push(sheet);
});
"""


def keep_still(context: BrowserContext) -> None:
    """For every document that a window of the context loads from now on."""
    context.add_init_script(_STILL)
