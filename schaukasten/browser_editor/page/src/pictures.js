/** What a form says of pictures, and its text → the same, with each picture in both of them. */

// ![what is to be seen](file "line below it"): of a file beside the text only.
const PICTURE = /!\[([^\]]*)\]\(<?([^\s)>:/]+)>?(?:\s+"([^"]*)")?\)/g;
// Lists, quotes, tables, headings: of these a picture stays a part.
const NO_PARAGRAPH = /^\s*([>|#*+-]|\d+[.)])|^\s+$/;

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
  let isOther = false;
  const body = (form.body ?? "").replaceAll(PICTURE, (all, alt, written, caption, at, text) => {
    const file = decodeURIComponent(written);
    const place = notes.findIndex((note) => note?.file === file && !note.alt);
    if (alt && place >= 0) {
      // Its note says nothing yet: what was typed in the text belongs there.
      notes[place] = { ...notes[place], alt };
    } else if (known.has(file)) {
      return all;
    } else {
      known.add(file);
      notes.push({ file, alt, ...(caption ? { caption } : {}) });
    }
    isOther = true;
    return byItself(`![](${written})`, text, at, at + all.length);
  });
  return isOther ? { ...form, body, pictures: notes } : form;
}

/** A picture in a sentence has no line below it: who puts it there means a paragraph of its own. */
function byItself(picture, text, start, end) {
  const before = text.slice(text.lastIndexOf("\n", start - 1) + 1, start);
  const [behind] = text.slice(end).split("\n", 1);
  if (NO_PARAGRAPH.test(before)) return picture;
  return `${before && "\n\n"}${picture}${behind && "\n\n"}`;
}

function shown(form, before) {
  const there = new Set([...shownIn(form), ...namesOf(before)]);
  if (form.image?.file) there.add(form.image.file);
  const missing = (form.pictures ?? [])
    .map((note) => note?.file)
    .filter((file) => file && !there.has(file));
  if (!missing.length) return form;
  const places = missing.map((file) => `![](${encodeURI(file)})`);
  return { ...form, body: [(form.body ?? "").trim(), ...places].filter(Boolean).join("\n\n") };
}

/** The files of which a form says something. */
function namesOf(form) {
  return [form?.image, ...(form?.pictures ?? [])].flatMap((note) => note?.file ?? []);
}

/** The files that stand in the text of a form. */
function shownIn(form) {
  return [...(form?.body ?? "").matchAll(PICTURE)].map((found) => decodeURIComponent(found[2]));
}
