/** Two sequences → what of the one stands in the other. */

const MOST = 4_000_000;

/** Pairs `[old, new]` of places whose texts are equal, in order: a longest common subsequence. */
export function common(olds, news) {
  let [start, oldEnd, newEnd] = [0, olds.length, news.length];
  const head = [];
  while (start < oldEnd && start < newEnd && olds[start] === news[start]) {
    head.push([start, start++]);
  }
  const tail = [];
  while (oldEnd > start && newEnd > start && olds[oldEnd - 1] === news[newEnd - 1]) {
    tail.unshift([--oldEnd, --newEnd]);
  }
  const [rows, columns] = [oldEnd - start, newEnd - start];
  if (!rows || !columns || rows * columns > MOST) return [...head, ...tail];
  const width = columns + 1;
  const longest = new Uint32Array((rows + 1) * width);
  for (let row = rows - 1; row >= 0; row--) {
    for (let column = columns - 1; column >= 0; column--) {
      const at = row * width + column;
      longest[at] =
        olds[start + row] === news[start + column]
          ? longest[at + width + 1] + 1
          : Math.max(longest[at + width], longest[at + 1]);
    }
  }
  const middle = [];
  for (let row = 0, column = 0; row < rows && column < columns;) {
    const at = row * width + column;
    if (olds[start + row] === news[start + column]) middle.push([start + row++, start + column++]);
    else if (longest[at + width] >= longest[at + 1]) row++;
    else column++;
  }
  return [...head, ...middle, ...tail];
}

/**
 * For each new entry the place of the old one that it was, or -1: equal ones in order, then equal
 * ones that have moved, then such as were changed where they stand, then those that did both.
 */
export function origins(olds, news) {
  const origin = news.map(() => -1);
  const isTaken = olds.map((one) => one === undefined);
  const take = (old, at) => {
    origin[at] = old;
    isTaken[old] = true;
  };
  const [oldTexts, newTexts] = [olds, news].map((list) => list.map((one) => JSON.stringify(one)));
  const kept = common(oldTexts, newTexts).filter(([old]) => !isTaken[old]);
  for (const [old, at] of kept) take(old, at);
  const free = (count, is) => [...Array(count).keys()].filter(is);
  for (const at of free(news.length, (n) => origin[n] < 0)) {
    const old = oldTexts.findIndex((text, n) => !isTaken[n] && text === newTexts[at]);
    if (old >= 0) take(old, at);
  }
  let [oldFrom, newFrom] = [0, 0];
  for (const [oldTo, newTo] of [...kept, [olds.length, news.length]]) {
    const left = free(oldTo, (n) => n >= oldFrom && !isTaken[n]);
    const right = free(newTo, (n) => n >= newFrom && origin[n] < 0);
    inPlace(olds, news, left, right, take);
    [oldFrom, newFrom] = [oldTo + 1, newTo + 1];
  }
  const left = free(olds.length, (n) => !isTaken[n]);
  const right = free(news.length, (n) => origin[n] < 0);
  pairBySimilarity(olds, news, left, right, 0.5, take);
  return origin;
}

function inPlace(olds, news, left, right, take) {
  // Of an entry with one text nothing is left to know it by when that has changed.
  const isIt = (old, n) => leaves(olds[old]).size < 2 || likeness(olds[old], news[right[n]]) > 0;
  if (left.length === right.length && left.every(isIt)) {
    left.forEach((old, n) => take(old, right[n]));
  } else pairBySimilarity(olds, news, left, right, 0.01, take);
}

function pairBySimilarity(olds, news, left, right, least, take) {
  const pairs = left.flatMap((old, row) =>
    right.map((at, column) => {
      return { old, at, away: Math.abs(row - column), like: likeness(olds[old], news[at]) };
    }),
  );
  pairs.sort((a, b) => b.like - a.like || a.away - b.away);
  const isPaired = new Set();
  for (const { old, at, like } of pairs) {
    if (like < least || isPaired.has(`old ${old}`) || isPaired.has(`new ${at}`)) continue;
    isPaired.add(`old ${old}`).add(`new ${at}`);
    take(old, at);
  }
}

/** The share of what two entries say that they both say, from 0 to 1. */
function likeness(one, other) {
  const [ones, others] = [leaves(one), leaves(other)];
  const both = [...ones].filter((leaf) => others.has(leaf)).length;
  return both / Math.max(ones.size, others.size, 1);
}

function leaves(value, path = "", found = new Set()) {
  if (typeof value !== "object") return found.add(`${path}=${value}`);
  for (const [key, one] of Object.entries(value)) leaves(one, `${path}.${key}`, found);
  return found;
}
