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
// What becomes a link by itself, whatever is in it.
const ADDRESSES = /(?<![\p{L}\p{N}])(?:https?:\/\/|www\.)[^\s<]*/giu;
// What makes a heading, a quotation, a list, a fence or a rule of the line it begins.
const LINE_START =
  /^(?:\d{1,9}(?=[.)](?:\s|$))|(?=#{1,6}(?:\s|$)|>|[-+*:](?:\s|$)|~~~|[-=*_][-=*_\s]*$))/;
// What a heading would lose.
const HEADING_END = /(?<=^|\s)(?=#+\s*$)/;

/** Return the Markdown of a node of Lexical that holds nothing but text, and no code. */
export function typed(text, node) {
  const [before, after] = [node.getPreviousSibling(), node.getNextSibling()];
  const block = node.getParent();
  const isHeading = block.getType() === "heading";
  const [begins, ends] = [before, after].map((one) =>
    one ? one.getType() === "linebreak" : !block.isInline(),
  );
  const marked = literal(text, { begins, ends, isHeading });
  // With a link behind it, it would be a picture.
  return after?.getType() === "link" ? marked.replace(/!$/, "\\!") : marked;
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
  for (const place of [...new Set([...places, start, end])].sort((a, b) => a - b)) {
    if (place === undefined) continue;
    marked += `${text.slice(done, place)}\\`;
    done = place;
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
  return isBetweenLetters(text, place, length) || addressesIn(text)(place);
}

function isBetweenLetters(text, place, length) {
  const isLetter = (sign) => /[\p{L}\p{N}]/u.test(sign ?? "");
  if (length > 1 && text[place] !== "_") return false;
  return isLetter(text[place - 1]) && isLetter(text[place + length]);
}

function addressesIn(text) {
  const addresses = [...text.matchAll(ADDRESSES)];
  return (place) =>
    addresses.some(({ 0: one, index }) => index <= place && place < index + one.length);
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
