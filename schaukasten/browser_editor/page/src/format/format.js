/**
 * A content file ⇄ the form that shows it. What a form does not change stays, byte for byte.
 *
 * - Nothing is written anew but what differs: texts between two edits are copied from the source.
 * - What goes takes along the note on its line; notes on lines above it stay, since they may be
 *   about what follows, and what was written by hand cannot be had back. Notes above an entry of a
 *   list move with it; those above the first one stay at the head of the list.
 * - Empty is empty: a key without a value, and one that is not there, are the same to a form, so
 *   `register:` goes only when it was filled in before. The key `value:` of a full fact stays as
 *   long as a source or a day does.
 * - Words where keys could stand (`register: keine`) are no part of the form, and stay until it is
 *   filled in. So do keys that no form shows, and what stands in place of a day (`days.js`).
 */

import { editBody } from "./body.js";
import { Changes } from "./changes.js";
import { hidden, restored, shown } from "./days.js";
import { Edits } from "./edits.js";
import { Manner } from "./fresh.js";
import { merged, mergedBody } from "./merging.js";
import { formOf } from "./nodes.js";
import { normal, same, text as trimmed } from "./normal.js";
import { Conflict, Unreadable, Unwritable } from "./refusals.js";
import { slips } from "./slips.js";
import { Source } from "./source.js";
import { plain } from "./spaces.js";
import { Widening } from "./widening.js";

export { Conflict, Unreadable, Unwritable };

/** Facts in lists in facts: each round makes room one floor further in. */
const MOST_ROUNDS = 6;

/** The data of a file as its form shows it; raises Unreadable. */
export function read(text, shape) {
  return shown(asMapping(shape.root), wholeOf(text, shape));
}

/** What stands in a file where a form shows no day: a list of `{path, text}`. */
export function unclear(text, shape) {
  return [...hidden(asMapping(shape.root), wholeOf(text, shape))];
}

/** The same as a form has it, with what it does not show. */
function wholeOf(text, shape) {
  const source = Source.of(text, shape.layout);
  const data = formOf(source, source.root, shape.root);
  if (shape.root.type === "list") return { entries: data };
  if (source.bodyStart === null) return data;
  return { ...data, body: source.slice(source.bodyStart, source.text.length).trim() };
}

/**
 * The text of the file that holds `form`, made of `onto` with the smallest edits.
 *
 * `text` is what the form was read from, null for a new file; where `onto` is a newer version of
 * it, what `form` changed is done there. `settle` is told what both have changed in different ways,
 * and may let the form have the last word. Raises Unreadable, Conflict, or Unwritable.
 */
export function write(text, shape, form, onto = text, settle = refuse) {
  const root = asMapping(shape.root);
  const entered = shown(root, form);
  const whole = text === null ? entered : restored(root, wholeOf(text, shape), entered);
  let wanted = wantedOf(shape, whole);
  if (onto === null) return written(blank(shape), shape, wanted, true);
  if (onto !== text) {
    const conflicts = [];
    const base = text === null ? {} : wantedOf(shape, wholeOf(text, shape));
    wanted = mergedForms(shape, base, wanted, wantedOf(shape, wholeOf(onto, shape)), conflicts);
    if (conflicts.length) settle(conflicts);
  }
  return written(onto, shape, wanted, false);
}

function refuse(conflicts) {
  throw new Conflict(conflicts);
}

function written(original, shape, wanted, isNew) {
  const had = isNew ? {} : wantedOf(shape, wholeOf(original, shape));
  if (!isNew && same(had, wanted)) return original;
  let text = original;
  if (!same(had.data, wanted.data) || isNew) {
    text = widened(text, shape, wanted.data);
    const source = Source.of(text, shape.layout);
    const edits = new Edits();
    changeData(source, edits, shape.root, wanted.data, isNew);
    text = closed(edits, source);
  }
  if (!same(had.body, wanted.body)) {
    const source = Source.of(text, shape.layout);
    const edits = new Edits();
    editBody(edits, source, wanted.body);
    text = edits.applyTo(source);
  }
  prove(text, original, shape, wanted);
  return text;
}

function widened(original, shape, wanted) {
  let text = original;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const source = Source.of(text, shape.layout);
    const edits = new Edits();
    new Widening(source, edits, new Manner(source)).visit(source.root, shape.root, wanted, null);
    if (edits.isEmpty) break;
    text = closed(edits, source);
  }
  return text;
}

function changeData(source, edits, root, wanted, isNew) {
  const changes = new Changes(source, edits, new Manner(source));
  if (wanted !== undefined) {
    if (isNew || !source.root) changes.fillRoot(source.root, root, wanted);
    else changes.change(source.root, root, wanted, null);
  } else if (isNew || !source.root) return;
  else if (root.type === "mapping") changes.keys(source.root, root, {}, null);
  else edits.replace(source.root.range[0], source.dataEnd, "[]\n");
}

/** The text with the end that the file had: one without a line end gets none. */
function closed(edits, source) {
  const text = edits.applyTo(source);
  return source.isOpen ? text.replace(/\r?\n$/, "") : text;
}

/** A file is never written that would be read as something else, or not at all. */
function prove(text, original, shape, wanted) {
  let now;
  try {
    now = wantedOf(shape, wholeOf(text, shape));
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    throw new Unwritable(`unreadable: ${error.message}`);
  }
  // Where YAML wants a space, a wide one is written and a plain one read; in quotation marks no line
  // is further in.
  const [found, meant] = [now, wanted].map((one) =>
    plain(JSON.stringify(one)).replace(/(?<=\\n)(?: |\\t)+/g, ""),
  );
  if (found !== meant) throw new Unwritable("other data would be read");
  const had = slips(Source.of(original, shape.layout));
  const [slip] = slips(Source.of(text, shape.layout)).filter((one) => !had.includes(one));
  if (slip) throw new Unwritable(`our reader would refuse ${slip}`);
}

/** A file that is a list has one key in its form. */
function asMapping(root) {
  return root.type === "list" ? { type: "mapping", keys: { entries: root } } : root;
}

function wantedOf(shape, form) {
  const data = normal(shape.root, shape.root.type === "list" ? form.entries : form);
  return shape.layout === "yaml" ? { data } : { data, body: trimmed(form.body) };
}

function mergedForms(shape, base, mine, theirs, conflicts) {
  // As a form has them.
  const path = shape.root.type === "list" ? ["entries"] : [];
  const data = merged(shape.root, base.data, mine.data, theirs.data, conflicts, path);
  if (shape.layout === "yaml") return { data };
  const body = mergedBody(base.body, mine.body, theirs.body, conflicts);
  return { data, body };
}

function blank(shape) {
  return shape.layout === "yaml" ? "" : "---\n---\n";
}
