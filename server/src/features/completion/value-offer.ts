import { type About, type Offer, offerAt } from './offer.js';
import type { ValueSite } from './site.js';

type Own = Pick<Offer, 'kind' | 'label' | 'isOutdated'> & { readonly note?: string; readonly about?: About };

/** A value in the quotes that stand there, in brackets where the first of a list is asked for. */
export function valueOffer(site: ValueSite, value: string, own: Own, ...names: readonly string[]): Offer {
  const { def, shape, quote, needsBrackets, spot } = site;
  const quoted = quote + value + quote;
  const text = needsBrackets ? `[${quoted}]` : quoted;
  const stops = needsBrackets ? [{ start: text.length - 1, end: text.length - 1 }] : [];
  const about: About = own.about ?? { of: 'value', def, key: shape.name, value };
  return offerAt(spot, { ...own, text, stops, about }, quoted, ...names, own.note ?? '');
}

/** @param isNamed shown by the name that a person knows; the file holds a code */
export function choiceOffer(site: ValueSite, value: string, title: string, isNamed = false): Offer {
  const shown = isNamed ? { label: title, note: value } : { label: value, note: title };
  return valueOffer(site, value, { kind: 'value', ...shown });
}

/** The number that is ordinary here. */
export function numberOffer(site: ValueSite, number: number, note = ''): Offer {
  const { def, shape } = site;
  const about = { of: 'field' as const, def, key: shape.name };
  return valueOffer(site, String(number), { kind: 'value', label: String(number), note, about });
}
