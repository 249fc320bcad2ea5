/** `konfiguration.json` beside this page → the editor, with our files and in its language. */

import words from "schaukasten:words";

import { showFindings } from "./check.js";
import { Files } from "./files.js";
import { unfoldByLine } from "./folding.js";
import { offerAccess, tellOfSaves } from "./forge.js";
import { labelsAt, shapeAt } from "./forms.js";
import { offerPages } from "./links.js";
import { Notices } from "./notices.js";
import { inStep } from "./pictures.js";
import { letZoom, prefer, signIn } from "./preferences.js";
import { saveByKeys, saving } from "./saving.js";
import { suggest } from "./suggestions.js";
import { mustStay, refuseEmbedded } from "./text.js";
import {
  isOfItsWord,
  isPartOfWord,
  isSaying,
  keepFormats,
  lineBreak,
  parted,
  shortcuts,
  typed,
} from "./typing.js";
import { tellUnclear } from "./unclear.js";

// What the patches of Sveltia call.
globalThis.schaukasten = {
  ...{ isOfItsWord, isPartOfWord, isSaying, keepFormats, lineBreak },
  ...{ mustStay, parted, saving, shortcuts, typed },
  hasFolder: (path) => files.hasFolder(path),
};

// Before Sveltia is loaded, which reads them then.
prefer({ locale: document.documentElement.lang, closeOnSave: false });
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
    const [data, path] = [entry.get("data"), entry.get("path")];
    try {
      return data.clear().merge(written(data.toJS(), path));
    } catch (reason) {
      notices.cannotSave(path, reason);
      throw reason;
    }
  },
});
CMS.registerEventListener({
  name: "postSave",
  handler: ({ entry }) => files.saved(entry.get("data").toJS()),
});
if (configuration.forge) tellOfSaves(CMS, configuration.forge, notices, words.forge);
await CMS.init({ config: configuration.cms });
letZoom();
unfoldByLine();
saveByKeys();
offerPages(configuration.pages, words.links);
suggest(configuration.suggestions);
tellUnclear(files, configuration, notices, words.notices.unclear);
if (configuration.forge) offerAccess(configuration.forge.access, words.forge);
if (configuration.check) {
  showFindings(configuration.check, configuration.user.token, words.check, {
    labels: (path) => labelsAt(path, configuration),
    place: (path, line) => files.place(path, line, shapeAt(path, configuration)),
  });
}

/** The form of the file that values are about to become. */
function written(form, path) {
  const shape = shapeAt(path, configuration);
  if (!("body" in form)) return files.save(form, path, shape);
  refuseEmbedded(form.body);
  return files.save(inStep(form, files.before(form, shape)), path, shape);
}
