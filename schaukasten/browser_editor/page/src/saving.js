/** What Sveltia says of a save → a form in which nobody types until it has ended. */

let focused;

/** The form is made anew of what was saved: what somebody typed in between would be gone, unseen. */
export function saving(isRunning) {
  if (isRunning) focused = document.activeElement;
  const form = document.querySelector("#nc-root .content-editor");
  if (form) form.inert = isRunning;
  if (!isRunning && focused?.isConnected) focused.focus();
}
