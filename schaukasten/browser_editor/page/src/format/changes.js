/** A source, its form and the wanted one → the edits between them. */

import { isMap, isScalar, isSeq } from "yaml";
import { keysOf, normal, same } from "./normal.js";
import { isAnswer, isFull, isNothing, isNull, pairOf, partForm } from "./nodes.js";
import { EntryChanges } from "./entries.js";
import { behindEntry, endOf, endOfPair, placeOfPair, startOfPair } from "./places.js";
import { flowPieces } from "./brackets.js";
import { Edits } from "./edits.js";
import { editText } from "./texts.js";

const LIST_OF_WORDS = { type: "list", of: { type: "value" } };

export class Changes {
  constructor(source, edits, manner) {
    Object.assign(this, { source, edits, manner });
  }

  /** The same for an entry that is put elsewhere as a whole. */
  within(edits) {
    return new Changes(this.source, edits, this.manner);
  }

  /** Note what makes `node` hold `wanted`; both have a normal form, `wanted` is not empty. */
  change(node, shape, wanted, place) {
    const isEmpty = isNull(node) || (!isScalar(node) && !node.items.length);
    if (isEmpty || isAnswer(node, shape)) return this.fill(node, shape, wanted, place);
    switch (shape.type) {
      case "fact":
        if (isFull(node, shape)) return this.keys(node, shape, wanted, place);
        return this.change(node, shape.of, wanted.value, place);
      case "mapping":
        return this.keys(node, shape, wanted, place);
      case "list":
        if (isSeq(node)) return new EntryChanges(this, node, shape, place).change(wanted);
        if (wanted.length > 1) return this.fill(node, shape, wanted, place);
        return this.entry(node, shape, wanted[0], place);
      case "words": {
        const words = wanted.split(",").map((word) => word.trim());
        if (!isSeq(node)) break;
        if (words.join(", ") !== wanted || words.includes("")) return this.fill(node, shape, wanted, place);
        return new EntryChanges(this, node, LIST_OF_WORDS, place).change(words);
      }
    }
    editText(this.edits, this.source, node, wanted, place, this.manner.step);
  }

  /** An entry of a list, which may be written short. */
  entry(node, shape, wanted, place) {
    if (!shape.short || !isScalar(node) || isNull(node)) return this.change(node, shape.of, wanted, place);
    this.change(node, keysOf(shape.of)[shape.short], wanted[shape.short], place);
  }

  keys(node, shape, wanted, place) {
    const shapes = keysOf(shape);
    const [gone, added] = [[], []];
    for (const [key, of] of Object.entries(shapes)) {
      const pair = pairOf(node, key);
      if (!pair) {
        if (wanted[key] !== undefined) added.push(key);
        continue;
      }
      const had = pair.value ? normal(of, partForm(this.source, pair.value, of, shape)) : undefined;
      if (same(had, wanted[key])) continue;
      const within = placeOfPair(this.source, pair, node.flow);
      if (wanted[key] !== undefined) this.change(pair.value, of, wanted[key], within);
      else if (this.isKept(pair, of, shape)) this.clear(pair, of, within);
      else gone.push(pair);
    }
    if (gone.length === node.items.length) return this.fill(node, shape, wanted, place);
    if (gone.length + added.length === 0) return;
    if (node.flow) this.flowKeys(node, shapes, wanted, gone, added, place?.indent ?? 0);
    else {
      this.remove(node, node.items.filter((pair) => gone.includes(pair)));
      for (const key of added) this.add(node, shapes, key, wanted[key], gone);
    }
  }

  isKept(pair, of, shape) {
    const isValue = shape.type === "fact" && pair.key.value === "value";
    return isValue || of.required || this.holdsMore(pair.value, of);
  }

  /** Whether keys that no form shows would go with a value. */
  holdsMore(node, shape) {
    if (shape.type === "fact" && !isFull(node, shape)) return this.holdsMore(node, shape.of);
    const shapes = keysOf(shape);
    if (!shapes || !isMap(node)) return false;
    return node.items.some(({ key, value }) => {
      const of = shapes[key.value];
      return !of || this.holdsMore(value, of);
    });
  }

  /** Take all of a value away that a form shows; the key stays. */
  clear(pair, shape, place) {
    const { source, edits } = this;
    const end = endOf(source, pair.value, place.mark);
    if (this.holdsMore(pair.value, shape)) {
      const isPlain = shape.type === "fact" && !isFull(pair.value, shape);
      return this.keys(pair.value, isPlain ? shape.of : shape, {}, place);
    }
    edits.replace(place.mark, end, shape.required ? " []" : "");
  }

