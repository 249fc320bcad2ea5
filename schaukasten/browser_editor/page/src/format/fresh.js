/** A value that was not in the file → its lines, in the manner of the file. */

import { isCollection, isMap, isScalar, isSeq } from "yaml";
import { keysOf } from "./normal.js";
import { quotedLines, written } from "./scalars.js";

/** How deep a file indents, where its hyphens stand, whether its lists of words are in brackets. */
export class Manner {
  constructor(source) {
    this.step = 2;
    this.offset = 2;
    this.isFlow = false;
    const seen = new Set();
    const note = (name, value) => {
      if (!seen.has(name)) this[name] = value;
      seen.add(name);
    };
    const visit = (node) => {
      if (isMap(node) && !node.flow) {
        for (const { key, value } of node.items) {
          const own = source.columnOf(key.range[0]);
          if (isMap(value) && !value.flow) note("step", source.columnOf(value.range[0]) - own);
          if (isSeq(value) && !value.flow) note("offset", source.columnOf(value.range[0]) - own);
          if (isSeq(value) && value.items.length && value.items.every(isScalar)) {
            note("isFlow", Boolean(value.flow));
          }
        }
      }
      if (isCollection(node)) node.items.forEach((one) => visit(one?.key ? one.value : one));
    };
    visit(source.root);
    // A value in the column of its key would be none.
    this.step = Math.max(this.step, 1);
    this.offset = Math.max(this.offset, 0);
  }

  /** The lines of a key and its value, the key in the column `indent`. */
  entry(key, shape, value, indent) {
    const pad = " ".repeat(indent);
    const head = `${pad}${key}:`;
    if (value === undefined) return [shape.required ? `${head} []` : head];
    const inline = this.inLine(shape, value, indent);
    if (inline !== null) return [`${head} ${inline}`];
    switch (shape.type) {
      case "fact":
        if (isPlainFact(value)) return this.entry(key, shape.of, value.value, indent);
        return [head, ...this.mapping(shape, value, indent + this.step)];
      case "mapping":
        return [head, ...this.mapping(shape, value, indent + this.step)];
      case "list":
        return [head, ...this.list(shape, value, indent + this.offset)];
      default:
        return [`${head} |`, ...literal(value, indent + this.step)];
    }
  }

  /** The lines of a list, the hyphens in the column `indent`. */
  list(shape, values, indent) {
    return values.flatMap((value) => this.item(shape, value, indent));
  }

  /** The lines of an entry of a list. */
  item(shape, value, indent) {
    const head = `${" ".repeat(indent)}- `;
    const inner = innerOf(shape, value);
    const inline = this.inLine(inner.shape, inner.value, indent);
    if (inline !== null) return [head + inline];
    if (inner.shape.type === "fact" && isPlainFact(inner.value)) {
      return this.item({ of: inner.shape.of }, inner.value.value, indent);
    }
    if (keysOf(inner.shape)) {
      const [first, ...others] = this.mapping(inner.shape, inner.value, indent + 2);
      return [head + first.trimStart(), ...others];
    }
    return [`${head}|`, ...literal(inner.value, indent + 2)];
  }

  /** The lines of the keys of a mapping or a full fact. */
  mapping(shape, values, indent) {
    const keys = this.written(shape, values);
    return keys.flatMap(([key, of]) => this.entry(key, of, values[key], indent));
  }

  /** A value within brackets, or behind a key that stands within them. */
  flow(shape, value, indent) {
    switch (shape.type) {
      case "list": {
        const entries = (value ?? []).map((one) => this.flowEntry(shape, one, indent));
        return `[${entries.join(", ")}]`;
      }
      case "fact":
        if (isPlainFact(value)) return this.flow(shape.of, value.value, indent);
        return this.braces(shape, value, indent);
      case "mapping":
        return this.braces(shape, value, indent);
      default:
        return value.includes("\n") ? quotedLines(value, indent + this.step) : written(value, true);
    }
  }

  /** An entry of a list in brackets. */
  flowEntry(shape, value, indent) {
    const inner = innerOf(shape, value);
    return this.flow(inner.shape, inner.value, indent);
  }

  braces(shape, values, indent) {
    const pairs = this.written(shape, values).map(([key, of]) =>
      values[key] === undefined && !of.required
        ? `${key}: `
        : `${key}: ${this.flow(of, values[key], indent)}`,
    );
    return `{${pairs.join(", ")}}`;
  }

  /** A value that fits behind its key, else null. */
  inLine(shape, value, indent) {
    if (shape.type === "fact") {
      return isPlainFact(value) ? this.inLine(shape.of, value.value, indent) : null;
    }
    if (shape.type === "list") {
      const isOfWords = value.every((one) => typeof innerOf(shape, one).value === "string");
      return this.isFlow && isOfWords ? this.flow(shape, value, indent) : null;
    }
    if (shape.type === "mapping") return null;
    return value.includes("\n") ? null : written(value, false);
  }

  /** The keys that are written, with their shapes. */
  written(shape, values) {
    return Object.entries(keysOf(shape)).filter(
      ([key, of]) =>
        values[key] !== undefined || of.required || (shape.type === "fact" && key === "value"),
    );
  }
}

/** The lines of a text behind `|`. */
export function literal(text, indent) {
  return text.split("\n").map((line) => (line ? " ".repeat(indent) + line : ""));
}

function isPlainFact(value) {
  return value.value !== undefined && value.source === undefined && value.confirmed === undefined;
}

/** What is written for an entry: for a short one only the value of its key. */
function innerOf(shape, value) {
  const isShort = shape.short && Object.keys(value).join() === shape.short;
  if (isShort) return { shape: keysOf(shape.of)[shape.short], value: value[shape.short] };
  return { shape: shape.of, value };
}
