/** What keeps a finding from being told: another that speaks of the same mistake, a comment in the file, a conflict. */

import type { Conflict } from '../core/conflicts.js';
import type { Report, Rule } from '../core/rule.js';
import type { Suppression } from '../core/suppressions.js';

/** What each rule said, by its id. */
interface Runs {
  runOf(rule: string): readonly Report[] | undefined;
}

/** Which findings give way to another that speaks of the same mistake. */
export class Silence {
  private readonly items = new Map<string, Set<object>>();

  constructor(private readonly runs: Runs) {}

  covers(rule: Rule, report: Report): boolean {
    const { file, item } = rule.meta.silencedBy;
    if (file.some((id) => this.runOf(id).length > 0)) return true;
    return report.about !== undefined && item.some((id) => this.itemsOf(id).has(report.about as object));
  }

  private runOf(id: string): readonly Report[] {
    return this.runs.runOf(id) ?? [];
  }

  private itemsOf(id: string): Set<object> {
    let items = this.items.get(id);
    if (!items) {
      items = new Set(this.runOf(id).flatMap((report) => (report.about ? [report.about] : [])));
      this.items.set(id, items);
    }
    return items;
  }
}

/** Suppressions of one rule over one stretch of the file: two comments may stand above the same field. */
interface Stretch {
  readonly start: number;
  readonly end: number;
  /** In the order of the text. */
  readonly suppressions: Suppression[];
}

interface Track {
  readonly stretches: Stretch[];
  /** The first that begins further on than where was last asked. */
  next: number;
  /** Those that hold the place last asked for: as many as fields lie within each other there. */
  open: Stretch[];
}

/** Tells which suppressions cover a finding, and which covered any. To be asked in the order of the text. */
export class Suppressing {
  private readonly tracks = new Map<string, Track>();
  private readonly used = new Set<Stretch>();

  constructor(suppressions: readonly Suppression[]) {
    const known = new Map<string, Stretch>();
    for (const suppression of suppressions) {
      const { rule, start, end } = suppression;
      const key = `${rule} ${start} ${end}`;
      const same = known.get(key);
      if (same) {
        same.suppressions.push(suppression);
        continue;
      }
      const stretch = { start, end, suppressions: [suppression] };
      known.set(key, stretch);
      const track = this.tracks.get(rule);
      if (track) track.stretches.push(stretch);
      else this.tracks.set(rule, { stretches: [stretch], next: 0, open: [] });
    }
    for (const { stretches } of this.tracks.values()) stretches.sort((a, b) => a.start - b.start);
  }

  /** The suppression that silences the rule at the offset: of several the first in the file. */
  covering(rule: string, offset: number): Suppression | undefined {
    const track = this.tracks.get(rule);
    if (!track) return undefined;
    const { stretches } = track;
    for (; (stretches[track.next]?.start ?? Number.POSITIVE_INFINITY) <= offset; track.next++)
      track.open.push(stretches[track.next] as Stretch);
    track.open = track.open.filter(({ end }) => end > offset);
    for (const stretch of track.open) this.used.add(stretch);
    const [first, ...others] = track.open.map((stretch) => stretch.suppressions[0] as Suppression);
    return first && others.reduce((one, other) => (isBefore(other, one) ? other : one), first);
  }

  get usedOnes(): ReadonlySet<Suppression> {
    return new Set([...this.used].flatMap(({ suppressions }) => suppressions));
  }
}

function isBefore(a: Suppression, b: Suppression): boolean {
  return a.at < b.at;
}

/** Does what stands here touch a conflict? They are in the order of the text, none over another. */
export function isInConflict(conflicts: readonly Conflict[], start: number, end: number): boolean {
  let low = 0;
  let high = conflicts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((conflicts[middle] as Conflict).end < start) low = middle + 1;
    else high = middle;
  }
  const next = conflicts[low];
  return next !== undefined && next.start <= end;
}
