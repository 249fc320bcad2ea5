/** Markdown, and what rich text makes of it → whether it may be edited as rich text. */

/**
 * Throw where a text would come back from rich text as another one; Sveltia then shows the Markdown
 * itself. Found by trying, whenever a text is opened: no list knows what all people write.
 */
export function mustStay(text, back) {
  if (text.trim() !== back.trim()) throw new Error("Rich text would change this Markdown.");
}
