/** A source and the wanted form → a source in which values have the room that the form needs.
 *
 * A plain fact gets the lines of a full one, a short entry its key, a single value its list. What
 * they hold stays as it is; `changes.js` sees to that afterwards.
 */

import { isMap, isScalar, isSeq } from "yaml";
import { same, keysOf, normal, normalEntry } from "./normal.js";
import { entryForm, isAnswer, isBare, isFull, isNothing, isNull, pairOf, partForm } from "./nodes.js";
import { endOf, linesBehind, placeOfEntry, placeOfPair } from "./places.js";
import { canBePlain, quoted } from "./scalars.js";
import { origins } from "./sequences.js";

export class Widening {
  constructor(source, edits, manner) {
    Object.assign(this, { source, edits, manner });
  }

  /** Note what `node` lacks to hold `wanted`, a normal form. */
  visit(node, shape, wanted, place) {
    if (wanted === undefined || !node) return;
    if (shape.type === "list" && isAnswer(node, shape)) return;
    switch (shape.type) {
      case "fact":
        if (isFull(node, shape)) this.visitKeys(node, shape, wanted);
        else if (wanted.source !== undefined || wanted.confirmed !== undefined) {
          this.wrap(node, "value", place);
        } else this.visit(node, shape.of, wanted.value, place);
        return;
      case "mapping":
        if (isMap(node)) this.visitKeys(node, shape, wanted);
        else if (isBare(node, shape)) this.visitBare(node, shape, wanted, place);
        return;
      case "list":
        if (isSeq(node)) this.visitEntries(node, shape, wanted);
        else if (!isNull(node) && wanted.length > 1) this.list(node, place);
        else if (!isNull(node)) this.visitEntry(node, shape, wanted[0], place);
    }
  }

  visitKeys(node, shape, wanted) {
    for (const [key, of] of Object.entries(keysOf(shape))) {
      const pair = pairOf(node, key);
      if (!pair?.value || wanted[key] === undefined) continue;
      if (same(normal(of, partForm(this.source, pair.value, of, shape)), wanted[key])) continue;
      this.visit(pair.value, of, wanted[key], placeOfPair(this.source, pair, node.flow));
    }
  }

  visitEntries(node, shape, wanted) {
    const had = node.items.map((one) => normalEntry(shape, entryForm(this.source, one, shape)));
    origins(had, wanted).forEach((old, at) => {
      if (old < 0 || same(had[old], wanted[at])) return;
      this.visitEntry(node.items[old], shape, wanted[at], placeOfEntry(this.source, node, old));
    });
  }

  visitEntry(node, shape, wanted, place) {
    if (isBare(node, shape)) this.visitBare(node, shape, wanted, place);
    else this.visit(node, shape.of, wanted, place);
  }

  visitBare(node, { short }, wanted, place) {
    if (Object.keys(wanted).join() !== short) this.wrap(node, short, place);
  }

  /** Put a value under a key of its own. */
  wrap(node, key, place) {
    const { source, edits } = this;
    if (place.isFlow) {
      edits.insert(node.range[0], `{${key}: `);
      edits.insert(node.range[1], "}");
      return;
    }
    const end = endOf(source, node, place.mark);
    const isBlock = !isScalar(node) && !node.flow;
    const { step } = this.manner;
    if (!place.isEntry) {
      edits.insert(place.mark, `\n${" ".repeat(place.indent + step)}${key}:`);
      this.shift(place.mark, end, step);
    } else if (isNothing(node)) {
      edits.insert(place.mark, ` ${key}:`);
    } else {
      const column = source.columnOf(node.range[0]);
      edits.insert(node.range[0], isBlock ? `${key}:\n${" ".repeat(column + step)}` : `${key}: `);
      this.shift(node.range[0], end, step);
    }
  }

  /** Make a single value the first of a list. */
  list(node, place) {
    const { source, edits } = this;
    const end = endOf(source, node, place.mark);
    if (!isScalar(node) && !node.flow) {
      edits.insert(node.range[0], "- ");
      this.shift(node.range[0], end, 2);
    } else if (!node.type?.startsWith("BLOCK_")) {
      const isPlain = node.type === "PLAIN";
      edits.insert(node.range[0], "[");
      if (isPlain && !canBePlain(node.value, true) && !node.value.includes("\n")) {
        edits.replace(node.range[0], end, quoted(node.value));
      }
      edits.insert(end, "]");
    }
  }

  shift(from, to, by) {
    for (const start of linesBehind(this.source, from, to)) {
      this.edits.insert(start, " ".repeat(by));
    }
  }
}
