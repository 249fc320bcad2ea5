/** A mapping in the source and the wanted keys → edits; keys that no form shows stay. */

import { isMap } from "yaml";
import { flowPieces } from "./brackets.js";
import { Edits } from "./edits.js";
import { isFull, keyOf, pairOf, partForm } from "./nodes.js";
import { keysOf, normal, same } from "./normal.js";
import { behindEntry, endOf, endOfPair, placeOfPair, startOfPair } from "./places.js";

export class KeyChanges {
  /** `place` is that of the mapping; without one it is the whole file. */
  constructor(changes, node, shape, place) {
    const { source, edits, manner } = changes;
    Object.assign(this, { changes, node, shape, place, source, edits, manner });
    this.shapes = keysOf(shape);
  }

  /** Note the edits by which the keys hold `wanted`. */
  change(wanted) {
    const { node, shape, shapes, changes } = this;
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
      if (wanted[key] !== undefined) changes.change(pair.value, of, wanted[key], within);
      else if (this.isKept(pair, of)) this.clear(pair, of, within);
      else gone.push(pair);
    }
    if (gone.length === node.items.length) return changes.fill(node, shape, wanted, this.place);
    if (gone.length + added.length === 0) return;
    if (node.flow) return this.rewriteFlow(wanted, gone, added);
    this.remove(node.items.filter((pair) => gone.includes(pair)));
    for (const key of added) this.add(key, wanted[key], gone);
  }

  isKept(pair, of) {
    const isValue = this.shape.type === "fact" && keyOf(pair) === "value";
    return isValue || of.required || this.holdsMore(pair.value, of);
  }

  /** Whether keys that no form shows would go with a value. */
  holdsMore(node, shape) {
    if (shape.type === "fact" && !isFull(node, shape)) return this.holdsMore(node, shape.of);
    const shapes = keysOf(shape);
    if (!shapes || !isMap(node)) return false;
    return node.items.some((pair) => {
      const key = keyOf(pair);
      return !Object.hasOwn(shapes, key) || this.holdsMore(pair.value, shapes[key]);
    });
  }

  /** Take all of a value away that a form shows; the key stays. */
  clear(pair, shape, place) {
    const { source, edits } = this;
    const end = endOf(source, pair.value, place.mark);
    if (this.holdsMore(pair.value, shape)) {
      const isPlain = shape.type === "fact" && !isFull(pair.value, shape);
      return this.changes.keys(pair.value, isPlain ? shape.of : shape, {}, place);
    }
    // Without a space a comma would be a part of the key to our own reader.
    const isTight = place.isFlow && !/\s/.test(source.slice(end, end + 1));
    edits.replace(place.mark, end, shape.required ? " []" : isTight ? " " : "");
  }

  remove(gone) {
    const { source, edits, node } = this;
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

  add(key, wanted, gone) {
    const { source, edits, node, shapes } = this;
    const order = Object.keys(shapes);
    const stays = node.items.filter((pair) => !gone.includes(pair));
    const earlier = stays.filter((pair) => isBefore(order, keyOf(pair), key)).at(-1);
    const next = earlier ?? stays[0];
    const indent = source.columnOf(startOfPair(next));
    const text = this.manner.entry(key, shapes[key], wanted, indent).join("\n");
    const start = startOfPair(next);
    const line = source.startOfLine(start);
    const first = startOfPair(node.items[0]);
    const isBehindHyphen = source.slice(source.startOfLine(first), first).trim() !== "";
    if (earlier) edits.insert(behindEntry(source, endOfPair(source, earlier), indent), `${text}\n`);
    else if (isBehindHyphen) {
      edits.insert(start, `${text.trimStart()}\n${" ".repeat(indent)}`);
    } else edits.insert(line, `${text}\n`);
  }

  rewriteFlow(wanted, gone, added) {
    const { source, node, shapes } = this;
    const indent = this.place?.indent ?? 0;
    const order = Object.keys(shapes);
    const whole = new Edits();
    whole.all = this.edits.takeFrom(node.range[0], node.range[1]);
    const places = node.items.map((pair) => [pair.key.range[0], endOfPair(source, pair)]);
    const parts = node.items
      .map((pair, old) => ({ old, key: keyOf(pair), pieces: inner(whole, places[old]) }))
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
