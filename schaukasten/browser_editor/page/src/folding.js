/** What is folded up → it unfolds wherever one presses its line, and not at its small arrow alone. */
export function unfoldByLine() {
  document.addEventListener("click", ({ target }) => {
    if (target.closest("a, button, input")) return;
    const folded = target.closest("#nc-root :is(.summary, .header)")?.closest(".item, .wrapper");
    folded?.querySelector(":scope > .header [aria-expanded=false]")?.click();
  });
}
