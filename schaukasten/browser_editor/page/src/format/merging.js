/** An older form, and two made of it → one with what was changed in either. */

import { diff3Merge } from "node-diff3";
import { keysOf, same } from "./normal.js";
import { origins } from "./sequences.js";

/** Return the merged normal form; paths that both changed differently are put into `conflicts`. */
export function merged(shape, base, mine, theirs, conflicts, path = []) {
  if (same(mine, theirs) || same(base, theirs)) return mine;
  if (same(base, mine)) return theirs;
  const isThere = [base, mine, theirs].every((one) => one !== undefined);
  const keys = keysOf(shape);
  // A key can be new in both; what one of them took away is a conflict as a whole.
  if (keys && (isThere || base === undefined)) {
    return mergedKeys(keys, base ?? {}, mine, theirs, conflicts, path);
  }
  if (shape.type === "list" && isThere) {
    const entries = mergedEntries(shape, base, mine, theirs, conflicts, path);
    if (entries) return entries;
  }
  conflicts.push(path);
  return mine;
}

function mergedKeys(keys, base, mine, theirs, conflicts, path) {
  const result = {};
  for (const [key, shape] of Object.entries(keys)) {
    const one = merged(shape, base[key], mine[key], theirs[key], conflicts, [...path, key]);
    if (one !== undefined) result[key] = one;
  }
  return result;
}

/** Entries by their neighbours; null where it cannot be told which are which. */
function mergedEntries(shape, base, mine, theirs, conflicts, path) {
  const sides = [aligned(base, mine), aligned(base, theirs)];
  if (!sides.every(Boolean)) return null;
  const [my, their] = sides;
  const result = [];
  for (let old = 0; old <= base.length; old++) {
    const news = [my.before[old], their.before[old]];
    // Two that were added at one place may be the same, said in other words.
    if (news.every((list) => list.length) && !same(...news)) return null;
    result.push(...(news[0].length ? news[0] : news[1]));
    if (old === base.length) break;
    const [ours, others] = [my.now[old], their.now[old]];
    const one = merged(shape.of, base[old], ours, others, conflicts, [...path, old]);
    if (one !== undefined) result.push(one);
  }
  return result.length ? result : undefined;
}

/** What became of each old entry, and what is new before each; null where some have moved. */
function aligned(base, now) {
  const from = origins(base, now);
  const order = from.filter((old) => old >= 0);
  if (order.some((old, n) => n && old < order[n - 1])) return null;
  const before = [...base, null].map(() => []);
  const became = base.map(() => undefined);
  let next = 0;
  from.forEach((old, at) => {
    if (old < 0) before[next].push(now[at]);
    else {
      became[old] = now[at];
      next = old + 1;
    }
  });
  return { before, now: became };
}

/** The same of two texts, paragraph by paragraph; where both changed one, `mine` stands. */
export function mergedBody(base, mine, theirs, conflicts) {
  if (same(mine, theirs) || same(base, theirs)) return mine;
  if (same(base, mine)) return theirs;
  const [old, my, their] = [base, mine, theirs].map(paragraphs);
  let isConflict = false;
  const result = diff3Merge(my, old, their, { excludeFalseConflicts: true }).flatMap((part) => {
    isConflict ||= part.conflict !== undefined;
    return part.ok ?? part.conflict.a;
  });
  if (isConflict) conflicts.push(["body"]);
  return result.join("").trim() || undefined;
}

/** The paragraphs of a text, and what is between them: so those beside each other are two. */
function paragraphs(text = "") {
  return `${text}\n\n`.match(/(?:.+\n)+|\n+/g);
}
