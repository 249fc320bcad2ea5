// Calendar files, one a line → the times that ical.js finds in each, one list a line.
//
// In: {"ics": text, "from": seconds, "to": seconds}, moments since 1970. Out: [[uid, start, end], …]
// with what begins between the two and is not called off; a day without hours is "2027-03-01".

import { createInterface } from "node:readline";
import ICAL from "ical.js";

for await (const line of createInterface({ input: process.stdin })) {
  const { ics, from, to } = JSON.parse(line);
  console.log(JSON.stringify(times(new ICAL.Component(ICAL.parse(ics)), from, to)));
}

function times(calendar, from, to) {
  const events = calendar.getAllSubcomponents("vevent");
  const exceptions = events.filter((one) => one.hasProperty("recurrence-id"));
  const found = [];
  for (const component of events.filter((one) => !exceptions.includes(one))) {
    const uid = component.getFirstPropertyValue("uid");
    const own = exceptions.filter((one) => one.getFirstPropertyValue("uid") === uid);
    const event = new ICAL.Event(component, { exceptions: own });
    for (const { item, startDate, endDate } of occurrences(event)) {
      const isOff = item.component.getFirstPropertyValue("status") === "CANCELLED";
      const begin = startDate.toUnixTime();
      if (!isOff && from <= begin && begin < to) {
        found.push([uid, moment(startDate), moment(endDate)]);
      }
    }
  }
  return found;
}

function* occurrences(event) {
  if (!event.isRecurring()) {
    yield { item: event, startDate: event.startDate, endDate: event.endDate };
    return;
  }
  const iterator = event.iterator();
  // To the rule's end: what comes last may have been moved to any day.
  for (let next = iterator.next(); next; next = iterator.next()) {
    yield event.getOccurrenceDetails(next);
  }
}

function moment(time) {
  return time.isDate ? time.toString() : time.toUnixTime();
}
