/** What is typed or pasted into rich text → Markdown that shows what was seen there. */

// What means something wherever it stands: escapes, emphasis, HTML, names of signs, links.
const MARKS = new RegExp(
  [
    /\\(?=[!-/:-@[-`{-~]|$)/,
    /(?<run>\*+|_+|~+|`+)/,
    /<(?=[a-z/!?])/,
    /&(?=(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]*);)/,
    /(?<=\])\(/,
    /\[(?=\^[^\]]+\])/,
  ]
    .map(({ source }) => source)
    .join("|"),
  "gi",
);
// What becomes a link by itself, whatever is in it; and what may stand around it.
const ADDRESSES =
  /(?<![\p{L}\p{N}/@.+=&#%?\\-])(?:https?:\/\/|www\.(?=[\p{L}\p{N}-]+\.))(?=[\p{L}\p{N}])[^\s<>„“”«»‹›|]*/giu;
const AROUND_ADDRESS = /[*_~?!.,:;)\]"'’…]+$/;
// What would take a backslash at the end of a line for a part of itself.
const TAKES_BACKSLASH = /(?:(?:https?:\/\/|www\.)\S+|\\)$/i;
// What makes of the line it begins a heading, a quotation, a list, a fence, a rule or a definition.
const LINE_START =
  /^\s*(?:\d{1,9}(?=[.)](?:\s|$))|(?=#{1,6}(?:\s|$)|>|[-+*:](?:\s|$)|~~~|[-=*_][-=*_\s]*$|\[[^\]]+\]:))/;
const TASK = /^\s*(?=\[[ x]\](?:\s|$))/i;
// What a heading would lose.
const HEADING_END = /(?<=^|\s)(?=#+\s*$)/;

const LETTER = /[\p{L}\p{N}]/u;
const STARTS_WITH_SIGNS = /^(?:(?:\\[!-/:-@[-`{-~]|[\p{P}\p{S}])\s*)+/u;
const ENDS_WITH_SIGNS = /(?:\s*(?:\\[!-/:-@[-`{-~]|[\p{P}\p{S}]))+$/u;

/** The formats for which Markdown has signs, as Lexical counts them: bold, italic, struck out, code. */
const FORMATS = 1 | 2 | 4 | 16;
const OF_WORDS = "paragraph heading quote list listitem link text linebreak tab".split(" ");

/** Whether there is anything in a node of Lexical: a word, or what is none, as a picture. */
export function isSaying(node) {
  if (!OF_WORDS.includes(node.getType()) || node.getTextContent().trim()) return true;
  return (node.getChildren?.() ?? []).some(isSaying);
}

/** Take from a text of Lexical what no page shows, as soon as it has it: that it is underlined. */
export function keepFormats(node) {
  const format = node.getFormat();
  if (format & ~FORMATS) node.setFormat(format & FORMATS);
}

/** Return the Markdown of a node of Lexical that holds nothing but text, and no code. */
export function typed(text, node) {
  const [before, after] = [node.getPreviousSibling(), node.getNextSibling()];
  const block = node.getParent();
  // Around what is bold stand stars.
  const isBare = !node.getFormat() && !block.isInline();
  const [begins, ends] = [before, after].map((one) => isBare && isEdge(one));
  // Lines that are further in would belong to a list above them.
  const isFirst = !block.isInline() && isEdge(before);
  const own = isFirst ? text.replace(/^[ \t]+/, "") : text;
  const nearby = node.getFormat() ? [] : [textOf(before).at(-1), textOf(after)[0]];
  const marked = literal(own, { begins, ends, nearby, within: block.getType() });
  // With a link behind it, it would be a picture; Lexical sees one behind a backslash, too.
  return after?.getType() === "link" ? marked.replace(/!$/, "&#33;") : marked;
}

/** Whether a line of a block is over with this neighbour. */
function isEdge(neighbour) {
  return !neighbour || neighbour.getType() === "linebreak";
}

function textOf(node) {
  return node?.getTextContent() ?? "";
}

/**
 * Divide the Markdown of a node into what stands before, in and behind the signs of its format: spaces
 * are outside of them, and so is a comma or a bracket between them and a letter, where signs are none.
 */
export function parted(marked, node) {
  const [, before, inner, after] = /^(\s*)(.*?)(\s*)$/s.exec(marked);
  if (!node.getFormat()) return [before, inner, after];
  const isAfterLetter = !before && hasLetter(node.getPreviousSibling(), -1);
  const start = (isAfterLetter && STARTS_WITH_SIGNS.exec(inner)?.[0]) || "";
  const rest = inner.slice(start.length);
  const isBeforeLetter = !after && hasLetter(node.getNextSibling(), 0);
  const end = (isBeforeLetter && ENDS_WITH_SIGNS.exec(rest)?.[0]) || "";
  return [before + start, rest.slice(0, rest.length - end.length), end + after];
}

/** Whether what is italic begins or ends within a word: no sign in a file says that to our reader. */
export function isPartOfWord(node) {
  const text = node.getTextContent();
  return [
    [node.getPreviousSibling(), -1, text[0]],
    [node.getNextSibling(), 0, text.at(-1)],
  ].some(([neighbour, side, own]) => {
    return LETTER.test(own ?? "") && hasLetter(neighbour, side) && !neighbour.hasFormat("italic");
  });
}

/** Whether a neighbour has words, and a letter at that side of them. */
function hasLetter(neighbour, side) {
  return neighbour?.getType() === "text" && LETTER.test(textOf(neighbour).at(side) ?? "");
}

/** Return the Markdown of a line break, `sign` being what makes the page break the line there. */
export function lineBreak(node, sign) {
  if (node.getParent().getType() === "heading") return " ";
  if (!node.getNextSiblings().some(isSaying)) return "";
  const line = node.getPreviousSiblings().map(textOf);
  return `${sign && TAKES_BACKSLASH.test(line.join("")) ? "  " : sign}\n`;
}

/**
 * Return Markdown that means just this text, with no more escapes than our reader and Lexical need:
 * what people have written comes back as they wrote it.
 *
 * `begins` and `ends` say whether a line does with it, `within` the kind of what it stands in, and
 * `nearby` the sign before and the one behind it.
 */
export function literal(
  text,
  { begins = true, ends = true, within = "paragraph", nearby: [left, right] = [] } = {},
) {
  // Spaces at the end of what is bold are put outside of it.
  const isSpaced = [begins || /\s/.test(left ?? ""), ends || /\s/.test(right ?? "")];
  const isHeading = within === "heading";
  const isLink = within === "link";
  const starts = begins && !isHeading ? LINE_START.exec(text) : null;
  const task = begins && within === "listitem" ? TASK.exec(text) : null;
  const end = ends && isHeading ? HEADING_END.exec(text)?.index : undefined;
  let marked = "";
  let done = 0;
  const isInAddress = isLink ? () => false : addressesIn(text);
  const places = [...text.matchAll(MARKS)].flatMap((found) => {
    if (isInAddress(found.index)) return [];
    const { run } = found.groups;
    if (run && isPlain(run, found.index, text, isSpaced)) return [];
    return [...(run ?? "x")].map((_, number) => found.index + number);
  });
  const every = new Set([...places, (starts ?? task)?.[0].length, end]);
  if (isLink && !isBalanced(text)) for (const { index } of text.matchAll(/[[\]]/g)) every.add(index);
  every.delete(undefined);
  for (const place of [...every].sort((a, b) => a - b)) {
    // Lexical would take the escape of a number away, and then read the number.
    const isNumber = text.startsWith("&#", place);
    marked += text.slice(done, place) + (isNumber ? "&#38;" : "\\");
    done = isNumber ? place + 1 : place;
  }
  return marked + text.slice(done);
}

/** Whether each bracket of a text has its other one. */
function isBalanced(text) {
  let depth = 0;
  for (const sign of text) {
    if (sign === "[") depth += 1;
    else if (sign === "]" && !depth--) return false;
  }
  return !depth;
}

/** Whether signs of emphasis are none: alone, in "Freund*innen", "foto_1.jpg", or "ab ~18 Uhr". */
function isPlain(run, place, text, [isSpacedBefore, isSpacedBehind]) {
  if (run[0] === "`") return false;
  const before = text[place - 1] ?? (isSpacedBefore ? " " : "");
  const after = text[place + run.length] ?? (isSpacedBehind ? " " : "");
  if (/\s/.test(before) && (/\s/.test(after) || run === "~")) return true;
  return isBetweenLetters(text, place, run.length);
}

/** Whether signs at a place belong to a word or an address, for our own reader. */
export function isOfItsWord(text, place, length) {
  return isBetweenLetters(text, place, length) || addressesIn(text, AROUND_ADDRESS)(place);
}

function isBetweenLetters(text, place, length) {
  const isLetter = (sign) => LETTER.test(sign ?? "");
  if (length > 1 && text[place] !== "_") return false;
  return isLetter(text[place - 1]) && isLetter(text[place + length]);
}

function addressesIn(text, without = /(?!)/) {
  const addresses = [...text.matchAll(ADDRESSES)].map(({ 0: one, index }) => {
    return [index, index + one.replace(without, "").length];
  });
  return (place) => addresses.some(([start, end]) => start <= place && place < end);
}

/**
 * Of what Lexical makes while one types, return what one means by it: lists and headings. Stars vanish
 * from "Freund*innen und Nachbar*innen" otherwise, "> 18" becomes a quotation, "24. " a list.
 */
export function shortcuts(transformers) {
  return transformers
    .filter(({ type, regExp, regExpStart }) => {
      return type !== "text-format" && !regExp?.test("> ") && !regExpStart?.test("```");
    })
    .map((one) => (one.regExp?.test("24. ") ? { ...one, regExp: /^(\s*)(1)\.\s/ } : one));
}
