/** Edits of a source → its new text, with all between them byte for byte. */

import { Unwritable } from "./refusals.js";

/**
 * What is to be replaced. A piece is new text, or `[start, end]`: what stands there in the source.
 */
export class Edits {
  constructor() {
    this.all = [];
  }

  replace(start, end, ...pieces) {
    this.all.push({ start, end, pieces });
  }

  insert(place, ...pieces) {
    this.replace(place, place, ...pieces);
  }

  /** Take out those of a stretch that is written as a whole. */
  takeFrom(from, to) {
    const taken = this.all.filter(({ start, end }) => start >= from && end <= to);
    this.all = this.all.filter((edit) => !taken.includes(edit));
    return taken;
  }

  get isEmpty() {
    return this.all.length === 0;
  }

  /** The pieces that the stretch of the source becomes. */
  piecesOf(from, to) {
    const inside = this.all.filter(({ start, end }) => start >= from && end <= to);
    if (inside.length !== this.all.length) throw new Unwritable("an edit reaches beyond its entry");
    // Those that only insert come first where others begin; else in the order of their making.
    inside.sort((a, b) => a.start - b.start || (a.end > a.start) - (b.end > b.start));
    const pieces = [];
    let place = from;
    for (const { start, end, pieces: own } of inside) {
      if (start < place) throw new Unwritable("two edits of one place");
      pieces.push([place, start], ...own);
      place = end;
    }
    return [...pieces, [place, to]];
  }

  /** The new text of the whole file. */
  applyTo(source) {
    const written = this.piecesOf(0, source.text.length)
      .map((piece) =>
        typeof piece === "string"
          ? piece.replaceAll("\n", source.lineEnd)
          : source.originally(...piece),
      )
      .join("");
    return source.bom + written;
  }
}
