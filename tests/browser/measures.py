"""An open page → what is wrong with it, by the name of the measure that finds it."""

from __future__ import annotations

from playwright.sync_api import Page

# WCAG 2.2, 1.4.12: what a visitor may set without losing anything.
TEXT_SPACING = """* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
  word-spacing: 0.16em !important; } p { margin-block-end: 2em !important; }"""
TEXT_TWICE_AS_LARGE = "html { font-size: 200% !important; }"

_TOO_WIDE = """() => {
  const wide = document.documentElement.clientWidth;
  const needed = document.documentElement.scrollWidth;
  if (needed <= wide) return [];
  const out = [...document.querySelectorAll('body *')].filter(
    (element) => element.getBoundingClientRect().right > wide + 1
  );
  return [`${needed} pixels`, ...out.slice(0, 3).map((one) => one.outerHTML.slice(0, 120))];
}"""

# Every line of text that a sighted visitor reads, with its box.
_TEXTS = """
const name = (element) => element.localName + [...element.classList].map((c) => '.' + c).join('');
const unseen = '.visually-hidden, .skip-link';
const texts = (root) => {
  const found = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (!node.data.trim() || parent.closest(unseen) || !parent.checkVisibility()) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const box of range.getClientRects()) {
      if (box.width) found.push({box, node, text: node.data.trim(), parent});
    }
  }
  return found;
};
"""

_CUT_OFF = (
    "() => {"
    + _TEXTS
    + """
  const cuts = (overflow) => ['hidden', 'clip'].includes(overflow);
  return [...document.querySelectorAll('*')].filter((element) => {
    if (element.closest(unseen) || !element.textContent.trim()) return false;
    const style = getComputedStyle(element);
    return (
      (cuts(style.overflowX) && element.scrollWidth > element.clientWidth + 1) ||
      (cuts(style.overflowY) && element.scrollHeight > element.clientHeight + 1)
    );
  }).map((element) => name(element) + ': ' + element.textContent.trim().slice(0, 60));
}"""
)

# A box that scrolls by itself may hold more than it shows; what is around it may not grow.
# Below, a line's box may stand out a little: letters are higher than a tight line.
_OUT_OF_ITS_BOX = (
    "() => {"
    + _TEXTS
    + """
  const known = new Map();
  const look = (element) => {
    if (!known.has(element)) {
      const style = getComputedStyle(element);
      known.set(element, {
        isBox: !['inline', 'contents'].includes(style.display),
        scrolls: ['auto', 'scroll'].includes(style.overflowX),
        box: element.getBoundingClientRect(),
      });
    }
    return known.get(element);
  };
  const found = new Set();
  for (const {box, text, parent} of texts(document.body)) {
    for (let around = parent; around !== document.body; around = around.parentElement) {
      const {isBox, scrolls, box: outer} = look(around);
      if (scrolls) break;
      if (!isBox) continue;
      if (
        box.right > outer.right + 1 || box.left < outer.left - 1 ||
        box.bottom > outer.bottom + box.height / 3
      ) {
        found.add(name(around) + ': ' + text.slice(0, 60));
        break;
      }
    }
  }
  return [...found];
}"""
)

# Fewer than four letters a line: nobody reads that, though every letter is there.
_SQUEEZED = (
    "() => {"
    + _TEXTS
    + """
  const lines = new Map();
  for (const {box, node} of texts(document.body)) {
    lines.set(node, (lines.get(node) ?? new Set()).add(Math.round(box.top)));
  }
  return [...lines]
    .map(([node, tops]) => ({node, text: node.data.trim(), count: tops.size}))
    .filter(({text, count}) => count > 4 && text.length / count < 4)
    .map(({node, text, count}) => (
      name(node.parentElement) + ': ' + text.slice(0, 60) + ' in ' + count + ' lines'
    ));
}"""
)

