"""An open page → what axe finds: WCAG 2.2 AA, best practices, and contrast as AAA asks for it."""

from __future__ import annotations

from playwright.sync_api import Page

from tests import parts

SOURCE = parts.axe_source()

_RUN = """async (within) => {
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
  const result = await axe.run(within ? {include: [within]} : document, {
    runOnly: {type: 'tag', values: tags},
    rules: {'color-contrast-enhanced': {enabled: true}, 'target-size': {enabled: true}},
    resultTypes: ['violations'],
  });
  return result.violations.map(
    (rule) => rule.id + ': ' + rule.nodes.map((node) => node.target + ' ' + node.failureSummary)
  );
}"""


def violations(page: Page, within: str = "") -> list[str]:
    """Return the rules that are broken, in the page or in what a selector finds in it."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(SOURCE)
    return page.evaluate(_RUN, within)
