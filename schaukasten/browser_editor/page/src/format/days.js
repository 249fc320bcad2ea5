/**
 * Days as people write them (`24.12.2026`, `bald`) → what a form shows: the days of a calendar only.
 *
 * A field for a day takes such a text for another day, or for none, and would give that back. So it
 * is no part of the form, and stays in the file until somebody enters a day.
 */

import { fullFact, isMapping, keysOf, normal, normalEntry, text } from "./normal.js";
import { origins } from "./sequences.js";

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const ANY_DAY = /"\d{4}-\d{2}-\d{2}"/;

/** Data as a form shows them: no text where a day should be. */
export function shown(shape, data) {
  switch (shape.type) {
    case "date":
      return dayOf(data) ?? "";
    case "list":
      return Array.isArray(data) ? data.map((one) => shownEntry(shape, one)) : data;
    default: {
      const keys = Object.entries(keysOf(shape) ?? {});
      if (!isMapping(data) || !keys.length) return data;
      const own = keys.filter(([key]) => Object.hasOwn(data, key));
      return {
        ...data,
        ...Object.fromEntries(own.map(([key, of]) => [key, shown(of, data[key])])),
      };
    }
  }
}

/** Yield `{path, text}` of all that a form does not show of what it would show as a day. */
export function* hidden(shape, data, path = []) {
  if (shape.type === "date") {
    if (normal(shape, data) && !dayOf(data)) yield { path, text: text(data) };
  } else if (shape.type === "list") {
    for (const [at, one] of data.entries()) yield* hidden(shape.of, one, [...path, at]);
  } else {
    for (const [key, of] of Object.entries(keysOf(shape) ?? {})) {
      if (Object.hasOwn(data, key)) yield* hidden(of, data[key], [...path, key]);
    }
  }
}

/** What a form wants, with what it does not show of the data that it was made of. */
export function restored(shape, data, form) {
  if (!hides(shape, data)) return form;
  switch (shape.type) {
    case "date":
      return dayOf(form) ?? data;
    case "list":
      return restoredEntries(shape, data, form);
    default: {
      const whole = shape.type === "fact" ? fullFact(shape, form) : isMapping(form) ? form : {};
      const keys = Object.entries(keysOf(shape)).map(([key, of]) => [
        key,
        restored(of, data[key], whole[key]),
      ]);
      return { ...whole, ...Object.fromEntries(keys) };
    }
  }
}

/** An entry that a form shows as empty is the same one as long as it is there. */
function restoredEntries(shape, data, form) {
  const forms = [form ?? []].flat();
  const olds = data.map((one) => normalEntry(shape, shownEntry(shape, one)) ?? {});
  const news = forms.map((one) => normalEntry(shape, one) ?? {});
  const from = origins(olds, news);
  const isLost = (old) => !from.includes(old) && hides(shape.of, data[old]);
  const lost = () => [...olds.keys()].filter(isLost);
  for (const old of lost()) {
    // Words were changed beside a day that is not shown.
    const at = from.findIndex((was, n) => was < 0 && !ANY_DAY.test(JSON.stringify(news[n])));
    if (at >= 0) from[at] = old;
  }
  const entries = forms.map((one, at) => ({
    old: from[at],
    entry: from[at] < 0 ? one : restored(shape.of, data[from[at]], longEntry(shape, one)),
  }));
  // Of empty ones side by side nobody can tell which was taken away: then all stay.
  for (const old of lost().filter((one) => beside(olds, one).some((n) => from.includes(n)))) {
    const at = entries.findLastIndex((one) => one.old >= 0 && one.old < old);
    entries.splice(at + 1, 0, { old, entry: data[old] });
  }
  return entries.map(({ entry }) => entry);
}

/** The places of all empty entries in a row, of which one is given. */
function beside(entries, at) {
  const isEmpty = (n) => n in entries && !Object.keys(entries[n]).length;
  let [start, end] = [at, at];
  while (isEmpty(start)) start--;
  while (isEmpty(end)) end++;
  return [...entries.keys()].slice(start + 1, end);
}

function hides(shape, data) {
  return data !== undefined && !hidden(shape, data).next().done;
}

function shownEntry(shape, entry) {
  return shown(shape.of, longEntry(shape, entry));
}

function longEntry(shape, entry) {
  return shape.short && !isMapping(entry) ? { [shape.short]: entry } : entry;
}

/** A day as a field for days gives it back; undefined of all else, and where there is no such day. */
function dayOf(value) {
  const [found, year, month, day] = DAY.exec(text(value)) ?? [];
  const date = new Date(Date.UTC(year, month - 1, day));
  const isThere =
    date.getUTCFullYear() === Number(year) &&
    date.getUTCMonth() === month - 1 &&
    date.getUTCDate() === Number(day);
  return isThere ? found : undefined;
}
