/** A file with texts where days should be → a notice of them, as soon as its form is open. */

import { labelOf, openFile, shapeAt } from "./forms.js";

/** Say what stands in the place of a day: the form shows nothing of it, and it stays. */
export function tellUnclear(files, configuration, notices, sentence) {
  const tell = () => {
    const path = openFile();
    const shape = path && shapeAt(path, configuration);
    const found = shape ? files.unclear(path, shape) : [];
    if (!found.length) return;
    const fields = found.map((one) => `${labelOf(path, one.path, configuration)}: ${one.text}`);
    notices.tell(sentence, { path, fields: fields.join("; ") });
  };
  window.addEventListener("hashchange", tell);
  tell();
}
