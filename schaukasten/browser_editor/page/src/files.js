/**
 * Sveltia's hooks for the files of one format → our format, which remembers the text of each form.
 *
 * A form bears a mark among its values, which Sveltia keeps as it keeps every key that it does not
 * know: the file as it was read. So two files that look alike are told apart, what is written begins
 * with what was read, and a draft that is restored on another day still knows what it was made of.
 */

import { read, unclear, write } from "./format/format.js";
import { placeAt } from "./format/lines.js";

/** The key of the mark. */
export const MARK = "schaukasten_read";

export class Files {
  /**
   * `tell` is an object with what is called: `cannotRead(path, reason)` of a file that no form can
   * show, and `overruled(path, fields)` of what somebody else has changed as well.
   */
  constructor(tell) {
    this.tell = tell;
    /** By its path: the text that a file had last. */
    this.newest = new Map();
    /** The mark of the file that is being saved. */
    this.saving = null;
  }

  /** Return what `CMS.registerCustomFormat` takes. */
  format(shape) {
    return {
      fromFile: (text, path) => this.form(text, path, shape),
      toFile: (values) => this.text(values, shape),
    };
  }

  form(text, path, shape) {
    this.newest.set(path, text);
    try {
      return { ...read(text, shape), [MARK]: mark(path, text) };
    } catch (reason) {
      this.tell.cannotRead(path, reason);
      throw reason;
    }
  }

  /** Return the form that values of an entry were before somebody changed them; null of a new one. */
  before(values, shape) {
    const known = marked(values);
    return known ? read(known.text, shape) : null;
  }

  /** Return whether a text has its folder for itself: what else lies there is then its own. */
  hasFolder(path) {
    const folder = path.slice(0, path.lastIndexOf("/") + 1);
    const isAlone = [...this.newest.keys()].every((one) => one === path || !one.startsWith(folder));
    return path === `${folder}index.md` && isAlone;
  }

  /** Return `{entries, path}` of a line of a file: the names around it, and the path of its field. */
  place(path, line, shape) {
    return placeAt(this.newest.get(path) ?? "", line, shape?.layout);
  }

  /** Return what stands in a file where its form shows no day: a list of `{path, text}`. */
  unclear(path, shape) {
    const text = this.newest.get(path);
    try {
      return text === undefined ? [] : unclear(text, shape);
    } catch {
      return []; // That it cannot be read has been told.
    }
  }

  /**
   * Return the form of the file that values become which are about to be saved at a path: with what
   * others have changed in it, which the next save of the same form would undo otherwise.
   */
  save(values, path, shape) {
    const text = this.written(values, path, shape);
    this.saving = mark(path, text);
    return { ...read(text, shape), [MARK]: this.saving };
  }

  /** These values lie in their file now: who goes on writing begins with it. */
  saved(values) {
    const { path, text } = marked(values);
    this.newest.set(path, text);
  }

  text(values, shape) {
    const known = marked(values);
    return known && values[MARK] === this.saving
      ? known.text
      : this.written(values, known?.path, shape);
  }

  written({ [MARK]: mark, ...form }, path, shape) {
    const known = marked({ [MARK]: mark });
    if (!known) return write(null, shape, form);
    const settle = (fields) => this.tell.overruled(path, fields);
    // Somebody may have changed the file in the meantime: what they did elsewhere in it stays. Of a
    // copy, which lies at a path of its own, nobody knows yet.
    const onto = known.path === path ? this.newest.get(path) : undefined;
    return write(known.text, shape, form, onto ?? known.text, settle);
  }
}

// Letters that nobody types: Sveltia searches all that an entry bears, and would find it by its notes.
const VEIL = 0xe000;

function mark(path, text) {
  const bytes = new TextEncoder().encode(JSON.stringify({ path, text }));
  return Array.from(bytes, (byte) => String.fromCharCode(VEIL + byte)).join("");
}

function marked({ [MARK]: mark }) {
  if (!mark) return undefined;
  const bytes = Uint8Array.from(mark, (letter) => letter.charCodeAt(0) - VEIL);
  return JSON.parse(new TextDecoder().decode(bytes));
}
