/** Whole items: an empty one with what the format asks for, and those that the catalogue fills from the case. */

import type { Draft, Fields } from '../../core/edits/draft.js';
import type { Circumstance } from '../../core/model.js';
import { enumTitle, say, schemaField } from '../../core/words/words.js';
import { COUNTER_ARGUMENTS, SENDERS, SNIPPETS } from '../../generated/knowledge.js';
import { counterArgumentFields, holds, rebuttalsOf, snippetsFor } from '../../knowledge/arguments.js';
import { claimedCircumstances, letterStub, sendersToAsk } from '../../knowledge/letters.js';
import { type Argued, argumentFrom, isWhereItFits } from '../../knowledge/snippets.js';
import { type About, type AskedOfCase, type Insertion, type Offer, offerAt } from './offer.js';
import type { ItemSite } from './site.js';
import { flowText, insertion, itemText, skeletonOf } from './skeleton.js';

export function itemOffers(site: ItemSite, asked: AskedOfCase): readonly Offer[] {
  const { shape } = site;
  const def = shape.def as string;
  return [emptyItem(site, def, asked), ...(site.isFlow ? [] : filledItems(site, def, asked))];
}

function emptyItem(site: ItemSite, def: string, { analysis, language }: AskedOfCase): Offer {
  const { draft } = analysis;
  const skeleton = skeletonOf(def, draft);
  const text = site.isFlow
    ? flowText(skeleton)
    : itemText(skeleton.fields, site.column, site.indent, draft.style);
  const title = schemaField('', `$${def}`, language)?.title ?? def;
  const label = say({ key: 'completion.new-item', args: { title } }, language);
  const note = say({ key: 'completion.needed-fields' }, language);
  const about: About = { of: 'definition', id: def };
  return offerAt(site.spot, { kind: 'item', label, note, about, ...insertion(text, skeleton) }, def);
}

interface Filled {
  readonly fields: Fields;
  readonly label: string;
  readonly names: readonly string[];
  readonly note: string;
  readonly about: About;
}

function filledItems(site: ItemSite, def: string, asked: AskedOfCase): readonly Offer[] {
  const { draft } = asked.analysis;
  const filled =
    def === 'argument'
      ? filledArguments(asked)
      : def === 'letter'
        ? letterStubs(asked)
        : def === 'counterArgument'
          ? counterArguments(asked)
          : [];
  return filled.map(({ fields, label, names, note, about }) => {
    const own: Insertion = insertion(itemText(fields, site.column, site.indent, draft.style));
    return offerAt(site.spot, { kind: 'item', label, note, about, ...own }, ...names);
  });
}

/** The catalogue's arguments that the file doesn't have yet and that are true of it, those that fit in front. */
function filledArguments({ analysis, model, language, today }: AskedOfCase): readonly Filled[] {
  const { draft } = analysis;
  const claimed = claimedCircumstances(model);
  const used = new Set<string | undefined>(model.arguments.map(({ data }) => data.snippet));
  const fitting = fittingSnippets(claimed, draft);
  const told: readonly Argued[] = claimed.length > 0 ? claimed : [{ data: {} }];
  return SNIPPETS.filter((one) => !used.has(one.id) && told.some((argued) => holds(one, argued, model)))
    .sort((a, b) => Number(fitting.has(b.id)) - Number(fitting.has(a.id)) || a.rank - b.rank)
    .flatMap((snippet) => {
      const { id, title, fits } = snippet;
      const own = claimed.filter(
        ({ data }) => data.kind && fits.circumstances?.includes(data.kind) && isWhereItFits(fits, data),
      );
      const circumstances = own.length > 0 ? own : claimed;
      const fields = argumentFrom(id, draft, { circumstances, today, newId: draft.newIds() });
      if (!fields) return [];
      const label = title[language] ?? title[draft.language] ?? title.en ?? id;
      const note = say({ key: 'completion.argument' }, language);
      return [{ fields, label, names: [id], note, about: { of: 'snippet' as const, id } }];
    });
}

/** For the circumstances of the claim, and against what the other side says in the file. */
function fittingSnippets(claimed: readonly Circumstance[], draft: Draft): ReadonlySet<string> {
  const { model } = draft;
  const jurisdiction = model.case?.data.jurisdiction;
  return new Set([
    ...claimed.flatMap((circumstance) => snippetsFor(circumstance, draft)),
    ...model.counterArguments.flatMap(({ data }) => (data.kind ? rebuttalsOf(data.kind, jurisdiction) : [])),
  ]);
}

/** A letter to be asked for of each kind of sender, those that fit the circumstances in front. */
function letterStubs({ analysis, model, language, today }: AskedOfCase): readonly Filled[] {
  const { draft } = analysis;
  const circumstances = claimedCircumstances(model);
  const written = new Set<string | undefined>(model.letters.map(({ data }) => data.from?.role));
  const fitting = sendersToAsk(circumstances, model, today).filter((role) => !written.has(role));
  const rest = SENDERS.map(({ role }) => role).filter((role) => !fitting.includes(role));
  return [...fitting, ...rest].map((role) => {
    const name = enumTitle('letterSender.role', role, language);
    return {
      fields: letterStub(draft, role, circumstances, today, draft.newIds()),
      label: say({ key: 'completion.letter-stub', args: { name } }, language),
      names: [role, name],
      note: say({ key: 'completion.to-be-asked' }, language),
      about: { of: 'value' as const, def: 'letterSender', key: 'role', value: role },
    };
  });
}

/** What the other side usually says, as far as the file doesn't tell it yet. */
function counterArguments({ analysis, model, language }: AskedOfCase): readonly Filled[] {
  const { draft } = analysis;
  const said = new Set<string | undefined>(model.counterArguments.map(({ data }) => data.kind));
  return COUNTER_ARGUMENTS.filter(({ kind }) => !said.has(kind)).flatMap(({ kind }) => {
    const fields = counterArgumentFields(draft, kind, draft.newIds());
    if (!fields) return [];
    const label = enumTitle('counterArgument.kind', kind, language);
    const note = schemaField('', '$counterArgument', language)?.title ?? '';
    return [{ fields, label, names: [kind], note, about: { of: 'counter-argument' as const, id: kind } }];
  });
}
