/** What Sveltia says of a save → a form in which nobody types until it has ended. */

import { caretIn, putCaret } from "./caret.js";

const FORM = "#nc-root .content-editor";
/** Frames until the form that is made anew must be there; a slow telephone shows few a second. */
const PATIENCE = 60;

/**
 * Milliseconds until Sveltia knows what was typed into rich text; it lets 100 go by, and until then
 * there is nothing to save for it.
 */
const TAKEN_OVER = 150;

let place = null;

/**
 * Who saves with the keyboard has all letters saved, however fast, and goes on where the caret was;
 * Sveltia takes it to its button first.
 */
export function saveByKeys() {
  const wait = (event) => {
    const isSave =
      (event.ctrlKey || event.metaKey) &&
      !(event.shiftKey || event.altKey) &&
      event.key.toLowerCase() === "s";
    const form = document.querySelector(FORM);
    if (!isSave || !form || !event.isTrusted) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    setTimeout(() => {
      place = caretIn(form);
      (document.activeElement ?? document.body).dispatchEvent(new KeyboardEvent("keydown", event));
    }, TAKEN_OVER);
  };
  window.addEventListener("keydown", wait, { capture: true });
}

/**
 * The form is made anew of what was saved: what somebody typed in between would be gone, unseen. Was
 * it not saved, since something is missing, then the first field that is wrong comes into sight.
 */
export function saving(isRunning) {
  const form = document.querySelector(FORM);
  if (form) form.inert = isRunning;
  if (isRunning) return;
  // Its word that something is missing is gone after a few seconds.
  const wrong = form?.querySelector("[aria-invalid=true]");
  if (wrong) {
    wrong.scrollIntoView({ block: "center" });
    wrong.focus();
  } else if (place) {
    goOn(place, PATIENCE);
  }
  place = null;
}

function goOn(where, frames) {
  requestAnimationFrame(() => {
    if (putCaret(document.querySelector(FORM), where, !frames) || !frames) return;
    goOn(where, frames - 1);
  });
}
