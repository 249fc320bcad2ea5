/** A list in the source and the wanted entries → edits; what stays is that of the source. */

import { same, normalEntry } from "./normal.js";
import { entryForm } from "./nodes.js";
import { behindEntry, endOf, hyphensOf, placeOfEntry } from "./places.js";
import { flowPieces } from "./brackets.js";
import { Edits } from "./edits.js";
import { origins } from "./sequences.js";

const BLANK_LINES = /^(?:[ \t]*\n)*/;

export class EntryChanges {
  /** `place` is that of the list; without one it is the whole file. */
  constructor(changes, node, shape, place) {
    Object.assign(this, { changes, node, shape, source: changes.source });
    this.indent = place?.indent ?? 0;
    this.had = node.items.map((one) => normalEntry(shape, entryForm(this.source, one, shape)));
  }

  /** Note the edits by which the list holds `wanted`. */
  change(wanted) {
    const { node, had } = this;
    const from = origins(had, wanted);
    const isSameOrder = from.length === had.length && from.every((old, at) => old === at);
    if (isSameOrder) {
      wanted.forEach((one, at) => this.changeEntry(this.changes, at, one));
    } else if (node.flow) this.rebuildFlow(from, wanted);
    else this.rebuild(from, wanted);
  }

  changeEntry(changes, old, wanted) {
    if (same(this.had[old], wanted)) return;
    const place = placeOfEntry(this.source, this.node, old);
    changes.entry(this.node.items[old], this.shape, wanted, place);
  }

  rebuildFlow(from, wanted) {
    const { source, node, shape, changes } = this;
    const places = node.items.map((one) => [one.range[0], endOf(source, one, one.range[1])]);
    const parts = from.map((old, at) => {
      const isNew = old < 0;
      const fresh = () => [changes.manner.flowEntry(shape, wanted[at], this.indent)];
      return { old, pieces: isNew ? fresh() : this.pieces(old, wanted[at], ...places[old]) };
    });
    changes.edits.replace(node.range[0], node.range[1], ...flowPieces(source, node, places, parts));
  }

  /** Write the lines of all entries anew: each takes its notes along, blank lines stay in place. */
  rebuild(from, wanted) {
    const { source, node, shape, changes } = this;
    const hyphens = hyphensOf(node);
    const indent = source.columnOf(hyphens[0]);
    const ends = node.items.map((one, n) =>
      behindEntry(source, endOf(source, one, hyphens[n] + 1), indent),
    );
    const start = source.startOfLine(hyphens[0]);
    const isInLine = source.slice(start, hyphens[0]).trim() !== "";
    const leads = hyphens.map((hyphen, n) => {
      if (!n) return { blank: [start, start], notes: [start, start] };
      const line = source.startOfLine(hyphen);
      const blank = ends[n - 1] + BLANK_LINES.exec(source.slice(ends[n - 1], line))[0].length;
      return { blank: [ends[n - 1], blank], notes: [blank, line] };
    });
    const usual = leads[1]?.blank ?? [start, start];
    const isGone = (old) => !from.includes(old);
    const pieces = [];
    const notesSaid = new Set();
    const sayNotes = (upTo) => {
      for (let old = 0; old < upTo; old++) {
        if (isGone(old) && !notesSaid.has(old)) pieces.push(leads[old].notes);
        if (isGone(old)) notesSaid.add(old);
      }
    };
    from.forEach((old, at) => {
      if (old > 0 && at > 0) pieces.push(leads[old].blank);
      else if (at > 0) pieces.push(usual);
      if (old >= 0) sayNotes(old);
      const pad = at || !isInLine ? " ".repeat(indent) : "";
      if (old < 0) {
        const text = changes.manner.item(shape, wanted[at], indent).join("\n");
        pieces.push(pad, text.trimStart(), "\n");
        return;
      }
      const kept = this.pieces(old, wanted[at], hyphens[old], ends[old]);
      pieces.push(leads[old].notes, pad, ...kept);
    });
    sayNotes(hyphens.length);
    changes.edits.replace(isInLine ? hyphens[0] : start, ends.at(-1), ...pieces);
  }

  pieces(old, wanted, start, end) {
    const edits = new Edits();
    this.changeEntry(this.changes.within(edits), old, wanted);
    return edits.piecesOf(start, end);
  }
}
