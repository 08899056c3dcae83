/** A new claim or circumstance, made from the facts of the case. */

import { dayThatDecides, firstProcedure, hasEnded, referenceDate } from '../core/case/facts.js';
import type { Draft, Fields } from '../core/edits/draft.js';
import type { Procedure } from '../core/model.js';
import { capitalised } from '../core/words/capitals.js';
import { blank } from '../core/words/placeholders.js';
import { enumTitle, joined, say, schemaField } from '../core/words/words.js';
import { basisOfClaim } from './grounds.js';

/** Kinds of procedure in which hardship is put forward by itself. */
const OWN_PROCEDURES: ReadonlySet<string | undefined> = new Set([
  'discretionary-request',
  'hardship-commission',
  'repeat-regular',
  'repeat-asylum',
]);

/** A claim with every circumstance of the file, on the grounds of the day that decides. */
export function claimFields(draft: Draft, today: number, newId = draft.newIds()): Fields {
  const { language, model } = draft;
  const open = openFirstProcedure(draft, today);
  const raisedIn = open ?? model.procedures.findLast(({ data }) => OWN_PROCEDURES.has(data.kind));
  const { grounds, addressee } = basisOfClaim(model, dayThatDecides(model, today), open !== undefined);
  const isGerman = model.case?.data.jurisdiction === 'de';
  const circumstances = model.circumstances.flatMap(({ data }) => (data.id ? [data.id] : []));
  const names = model.persons.flatMap(({ data }) =>
    data.role === 'applicant' || data.role === 'co-applicant' ? [data.name ?? ''] : [],
  );
  const known = names.length > 0 && names.every((name) => name !== '');
  return {
    id: newId(say({ key: 'claims.id' }, language)),
    kind: 'residence-on-hardship',
    raisedIn: raisedIn?.data.id === undefined ? undefined : [raisedIn.data.id],
    scope: isGerman ? undefined : 'any-time',
    addressedTo: addressee,
    grounds: grounds.length > 0 ? grounds : undefined,
    circumstances: circumstances.length > 0 ? circumstances : undefined,
    request: say(
      {
        key: isGerman ? 'claims.request-commission' : 'claims.request',
        args: {
          names: known
            ? joined(names, 'and', language)
            : blank(schemaField('person', 'name', language)?.title ?? 'name'),
        },
      },
      language,
    ),
  };
}

/** The Dutch first procedure, where it has certainly not ended: only until then does the IND itself look at hardship. */
export function openFirstProcedure({ model }: Draft, today: number): Procedure | undefined {
  if (model.case?.data.jurisdiction !== 'nl') return undefined;
  const first = firstProcedure(model);
  return first && hasEnded(first, referenceDate(model, today)) === false ? first : undefined;
}

export interface NewCircumstance {
  readonly persons?: readonly string[];
  readonly since?: string | number | undefined;
  readonly title?: string | undefined;
  readonly description?: string | undefined;
}

/** A circumstance of a kind; what isn't given is a blank with its name. */
export function circumstanceFields(
  draft: Draft,
  kind: string,
  { persons = [], since, title, description }: NewCircumstance,
  newId = draft.newIds(),
): Fields {
  const { language } = draft;
  const label = (key: string) => blank(schemaField('circumstance', key, language)?.title ?? key);
  const name = enumTitle('circumstance.kind', kind, language);
  return {
    id: newId(`circ-${name}`),
    kind,
    title: title ?? capitalised(name),
    persons: persons.length > 0 ? persons : undefined,
    since,
    description: description ?? label('description'),
  };
}
