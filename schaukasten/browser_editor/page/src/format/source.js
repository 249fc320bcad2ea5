/** A file's text → its YAML nodes and its body, with lines that end in one character. */

import { Lexer, CST, parseDocument } from "yaml";
import { Unreadable } from "./refusals.js";

const RULE = "---";
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

export class Source {
  /** `text` has `\n` only, no BOM, and a line end behind its data. */
  constructor(original, layout) {
    this.bom = original.startsWith("\ufeff") ? "\ufeff" : "";
    this.original = original.slice(this.bom.length);
    this.text = this.original.replace(/\r\n?/g, "\n");
    // Where the original has one sign more than the text.
    this.doubled = [...this.original.matchAll(/\r\n/g)].map((found, n) => found.index - n);
    const lines = this.text.split("\n").length - 1;
    this.lineEnd = this.doubled.length * 2 > lines ? "\r\n" : "\n";
    this.cut(layout);
    this.isOpen = layout === "yaml" && this.text !== "" && !this.text.endsWith("\n");
    if (this.isOpen) {
      this.text += "\n";
      this.original += "\n";
    }
    this.root = this.parse(layout);
  }

  cut(layout) {
    if (layout === "yaml") {
      this.dataEnd = this.text.length + (this.text === "" || this.text.endsWith("\n") ? 0 : 1);
      this.bodyStart = null;
      return;
    }
    const first = this.text.indexOf("\n");
    const isRule = (line) => line.trimEnd() === RULE;
    if (first < 0 || !isRule(this.text.slice(0, first))) throw new Unreadable("no front matter", 1);
    let start = first + 1;
    for (const line of this.text.slice(start).split("\n")) {
      if (isRule(line)) {
        this.dataEnd = start;
        this.bodyStart = Math.min(start + line.length + 1, this.text.length);
        return;
      }
      start += line.length + 1;
    }
    throw new Unreadable("no front matter", 1);
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
    let [low, high] = [0, this.doubled.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.doubled[middle] < place) low = middle + 1;
      else high = middle;
    }
    return place + low;
  }
}
