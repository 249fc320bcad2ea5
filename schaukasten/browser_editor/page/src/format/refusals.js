/** Why a file is not read or not written: for callers, who say it in the language of the staff. */

/**
 * A file that cannot be edited in a form. `line` counts from 1; `reason` is one of "syntax",
 * "no front matter", "reference" (anchors, aliases, tags, directives), "several documents",
 * "duplicate key" and "structure" (another one than the shape says; `path` says where).
 */
export class Unreadable extends Error {
  constructor(reason, line, path = []) {
    super(`${reason}, line ${line}`);
    this.name = "Unreadable";
    Object.assign(this, { reason, line, path });
  }
}

/** Both sides changed `fields`, a list of paths, each in another way. */
export class Conflict extends Error {
  constructor(fields) {
    super(fields.map((path) => path.join(".")).join(", "));
    this.name = "Conflict";
    this.fields = fields;
  }
}

/** What would be written would not be read as what was wanted; nothing was written. */
export class Unwritable extends Error {
  constructor(message) {
    super(message);
    this.name = "Unwritable";
  }
}
