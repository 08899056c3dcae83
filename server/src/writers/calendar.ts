/** The terms of a case for a calendar (iCalendar, RFC 5545): a day each, with a reminder a week and a day before. */

import ical, { ICalAlarmType, ICalCalendarMethod, ICalEventTransparency } from 'ical-generator';
import { joined, type Steps } from '../core/steps.js';
import type { Deadline, ReadableCase } from '../features/readable/types.js';

const DAY_IN_SECONDS = 86_400;

/** Undefined where no term was found. */
export function calendarOf(told: ReadableCase, foot: string, stamp: Date): Steps<string> | undefined {
  return told.deadlines.length === 0 ? undefined : joined(pieces(told, foot, stamp));
}

const EVENT = '\r\nBEGIN:VEVENT\r\n';
const END = '\r\nEND:VCALENDAR';

/** The library takes a millisecond for each term and can't pause: it makes a calendar of each, which become one here. */
function* pieces(told: ReadableCase, foot: string, stamp: Date): Generator<string> {
  let end = '';
  for (const deadline of told.deadlines) {
    const text = calendarWith(deadline, told, foot, stamp);
    const at = text.lastIndexOf(END);
    yield text.slice(end === '' ? 0 : text.indexOf(EVENT), at);
    end = text.slice(at);
  }
  yield end;
}

function calendarWith(
  deadline: Deadline,
  { id, title, language }: ReadableCase,
  foot: string,
  stamp: Date,
): string {
  const calendar = ical({
    name: title,
    prodId: { company: 'Vangnet', product: 'Vangnet', language: language.toUpperCase() },
    method: ICalCalendarMethod.PUBLISH,
  });
  calendar.createEvent({
    id: `${id ?? 'case'}-${deadline.id ?? ''}-${deadline.date.edtf}@vangnet`,
    stamp,
    start: `${deadline.date.edtf}T00:00:00`,
    allDay: true,
    summary: `${deadline.title} · ${title}`,
    description: [
      ...deadline.told,
      ...deadline.sources.map(({ text, url }) => (url ? `${text}: ${url}` : text)),
      foot,
    ].join('\n\n'),
    transparency: ICalEventTransparency.TRANSPARENT,
    alarms: [7, 1].map((days) => ({ type: ICalAlarmType.display, trigger: days * DAY_IN_SECONDS })),
  });
  return calendar.toString();
}
