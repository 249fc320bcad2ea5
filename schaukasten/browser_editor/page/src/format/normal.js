/** What a form holds → the same without what is empty, so that equal forms look equal. */

import { printable, seen, tidy } from "./spaces.js";

const VALUE = { type: "value" };
// The words that say "not yet" are as if nothing stood there.
const CONFIRMED = { type: "date", none: ["no", "nein", "false"] };

/** The keys of a fact that is written in full. */
export function factKeys(shape) {
  return { value: shape.of, source: VALUE, confirmed: CONFIRMED };
}

/** The shape of a fact's or a mapping's keys. */
export function keysOf(shape) {
  return shape.type === "fact" ? factKeys(shape) : shape.keys;
}

/** Undefined for what is empty, or as it is without a word; texts trimmed, keys in the order of the shape, no other ones. */
export function normal(shape, value) {
  switch (shape.type) {
    case "list": {
      const entries = Array.isArray(value) ? value : [value];
      return notEmpty(entries.map((entry) => normalEntry(shape, entry)).filter(isThere));
    }
    case "fact":
      return normalKeys(factKeys(shape), fullFact(shape, value));
    case "mapping":
      return normalKeys(shape.keys, longForm(shape, value));
    case "choice": {
      const word = chosen(shape, entered(value));
      return word === shape.default ? undefined : word;
    }
    case "date": {
      const day = entered(value);
      return shape.none?.includes(day?.toLowerCase()) ? undefined : day;
    }
    default:
      return entered(Array.isArray(value) ? value.join(", ") : value);
  }
}

/** The word that forms show for one of a file, which may be in capitals or in another language. */
export function chosen(shape, word) {
  const known = word?.toLowerCase();
  return Object.hasOwn(shape.words, known) ? shape.words[known] : word;
}

/** A fact with its parts, which a form may have as the value alone. */
export function fullFact(shape, value) {
  const isFull = isMapping(value) && Object.keys(factKeys(shape)).some((key) => key in value);
  return isFull ? value : { value };
}

/** One entry of a list, which may be written short. */
export function normalEntry(shape, entry) {
  return normal(shape.of, longForm(shape, entry));
}

/** What was written short, behind the key for which it stands. */
function longForm(shape, value) {
  const isShort = shape.short && isThere(value) && value !== null && typeof value !== "object";
  return isShort ? { [shape.short]: value } : value;
}

export function same(one, other) {
  return JSON.stringify(one) === JSON.stringify(other);
}

export function isMapping(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** What somebody has entered, as far as a file keeps it. */
function entered(value) {
  return text(value && tidy(seen(printable(String(value)))));
}

export function text(value) {
  if (value === undefined || value === null) return undefined;
  return printable(String(value)).trim() || undefined;
}

function normalKeys(shapes, value) {
  if (!isMapping(value)) return undefined;
  const kept = Object.entries(shapes)
    .map(([key, shape]) => [key, normal(shape, value[key])])
    .filter(([, one]) => isThere(one));
  return kept.length ? Object.fromEntries(kept) : undefined;
}

function notEmpty(list) {
  return list.length ? list : undefined;
}

function isThere(value) {
  return value !== undefined;
}
