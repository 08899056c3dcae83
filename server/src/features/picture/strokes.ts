/** How a stretch of time is drawn, before it is known with what: in full what is known, apart what is not. */

import type { PictureRow } from './rows.js';

/** `vague`: somewhere in here; `uncertain`: nothing may be read from its ends. */
export type Look = 'day' | 'full' | 'vague' | 'uncertain';

/** From a day up to another. */
export interface Stroke {
  readonly look: Look;
  readonly from: number;
  readonly to: number;
}

export interface Strokes {
  readonly strokes: readonly Stroke[];
  /** Behind the last stroke: how it ended, or that it goes on. */
  readonly ending?: 'granted' | 'refused' | 'open' | undefined;
}

/** @param now where what goes on ends */
export function strokesOf({ stretch, end }: PictureRow, now: number): Strokes {
  const { from, to, isOpen } = stretch;
  if (from.certainty === 'uncertain' || to?.certainty === 'uncertain') {
    const last = to?.last ?? (isOpen ? Math.max(now, from.last) : from.last);
    return { strokes: [{ look: 'uncertain', from: from.first, to: last + 1 }] };
  }
  if (!to && !isOpen) {
    const look = from.first === from.last ? 'day' : 'vague';
    return { strokes: [{ look, from: from.first, to: from.last + 1 }] };
  }
  const latest = Math.max(now, from.last);
  const last = to ?? { first: latest, last: latest };
  const strokes: readonly Stroke[] =
    from.last > last.first
      ? [{ look: 'vague', from: from.first, to: last.last }]
      : [
          { look: 'vague', from: from.first, to: from.last },
          { look: 'full', from: from.last, to: last.first },
          { look: 'vague', from: last.first, to: last.last },
        ];
  return {
    strokes: strokes.filter((stroke) => stroke.look === 'full' || stroke.to > stroke.from),
    ending: to ? end : 'open',
  };
}
