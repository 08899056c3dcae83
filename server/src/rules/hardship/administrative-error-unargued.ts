import { spotOf } from '../../core/case/access.js';
import { personsOf } from '../../core/case/facts.js';
import type { Draft, Fields } from '../../core/edits/draft.js';
import type { Arg, Fix, TextEdit } from '../../core/findings.js';
import type { CaseModel, Circumstance, Procedure } from '../../core/model.js';
import { defineRule, type Jurisdiction, type Say } from '../../core/rule.js';
import { argumentsEdit, type Insert } from '../../knowledge/arguments.js';
import { circumstanceFields } from '../../knowledge/claims.js';
import type { Argued } from '../../knowledge/snippets.js';
import { addTo, circumstanceEdits } from './insertions.js';
import { unargued } from './support.js';

const KIND = 'administrative-error';

/** The jurisdiction's snippet for it. */
const SNIPPET: Readonly<Record<Jurisdiction, string>> = {
  nl: 'authority-error',
  de: 'haertefall-dringende-gruende',
};

/** The file says that an authority made a mistake, and nothing is made of it. */
export const rule = defineRule({
  reads: ['procedures', 'circumstances', 'arguments', 'timeline'],
  needs: ['procedures', 'circumstances', 'arguments'],
  *check({ model, today, say }) {
    if (mayBeArgued(model)) return;
    for (const procedure of model.procedures) {
      if (procedure.data.authorityError !== true) continue;
      yield {
        at: spotOf(procedure, 'authorityError'),
        message: say('unargued', { authority: authorityOf(procedure, say) }),
        about: procedure,
        fixes: (draft) => fixes(draft, procedure, today, say),
      };
    }
  },
});

/** Is there, as far as can be known, a circumstance of this kind that an argument supports? */
function mayBeArgued(model: Pick<CaseModel, 'circumstances' | 'arguments' | 'timeline'>): boolean {
  const none = unargued(model);
  return model.circumstances.some(
    (circumstance) =>
      circumstance.data.kind === undefined || (circumstance.data.kind === KIND && !none.has(circumstance)),
  );
}

function authorityOf({ data: { authority } }: Procedure, say: Say): Arg {
  return authority === undefined ? say('authority') : { key: `facts.authority-${authority}` };
}

function fixes(draft: Draft, procedure: Procedure, today: number, say: Say): Fix[] {
  const { model } = draft;
  const jurisdiction = model.case?.data.jurisdiction;
  if (jurisdiction === undefined) return [];
  const newId = draft.newIds();
  const known = model.circumstances.filter(({ data }) => data.kind === KIND);
  const added = known.length === 0 ? circumstanceOf(procedure, draft, newId) : undefined;
  const circumstances = added ? [asArgued(added)] : known;
  const insert = { today, circumstances, newId, erring: procedure };
  const argument = argumentEdit(draft, SNIPPET[jurisdiction], insert);
  if (!argument) return [];
  return [
    draft.fix(
      'insert',
      say('fix-insert', { circumstance: added ? 'new' : 'known' }),
      [...(added ? circumstanceEdits(draft, added) : []), argument],
      { preferred: true },
    ),
  ];
}

function circumstanceOf(procedure: Procedure, draft: Draft, newId: (word: string) => string): Fields {
  const { decided, lodged, reason } = procedure.data;
  const known = new Set(draft.model.persons.map(({ data }) => data.id));
  return circumstanceFields(
    draft,
    KIND,
    {
      persons: personsOf(procedure, draft.model).filter((id) => known.has(id)),
      since: decided ?? lodged,
      description: reason?.trim(),
    },
    newId,
  );
}

/** The new circumstance as the argument speaks of it. */
function asArgued({ id, title, since, persons }: Fields): Argued {
  return { data: { id, title, since, persons } as Circumstance['data'] };
}

/** The argument; one from the same snippet that is there already is made to support them too. */
function argumentEdit(
  draft: Draft,
  snippet: string,
  insert: Insert & { readonly circumstances: readonly Argued[] },
): TextEdit | undefined {
  const present = draft.model.arguments.find(({ data }) => data.snippet === snippet);
  if (!present) return argumentsEdit(draft, [snippet], insert);
  const ids = insert.circumstances.flatMap(({ data }) => (data.id === undefined ? [] : [data.id]));
  return ids.length > 0 ? addTo(draft, present, 'supports', ids) : undefined;
}
