/**
 * Sveltia's hooks for the files of one format → our format, which remembers the text of each form.
 *
 * A form bears a mark among its values, which Sveltia keeps as it keeps every key that it does not
 * know; so two files that look alike are told apart, and what is written begins with what was read.
 */

import { read, write } from "./format/format.js";

/** The key of the mark. */
export const MARK = "schaukasten_read";

export class Files {
  /**
   * `tell` is an object with what is called: `cannotRead(path, reason)` of a file that no form can
   * show, and `overruled(path, fields)` of what somebody else has changed as well.
   */
  constructor(tell) {
    this.tell = tell;
    /** By its mark: what was read, and where. */
    this.read = new Map();
    /** By its path: the text that a file had last. */
    this.newest = new Map();
  }

  /** Return what `CMS.registerCustomFormat` takes. */
  format(shape) {
    return {
      fromFile: (text, path) => this.form(text, path, shape),
      toFile: (values) => this.text(values, shape),
    };
  }

  /** Return the form that values of an entry were before somebody changed them; null of a new one. */
  before({ [MARK]: mark }) {
    const known = this.read.get(mark);
    return known ? read(known.text, known.shape) : null;
  }

  form(text, path, shape) {
    this.newest.set(path, text);
    try {
      const form = read(text, shape);
      return { ...form, [MARK]: this.mark(text, path, shape) };
    } catch (reason) {
      this.tell.cannotRead(path, reason);
      throw reason;
    }
  }

  text({ [MARK]: mark, ...form }, shape) {
    const { text, path } = this.read.get(mark) ?? { text: null };
    const settle = (fields) => this.tell.overruled(path, fields);
    // Somebody may have changed the file in the meantime: what they did elsewhere in it stays.
    return write(text, shape, form, this.newest.get(path) ?? text, settle);
  }

  /** The same for the same text: Sveltia asks whether a file is another one than before. */
  mark(text, path, shape) {
    for (const [mark, known] of this.read) {
      if (known.path === path && known.text === text) return mark;
    }
    const mark = `${path} ${this.read.size}`;
    this.read.set(mark, { text, path, shape });
    return mark;
  }
}
