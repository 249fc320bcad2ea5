/** What `check` finds in the files on this machine → a panel beside the form, anew after each save. */

import { openFile } from "./forms.js";

const TEXT = /^content\/(.+?)\/(.+)\.(?:md|yaml)$/;

/**
 * Follow the server that builds the site: `check` is `{events, findings, configuration}`, addresses
 * where it is asked; `token` is who asks; `words` are those of the panel. `forms` tells of a file what a
 * form shows in the place of its keys and lines: `labels(path)`, and `place(path, line)`.
 */
export function showFindings(check, token, words, forms) {
  const panel = new Panel(words, forms);
  const headers = { Authorization: `token ${token}` };
  const ask = async () => {
    // What was saved may have an address of its own now.
    const answers = await Promise.all(
      [check.findings, check.configuration].map((one) => fetch(one, { headers })),
    );
    if (!answers.every((answer) => answer.ok)) return;
    const [{ findings }, { addresses }] = await Promise.all(answers.map((answer) => answer.json()));
    panel.show(findings, addresses);
  };
  const source = new EventSource(check.events);
  source.onmessage = () => ask().catch(() => panel.showGone());
  source.onerror = () => panel.showGone();
  window.addEventListener("hashchange", () => panel.draw());
}

class Panel {
  constructor(words, forms) {
    this.words = words;
    this.forms = forms;
    this.addresses = {};
    this.place = document.querySelector("#check");
    this.place.setAttribute("aria-label", words.title);
    this.place.hidden = false;
    // Until there is an answer, nobody knows whether anything is wrong.
    this.findings = null;
    this.place.replaceChildren(element("p", words.waiting));
  }

  show(findings, addresses) {
    const before = this.errors();
    Object.assign(this, { findings, addresses });
    // Who has just saved has to see that nobody else will see it yet.
    if (this.errors() > before) this.isOpen = true;
    this.draw();
  }

  /** How many faults there are because of which no page is built. */
  errors(findings = this.findings ?? []) {
    return findings.filter((one) => one.severity === "error").length;
  }

  showGone() {
    this.place.replaceChildren(element("p", this.words.gone));
  }

  draw() {
    if (!this.findings) return;
    const file = openFile();
    const here = this.findings.filter((one) => one.file === file);
    const elsewhere = this.findings.filter((one) => one.file !== file);
    const summary = element("summary", this.counted(file ? here : elsewhere, file));
    const details = element("details", summary);
    details.open = this.wasOpen();
    details.addEventListener("toggle", () => {
      this.isOpen = details.open;
    });
    if (this.addresses[file]) details.append(this.wayToPage(this.addresses[file]));
    if (file) {
      details.append(here.length ? this.list(here) : element("p", this.words.nothing_here));
    }
    if (elsewhere.length) {
      const others = element(
        "details",
        element("summary", this.words.elsewhere.replace("{count}", elsewhere.length)),
      );
      others.open = !file;
      others.append(this.list(elsewhere, true));
      details.append(others);
    }
    this.place.replaceChildren(details);
  }

  /** On a narrow screen the form comes first. */
  wasOpen() {
    return this.isOpen ?? window.matchMedia("(min-width: 70rem)").matches;
  }

  counted(findings, file) {
    const label = file ? this.words.here : this.words.all;
    const errors = this.errors(findings);
    if (!findings.length) return `${label}: ${this.words.nothing}`;
    return `${label}: ${findings.length}${errors ? ` (${this.words.errors.replace("{count}", errors)})` : ""}`;
  }

  list(findings, isElsewhere = false) {
    const list = element("ul");
    for (const one of findings) {
      const labels = this.forms.labels(one.file);
      const { entries, path } = this.forms.place(one.file, one.line);
      const [what, remedy] = [one.what, one.remedy].map((text) => inWordsOfForms(text, labels));
      const item = element(
        "li",
        this.title([one.label, ...entries].join(" › "), isElsewhere ? "" : path),
        ` ${what} `,
        element("span", remedy),
      );
      item.className = one.severity;
      if (isElsewhere) item.append(element("br"), this.wayTo(one));
      list.append(item);
    }
    return list;
  }

  /** What a finding begins with; in the file that is open it leads to the field. */
  title(text, path) {
    const title = element("strong", text);
    if (!path) return title;
    const button = element("button", title);
    button.title = this.words.to_field;
    button.addEventListener("click", () => showField(path));
    return button;
  }

  /** The page in the preview, in a tab of its own that stays the same. */
  wayToPage(address) {
    const link = element("a", this.words.page);
    Object.assign(link, { href: address, target: "schaukasten-preview" });
    const way = element("p", link);
    if (this.errors()) this.showAge(way, address).catch(() => this.showGone());
    return way;
  }

  /** As long as there is an error, no page is made: it is an older one, or there is none yet. */
  async showAge(way, address) {
    const { ok } = await fetch(address, { method: "HEAD" });
    if (ok) way.append(element("br"), this.words.old_page);
    else way.replaceChildren(this.words.no_page);
  }

  wayTo(finding) {
    const route = routeOf(finding.file);
    const name = `${finding.file}:${finding.line}`;
    if (!route) return element("code", name);
    const link = element("a", name);
    link.href = route;
    link.addEventListener("click", (event) => {
      event.preventDefault();
      // From one file of a collection straight to another, Sveltia would show an empty form.
      location.hash = route.slice(0, route.indexOf("/entries/"));
      setTimeout(() => {
        location.hash = route;
      });
    });
    return link;
  }
}

/** Sveltia unfolds what the field lies in, and brings it into sight: so it says to itself where. */
function showField(keyPath) {
  const payload = { locale: "_default", keyPath };
  window.postMessage({ type: "highlight-editor-field", payload }, location.origin);
}

function routeOf(file) {
  const found = TEXT.exec(file);
  return found && `#/collections/${found[1]}/entries/${found[2]}`;
}

/** Who fills in a form sees no keys: “schedule” is what is called times there. */
function inWordsOfForms(text, labels) {
  const named = (key) => (Object.hasOwn(labels, key) ? labels[key] : key);
  return (
    text
      // Quotes belong to the notation of a file; in a form they would be copied along.
      .replaceAll(/([a-z_]{2,}: )"([^"]*)"/g, "$1$2")
      .replaceAll(/(?<=[„“"])[a-z_]+(?=[“”"])/g, named)
      .replaceAll(/(?<=^|[\s„“"])[a-z_]{2,}(?=:\s)/g, named)
  );
}

function element(name, ...content) {
  const made = document.createElement(name);
  made.append(...content);
  return made;
}
