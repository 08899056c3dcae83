/** The terms of a case for a calendar (iCalendar, RFC 5545): a day each, with a reminder a week and a day before. */

import ical, { ICalAlarmType, ICalCalendarMethod, ICalEventTransparency } from 'ical-generator';
import type { ReadableCase } from '../features/readable/types.js';

const DAY_IN_SECONDS = 86_400;

/** Undefined where no term was found. */
export function calendarOf(told: ReadableCase, foot: string, stamp: Date): string | undefined {
  const { deadlines, title, language } = told;
  if (deadlines.length === 0) return undefined;
  const calendar = ical({
    name: title,
    prodId: { company: 'Vangnet', product: 'Vangnet', language: language.toUpperCase() },
    method: ICalCalendarMethod.PUBLISH,
  });
  for (const deadline of deadlines) {
    const start = `${deadline.date.edtf}T00:00:00`;
    calendar.createEvent({
      id: `${told.id ?? 'case'}-${deadline.id ?? ''}-${deadline.date.edtf}@vangnet`,
      stamp,
      start,
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
  }
  return calendar.toString();
}
