/** A scalar and the text that it is to hold → edits in the style of the scalar. */

import { isScalar, isSeq, parseDocument } from "yaml";
import { literal } from "./fresh.js";
import { isNull } from "./nodes.js";
import { normal } from "./normal.js";
import { endOf, mayEndAt } from "./places.js";
import { canBePlain, quotedLines, restyled } from "./scalars.js";
import { common } from "./sequences.js";
import { UNSEEN, plain, withPlainSpaces } from "./spaces.js";

const VALUE = { type: "value" };
const WORDS = /[ \t\n]+|[^ \t\n]+/g;

/** Note the edits by which `node`, at `place`, holds `text`; `step` is what the file indents by. */
export function editText(edits, source, node, text, place, step) {
  const start = node.range[0];
  // Blank lines behind a text stay, even where `+` makes them a part of it.
  const old = source.slice(start, endOf(source, node, node.range[1])).replace(/[ \t\n]+$/, "");
  const end = start + old.length;
  if (node.type.startsWith("BLOCK_")) {
    const kept = blockPieces(source, start, end, node, text);
    if (kept) return edits.replace(start, end, ...kept);
  } else if (old.includes("\n")) {
    const kept = foldedPieces(source, start, end, node, text, place.isFlow);
    if (kept && holds(source, kept, text, place.isFlow)) return edits.replace(start, end, ...kept);
  }
  if (!text.includes("\n")) {
    return edits.replace(start, end, restyled(text, node.type, place.isFlow));
  }
  const indent = place.indent + step;
  if (place.isFlow || !mayEndAt(source, end, indent)) {
    return edits.replace(start, end, quotedLines(text, indent));
  }
  edits.replace(start, end, "|");
  edits.insert(source.endOfLine(end), "\n", literal(text, indent).join("\n"));
}

/** A text behind `|` or `>`: lines, or words, that stay are those of the source. */
function blockPieces(source, start, end, node, text) {
  const head = source.endOfLine(start);
  const header = source.slice(start, head);
  if (head >= end) return null;
  const lead = /^((?: *\n)*)( +)/.exec(source.slice(head + 1, end));
  if (!lead || /^[|>][-+]?\d/.test(header)) return null;
  const indent = lead[2].length;
  const first = head + 1 + lead[1].length;
  const body =
    node.type === "BLOCK_LITERAL"
      ? linePieces(source, first, end, indent, text)
      : (wordPieces(source, first, end, node.value.trim(), text, (word) => word) ?? [
          literal(text.replaceAll("\n", "\n\n"), indent).join("\n"),
        ]);
  const pieces = [[start, first], ...body];
  return holds(source, pieces, text, false) ? pieces : null;
}

function linePieces(source, start, end, indent, text) {
  const places = [];
  for (let at = start; at < end; at = source.endOfLine(at) + 1) {
    places.push([at, Math.min(source.endOfLine(at), end)]);
  }
  const olds = places.map(([from, to]) => source.slice(Math.min(from + indent, to), to).trimEnd());
  const news = text.split("\n");
  const kept = new Map(common(olds, news).map(([old, at]) => [at, old]));
  return news.flatMap((line, at) => {
    const piece = kept.has(at) ? places[kept.get(at)] : line && " ".repeat(indent) + line;
    return at ? ["\n", piece] : [piece];
  });
}

/** A text of several lines without `|` and `>`: what stays keeps its line. */
function foldedPieces(source, start, end, node, text, isFlow) {
  const isQuoted = node.type !== "PLAIN";
  if (!isQuoted && !text.split(/\n+/).every((line) => canBePlain(line, isFlow))) return null;
  const isSingle = node.type === "QUOTE_SINGLE";
  const isDouble = node.type === "QUOTE_DOUBLE";
  if (isDouble && /["\\]/.test(source.slice(start + 1, end - 1) + text)) return null;
  const encode = (word) => (isSingle ? word.replaceAll("'", "''") : word);
  const edge = isQuoted ? 1 : 0;
  const old = node.value.trim();
  const inner = wordPieces(source, start + edge, end - edge, old, text, encode);
  return inner && [[start, start + edge], ...inner, [end - edge, end]];
}

/** Words as pieces: those that stay are those of the source, with the line ends between them. */
function wordPieces(source, start, end, old, text, encode) {
  const atoms = [...source.slice(start, end).matchAll(WORDS)].map((found) => ({
    value: unfolded(found[0]),
    piece: [start + found.index, start + found.index + found[0].length],
  }));
  const isSpace = (atom) => !atom.value.trim();
  const before = atoms.length && isSpace(atoms[0]) ? [atoms.shift().piece] : [];
  const behind = atoms.length && isSpace(atoms.at(-1)) ? [atoms.pop().piece] : [];
  if (atoms.map((atom) => atom.value).join("") !== encode(old)) return null;
  const indent = / *$/.exec(source.slice(start, end).split("\n").at(-1).replace(/\S.*/, ""))[0];
  const news = encode(text).match(WORDS);
  const kept = new Map(
    common(
      atoms.map((atom) => atom.value),
      news,
    ).map(([was, at]) => [at, was]),
  );
  const pieces = news.map((word, at) =>
    kept.has(at) ? atoms[kept.get(at)].piece : word.replace(/\n+/, (ends) => `${ends}\n${indent}`),
  );
  return [...before, ...pieces, ...behind];
}

/** What YAML reads of space between words. */
function unfolded(written) {
  const ends = written.split("\n").length - 1;
  if (!ends || written.trim()) return written;
  return ends === 1 ? " " : "\n".repeat(ends - 1);
}

/** Whether what the pieces write is read as the text. */
function holds(source, pieces, text, isFlow) {
  const written = pieces
    .map((piece) => (typeof piece === "string" ? piece : source.slice(...piece)))
    .join("");
  const yaml = isFlow ? `k: [${written}]` : `k: ${written}\n`;
  // A wide space that has come to the end of a line would be none any more.
  const document = parseDocument(withPlainSpaces(yaml.replace(UNSEEN, "")), { schema: "failsafe" });
  if (document.errors.length) return false;
  const value = document.get("k", true);
  const node = isSeq(value) ? value.get(0, true) : value;
  // It may have become an alias, or nothing.
  const read = isScalar(node) && !isNull(node) && normal(VALUE, node.value);
  return Boolean(read) && plain(read) === plain(text);
}
