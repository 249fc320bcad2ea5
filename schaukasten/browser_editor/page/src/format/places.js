/** Nodes of a source → where they end, and where their lines do. */

import { isCollection, isMap, isScalar } from "yaml";
import { isNothing } from "./nodes.js";
import { Unwritable } from "./refusals.js";

/** Where a value is to be written: behind the colon of a key, or behind the hyphen of an entry. */
export class Place {
  /** `mark` is the place behind colon or hyphen; `indent` the column of the key or the hyphen. */
  constructor({ mark, indent, isFlow, isEntry = false }) {
    Object.assign(this, { mark, indent, isFlow, isEntry });
  }
}

export function placeOfPair(source, pair, isFlow) {
  const colon = pair.srcToken?.sep?.find((token) => token.type === "map-value-ind");
  if (!colon) throw new Unwritable("a key without a colon");
  return new Place({ mark: colon.offset + 1, indent: source.columnOf(startOfPair(pair)), isFlow });
}

export function placeOfEntry(source, list, index) {
  if (list.flow) {
    const indent = indentOfLine(source, list.range[0]);
    return new Place({ indent, isFlow: true, isEntry: true });
  }
  const hyphen = hyphensOf(list)[index];
  const indent = source.columnOf(hyphen);
  return new Place({ mark: hyphen + 1, indent, isFlow: false, isEntry: true });
}

/** The places of the hyphens of a list in lines. */
export function hyphensOf(list) {
  return list.srcToken.items
    .map((item) => item.start.find((token) => token.type === "seq-item-ind"))
    .filter(Boolean)
    .map((token) => token.offset);
}

export function startOfPair(pair) {
  const mark = pair.srcToken?.start.find((token) => token.type === "explicit-key-ind");
  return mark ? mark.offset : pair.key.range[0];
}

/** Where the last sign of a node ends; `mark` counts where nothing is written. */
export function endOf(source, node, mark) {
  if (isNothing(node)) return mark;
  if (isScalar(node) && node.type.startsWith("BLOCK_")) {
    const written = source.slice(node.range[0], node.range[1]);
    // All that ends it is its own.
    if (/^[|>]\d?\+/.test(written)) return node.range[1] - 1;
    return node.range[0] + written.replace(/[ \t\n]+$/, "").length;
  }
  if (isCollection(node) && !node.flow && node.items.length) {
    const last = node.items.length - 1;
    if (isMap(node)) return endOfPair(source, node.items[last]);
    return endOf(source, node.items[last], hyphensOf(node)[last] + 1);
  }
  return node.range[1];
}

export function endOfPair(source, pair) {
  const colon = pair.srcToken?.sep?.find((token) => token.type === "map-value-ind");
  return endOf(source, pair.value, colon ? colon.offset + 1 : pair.key.range[1]);
}

/** The start of the line behind an entry, and behind what is noted below it further in. */
export function behindEntry(source, end, indent) {
  let behind = source.endOfLine(end) + 1;
  for (let note; (note = noteBelow(source, behind)) && note.indent > indent;) behind = note.behind;
  return behind;
}

/** Whether lines of a text may end at a place: a note further in would be one of them. */
export function mayEndAt(source, end, indent) {
  const note = noteBelow(source, source.endOfLine(end) + 1);
  return !note || note.indent < indent;
}

/** The note that comes next, below blank lines only. */
function noteBelow(source, start) {
  const found = /^(?:[ \t]*\n)*( *)#.*\n/.exec(source.slice(start, source.dataEnd));
  return found && { indent: found[1].length, behind: start + found[0].length };
}

/** How far in a line begins, behind its hyphens. */
export function indentOfLine(source, place) {
  return /^(?: |- )*/.exec(source.slice(source.startOfLine(place)))[0].length;
}

/** The starts of all lines with something in them, behind the line of `from`, up to `to`. */
export function linesBehind(source, from, to) {
  const starts = [];
  for (let start = source.endOfLine(from) + 1; start < to; start = source.endOfLine(start) + 1) {
    if (source.slice(start, source.endOfLine(start)).trim()) starts.push(start);
  }
  return starts;
}