  /** Write a value where there is none, or instead of one that cannot be changed into it. */
  fill(node, shape, wanted, place) {
    const { source, edits, manner } = this;
    if (!place) return this.fillRoot(node, shape, wanted);
    if (place.isFlow) {
      const [start, end] = isNothing(node) ? [place.mark, place.mark] : node.range;
      return edits.replace(start, end, isNothing(node) ? " " : "", manner.flow(shape, wanted, place.indent));
    }
    const end = endOf(source, node, place.mark);
    const lines = place.isEntry
      ? manner.item({ of: shape }, wanted, place.indent)
      : manner.entry("", shape, wanted, place.indent);
    // `[]` says that brackets are the manner here.
    const isWords = shape.type === "list" && node?.flow && !keysOf(shape.of) && isSeq(node);
    if (isWords) lines.splice(0, lines.length, ` ${manner.flow(shape, wanted, place.indent)}`);
    else lines[0] = lines[0].slice(place.indent + 1);
    edits.replace(place.mark, end, lines[0]);
    if (lines.length > 1) edits.insert(source.endOfLine(end), "\n", lines.slice(1).join("\n"));
  }

  fillRoot(node, shape, wanted) {
    const { source, edits, manner } = this;
    const lines = shape.type === "list" ? manner.list(shape, wanted, 0) : manner.mapping(shape, wanted, 0);
    const text = lines.map((line) => `${line}\n`).join("");
    if (!node || isNothing(node)) edits.insert(source.dataEnd, text);
    else edits.replace(node.range[0], source.endOfLine(endOf(source, node, node.range[0])) + 1, text);
  }

  remove(node, gone) {
    const { source, edits } = this;
    const first = startOfPair(node.items[0]);
    const indent = source.columnOf(first);
    const behind = (pair) => behindEntry(source, endOfPair(source, pair), indent);
    const left = [...gone];
    if (left[0] === node.items[0] && source.slice(source.startOfLine(first), first).trim()) {
      // What comes next moves up to the hyphen.
      let next = first;
      while (left.length && startOfPair(left[0]) === next) {
        next = behind(left.shift());
        next += /^[ \n]*/.exec(source.slice(next, source.dataEnd))[0].length;
      }
      edits.replace(first, next);
    }
    for (const pair of left) edits.replace(source.startOfLine(startOfPair(pair)), behind(pair));
  }

  add(node, shapes, key, wanted, gone) {
    const { source, edits, manner } = this;
    const order = Object.keys(shapes);
    const stays = node.items.filter((pair) => !gone.includes(pair));
    const earlier = stays.filter((pair) => isBefore(order, pair.key.value, key)).at(-1);
    const next = earlier ?? stays[0];
    const indent = source.columnOf(startOfPair(next));
    const text = manner.entry(key, shapes[key], wanted, indent).join("\n");
    const start = startOfPair(next);
    const line = source.startOfLine(start);
    const first = startOfPair(node.items[0]);
    const isBehindHyphen = source.slice(source.startOfLine(first), first).trim() !== "";
    if (earlier) edits.insert(behindEntry(source, endOfPair(source, earlier), indent), `${text}\n`);
    else if (isBehindHyphen) edits.insert(start, `${text.trimStart()}\n${" ".repeat(indent)}`);
    else edits.insert(line, `${text}\n`);
  }

  flowKeys(node, shapes, wanted, gone, added, indent) {
    const { source } = this;
    const order = Object.keys(shapes);
    const whole = new Edits();
    whole.all = this.edits.all.filter(({ start, end }) => start >= node.range[0] && end <= node.range[1]);
    this.edits.all = this.edits.all.filter((edit) => !whole.all.includes(edit));
    const places = node.items.map((pair) => [pair.key.range[0], endOfPair(source, pair)]);
    const parts = node.items
      .map((pair, old) => ({ old, key: pair.key.value, pieces: inner(whole, places[old]) }))
      .filter(({ old }) => !gone.includes(node.items[old]));
    for (const key of added) {
      const text = `${key}: ${this.manner.flow(shapes[key], wanted[key], indent)}`;
      const at = parts.findLastIndex((part) => isBefore(order, part.key, key));
      parts.splice(at + 1, 0, { old: -1, key, pieces: [text] });
    }
    this.edits.replace(node.range[0], node.range[1], ...flowPieces(source, node, places, parts));
  }
}

/** The edits of one stretch. */
function inner(edits, [start, end]) {
  const own = new Edits();
  own.all = edits.all.filter((edit) => edit.start >= start && edit.end <= end);
  return own.piecesOf(start, end);
}

function isBefore(order, one, other) {
  const at = order.indexOf(one);
  return at >= 0 && at < order.indexOf(other);
}
