/** What an editor has to know, and Sveltia does not say → a notice that stays until it is closed. */

export class Notices {
  constructor(words) {
    this.words = words;
    this.place = document.querySelector("#notices");
  }

  /** A file that no form can show: which, where, why, and what to do. */
  cannotRead = (path, reason) => {
    const why = this.words.unreadable[reason.reason] ?? reason.message;
    this.tell(this.words.cannot_read, { path, line: reason.line ?? 1, why });
  };

  /** Values of which no file can be made: what to do about it, and that nothing is written. */
  cannotSave = (path, reason) => {
    const why = this.words.unsavable[reason.name] ?? `${this.words.fault} ${reason.message}`;
    this.tell(this.words.cannot_save, { path, why });
  };

  /** Fields that somebody else had changed as well. */
  overruled = (path, fields) => {
    const names = fields.map((field) => field.join(" › ")).join(", ");
    this.tell(this.words.overruled, { path, fields: names });
  };

  /** `link` is `{address, text}`, behind the sentence. */
  tell(sentence, values, link) {
    const text = sentence.replaceAll(/{(\w+)}/g, (_, name) => values[name]);
    const told = document.createElement("span");
    told.append(text);
    if (link) told.append(" ", linked(link));
    const known = [...this.place.children];
    if (known.some((one) => one.firstChild.isEqualNode(told))) return;
    const notice = document.createElement("p");
    const close = document.createElement("button");
    close.textContent = this.words.close;
    close.addEventListener("click", () => notice.remove());
    notice.append(told, close);
    this.place.append(notice);
  }
}

function linked({ address, text }) {
  const made = document.createElement("a");
  made.href = address;
  made.target = "_blank";
  made.rel = "noopener noreferrer";
  made.textContent = text;
  return made;
}
