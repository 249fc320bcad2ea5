/** A source, its form and the wanted one → the edits between them. */

import { isScalar, isSeq } from "yaml";
import { keysOf } from "./normal.js";
import { isAnswer, isBare, isFull, isNothing, isNull } from "./nodes.js";
import { EntryChanges } from "./entries.js";
import { KeyChanges } from "./keys.js";
import { endOf } from "./places.js";
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
        if (isBare(node, shape)) return this.bare(node, shape, shape, wanted, place);
        return this.keys(node, shape, wanted, place);
      case "list":
        if (isSeq(node)) return new EntryChanges(this, node, shape, place).change(wanted);
        if (wanted.length > 1) return this.fill(node, shape, wanted, place);
        return this.entry(node, shape, wanted[0], place);
      case "words": {
        const words = wanted.split(",").map((word) => word.trim());
        if (!isSeq(node)) break;
        if (words.join(", ") !== wanted || words.includes("")) {
          return this.fill(node, shape, wanted, place);
        }
        return new EntryChanges(this, node, LIST_OF_WORDS, place).change(words);
      }
    }
    editText(this.edits, this.source, node, wanted, place, this.manner.step);
  }

  /** An entry of a list, which may be written short. */
  entry(node, shape, wanted, place) {
    if (!isBare(node, shape)) return this.change(node, shape.of, wanted, place);
    this.bare(node, shape, shape.of, wanted, place);
  }

  /** A value that stands for a key of `owner`. */
  bare(node, { short }, owner, wanted, place) {
    this.change(node, keysOf(owner)[short], wanted[short], place);
  }

  /** The keys of a mapping or of a full fact. */
  keys(node, shape, wanted, place) {
    new KeyChanges(this, node, shape, place).change(wanted);
  }

  /** Write a value where there is none, or instead of one that cannot be changed into it. */
  fill(node, shape, wanted, place) {
    const { source, edits, manner } = this;
    if (!place) return this.fillRoot(node, shape, wanted);
    if (place.isFlow) {
      const text = manner.flow(shape, wanted, place.indent);
      if (isNothing(node)) return edits.insert(place.mark, ` ${text}`);
      return edits.replace(node.range[0], node.range[1], text);
    }
    const end = endOf(source, node, place.mark);
    const lines = place.isEntry
      ? manner.item({ of: shape }, wanted, place.indent)
      : manner.entry("", shape, wanted, place.indent);
    // `[]` says that brackets are the manner here.
    const isWords = shape.type === "list" && node?.flow && !keysOf(shape.of) && isSeq(node);
    if (isWords) {
      lines.splice(0, lines.length, ` ${manner.flow(shape, wanted, place.indent)}`);
    } else lines[0] = lines[0].slice(place.indent + 1);
    edits.replace(place.mark, end, lines[0]);
    if (lines.length > 1) edits.insert(source.endOfLine(end), "\n", lines.slice(1).join("\n"));
  }

  fillRoot(node, shape, wanted) {
    const { source, edits, manner } = this;
    const isList = shape.type === "list";
    const lines = isList ? manner.list(shape, wanted, 0) : manner.mapping(shape, wanted, 0);
    const text = lines.map((line) => `${line}\n`).join("");
    if (!node || isNothing(node)) edits.insert(source.dataEnd, text);
    else {
      const end = endOf(source, node, node.range[0]);
      edits.replace(node.range[0], source.endOfLine(end) + 1, text);
    }
  }
}
