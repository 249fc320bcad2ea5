"""An open page → what axe finds: WCAG 2.2 AA, best practices, and contrast as AAA asks for it."""

from __future__ import annotations

import re
from typing import Literal

from playwright.sync_api import Page

from tests import parts
from tests.browser.visits import resize

# Of what axe would load beforehand, these rules use films and sounds; to parse every stylesheet
# a second time, for a rule that is not among them, takes as long as all of them.
_PRELOAD = "document.querySelector('audio, video') ? {assets: ['media']} : false"

_RUN = """async ([within, onlyColors]) => {
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
  const colors = axe.getRules(['cat.color']).map((rule) => rule.ruleId);
  const result = await axe.run(within ? {include: [within]} : document, {
    runOnly: onlyColors ? {type: 'rule', values: colors} : {type: 'tag', values: tags},
    // AAA's rule for contrast is silent about what AA's refuses: it takes both.
    rules: {'color-contrast-enhanced': {enabled: true}, 'target-size': {enabled: true}},
    preload: PRELOAD,
    resultTypes: ['violations'],
  });
  return result.violations.map(
    (rule) => rule.id + ': ' + rule.nodes.map((node) => node.target + ' ' + node.failureSummary)
  );
}""".replace("PRELOAD", _PRELOAD)

_PLACES = """async () => {
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
  const result = await axe.run(document, {
    runOnly: {type: 'tag', values: tags},
    preload: PRELOAD,
    resultTypes: ['violations'],
  });
  return result.violations.flatMap((rule) => rule.nodes.map((node) => `${rule.id} ${node.target}`));
}""".replace("PRELOAD", _PRELOAD)
#: What a framework counts and what a digest says: `.svelte-1x2y3z`, `#c12-label`, `:nth-child(3)`.
_NUMBERS = re.compile(r"\.svelte-\w+|:nth-child\(\d+\)|(?<=#c)\d+|(?<=\.)\d+|(?<=-)\d+")


def source() -> str:
    script = parts.axe_source()
    assert script is not None
    return script


def violations(page: Page, within: str = "", only_colors: bool = False) -> list[str]:
    """Return the rules that are broken, in the page or in what a selector finds in it.

    With `only_colors` it is the rules that axe itself files under colour: enough for the second
    scheme of a page whose first has passed all of them at the same width.
    """
    if not page.evaluate("'axe' in window"):
        page.evaluate(source())
    return page.evaluate(_RUN, [within, only_colors])


def places(page: Page) -> set[str]:
    """Return what breaks a rule of WCAG 2.2 AA as `rule selector`, without running numbers."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(source())
    found: list[str] = page.evaluate(_PLACES)
    return {_NUMBERS.sub("", place) for place in found}


#: Crosswise, since a scheme changes colours alone and a width changes places alone.
_LOOKS: tuple[tuple[int, Literal["light", "dark"]], ...] = ((320, "light"), (1280, "dark"))


def violations_of_both(page: Page) -> dict[str, list[str]]:
    """What axe finds on an open page at 320 pixels in light, and at 1280 in dark.

    One after the other on the same page, since to open it again takes as long, and beginning with
    the look that it has: the window is left with the other one, so that half the pages are opened
    in the dark.
    """
    is_narrow = page.evaluate("innerWidth") == 320
    found = {}
    for width, scheme in _LOOKS if is_narrow else reversed(_LOOKS):
        resize(page, width)
        page.emulate_media(color_scheme=scheme)
        if wrong := violations(page):
            found[f"{width} {scheme}"] = wrong
    return found
