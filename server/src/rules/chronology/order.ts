/** Orders that dates leave no doubt about, and nothing beyond: what can't be told apart keeps its place. */

import { type CaseDate, certainlyAfter, isKnown } from '../../core/dates.js';

/**
 * The places of the dates when each that certainly stands after a later one has moved up, just before the first
 * of those. Never against a certain order (RULES.md ‘Silence’): if x moves before y, whatever certainly comes
 * before x also comes before y, and so already stands above it. A thing without a date that can be compared
 * stays behind the one it follows.
 */
export function inCertainOrder(dates: readonly (CaseDate | undefined)[]): number[] {
  const groups: { readonly date: CaseDate | undefined; readonly places: number[] }[] = [];
  let current: number[] | undefined;
  let latest = Number.NEGATIVE_INFINITY;
  for (const [place, date] of dates.entries()) {
    if (!isKnown(date) && current) {
      current.push(place);
      continue;
    }
    current = [place];
    const group = { date, places: current };
    if (!isKnown(date) || date.last >= latest) groups.push(group);
    else
      groups.splice(
        groups.findIndex((other) => certainlyAfter(other.date, date)),
        0,
        group,
      );
    if (isKnown(date)) latest = Math.max(latest, date.first);
  }
  return groups.flatMap(({ places }) => places);
}

/**
 * Where a list stops being in order: the places of dates that certainly lie before one above them, each with the
 * place of the latest one above. What merely goes on below such a place is not named again.
 */
export function breaksIn(
  dates: readonly (CaseDate | undefined)[],
): { readonly place: number; readonly later: number }[] {
  const breaks: { place: number; later: number }[] = [];
  let latest: { place: number; date: CaseDate } | undefined;
  let before: { date: CaseDate; isOut: boolean } | undefined;
  for (const [place, date] of dates.entries()) {
    if (!isKnown(date)) continue;
    const isOut = latest !== undefined && certainlyAfter(latest.date, date);
    const goesOn = before?.isOut && !certainlyAfter(before.date, date);
    if (latest && isOut && !goesOn) breaks.push({ place, later: latest.place });
    before = { date, isOut };
    if (!latest || date.first > latest.date.first) latest = { place, date };
  }
  return breaks;
}
