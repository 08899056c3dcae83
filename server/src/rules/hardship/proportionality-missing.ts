import type { Draft } from '../../core/edits/draft.js';
import type { Fix, TextEdit } from '../../core/findings.js';
import { nearest } from '../../core/nearest.js';
import { defineRule, type Jurisdiction, type Say } from '../../core/rule.js';
import { argumentsEdit } from '../../knowledge/arguments.js';
import { citesOf } from '../../knowledge/snippets.js';
import { sourceById, sourceName } from '../../knowledge/sources.js';
import { listed, placeIn } from './certain.js';
import { addTo } from './insertions.js';

/** The sources of the norm, and the snippet that argues it. */
const NORM: Readonly<
  Record<Jurisdiction, { readonly sources: readonly string[]; readonly snippet: string }>
> = {
  nl: { sources: ['nl.awb.3-4-2', 'nl.awb.4-84'], snippet: 'proportionality' },
  de: { sources: ['de.gg.proportionality'], snippet: 'haertefall-verhaeltnismaessigkeit' },
};

/** A claim in which no argument weighs what a refusal does against what it is for. */
export const rule = defineRule({
  reads: ['case', 'claim', 'arguments', 'root'],
  needs: ['case', 'claim', 'arguments'],
  *check({ model, today, say }) {
    const jurisdiction = model.case?.data.jurisdiction;
    const at = placeIn(model.root, 'arguments');
    if (!model.claim || !jurisdiction || !at) return;
    const cites = model.arguments.map((argument) => listed(argument, 'cites'));
    if (cites.some((list) => list === undefined || list.some((id) => mayBe(id, NORM[jurisdiction].sources))))
      return;
    yield {
      at,
      message: say('missing', { jurisdiction }),
      fixes: (draft) => fixes(draft, jurisdiction, today, say),
    };
  },
});

/** Is it one of the sources, or a misspelling of one? */
function mayBe(cited: string, sources: readonly string[]): boolean {
  if (sources.includes(cited)) return true;
  return sourceById(cited) === undefined && nearest(cited, sources).length > 0;
}

/** An argument on proportionality that is there already gets its source; else one is put in. */
function fixes(draft: Draft, jurisdiction: Jurisdiction, today: number, say: Say): Fix[] {
  const { sources, snippet } = NORM[jurisdiction];
  const source = citesOf(snippet, draft, today).find((id) => sources.includes(id));
  if (source === undefined) return [];
  const present = draft.model.arguments.find(({ data }) => data.snippet === snippet);
  const fix = (id: string, name: string, edit: TextEdit | undefined) =>
    edit ? [draft.fix(id, say(name, { source: sourceName(source) }), [edit], { preferred: true })] : [];
  return present
    ? fix('cite', 'fix-cite', addTo(draft, present, 'cites', [source]))
    : fix('insert-argument', 'fix-insert', argumentsEdit(draft, [snippet], { today }));
}
