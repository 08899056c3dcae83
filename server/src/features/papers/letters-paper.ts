/** Requests for supporting letters, a page for each that is planned: to send to the doctor, the school or the mayor. */

import type { Letter } from '../../core/model.js';
import { cleanText } from '../../core/words/clean.js';
import { blank, blanksIn } from '../../core/words/placeholders.js';
import { type Language, say } from '../../core/words/words.js';
import { SENDERS } from '../../generated/knowledge.js';
import { claimedCircumstances, letterStub, MEDICAL_SENDERS } from '../../knowledge/letters.js';
import type { Analysis } from '../../pipeline/analysis.js';
import type { ReadableCase, ReadableLetter } from '../readable/types.js';
import { type Paper, paragraphs, runs, Sheet } from './paper.js';
import { applicantsIn, footOf, markOf, type Word, wordsIn } from './words.js';

/** Undefined where no letter is planned. */
export function lettersPaper(told: ReadableCase, analysis: Analysis): Paper | undefined {
  const word = wordsIn(told.language);
  const planned = analysis.model.letters.flatMap((letter, index) => {
    const shown = told.letters[index];
    return shown?.status === 'planned' ? [{ shown, text: shown.request ?? stubFor(letter, analysis) }] : [];
  });
  if (planned.length === 0) return undefined;
  const sheet = new Sheet();
  for (const [index, { shown, text }] of planned.entries()) {
    if (index > 0) sheet.add({ kind: 'page' });
    writeLetter(sheet, shown, text, told, word);
  }
  const open = planned.reduce((sum, { shown, text }) => sum + openIn(shown, text, analysis), 0);
  return {
    what: 'letters',
    language: told.language,
    title: word('letters-title', { count: planned.length }),
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
      names: applicantsIn(told),
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

/** What the catalogue asks of such a sender, on what the letter is to support. */
function stubFor(letter: Letter, analysis: Analysis): string {
  const { model, draft, inputs } = analysis;
  const ids = new Set(letter.data.supports ?? []);
  const supported = model.circumstances.filter(({ data }) => ids.has(data.id));
  const circumstances = supported.length > 0 ? supported : claimedCircumstances(model);
  const { request } = letterStub(
    draft,
    letter.data.from?.role ?? 'other',
    circumstances,
    inputs.today,
    (id) => id,
  );
  return cleanText(String(request ?? ''));
}

/** Findings in the letter itself; a text of ours may have blanks, which no check has seen. */
function openIn(letter: ReadableLetter, text: string, { findings }: Analysis): number {
  const { start, end } = letter.at;
  const found = findings.filter(
    (finding) =>
      (finding.severity === 'error' || finding.severity === 'warning') &&
      finding.start >= start &&
      finding.start < end,
  );
  return found.length + (letter.request === undefined ? blanksIn(text).length : 0);
}
