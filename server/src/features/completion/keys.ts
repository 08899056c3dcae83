/** The fields that are still missing, in the order of the format, each with what is to stand behind it. */

import { looksLikeDate } from '../../core/dates.js';
import { renderPair } from '../../core/edits/render.js';
import type { KeyShape } from '../../core/schema/shape-types.js';
import { say, schemaField } from '../../core/words/words.js';
import { SECTIONS, SHAPES } from '../../generated/shape.js';
import { claimFields } from '../../knowledge/claims.js';
import { type Asked, type Insertion, type Offer, offerAt } from './offer.js';
import { type Held, type KeySite, shapeOf } from './site.js';
import { fieldText, flowText, idWord, insertion, skeletonOf } from './skeleton.js';

export function keyOffers(site: KeySite, asked: Asked): readonly Offer[] {
  const { def, form, spot, siblings } = site;
  const required = new Set(
    SHAPES[def]?.required ?? SECTIONS.filter((one) => one.required).map(({ name }) => name),
  );
  return missing(site, asked).flatMap((shape) => {
    const { name } = shape;
    const title = schemaField(def, name, asked.language)?.title ?? '';
    const isNeeded = required.has(name) || (def === 'event' && name === 'date' && !siblings.has('from'));
    const common = {
      kind: def === '' ? ('section' as const) : ('field' as const),
      label: name,
      note: isNeeded ? say({ key: 'completion.needed', args: { title } }, asked.language) : title,
      about: { of: 'field' as const, def, key: name },
    };
    const asksOn =
      form !== 'parent' && form !== 'name' && OFFERED.has(shape.kind) && shape.defines === undefined;
    const own = offerAt(spot, { ...common, ...insertionFor(shape, site, asked), asksOn }, name, title);
    return name === 'claim' && def === '' && form === 'whole' ? [own, ...filledClaim(site, asked)] : [own];
  });
}

/** Kinds of value of which a list can be offered. */
const OFFERED: ReadonlySet<string> = new Set(['enum', 'boolean', 'date', 'id', 'source']);

function missing(site: KeySite, asked: Asked): readonly KeyShape[] {
  const { def, siblings, holds } = site;
  const own = site.own === undefined ? undefined : shapeOf(def, site.own);
  const names = SHAPES[def]?.keys.map(({ name }) => name) ?? SECTIONS.map(({ name }) => name);
  return names.flatMap((name) => {
    const shape = shapeOf(def, name);
    if (!shape || siblings.has(name) || !fits(site, name, asked)) return [];
    const isLikeOwn = !own || holds.kind === 'nothing' || isSameSort(own, shape);
    return isLikeOwn && canHold(shape, holds) ? [shape] : [];
  });
}

function isSameSort(a: KeyShape, b: KeyShape): boolean {
  const sort = ({ list, kind, def, ref, defines }: KeyShape) => [list, kind, def, ref, defines].join();
  return sort(a) === sort(b);
}

/** Does what stands there already suit the field? */
function canHold(shape: KeyShape, held: Held): boolean {
  const { list, kind, def } = shape;
  switch (held.kind) {
    case 'nothing':
      return true;
    case 'text':
      return !list && kind === 'text';
    case 'word':
      return !list && def === undefined && canBe(shape, held.text);
    default: {
      const knows = (name: string) => name.startsWith('x-') || shapeOf(def ?? '', name) !== undefined;
      const suits = def ? held.names.every(knows) : held.names.length === 0;
      return suits && list === (held.kind === 'list') && (list || def !== undefined);
    }
  }
}

function canBe({ kind, values }: KeyShape, text: string): boolean {
  if (BLANK.test(text)) return true;
  switch (kind) {
    case 'enum':
      return values?.includes(text) === true;
    case 'date':
      return looksLikeDate(text);
    case 'boolean':
      return text === 'true' || text === 'false';
    case 'integer':
      return /^\d+$/.test(text);
    case 'id':
      return ID.test(text);
    default:
      // What reads as a number or as yes or no is no text.
      return !/^(?:true|false|null|[-+]?[\d.]+)$/.test(text);
  }
}

