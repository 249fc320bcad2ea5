// The filters of the offers combine in place: one of each kind must hold, of several of a kind any.
// Without it each filter leads to a page of its own. The state is in the address.
(() => {
  const { finder: base, preset, counts } = document.querySelector("[data-finder]").dataset;
  const all = (selector) => [...document.querySelectorAll(selector)];
  const links = all("[data-filter]");
  const cards = all("[data-tokens]");
  const reset = document.querySelector("[data-reset]");
  const kind = (token) => token.split("=")[0];

  const chosen = () => {
    if (preset) return [preset];
    const known = links.map((link) => link.dataset.filter);
    return [...new URLSearchParams(location.search)]
      .flatMap(([key, values]) => values.split(",").map((value) => `${key}=${value}`))
      .filter((token) => known.includes(token));
  };
  const addressOf = (tokens) => {
    const kinds = [...new Set(tokens.map(kind))];
    const query = kinds.map((one) => {
      const values = tokens.filter((token) => kind(token) === one);
      return `${one}=${values.map((token) => token.slice(one.length + 1)).join(",")}`;
    });
    return query.length ? `${base}?${query.join("&")}` : base;
  };
  const show = () => {
    const tokens = chosen();
    for (const link of links) {
      const token = link.dataset.filter;
      const is = tokens.includes(token);
      link.href = addressOf(is ? tokens.filter((one) => one !== token) : [...tokens, token]);
      if (is) link.setAttribute("aria-current", preset ? "page" : "true");
      else link.removeAttribute("aria-current");
    }
    if (preset) return;
    for (const card of cards) {
      const has = card.dataset.tokens.split(" ");
      card.hidden = tokens.some((token) =>
        !tokens.some((one) => kind(one) === kind(token) && has.includes(one)));
    }
    for (const group of all("[data-group]")) {
      group.hidden = !group.querySelector("[data-tokens]:not([hidden])");
    }
    const count = cards.filter((card) => !card.hidden).length;
    document.querySelector("[data-count]").textContent = JSON.parse(counts)[count];
    document.querySelector("[data-none]").hidden = count > 0;
    reset.hidden = !tokens.length;
    if (tokens.some((token) => document.querySelector(`details [data-filter="${token}"]`))) {
      document.querySelector(".filters__more").open = true;
    }
  };

  if (!preset) {
    for (const link of [...links, reset]) {
      link.addEventListener("click", (event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        history.pushState(null, "", link.href);
        show();
        // The link that was pressed is gone with the last filter.
        if (link.hidden) links[0].focus();
      });
    }
    addEventListener("popstate", show);
  }
  show();
})();
