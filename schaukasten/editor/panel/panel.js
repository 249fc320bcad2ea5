// The server's events → the page is loaded anew after a good build; problems stand in a panel.
// Nothing of them is ever read as HTML: file names and lines may hold anything.
(() => {
  "use strict";

  const script = document.currentScript;
  const BUILD = script.dataset.build;
  const GONE = script.dataset.gone;
  const OWN = new URL(".", script.src);
  const RETRY = 1000; // milliseconds
  const CLOSED = "schaukasten-closed";

  const host = document.createElement("div");
  const root = host.attachShadow({ mode: "open" });
  // There from the start and never taken out: else a screen reader would not speak it.
  const spoken = element("p", { className: "spoken", role: "status" });
  const shown = element("div", {});
  let source = null;
  let retry = 0;
  let news = null;
  let isFolded = false;

  host.id = "schaukasten-panel";
  const style = element("link", { rel: "stylesheet", href: new URL("panel.css", OWN).href });
  // Without its looks it would stand below the page for a moment.
  style.addEventListener("load", () => (host.hidden = false));
  host.hidden = true;
  root.append(style, spoken, shown);
  document.body.append(host);

  document.addEventListener("visibilitychange", follow);
  window.addEventListener("pageshow", follow);
  window.addEventListener("pagehide", leave);
  follow();

  /** Listen as long as the tab is seen: browsers allow six connections to a host. */
  function follow() {
    if (document.hidden) return leave();
    if (source) return;
    source = new EventSource(new URL("events", OWN));
    source.onmessage = (event) => receive(JSON.parse(event.data));
    source.onerror = () => {
      leave();
      retry = setTimeout(follow, RETRY);
      showGone();
    };
  }

  function leave() {
    clearTimeout(retry);
    source?.close();
    source = null;
  }

  function receive(message) {
    news = message;
    if (news.build && news.build !== BUILD) {
      leave();
      location.reload();
      return;
    }
    const hasErrors = errors().length > 0;
    if (!hasErrors) speak("");
    if (!news.findings.length) show();
    else if (hasErrors && remembered() !== fingerprint()) showPanel();
    else showBadge();
  }

  function errors() {
    return news.findings.filter((finding) => finding.severity === "error");
  }

  function showGone() {
    const told = element("p", { className: "state" }, GONE);
    show(element("section", { className: "panel", ariaLabel: GONE }, told));
    speak(GONE);
  }

  /** One small button that opens the panel. */
  function showBadge() {
    const open = element("button", { type: "button", className: "badge" }, news.words.counts);
    open.setAttribute("aria-expanded", "false");
    open.addEventListener("click", () => {
      isFolded = false;
      remember("");
      showPanel();
    });
    show(element("section", { ariaLabel: news.words.panel }, open));
    return open;
  }

  function showPanel() {
    const { words } = news;
    const hadFocus = root.activeElement !== null;
    const fold = element("button", { type: "button", className: "fold" });
    const close = element("button", { type: "button" }, words.close);
    const list = element("div", { className: "findings", id: "findings", tabIndex: 0 });
    const told = `${words.counts}. ${words.state}`;
    const state = element("p", { className: "state" }, told);
    const heading = element("div", { className: "heading" }, state, fold, close);
    const panel = element("section", { className: "panel", ariaLabel: words.panel }, heading, list);
    panel.classList.toggle("alone", !BUILD);
    list.setAttribute("role", "group");
    list.setAttribute("aria-label", words.panel);
    list.append(...lists());
    fold.setAttribute("aria-controls", list.id);
    fold.addEventListener("click", () => setFolded(!isFolded));
    close.addEventListener("click", shut);
    panel.addEventListener("keydown", (event) => event.key === "Escape" && shut());
    show(panel);
    setFolded(isFolded);
    if (hadFocus) fold.focus();
    speak(told);

    function setFolded(folded) {
      isFolded = folded;
      list.hidden = folded;
      fold.textContent = folded ? words.unfold : words.fold;
      fold.setAttribute("aria-expanded", String(!folded));
    }

    function shut() {
      remember(fingerprint());
      showBadge().focus();
    }
  }

  /** Errors open; all else behind its number, unless there is nothing but that. */
  function lists() {
    const serious = errors();
    const rest = news.findings.filter((finding) => finding.severity !== "error");
    if (!serious.length) return [listOf(rest)];
    if (!rest.length) return [listOf(serious)];
    const summary = element("summary", {}, `${news.words.more}: ${rest.length}`);
    return [listOf(serious), element("details", {}, summary, listOf(rest))];
  }

  function listOf(findings) {
    return element("ul", { role: "list" }, ...findings.map(item));
  }

  function item(finding) {
    const place = element("bdi", {}, `${finding.file}:${finding.line}`);
    const label = element("span", { className: `label ${finding.severity}` }, finding.label);
    return element(
      "li",
      {},
      element("p", { className: "place" }, label, " ", element("code", {}, place)),
      element("p", {}, `${finding.what} `, element("strong", {}, finding.remedy)),
      ...(finding.paste ? [element("pre", { tabIndex: 0 }, finding.paste)] : []),
      ...quoted(finding),
    );
  }

  /** The line as it stands in the file, with the place marked; it counts in code points. */
  function quoted({ text, start, end }) {
    if (!text) return [];
    const signs = [...text];
    const mark = element("mark", {}, signs.slice(start, end).join(""));
    const parts = [signs.slice(0, start).join(""), mark, signs.slice(end).join("")];
    return [element("pre", {}, element("code", {}, ...parts))];
  }

  function show(...children) {
    shown.replaceChildren(...children);
  }

  /** The sentence, not the whole list. */
  function speak(sentence) {
    if (spoken.textContent !== sentence) spoken.textContent = sentence;
  }

  function element(name, properties, ...children) {
    const made = Object.assign(document.createElement(name), properties);
    made.append(...children);
    return made;
  }

  /** What was closed stays closed on other pages too, until something changes. */
  function fingerprint() {
    return JSON.stringify(news.findings);
  }

  // Browsers that keep nothing for anybody refuse both; then a panel opens on every page.
  function remembered() {
    try {
      return sessionStorage.getItem(CLOSED);
    } catch {
      return null;
    }
  }

  function remember(what) {
    try {
      sessionStorage.setItem(CLOSED, what);
    } catch {
      // See above.
    }
  }
})();
