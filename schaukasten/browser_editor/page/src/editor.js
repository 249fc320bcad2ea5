/** `konfiguration.json` beside this page → the editor, with our files and in its language. */

import words from "schaukasten:words";

import { showFindings } from "./check.js";
import { Files } from "./files.js";
import { offerAccess, tellOfSaves } from "./forge.js";
import { labelsOf } from "./labels.js";
import { offerPages } from "./links.js";
import { Notices } from "./notices.js";
import { inStep } from "./pictures.js";
import { letZoom, rememberLanguage, signIn } from "./preferences.js";
import { suggest } from "./suggestions.js";
import { mustStay } from "./text.js";

// What the patches of Sveltia call.
globalThis.schaukasten = { mustStay };

// Before Sveltia is loaded, which chooses its language then.
rememberLanguage(document.documentElement.lang);
const [configuration, CMS] = await Promise.all([
  fetch("konfiguration.json").then((answer) => answer.json()),
  import("@sveltia/cms"),
]);
const notices = new Notices(words.notices);
const files = new Files(notices);

if (configuration.user) signIn(configuration.user);
for (const [name, shape] of Object.entries(configuration.shapes)) {
  CMS.registerCustomFormat(name, shape.layout === "yaml" ? "yaml" : "md", files.format(shape));
}
CMS.registerEventListener({
  name: "preSave",
  handler({ entry }) {
    const data = entry.get("data");
    const form = data.toJS();
    if (!("body" in form)) return undefined;
    const changed = inStep(form, files.before(form));
    return changed === form ? undefined : data.clear().merge(changed);
  },
});
if (configuration.forge) tellOfSaves(CMS, configuration.forge, notices, words.forge);
await CMS.init({ config: configuration.cms });
letZoom();
offerPages(configuration.pages, words.links);
suggest(configuration.suggestions);
if (configuration.forge) offerAccess(configuration.forge.access, words.forge);
if (configuration.check) {
  const { check, cms, user } = configuration;
  showFindings(check, user.token, words.check, labelsOf(cms.collections));
}
