/** A line of a file → the field of its form in which it lies, and what the entries around it are called. */

import { isMap, isScalar, isSeq } from "yaml";
import { Source } from "./source.js";

/** By which people know an entry, the best first. */
const NAMES = ["name", "title", "label", "year", "alt", "file", "wochentag", "am", "ab"];

/**
 * Return `{entries, path}`: the names, outermost first, without those of entries that have none; and the
 * path of the field, as `schedule.0.von`. Nothing of either in what cannot be read.
 */
export function placeAt(text, line, layout) {
  let source;
  try {
    source = Source.of(text, layout);
  } catch {
    return { entries: [], path: "" };
  }
  if (layout !== "yaml" && source.lineOf(source.bodyStart) <= line) {
    return { entries: [], path: "body" };
  }
  const entries = [];
  // A file that is a list is the one field of its form.
  const path = isSeq(source.root) ? ["entries"] : [];
  const isBegun = (node) => node && source.lineOf(node.range[0]) <= line;
  for (let node = source.root; node;) {
    if (isSeq(node)) {
      const index = node.items.findLastIndex(isBegun);
      node = node.items[index];
      entries.push(nameOf(node));
      if (node) path.push(index);
    } else if (isMap(node)) {
      const pair = node.items.findLast(({ key }) => isBegun(key));
      node = pair?.value;
      if (pair) path.push(pair.key.source);
    } else break;
  }
  return { entries: entries.filter(Boolean), path: path.join(".") };
}

function nameOf(entry) {
  if (!isMap(entry)) return undefined;
  const part = (key) => entry.get(key, true);
  const name = NAMES.map(part).find((node) => isScalar(node) && node.source);
  // Of a fact, that which is known.
  return name ? name.source : nameOf(part("value"));
}