_COVERED_BY_A_TAB = (
    "() => {"
    + _TEXTS
    + """
  const lines = [...document.querySelectorAll('.notice')].flatMap(texts)
    .filter(({parent}) => !parent.closest('.notice__tab'));
  const found = new Set();
  for (const tab of document.querySelectorAll('.notice__tab')) {
    const over = tab.getBoundingClientRect();
    for (const {box, text} of lines) {
      const wide = Math.min(over.right, box.right) - Math.max(over.left, box.left);
      const high = Math.min(over.bottom, box.bottom) - Math.max(over.top, box.top);
      if (wide > 1 && high > 1) found.add(tab.textContent.trim() + ' | ' + text.slice(0, 60));
    }
  }
  return [...found];
}"""
)

_TOO_HIGH_A_PICTURE = """() => [...document.querySelectorAll('img')]
  .map((image) => image.getBoundingClientRect())
  .filter((box) => box.height > 1.5 * innerHeight)
  .map((box) => Math.round(box.width) + ' × ' + Math.round(box.height))"""

_DISTORTED = """() => [...document.querySelectorAll('img')].filter((image) => {
  if (getComputedStyle(image).objectFit !== 'fill') return false;
  const box = image.getBoundingClientRect();
  const high = box.width * image.getAttribute('height') / image.getAttribute('width');
  return Math.abs(high - box.height) > 2 + 0.02 * high;
}).map((image) => image.outerHTML.slice(0, 120))"""

# The attributes are those of the largest file that there is.
_BLOWN_UP = """() => [...document.querySelectorAll('main img')].filter((image) => {
  const box = image.getBoundingClientRect();
  const wide = box.width / image.getAttribute('width');
  const high = box.height / image.getAttribute('height');
  const fit = getComputedStyle(image).objectFit;
  const scale = {cover: Math.max(wide, high), contain: Math.min(wide, high), fill: wide}[fit];
  return scale > 1.05;
}).map((image) => image.outerHTML.slice(0, 120))"""

_EMPTY = """() => {
  const bare = (element, but = '') => {
    const copy = element.cloneNode(true);
    if (but) copy.querySelectorAll(but).forEach((inner) => inner.remove());
    // What a template prints for a value that is not there.
    return ['', 'None'].includes(copy.textContent.trim()) && !copy.querySelector('img, svg');
  };
  const headings = 'h1, h2, h3, h4, h5, h6';
  const all = (selector) => [...document.body.querySelectorAll(selector)];
  return [
    ...all(headings + ', p, li, dt, dd, a, div').filter((element) => bare(element)),
    ...all('ul, ol, dl').filter((list) => !list.childElementCount),
    ...all('main, section, article, nav, aside, footer')
      .filter((section) => bare(section, headings)),
  ].map((element) => element.outerHTML.slice(0, 120));
}"""

_WITH_STYLE = """(css) => {
  const style = document.createElement('style');
  style.textContent = css;
  document.head.append(style);
  if (css && !style.sheet?.cssRules.length) throw new Error('the style is refused');
  try { return {%s}; } finally { style.remove(); }
}"""

MEASURES = {
    "too wide": _TOO_WIDE,
    "cut off": _CUT_OFF,
    "out of its box": _OUT_OF_ITS_BOX,
    "squeezed": _SQUEEZED,
    "covered by a tab": _COVERED_BY_A_TAB,
    "too high a picture": _TOO_HIGH_A_PICTURE,
    "distorted": _DISTORTED,
    "blown up": _BLOWN_UP,
    "empty": _EMPTY,
}
#: The measures that hang on the window and on what a visitor has set.
LOOKS = [measure for measure in MEASURES if measure != "empty"]


def faults(page: Page, *measures: str, css: str = "") -> dict[str, list[str]]:
    """What the measures find on the page as it is shown now; those that find nothing are left out.

    With `css` it is shown as to a visitor who has set that. All in one call, since a call takes
    longer than a measure.
    """
    calls = ", ".join(f"{measure!r}: ({MEASURES[measure]})()" for measure in measures)
    found = page.evaluate(_WITH_STYLE % calls, css)
    return {measure: wrong for measure, wrong in found.items() if wrong}
