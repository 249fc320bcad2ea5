/** A line of a file → what those entries of lists are called in which it lies. */

import { isMap, isScalar, isSeq } from "yaml";
import { Source } from "./source.js";

/** By which people know an entry, the best first. */
const NAMES = ["name", "title", "label", "year", "alt", "file", "wochentag", "am", "ab"];

/** The names, outermost first; none in what cannot be read, or where an entry has no name. */
export function entriesAt(text, line, layout) {
  let source;
  try {
    source = Source.of(text, layout);
  } catch {
    return [];
  }
  const names = [];
  const isBegun = (node) => node && source.lineOf(node.range[0]) <= line;
  for (let node = source.root; node;) {
    if (isSeq(node)) {
      node = node.items.findLast(isBegun);
      names.push(nameOf(node));
    } else if (isMap(node)) {
      node = node.items.findLast(({ key }) => isBegun(key))?.value;
    } else break;
  }
  return names.filter(Boolean);
}

function nameOf(entry) {
  if (!isMap(entry)) return undefined;
  const part = (key) => entry.get(key, true);
  const name = NAMES.map(part).find((node) => isScalar(node) && node.source);
  // Of a fact, that which is known.
  return name ? name.source : nameOf(part("value"));
}
