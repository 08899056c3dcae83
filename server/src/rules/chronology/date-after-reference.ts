import { nodeAt, spotOf } from '../../core/case/access.js';
import { referenceDate } from '../../core/case/facts.js';
import { stagesOf } from '../../core/case/stages.js';
import { type CaseDate, certainlyAfter, parseDate } from '../../core/dates.js';
import type { CaseModel, Letter, Part } from '../../core/model.js';
import { defineRule } from '../../core/rule.js';

type Model = Pick<
  CaseModel,
  'persons' | 'timeline' | 'procedures' | 'circumstances' | 'claim' | 'letters' | 'documents'
>;
interface Dated {
  readonly part: Part;
  readonly path: readonly (string | number)[];
  readonly date: CaseDate;
}

/** Said to have happened, but the day on which the case is judged had not got that far. */
export const rule = defineRule({
  reads: ['case', 'persons', 'timeline', 'procedures', 'circumstances', 'claim', 'letters', 'documents'],
  needs: ['case'],
  *check({ model, today, say }) {
    const reference = referenceDate(model, today);
    const written = model.case && nodeAt(model.case, 'referenceDate');
    for (const { part, path, date } of datesAfter(reference, model)) {
      const args = { date: { date, bare: true }, reference: { date: reference as CaseDate, bare: true } };
      yield {
        at: spotOf(part, ...path),
        message: say(written ? 'after' : 'future', args),
        ...(written
          ? { related: [{ at: written, message: say('reference', { reference: args.reference }) }] }
          : {}),
      };
    }
  },
});

function datesAfter(reference: CaseDate | undefined, model: Model): readonly Dated[] {
  const found: Dated[] = [];
  const look = (part: Part, value: unknown, key: string, path: Dated['path'] = []): void => {
    const date = parseDate(value);
    if (date && certainlyAfter(date, reference)) found.push({ part, path: [...path, key], date });
  };
  const lookAt = <T>(part: Part<T>, keys: readonly (keyof T & string)[]): void => {
    for (const key of keys) look(part, part.data[key as keyof typeof part.data], key);
  };
  for (const part of model.persons) lookAt(part, ['birthDate', 'deathDate', 'arrivalDate']);
  for (const part of model.timeline) lookAt(part, ['date', 'from', 'to']);
  for (const { procedure, path, data } of stagesOf(model.procedures))
    for (const key of ['lodged', 'decided'] as const) look(procedure, data[key], key, path);
  for (const part of model.circumstances) lookAt(part, ['since', 'until']);
  if (model.claim) lookAt(model.claim, ['lodged']);
  for (const part of model.letters) if (isWritten(part)) lookAt(part, ['date']);
  for (const part of model.documents) lookAt(part, ['date']);
  return found;
}

/** A letter that is still to come may well bear a day to come; whether this one is can be unreadable. */
function isWritten({ data: { status } }: Letter): boolean {
  return status === 'received' || status === 'signed' || status === 'refused';
}
