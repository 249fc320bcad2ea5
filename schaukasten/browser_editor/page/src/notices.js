/** What an editor has to know, and Sveltia does not say → a notice that stays until it is closed. */

export class Notices {
  constructor(words) {
    this.words = words;
  }

  /** A file that no form can show: which, where, why, and what to do. */
  cannot_read = (path, reason) => {
    const why = this.words.unreadable[reason.reason] ?? reason.message;
    this.tell(this.words.cannot_read, { path, line: reason.line ?? 1, why });
  };

  /** Fields that somebody else had changed as well. */
  overruled = (path, fields) => {
    const names = fields.map((field) => field.join(' › ')).join(', ');
    this.tell(this.words.overruled, { path, fields: names });
  };

  tell(sentence, values) {
    const text = sentence.replaceAll(/{(\w+)}/g, (_, name) => values[name]);
    const known = [...this.place().children].some((one) => one.firstChild.textContent === text);
    if (known) return;
    const notice = document.createElement('p');
    const close = document.createElement('button');
    close.textContent = this.words.close;
    close.addEventListener('click', () => notice.remove());
    notice.append(text, close);
    this.place().append(notice);
  }

  place() {
    let place = document.querySelector('#notices');
    if (!place) {
      place = document.createElement('section');
      place.id = 'notices';
      place.setAttribute('role', 'status');
      document.body.append(place);
    }
    return place;
  }
}
