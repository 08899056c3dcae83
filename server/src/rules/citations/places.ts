/** Where sources stand in a case: under the grounds of the claim, in what arguments cite, as the ruling of a remedy. */

import { nodeAt, spotOf } from '../../core/case/access.js';
import { dayThatDecides, referenceDate } from '../../core/case/facts.js';
import { Kept } from '../../core/kept.js';
import type { CaseModel, Part } from '../../core/model.js';
import type { Node, Span } from '../../core/tree.js';
import { findBlank, isOnlyBlank } from '../../core/words/placeholders.js';
import { inForceOn, isLaterThan } from '../../knowledge/sources.js';

export interface SourcePlace {
  readonly value: string;
  readonly as: 'ground' | 'citation' | 'ruling';
  readonly at: Span;
  /** Undefined where the list stands elsewhere, behind an alias. */
  readonly node: Node | undefined;
  /** The list that it stands in. */
  readonly list: readonly (string | undefined)[];
}

export function* citedIn(model: Pick<CaseModel, 'arguments'>): Generator<SourcePlace> {
  for (const argument of model.arguments) yield* citationsOf(argument);
}

/** What an argument cites, found once for an argument however many versions of the file hold it. */
const citations = new Kept<Part, readonly SourcePlace[]>();

function citationsOf(argument: CaseModel['arguments'][number]): readonly SourcePlace[] {
  let places = citations.get(argument);
  if (!places) {
    places = [...listed('citation', argument, 'cites', argument.data.cites)];
    citations.set(argument, places);
  }
  return places;
}

/** Everywhere that the format takes a source: grounds and citations. */
export function* sourcesOf(model: Pick<CaseModel, 'claim' | 'arguments'>): Generator<SourcePlace> {
  if (model.claim) yield* listed('ground', model.claim, 'grounds', model.claim.data.grounds);
  yield* citedIn(model);
}

export function* rulingsOf(model: Pick<CaseModel, 'procedures'>): Generator<SourcePlace> {
  for (const procedure of model.procedures) {
    for (const [index, remedy] of (procedure.data.remedies ?? []).entries())
      yield* placed('ruling', procedure, remedy?.ruling, ['remedies', index, 'ruling'], []);
  }
}

function* listed(
  as: SourcePlace['as'],
  part: Part,
  key: string,
  list: readonly (string | undefined)[] = [],
): Generator<SourcePlace> {
  for (const [index, value] of list.entries()) yield* placed(as, part, value, [key, index], list);
}

/** What is still to be filled in says nothing yet. */
function* placed(
  as: SourcePlace['as'],
  part: Part,
  value: string | undefined,
  path: readonly (string | number)[],
  list: SourcePlace['list'],
): Generator<SourcePlace> {
  if (value === undefined || isOnlyBlank(value) || findBlank(value)) return;
  yield { value, as, at: spotOf(part, ...path), node: nodeAt(part, ...path), list };
}

/** May a fix put the source there? One that certainly was not there yet, or any more, would be an error of its own. */
export function mayStand(
  source: string,
  { as }: SourcePlace,
  model: Pick<CaseModel, 'case' | 'claim'>,
  today: number,
): boolean {
  if (as === 'ground') return inForceOn(source, dayThatDecides(model, today)) !== false;
  return as === 'ruling' || !isLaterThan(source, referenceDate(model, today));
}

const MOST_SHOWN = 60;

/** A value as a message quotes it: on one line, and not a whole paragraph. */
export function quotable(value: string): string {
  const line = value.replaceAll(/\s+/g, ' ').trim();
  return line.length > MOST_SHOWN ? `${line.slice(0, MOST_SHOWN - 1).trimEnd()}…` : line;
}
