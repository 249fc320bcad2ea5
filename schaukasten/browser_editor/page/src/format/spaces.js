/**
 * YAML as people type it → the same with plain spaces where YAML wants one, each in its place.
 *
 * What looks like a space is one to our own reader: `plain_text.py` says where; do as it does.
 */

const WIDE = "\\u00a0\\u1680\\u2000-\\u200a\\u202f\\u205f\\u3000";
const HAS_WIDE = new RegExp(`[${WIDE}]`);
const EDGES = new RegExp(`^[ \\t${WIDE}]+|[ \\t${WIDE}]+$`, "g");
const BEHIND_HYPHEN = new RegExp(`^ *-[${WIDE}]+`);
const BEHIND_KEY = new RegExp(`^[ -]*["']?[A-Za-z_äöüÄÖÜß]+["']?[ ${WIDE}]*:[ ${WIDE}]+`);
const BEFORE_NOTE = new RegExp(`[${WIDE}](?=#)`, "g");
const AT_ENDS = new RegExp(`[ \\t${WIDE}]+$`, "gm");
const AT_START = new RegExp(`^[ \\t${WIDE}]+`, "gm");
const BEHIND_MARK = new RegExp(
  `(?<=^[ >]*(?:[-*+]|\\d{1,9}[.)]|#{1,6}|>|\\[[ xX]\\]))[ ${WIDE}]+`,
  "gm",
);
const AROUND_SIGN = new RegExp(`[ ${WIDE}]+(?=[:#])|(?<=:)[ ${WIDE}]+`, "g");
/** What has no width and carries nothing; some scripts end their lines at U+200B. */
const NOTHING =
  /[\u2060\ufeff\u180e\u2061-\u2064]|(?<![\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff])\u200b/g;
/** The same, the first half of a line end, and wide spaces at ends of lines. */
export const UNSEEN = new RegExp(
  `\\r(?=\\n)|${NOTHING.source}|[ \\t${WIDE}](?=[ \\t${WIDE}]*(?<=[${WIDE}])(?:[\\r\\n]|$))`,
  "g",
);

export function withPlainSpaces(yaml) {
  if (!HAS_WIDE.test(yaml)) return yaml;
  return yaml
    .split("\n")
    .map((line) =>
      [EDGES, BEHIND_HYPHEN, BEHIND_KEY, BEFORE_NOTE].reduce(
        (text, where) => text.replace(where, plain),
        line,
      ),
    )
    .join("\n");
}

// What Word puts for the end of a line within a paragraph, and for that of a page.
const BREAKS = /[\x0b\x0c]/g;
/** What no reader of YAML or of text takes: control signs, halves of a sign. */
export const UNPRINTABLE = /[\0-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]/gu;

/** A text as somebody enters it, of which each sign can be written. */
export function printable(text) {
  return text.replace(/\r\n?/g, "\n").replace(BREAKS, " ").replace(UNPRINTABLE, "");
}

/** A text of a field with plain spaces where a space could be a part of YAML, and none at ends of lines. */
export function tidy(text) {
  return [AT_ENDS, AT_START, BEHIND_MARK, AROUND_SIGN].reduce(
    (tidied, where) => tidied.replace(where, (spaces) => (where === AT_ENDS ? "" : plain(spaces))),
    text,
  );
}

/** A text without what nobody sees in it. */
export function seen(text) {
  return text.replace(NOTHING, "");
}

/** The same with plain spaces everywhere. */
export function plain(spaces) {
  return spaces.replace(new RegExp(`[${WIDE}]`, "g"), " ");
}
