/** What is typed or pasted into rich text → Markdown that shows what was seen there. */

// What means something wherever it stands: escapes, emphasis, HTML, names of signs, links.
const MARKS = new RegExp(
  [
    /\\(?=[!-/:-@[-`{-~]|$)/,
    /(?<run>\*+|_+|~+|`+)/,
    /<(?=[a-z/!?])/,
    /&(?=(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]*);)/,
    /(?<=\])\(/,
  ]
    .map(({ source }) => source)
    .join("|"),
  "gi",
);
// What becomes a link by itself, whatever is in it; and without the signs that may stand around it.
const ADDRESSES = /(?<![\p{L}\p{N}])(?:https?:\/\/|www\.)[^\s<]*/giu;
const ENDS_ADDRESS = /[*_~?!.,:;)\]"'”“]+$/;
const ENDS_WITH_ADDRESS = /(?:https?:\/\/|www\.)[^\s<]+$/i;
// What makes a heading, a quotation, a list, a fence or a rule of the line it begins.
const LINE_START =
  /^(?:\d{1,9}(?=[.)](?:\s|$))|(?=#{1,6}(?:\s|$)|>|[-+*:](?:\s|$)|~~~|[-=*_][-=*_\s]*$))/;
// What a heading would lose.
const HEADING_END = /(?<=^|\s)(?=#+\s*$)/;

const OF_WORDS = "paragraph heading quote list listitem link text linebreak tab".split(" ");

/** Whether there is anything in a node of Lexical: a word, or what is none, as a picture. */
export function isSaying(node) {
  if (!OF_WORDS.includes(node.getType()) || node.getTextContent().trim()) return true;
  return (node.getChildren?.() ?? []).some(isSaying);
}

/** Return the Markdown of a node of Lexical that holds nothing but text, and no code. */
export function typed(text, node) {
  const [before, after] = [node.getPreviousSibling(), node.getNextSibling()];
  const block = node.getParent();
  const isHeading = block.getType() === "heading";
  // Around what is bold stand stars.
  const isBare = !node.getFormat() && !block.isInline();
  const [begins, ends] = [before, after].map(
    (one) => isBare && (!one || one.getType() === "linebreak"),
  );
  const marked = literal(text, { begins, ends, isHeading });
  // With a link behind it, it would be a picture.
  return after?.getType() === "link" ? marked.replace(/!$/, "\\!") : marked;
}

/** Return the Markdown of a line break, `sign` being what makes the page break the line there. */
export function lineBreak(node, sign) {
  if (node.getParent().getType() === "heading") return " ";
  if (node.getNextSiblings().every((one) => one.getType() === "linebreak")) return "";
  // An address would take the sign for a part of it.
  const isBehindAddress = ENDS_WITH_ADDRESS.test(node.getPreviousSibling()?.getTextContent());
  return `${isBehindAddress && sign ? "  " : sign}\n`;
}

/**
 * Return Markdown that means just this text, with as few escapes as that takes: what people have
 * written comes back as they wrote it. `begins` and `ends`: whether a line does with it.
 */
export function literal(text, { begins = true, ends = true, isHeading = false } = {}) {
  const start = begins && !isHeading ? LINE_START.exec(text)?.[0].length : undefined;
  const end = ends && isHeading ? HEADING_END.exec(text)?.index : undefined;
  let marked = "";
  let done = 0;
  const isInAddress = addressesIn(text);
  const places = [...text.matchAll(MARKS)].flatMap((found) => {
    if (isInAddress(found.index)) return [];
    const { run } = found.groups;
    if (run && isPlain(run, found.index, text, begins, ends)) return [];
    return [...(run ?? "x")].map((_, number) => found.index + number);
  });
  const every = new Set([...places, start, end]);
  every.delete(undefined);
  for (const place of [...every].sort((a, b) => a - b)) {
    // Lexical would take the escape of a number away, and then read the number.
    const isNumber = text.startsWith("&#", place);
    marked += text.slice(done, place) + (isNumber ? "&#38;" : "\\");
    done = isNumber ? place + 1 : place;
  }
  return marked + text.slice(done);
}

/** Whether signs of emphasis are none: alone, in "Freund*innen", "foto_1.jpg", or "ab ~18 Uhr". */
function isPlain(run, place, text, begins, ends) {
  if (run[0] === "`") return false;
  const before = text[place - 1] ?? (begins ? " " : "");
  const after = text[place + run.length] ?? (ends ? " " : "");
  if (/\s/.test(before) && (/\s/.test(after) || run === "~")) return true;
  return isBetweenLetters(text, place, run.length);
}

/** Whether signs at a place belong to a word or an address, for our own reader. */
export function isOfItsWord(text, place, length) {
  return isBetweenLetters(text, place, length) || addressesIn(text, ENDS_ADDRESS)(place);
}

function isBetweenLetters(text, place, length) {
  const isLetter = (sign) => /[\p{L}\p{N}]/u.test(sign ?? "");
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
