"""Each picture of a page → how wide it says to be, and the box in which it is shown."""

from __future__ import annotations

#: Windows in pixels: telephones, one of them on its side, a tablet, a small and a large screen.
WINDOWS = [(320, 568), (360, 740), (740, 360), (768, 1024), (1000, 700), (1280, 900), (1920, 1080)]

#: Of each picture its address, its width as `sizes` says it (HTML, 4.8.4.2.2), width and height
#: of its box, and its own width by height.
WIDTHS = """() => [...document.querySelectorAll('img[sizes]')].map((image) => {
  const ruler = document.body.appendChild(document.createElement('div'));
  ruler.style.position = 'absolute';
  for (const one of image.sizes.split(/,(?![^(]*\\))/)) {
    const [, query, width] = one.trim().match(/^(\\([^)]*\\))?\\s*(min\\(.*\\)|\\S+)$/);
    if (query && !matchMedia(query).matches) continue;
    ruler.style.width = width;
    break;
  }
  const said = ruler.getBoundingClientRect().width;
  ruler.remove();
  const box = image.getBoundingClientRect();
  const ratio = image.getAttribute('width') / image.getAttribute('height');
  return [image.currentSrc || image.src, said, box.width, box.height, ratio];
})"""