const BLANK = /^\{\{[^{}\n]*\}\}$/;
const ID = /^[a-z][a-z0-9-]*$/;

/** Procedures in which new facts are asked for. */
const ASKS_NEW_FACTS: ReadonlySet<string> = new Set([
  'repeat-asylum',
  'repeat-regular',
  'discretionary-request',
  'hardship-commission',
]);

/** Some fields make sense only beside others, or in one country. */
function fits({ def, siblings }: KeySite, name: string, { model }: Asked): boolean {
  const info = model.case?.data;
  const jurisdiction = def === 'caseInfo' ? siblings.get('jurisdiction') : info?.jurisdiction;
  switch (`${def}.${name}`) {
    case 'caseInfo.federalState':
    case 'claim.conditions':
      return jurisdiction !== 'nl';
    case 'claim.scope':
      return jurisdiction !== 'de';
    case 'person.vNumber':
      return jurisdiction !== 'de' && info?.confidentiality === 'real';
    case 'person.arrivalDate':
      return siblings.get('bornHere') !== 'true';
    case 'person.bornHere':
      return !siblings.has('arrivalDate');
    case 'event.date':
      return !siblings.has('from');
    case 'event.from':
      return !siblings.has('date');
    case 'event.to':
      return siblings.has('from');
    case 'procedure.newFacts': {
      const kind = siblings.get('kind');
      return !kind || BLANK.test(kind) || ASKS_NEW_FACTS.has(kind);
    }
    default:
      return true;
  }
}

/** Texts of several lines stand below their field, so that a colon or a quote in them does no harm. */
const LONG: ReadonlySet<string> = new Set(['summary', 'description', 'request', 'text', 'whyNot']);

function insertionFor(shape: KeyShape, site: KeySite, asked: Asked): Insertion {
  const { name, kind, list } = shape;
  const { column, form, isFlow, def } = site;
  const { draft } = asked.analysis;
  if (form === 'name') return { text: name, stops: [] };
  if (form === 'parent') return { text: `${name}:`, stops: [] };
  if (shape.def) {
    const skeleton = skeletonOf(shape.def, draft);
    if (isFlow) {
      const inner = flowText(skeleton);
      return insertion(`${name}: ${list ? `[${inner}]` : inner}`, skeleton);
    }
    if (Object.keys(skeleton.fields).length > 0)
      return insertion(fieldText(shape, skeleton, column, draft.style), skeleton);
    return plain(`${name}:${draft.style.eol}${' '.repeat(column + draft.style.indent)}`);
  }
  if (list) return around(name, '[]');
  // Digits alone would be read as a number.
  if (name === 'vNumber') return around(name, '""');
  if (kind === 'integer') return plain(`${name}: 1`);
  if (kind === 'id' && !shape.ref) {
    const id = draft.newIds()(idWord(def, draft.language));
    return insertion(`${name}: ${id}`, { fields: {}, choices: new Set(), id });
  }
  if (kind === 'text' && LONG.has(name) && !isFlow)
    return plain(`${name}: >-${draft.style.eol}${' '.repeat(column + draft.style.indent)}`);
  return plain(`${name}: `);
}

/** With the cursor between two marks. */
function around(name: string, marks: string): Insertion {
  const text = `${name}: ${marks}`;
  return { text, stops: [{ start: text.length - 1, end: text.length - 1 }], withoutStops: `${name}: ` };
}

function plain(text: string): Insertion {
  return { text, stops: [] };
}

/** The claim as the facts of the case suggest it, beside the empty one. */
function filledClaim(
  { spot, column }: KeySite,
  { analysis, model, language, today }: Asked,
): readonly Offer[] {
  if (model.circumstances.length === 0 || model.root.unreadable.has('circumstances')) return [];
  const { draft } = analysis;
  const text = renderPair('claim', claimFields(draft, today), column, draft.style);
  const label = say({ key: 'completion.filled-claim' }, language);
  const about = { of: 'field' as const, def: '', key: 'claim' };
  return [offerAt(spot, { kind: 'item', label, about, ...insertion(text) }, 'claim')];
}
