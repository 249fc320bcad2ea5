/** What a form says of pictures, and its text → the same, with each picture in both of them. */

import { seen } from "./format/spaces.js";
import { encoded, picturesIn } from "./markdown.js";

/**
 * Return the form with a note for each picture that was put into the text, and with each picture that
 * was added to the notes at the end of the text; the same object where there is nothing to do.
 *
 * `before` is the form that the file had, null of a new one: what was left so on purpose stays.
 */
export function inStep(form, before) {
  return shown(noted(form, before), before);
}

function noted(form, before) {
  const known = new Set([...namesOf(form), ...shownIn(before)]);
  const notes = [...(form.pictures ?? [])];
  const text = form.body ?? "";
  let [body, end] = ["", 0];
  for (const picture of picturesIn(text)) {
    // Of those in other folders the check speaks.
    if (picture.file.includes("/") || !isNoted(picture, notes, known, before)) continue;
    const shown = `![](${picture.target})`;
    body += text.slice(end, picture.start);
    end = picture.end;
    if (picture.isInSentence) [body, end] = byItself(body, shown, text, end);
    else body += shown;
  }
  return end ? { ...form, body: body + text.slice(end), pictures: notes } : form;
}

/** Note what the text says of a picture; whether the text need not say it any more. */
function isNoted({ file, alt, title }, notes, known, before) {
  const ofFile = (one) => look(one?.file) === look(file);
  const place = notes.findIndex(ofFile);
  const note = notes[place];
  // It may stand in several spots, each with words of its own.
  const spots = picturesIn(before?.body ?? "").filter(ofFile);
  const old = spots.find((one) => one.alt === alt) ?? spots[0];
  // What was typed in the text just now counts, unless something was typed at the note as well.
  const isAsBefore = note && note.alt === before?.pictures?.find(ofFile)?.alt;
  if (note && alt && (!note.alt || (isAsBefore && alt !== old?.alt))) {
    const isNews = title && (!note.caption || title !== old?.title);
    notes[place] = { ...note, alt, ...(isNews ? { caption: title } : {}) };
  } else if (known.has(look(file))) {
    return false;
  } else {
    known.add(look(file));
    notes.push({ file, alt, ...(title ? { caption: title } : {}) });
  }
  return true;
}

/** A picture in a sentence has no line below it: who puts it there means a paragraph of its own. */
function byItself(body, picture, text, end) {
  const isBegun = body.slice(body.lastIndexOf("\n") + 1).trim() !== "";
  const behind = /^[ \t]*/.exec(text.slice(end))[0].length + end;
  const goesOn = behind < text.length && text[behind] !== "\n";
  const start = isBegun ? `${body.trimEnd()}\n\n` : body;
  return goesOn ? [`${start}${picture}\n\n`, behind] : [start + picture, end];
}

function shown(form, before) {
  const there = new Set([...shownIn(form), ...namesOf(before)]);
  if (form.image?.file) there.add(look(form.image.file));
  const missing = (form.pictures ?? [])
    .map((note) => note?.file)
    .filter((file) => file && !there.has(look(file)) && there.add(look(file)));
  if (!missing.length) return form;
  const places = missing.map((file) => `![](${encoded(file)})`);
  return { ...form, body: [(form.body ?? "").trim(), ...places].filter(Boolean).join("\n\n") };
}

/** The files of which a form says something. */
function namesOf(form) {
  const notes = [form?.image, ...(form?.pictures ?? [])];
  return notes.flatMap((note) => (note?.file ? look(note.file) : []));
}

/** The files that stand in the text of a form. */
function shownIn(form) {
  return picturesIn(form?.body ?? "").map(({ file }) => look(file));
}

/** How a name looks: two that look the same are one file to our own reader, too. */
function look(name = "") {
  return seen(name).normalize("NFC").replaceAll("\u00ad", "").trim().replace(/\s+/g, " ");
}
