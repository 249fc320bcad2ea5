/** A text → how YAML writes it, so that YAML 1.2 reads that very text and 1.1 finds no syntax. */

const NUMBER = /^[-+]?(?:\d[\d_,]*|\.\d+|\d[\d_,]*\.[\d_]*)(?:e[-+]?\d+)?$|^0[xob][\da-f_]+$/i;
const WORD = /^(?:~|null|true|false|[-+]?\.inf|\.nan|=|<<)$/i;
const NULL = /^(?:~|null|Null|NULL)$/;
const FIRST = /^(?:[,[\]{}#&*!|>'"%@`]|[-?:](?:\s|$)|---|\.\.\.|<<|=$)/;
// The reader takes it for a list that is none.
export const DASH = /^[–—•·▪◦‣*][ \u00a0]/;
const INSIDE = /:(?:\s|$)|\s#|\t/;
const FLOW = /[,[\]{}]|:(?:[,[\]{}]|$)|^[-?:]/;
// The reader takes these away, or puts a space or a sign of ASCII in their place.
const VANISHING = /[\u200b\u2060\ufeff\u180e\u2061-\u2064]/g;
const ENDS = /[\u2028\u2029\x85]/g;

/** A new text of one line, in the plainest way. */
export function written(text, isFlow) {
  const isOther = NUMBER.test(text) || WORD.test(text);
  return canBePlain(text, isFlow) && !isOther ? text : quoted(text);
}

/** A text of one line in the style of the value that it replaces. */
export function restyled(text, style, isFlow) {
  if (style === "QUOTE_DOUBLE" && !text.includes("\\")) return `"${text.replaceAll('"', '\\"')}"`;
  if (style.startsWith("QUOTE_")) return single(text);
  return canBePlain(text, isFlow) && !NULL.test(text) ? text : quoted(text);
}

export function canBePlain(text, isFlow) {
  const spellings = [text, spelled(text)];
  return spellings.every(
    (one) =>
      one !== "" &&
      !/[\n]/.test(one) &&
      !FIRST.test(one) &&
      !DASH.test(one) &&
      !INSIDE.test(one) &&
      !(isFlow && FLOW.test(one)),
  );
}

/** A text in quotation marks; a backslash is a letter between single ones. */
export function quoted(text) {
  return /["\\]/.test(text) ? single(text) : `"${text}"`;
}

/** A text of several lines where only quotation marks can hold it: no line is further in than others. */
export function quotedLines(text, indent) {
  const folded = text
    .replace(/^[ \t]+/gm, "")
    .replace(/\n+/g, (ends) => `\n${ends}${" ".repeat(indent)}`);
  return single(folded);
}

function single(text) {
  return `'${text.replaceAll("'", "''")}'`;
}

/** A text as the reader in Python takes it before it is YAML: `plain_text.py`. */
function spelled(text) {
  return text.replace(VANISHING, "").replace(ENDS, " ").normalize("NFC").trim();
}
