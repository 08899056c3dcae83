/** The fields below a field that is still empty: `from: █`. */

import { renderPair } from '../../core/edits/render.js';
import { type About, type Asked, type Offer, offerAt } from './offer.js';
import type { FieldsSite } from './site.js';
import { flowText, insertion, type Skeleton } from './skeleton.js';

/** @param skeleton what belongs there from the start */
export function fieldsOffers(
  site: FieldsSite,
  { format, style, language }: Asked,
  skeleton: Skeleton,
): readonly Offer[] {
  const { shape, def, column, isFlow, spot } = site;
  const names = Object.keys(skeleton.fields);
  if (names.length === 0) return [];
  const text = isFlow
    ? flowText(skeleton)
    : renderPair(shape.name, skeleton.fields, column, style).slice(shape.name.length + 1);
  const label = names.join(', ');
  const note = format.words(def, shape.name, language)?.title ?? '';
  const own = { ...spot, before: isFlow ? spot.before : '' };
  const about: About = { of: 'field', def, key: shape.name };
  return [offerAt(own, { kind: 'item', label, note, about, ...insertion(text, skeleton) }, note)];
}
