/** Values that were used before → offered while somebody types, wherever their key has a field. */

/** `suggestions` are texts by the key of their field; anything else may be typed as well. */
export function suggest(suggestions) {
  for (const [key, values] of Object.entries(suggestions)) {
    const list = document.createElement("datalist");
    list.id = `suggestions-${key}`;
    list.append(...values.map((value) => new Option(value)));
    document.body.append(list);
  }
  const extend = () => {
    for (const input of document.querySelectorAll("[data-key-path] input[type=text]:not([list])")) {
      const key = keyOf(input);
      if (Object.hasOwn(suggestions, key)) input.setAttribute("list", `suggestions-${key}`);
    }
  };
  new MutationObserver(extend).observe(document.body, { childList: true, subtree: true });
}

/** `schedule.0.rhythmus` → `rhythmus`, and `tags.2` → `tags`. */
function keyOf(input) {
  const path = input.closest("[data-key-path]").dataset.keyPath.split(".");
  return path.filter((step) => !/^\d+$/.test(step)).at(-1);
}
