/** A form → where in it somebody types; and such a place → the caret there, in a form made anew. */

const FIELD = "[data-key-path]";
const TYPED_INTO = "input, textarea, [contenteditable=true]";

/** Return `{path, start, end}`, counted in letters of that field; null where nobody types. */
export function caretIn(form) {
  const box = document.activeElement;
  const field = box?.closest(FIELD);
  if (!form?.contains(box) || !field || !box.matches(TYPED_INTO)) return null;
  const [start, end] = box.isContentEditable
    ? lettersBefore(box)
    : [box.selectionStart, box.selectionEnd];
  return { path: field.dataset.keyPath, start, end };
}

/** Return whether the field is there, with its text; `anyway` the text may be a shorter one by now. */
export function putCaret(form, { path, start, end }, anyway) {
  const box = form?.querySelector(`[data-key-path="${path}"]`)?.querySelector(TYPED_INTO);
  if (!box || form.inert) return false;
  if (!anyway && (box.value ?? box.textContent).length < (end ?? 0)) return false;
  box.focus();
  if (box.isContentEditable) {
    getSelection().setBaseAndExtent(...letterOf(box, start), ...letterOf(box, end));
  } else if (start !== null) {
    // A field for days or numbers has no caret.
    box.setSelectionRange(start, end);
  }
  return true;
}

function lettersBefore(box) {
  const selected = getSelection();
  return [
    [selected.anchorNode, selected.anchorOffset],
    [selected.focusNode, selected.focusOffset],
  ].map((end) => {
    const range = document.createRange();
    range.setStart(box, 0);
    range.setEnd(...end);
    return range.toString().length;
  });
}

function letterOf(box, number) {
  const texts = document.createTreeWalker(box, NodeFilter.SHOW_TEXT);
  let left = number;
  while (texts.nextNode()) {
    const { length } = texts.currentNode;
    if (left <= length) return [texts.currentNode, left];
    left -= length;
  }
  return [box, box.childNodes.length];
}
