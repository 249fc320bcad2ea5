/** Markdown, and what rich text makes of it → whether it may be edited as rich text. */

/**
 * Throw where a text would come back from rich text as another one; Sveltia then shows the Markdown
 * itself. Found by trying, whenever a text is opened: no list knows what all people write.
 */
export function mustStay(text, back) {
  if (text.trim() !== back.trim()) throw new Error("Rich text would change this Markdown.");
}

/** A picture that lies in the text itself, as a letter or a web page brings it along when pasted. */
const EMBEDDED = /\]\(\s*<?data:|\bsrc\s*=\s*["']?data:/i;

/** A text with pictures in it, which nobody has made anew: they still tell where they were taken. */
export class Embedded extends Error {
  name = "Embedded";
}

export function refuseEmbedded(text) {
  if (EMBEDDED.test(text ?? "")) throw new Embedded("There is a picture in the text itself.");
}
