/**
 * Sveltia's hooks for the files of one format → our format, which remembers the text of each form.
 *
 * A form bears a mark among its values, which Sveltia keeps as it keeps every key that it does not
 * know; so two files that look alike are told apart, and what is written begins with what was read.
 */

import { read, write } from './format/format.js';

/** The key of the mark. */
export const MARK = 'schaukasten_read';

export class Files {
  /** `cannot_read` is told of a file that no form can show: its path and why. */
  constructor(cannot_read = () => {}) {
    this.cannot_read = cannot_read;
    this.read = new Map();
    this.newest = new Map();
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
    const mark = `${path} ${this.read.size}`;
    try {
      const form = read(text, shape);
      this.read.set(mark, { text, path });
      return { ...form, [MARK]: mark };
    } catch (reason) {
      this.cannot_read(path, reason);
      throw reason;
    }
  }

  text({ [MARK]: mark, ...form }, shape) {
    const { text, path } = this.read.get(mark) ?? { text: null };
    // Somebody may have changed the file in the meantime: theirs stays, too.
    return write(text, shape, form, this.newest.get(path) ?? text);
  }
}
