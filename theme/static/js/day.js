// What depends on the hour: "today", "open now", and that what is over is not shown. A page says
// the same without it, with days and times. Moments come with their offset, so that neither the
// visitor's time zone nor a change of clocks matters. A page waits for it with what it draws: else it
// would move under the eyes of who has begun to read.
(() => {
  const words = document.currentScript.dataset;
  const each = (name, show) =>
    document.querySelectorAll(`[data-${name}]`).forEach((one) => show(one, one.dataset));
  const tell = () => {
    // A preview of another day is looked at as on that day.
    const now = new Date(words.now ?? Date.now());
    const past = (moment) => now >= new Date(moment);
    each("until", (one, { since, until }) => {
      one.hidden = past(until) || (since && !past(since));
    });
    // In the place of a list of which everything is over.
    each("rest", (one) => {
      one.hidden = !!one.parentNode.querySelector(":scope > :not([hidden], [data-rest])");
    });
    each("eve", (one, { eve, begins, ends }) => {
      const word = past(begins) ? words.today : words.tomorrow;
      one.textContent = past(eve) && !past(ends) ? word : "";
    });
    each("hours", (one, { hours }) => {
      const next = JSON.parse(hours).find(([, to]) => !past(to));
      if (!next) return;
      const [from, , eve, begins, open, today, tomorrow, later] = next;
      one.textContent = past(from) ? open : past(begins) ? today : past(eve) ? tomorrow : later;
      one.classList.toggle("is-open", past(from) && later !== open);
    });
  };
  tell();
  setInterval(tell, 30000);
})();
