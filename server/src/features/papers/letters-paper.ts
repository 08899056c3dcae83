/** Requests for supporting letters, a page for each that is planned: to send to the doctor, the school or the mayor. */

import { named } from '../../core/case/named.js';
import type { Circumstance, Letter } from '../../core/model.js';
import type { Steps } from '../../core/steps.js';
import { cleanText } from '../../core/words/clean.js';
import { blank, blanksIn } from '../../core/words/placeholders.js';
import { type Language, say } from '../../core/words/words.js';
import { SENDERS } from '../../generated/knowledge.js';
import { claimedCircumstances, letterStub, MEDICAL_SENDERS } from '../../knowledge/letters.js';
import type { Analysis } from '../../pipeline/analysis.js';
import type { Place, ReadableCase, ReadableLetter } from '../readable/types.js';
import { type Paper, paragraphs, runs, Sheet } from './paper.js';
import { applicantsIn, footOf, markOf, type Word, wordsIn } from './words.js';

/** Undefined where no letter is planned. */
export function* lettersPaper(told: ReadableCase, analysis: Analysis): Steps<Paper | undefined> {
  const word = wordsIn(told.language);
  const sheet = new Sheet();
  const names = applicantsIn(told);
  const stubs = new Stubs(analysis);
  const found = new Found(analysis);
  let [count, open] = [0, 0];
  for (const [index, letter] of analysis.model.letters.entries()) {
    const shown = told.letters[index];
    if (shown?.status !== 'planned') continue;
    if (count > 0) sheet.add({ kind: 'page' });
    const text = shown.request ?? stubs.for(letter);
    writeLetter(sheet, shown, text, names, told, word);
    open += found.within(shown.at) + (shown.request === undefined ? blanksIn(text).length : 0);
    count++;
    yield;
  }
  if (count === 0) return undefined;
  return {
    what: 'letters',
    language: told.language,
    title: word('letters-title', { count }),
    isTitleHidden: true,
    under: [],
    mark: open > 0 ? markOf(open, told) : undefined,
    ...footOf(told),
    blocks: sheet.blocks,
  };
}

function writeLetter(
  sheet: Sheet,
  letter: ReadableLetter,
  text: string,
  names: string,
  told: ReadableCase,
  word: Word,
): void {
  const { office, representative } = told;
  const { at } = letter;
  const from = [office, representative?.name].filter((part) => part !== undefined);
  const aside = (line: string) => sheet.paragraph(runs(line), { look: 'aside', at });
  sheet.add({
    kind: 'heading',
    level: 2,
    // A treating doctor gives facts, not support (nl.knmg.verklaring): that is what is asked for.
    text: word(MEDICAL_SENDERS.has(letter.role ?? '') ? 'letter-request-medical' : 'letter-request', {
      names,
    }),
    at,
    id: letter.id,
  });
  const labelled = (label: string, text: string) =>
    sheet.paragraph([...runs(`${word(label)} `, 'bold'), ...runs(text)], { look: 'aside', at });
  if (from.length > 0) labelled('from', from.join(', '));
  labelled('to', receiverOf(letter, told.language));
  labelled('date-label', blank(word('date')));
  sheet.paragraph(runs(word('salutation')), { look: 'lead', at });
  for (const line of paragraphs(text)) sheet.paragraph(line, { at });
  sheet.paragraph(runs(word('closing')), { look: 'lead', at });
  const signed = representative
    ? [representative.name, representative.role, office].filter((part) => part !== undefined)
    : [office ?? blank(word('name'))];
  aside(signed.join(', '));
}

/** By name, else 'de school'. */
function receiverOf({ from, role, roleText }: ReadableLetter, language: Language): string {
  if (from !== roleText || role === 'other' || !SENDERS.some((sender) => sender.role === role)) return from;
  return say({ key: `sender-to.${role}` }, language);
}

/** A letter that asks about more is none. */
const MOST_CIRCUMSTANCES = 50;

/** What the catalogue asks of a sender, on what the letter is to support. */
class Stubs {
  private readonly claimed: readonly Circumstance[];

  constructor(private readonly analysis: Analysis) {
    this.claimed = claimedCircumstances(analysis.model);
  }

  for({ data }: Letter): string {
    const { model, draft, inputs } = this.analysis;
    const supported = named(model.circumstances, data.supports ?? []);
    const circumstances = (supported.length > 0 ? supported : this.claimed).slice(0, MOST_CIRCUMSTANCES);
    const { request } = letterStub(
      draft,
      data.from?.role ?? 'other',
      circumstances,
      inputs.today,
      (id) => id,
    );
    return cleanText(String(request ?? ''));
  }
}

/** The errors and warnings of a case, by where they are. */
class Found {
  private readonly starts: readonly number[];

  constructor({ findings }: Analysis) {
    this.starts = findings
      .filter(({ severity }) => severity === 'error' || severity === 'warning')
      .map(({ start }) => start)
      .sort((a, b) => a - b);
  }

  within({ start, end }: Place): number {
    return this.before(end) - this.before(start);
  }

  private before(offset: number): number {
    let [from, to] = [0, this.starts.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      if ((this.starts[middle] as number) < offset) from = middle + 1;
      else to = middle;
    }
    return from;
  }
}
