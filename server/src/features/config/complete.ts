/** What can be written at a cursor in vangnet.config.yaml. */

import { detectStyle } from '../../core/edits/style.js';
import { type Language, say } from '../../core/words/words.js';
import { RULES } from '../../generated/rules.js';
import type { ReadConfig } from '../../pipeline/config.js';
import { offersAt } from '../completion/complete.js';
import { fieldsOffers } from '../completion/fields.js';
import { type KeyWays, keyOffers } from '../completion/keys.js';
import type { Asked, Offer } from '../completion/offer.js';
import type { FieldsSite, Site, ValueSite } from '../completion/site.js';
import type { Skeleton } from '../completion/skeleton.js';
import { choiceOffer, numberOffer } from '../completion/value-offer.js';
import { CONFIG_FORMAT, RULES_DEF, ruleOf } from './config-format.js';

/** @param typed the character that made the editor ask; undefined where the person asked, or typed a word */
export function configCompletionsAt(
  { document }: ReadConfig,
  offset: number,
  language: Language,
  typed?: string,
): readonly Offer[] {
  const asked: Asked = { format: CONFIG_FORMAT, style: detectStyle(document), language };
  return offersAt(document, offset, asked, typed, (site) => offersFor(site, asked));
}

function offersFor(site: Site, asked: Asked): readonly Offer[] {
  switch (site.on) {
    case 'key':
      return keyOffers(site, asked, waysOf(asked));
    case 'value':
      return [...choices(site, asked), ...numbers(site, asked)];
    case 'fields':
      return fieldsOffers(site, asked, asItIs(site));
    default:
      // Comments silence nothing here, and no list holds anything but patterns.
      return [];
  }
}

/** A rule is looked for by what it is about: its title and its group stand beside its id. */
function waysOf({ language }: Asked): KeyWays {
  return {
    about: (def, key) => (def === RULES_DEF ? { of: 'rule', id: key } : { of: 'field', def, key }),
    note: (def, key, title) => {
      const group = def === RULES_DEF && RULES.find(({ meta }) => meta.id === key)?.meta.group;
      return group ? `${title} · ${say({ key: `rule-page.group-${group}` }, language)}` : title;
    },
  };
}

/** Languages and countries are known by their names, severities by the word that the file holds. */
const NAMED: ReadonlySet<string> = new Set(['language', 'jurisdiction']);

function choices(site: ValueSite, { format, language }: Asked): readonly Offer[] {
  const { def, shape } = site;
  const words = format.words(def, shape.name, language)?.values;
  return (shape.values ?? []).map((value) => {
    const title = words?.[value]?.title ?? value;
    const note =
      value === shape.default ? say({ key: 'completion.ordinary', args: { title } }, language) : title;
    return choiceOffer(site, value, note, NAMED.has(shape.name));
  });
}

function numbers(site: ValueSite, { language }: Asked): readonly Offer[] {
  const { shape } = site;
  if (shape.kind !== 'integer' || typeof shape.default !== 'number') return [];
  return [numberOffer(site, shape.default, say({ key: 'completion.ordinary-number' }, language))];
}

/** All that can be set of a rule that has numbers of its own, as it is without the configuration. */
function asItIs({ below }: FieldsSite): Skeleton {
  const own = CONFIG_FORMAT.shapes[below]?.keys ?? [];
  const isRule = ruleOf(below) !== undefined && own.length > 1;
  const fields = isRule
    ? Object.fromEntries(own.map(({ name, default: value }) => [name, value as string | number]))
    : {};
  return { fields, choices: new Set(), id: undefined };
}
