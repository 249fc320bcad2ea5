/** A file's text → its YAML nodes and its body, with lines that end in one character. */

import { Lexer, CST, parseDocument } from "yaml";
import { Unreadable } from "./refusals.js";
import { UNSEEN, seen, withPlainSpaces } from "./spaces.js";

const RULE = "---";
const LINE = /([^\r\n]*)(?:\r\n?|\n|$)/g;
// Every scalar stays the text that was written, as in our own reader.
const OPTIONS = { schema: "failsafe", keepSourceTokens: true, prettyErrors: false };
const REASONS = { DUPLICATE_KEY: "duplicate key", MULTIPLE_DOCS: "several documents" };
const REFUSED = {
  anchor: "reference",
  alias: "reference",
  tag: "reference",
  "directive-line": "reference",
  "doc-end": "several documents",
};
// Lexemes that stand for nothing in the text.
const MARKS = new Set(["doc-mode", "flow-error-end", "scalar-mark"]);
const SCALAR_FOLLOWS = "\x1f";

/** The last sources by their texts: a file is looked at several times while it is written. */
const LAST = new Map();
const MOST = 4;

export class Source {
  /** The source of a text, which nobody changes. */
  static of(text, layout) {
    const key = `${layout} ${text}`;
    const known = LAST.get(key) ?? new Source(text, layout);
    LAST.delete(key);
    LAST.set(key, known);
    if (LAST.size > MOST) LAST.delete(LAST.keys().next().value);
    return known;
  }

  /** `text` has `\n` only, no BOM, nothing unseen in its data, and a line end behind them. */
  constructor(original, layout) {
    this.bom = original.startsWith("\ufeff") ? "\ufeff" : "";
    this.original = original.slice(this.bom.length);
    this.isOpen = layout === "yaml" && /[^\r\n]$/.test(this.original);
    if (this.isOpen) this.original += "\n";
    const [ruleStart, headEnd] = this.head(layout);
    // Places in the text before which the original has one sign more.
    this.gone = [];
    for (const { 0: sign, index } of this.original.matchAll(UNSEEN)) {
      if (sign === "\r" || index < headEnd) this.gone.push(index - this.gone.length);
    }
    const kept = this.original.replace(UNSEEN, (sign, index) =>
      sign === "\r" || index < headEnd ? "" : sign,
    );
    this.text = kept.replace(/\r/g, "\n");
    const windows = this.original.match(/\r\n/g)?.length ?? 0;
    this.lineEnd = windows * 2 > this.text.split("\n").length - 1 ? "\r\n" : "\n";
    this.dataEnd = this.placeOfOriginal(ruleStart);
    this.bodyStart = layout === "yaml" ? null : this.placeOfOriginal(headEnd);
    this.text = withPlainSpaces(this.text.slice(0, this.dataEnd)) + this.text.slice(this.dataEnd);
    this.root = this.parse(layout);
  }

  /** Where in the original the data end, and the line behind them. */
  head(layout) {
    const { length } = this.original;
    if (layout === "yaml") return [length, length];
    const rules = [...this.original.matchAll(LINE)].filter(({ 1: line }) => isRule(line));
    const [first, second] = rules;
    if (first?.index !== 0 || !second) throw new Unreadable("no front matter", 1);
    return [second.index, second.index + second[0].length];
  }

  parse(layout) {
    // The first rule as a comment of the same length: places are those in the file.
    const yaml = this.text.slice(0, this.dataEnd);
    const data = layout === "yaml" ? yaml : `#${yaml.slice(1)}`;
    this.refuse(data);
    let document;
    try {
      document = parseDocument(data, OPTIONS);
    } catch {
      throw new Unreadable("syntax", 1);
    }
    const [error] = document.errors;
    if (error) throw new Unreadable(REASONS[error.code] ?? "syntax", this.lineOf(error.pos[0]));
    return document.contents;
  }

  refuse(data) {
    let place = 0;
    let isScalar = false;
    for (const lexeme of new Lexer().lex(data)) {
      const isMark = !isScalar && lexeme === SCALAR_FOLLOWS;
      const type = isScalar ? "text" : isMark ? "scalar-mark" : CST.tokenType(lexeme);
      if (REFUSED[type]) throw new Unreadable(REFUSED[type], this.lineOf(place));
      place += MARKS.has(type) ? 0 : lexeme.length;
      isScalar = isMark;
    }
  }

  /** The line of a place, counted from 1. */
  lineOf(place) {
    return this.text.slice(0, place).split("\n").length;
  }

  startOfLine(place) {
    return this.text.lastIndexOf("\n", place - 1) + 1;
  }

  /** The place of the line's end; the sign that ends it stands there. */
  endOfLine(place) {
    const end = this.text.indexOf("\n", place);
    return end < 0 ? this.text.length : end;
  }

  columnOf(place) {
    return place - this.startOfLine(place);
  }

  slice(start, end) {
    return this.text.slice(start, end);
  }

  /** The original between two places, byte for byte. */
  originally(start, end) {
    return this.original.slice(this.placeInOriginal(start), this.placeInOriginal(end));
  }

  placeInOriginal(place) {
    if (place === this.text.length) return this.original.length;
    let [low, high] = [0, this.gone.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.gone[middle] < place) low = middle + 1;
      else high = middle;
    }
    return place + low;
  }

  placeOfOriginal(place) {
    return place - this.gone.filter((gone, n) => gone + n < place).length;
  }
}

function isRule(line) {
  return seen(line).trimEnd() === RULE;
}
