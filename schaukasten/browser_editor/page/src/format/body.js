/** The text below the front matter and the wanted one → edits; other lines are not touched. */

import { common } from "./sequences.js";

/** Note the edits by which the body of a source holds `wanted`, a trimmed text or undefined. */
export function editBody(edits, source, wanted) {
  const start = source.bodyStart;
  const whole = source.slice(start, source.text.length);
  const core = whole.trim();
  if (wanted === undefined) return edits.replace(start, source.text.length);
  if (!core) {
    const isOpen = start > 0 && source.text[start - 1] !== "\n";
    return edits.replace(start, source.text.length, isOpen ? "\n" : "", "\n", wanted, "\n");
  }
  const first = start + whole.indexOf(core);
  const places = [];
  for (let at = first; at <= first + core.length; at = source.endOfLine(at) + 1) {
    places.push([at, Math.min(source.endOfLine(at), first + core.length)]);
  }
  const lines = wanted.split("\n");
  const kept = common(
    places.map((place) => source.slice(...place)),
    lines,
  );
  let [old, at] = [0, 0];
  for (const [nextOld, nextAt] of [...kept, [places.length, lines.length]]) {
    replaceLines(edits, places, old, nextOld, lines.slice(at, nextAt));
    [old, at] = [nextOld + 1, nextAt + 1];
  }
}

function replaceLines(edits, places, from, to, lines) {
  const text = lines.join("\n");
  if (from < to && lines.length) return edits.replace(places[from][0], places[to - 1][1], text);
  if (from < to) {
    // Their line ends go with them: the last line has none behind it.
    if (to < places.length) return edits.replace(places[from][0], places[to][0]);
    return edits.replace(places[from - 1]?.[1] ?? places[from][0], places[to - 1][1]);
  }
  if (!lines.length) return;
  if (to < places.length) edits.insert(places[to][0], `${text}\n`);
  else edits.insert(places[to - 1][1], `\n${text}`);
}
