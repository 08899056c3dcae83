/** The whole case to read: what is there, what carries what, and what is still open. The preview shows this one. */

import { type Message, SEVERITIES } from '../../core/findings.js';
import { atOnce } from '../../core/steps.js';
import { capitalised } from '../../core/words/capitals.js';
import { joined, say } from '../../core/words/words.js';
import { rulingText } from '../readable/citations.js';
import type { Citation, ReadableCase } from '../readable/types.js';
import { documents, empty, letters, matrix } from './case-evidence.js';
import { type Paper, paragraphs, type Run, runs, Sheet } from './paper.js';
import { addTimeline, chronologyTable, headsOf, newFactsIn, personsTable } from './tables.js';
import { footOf, markOf, openPoints, type Word, wordsIn } from './words.js';

export function casePaper(told: ReadableCase): Paper {
  return atOnce(casePaperSteps(told));
}

/** The same in steps, between which the caller may pause or give up. */
export function* casePaperSteps(told: ReadableCase): Generator<void, Paper> {
  const word = wordsIn(told.language);
  const sheet = new Sheet();
  const { office, representative, confidentiality, federalState, reference, statusText } = told;
  const under = [
    [office, representative?.name, representative?.role].filter((part) => part !== undefined).join(', '),
    [
      word('status', { status: statusText }),
      ...(reference ? [word('reference-date', { date: reference.text })] : []),
      ...(federalState ? [federalState] : []),
      ...(confidentiality ? [confidentiality] : []),
    ].join(' · '),
  ].filter((line) => line !== '');
  for (const part of PARTS) {
    part(sheet, told, word);
    yield;
  }
  return {
    what: 'case',
    language: told.language,
    title: told.title,
    under,
    mark: markOf(openPoints(told), told),
    ...footOf(told),
    blocks: sheet.blocks,
  };
}

type Part = (sheet: Sheet, told: ReadableCase, word: Word) => void;

const PARTS: readonly Part[] = [
  summary,
  deadlines,
  persons,
  timeline,
  procedures,
  circumstances,
  matrix,
  claim,
  argumentsPart,
  counterArguments,
  letters,
  documents,
  sources,
];

function summary(sheet: Sheet, told: ReadableCase, word: Word): void {
  if (told.summary) {
    sheet.heading(word('summary'));
    for (const line of paragraphs(told.summary)) sheet.paragraph(line, { at: told.at });
  }
  const counts = SEVERITIES.filter((severity) => told.findings[severity] > 0).map(
    (severity): Message => ({ key: `cli.count-${severity}`, args: { count: told.findings[severity] } }),
  );
  const text =
    counts.length > 0
      ? word('open', {
          list: joined(
            counts.map((count) => say(count, told.language)),
            'and',
            told.language,
          ),
        })
      : word('nothing-open');
  sheet.paragraph(runs(text), { look: 'small' });
}

/** Only where there is one: a heading over nothing would make people look for it. */
function deadlines(sheet: Sheet, told: ReadableCase, word: Word): void {
  if (told.deadlines.length === 0) return;
  sheet.heading(word('deadlines'));
  sheet.list(
    told.deadlines.map(({ date, title, left, at, id }) => ({
      label: date.text,
      line: runs(`${title}. ${word('days-left', { left })}`),
      at,
      id,
    })),
  );
  const [first] = told.deadlines;
  if (first) sheet.paragraph(runs(first.told.join(' ')), { look: 'small' });
}

function persons(sheet: Sheet, told: ReadableCase, word: Word): void {
  sheet.heading(word('persons'));
  if (told.persons.length > 0) sheet.add(personsTable(told, word));
  else empty(sheet, word);
}

function timeline(sheet: Sheet, told: ReadableCase, word: Word): void {
  sheet.heading(word('chronology'));
  addTimeline(sheet, told);
  if (told.chronology.length > 0) sheet.add(chronologyTable(told.chronology, word));
  else empty(sheet, word);
}

function procedures(sheet: Sheet, told: ReadableCase, word: Word): void {
  if (told.procedures.length === 0) return;
  sheet.heading(word('procedures'));
  sheet.add({
    kind: 'table',
    caption: word('procedures'),
    heads: headsOf(word, 'procedure', 'course', 'outcome'),
    widths: [24, 56, 20],
    rows: told.procedures.map((procedure) => ({
      cells: [
        [
          runs(capitalised(procedure.kind)),
          ...(procedure.isFirst ? [runs(word('first-procedure'), 'faint')] : []),
          ...(procedure.reference ? [runs(procedure.reference, 'faint')] : []),
        ],
        [procedure, ...procedure.remedies].flatMap(({ lodgedText, decidedText, decided, ecli }, index) => [
          runs([lodgedText, decidedText].filter((text) => text !== '').join(' ')),
          ...(ecli ? [runs(rulingText(ecli, decided?.edtf, told.language), 'faint')] : []),
          ...(index === 0 ? newFactsIn(procedure, word) : []),
          ...(index === 0 && procedure.reasonText ? paragraphs(procedure.reasonText) : []),
        ]),
        [procedure, ...procedure.remedies].flatMap(({ kind, outcome, duration }, index) => {
          const text = [outcome, duration].filter((part) => part).join(', ');
          return text === '' ? [] : [runs(capitalised(index === 0 ? text : `${kind}: ${text}`))];
        }),
      ],
      at: procedure.at,
      id: procedure.id,
    })),
  });
}

function circumstances(sheet: Sheet, told: ReadableCase, word: Word): void {
  sheet.heading(word('circumstances'));
  if (told.circumstances.length === 0) empty(sheet, word);
  for (const {
    title,
    kind,
    description,
    sinceText,
    routeText,
    persons: who,
    isClaimed,
    at,
  } of told.circumstances) {
    sheet.add({ kind: 'heading', level: 3, text: title, at });
    const facts = [
      kind,
      who.length > 0 ? joined(who, 'and', told.language) : undefined,
      told.claim && !isClaimed ? word('not-claimed') : undefined,
    ].filter((text) => text !== undefined);
    if (facts.length > 0) sheet.paragraph(runs(facts.join(' · ')), { look: 'small', at });
    for (const line of paragraphs([description, sinceText, routeText].filter((text) => text).join('\n')))
      sheet.paragraph(line, { at });
  }
}

function claim(sheet: Sheet, told: ReadableCase, word: Word): void {
  const own = told.claim;
  sheet.heading(word('claim'));
  if (!own) {
    empty(sheet, word);
    return;
  }
  const { at } = own;
  const facts = [
    own.kind,
    own.addressee && word('addressed', { to: own.addressee }),
    own.lodged && word('lodged-on', { date: own.lodged.text }),
    own.scope && word('scope', { scope: own.scope }),
    own.raisedIn.length > 0 ? word('raised-in', { list: own.raisedIn.join('; ') }) : undefined,
  ].filter((text) => text !== undefined);
  if (facts.length > 0) sheet.paragraph(runs(facts.join(' · ')), { look: 'small', at });
  for (const line of paragraphs(own.request ?? '')) sheet.paragraph(line, { at });
  for (const { label, text } of own.conditions) sheet.paragraph(runs(`${label}: ${text}`), { at });
  if (own.grounds.length > 0) {
    sheet.heading(word('grounds'), 3);
    sheet.list(own.grounds.map((ground) => ({ line: cited(ground), at })));
  }
}

function argumentsPart(sheet: Sheet, told: ReadableCase, word: Word): void {
  if (told.arguments.length === 0) return;
  sheet.heading(word('arguments'));
  for (const { title, text, cites, supports, at } of told.arguments) {
    sheet.add({ kind: 'heading', level: 3, text: title, at });
    for (const line of paragraphs(text)) sheet.paragraph(line, { at });
    if (supports.length > 0)
      sheet.paragraph(runs(word('supports', { list: supports.map((ref) => ref.text).join('; ') })), {
        look: 'small',
        at,
      });
    if (cites.length > 0)
      sheet.paragraph(
        [
          ...runs(`${word('sources')}: `),
          ...cites.flatMap((cite, index) => [...(index > 0 ? runs('; ') : []), ...cited(cite)]),
        ],
        { look: 'small', at },
      );
  }
}

function counterArguments(sheet: Sheet, told: ReadableCase, word: Word): void {
  if (told.counterArguments.length === 0) return;
  sheet.heading(word('rebuttal'));
  sheet.add({
    kind: 'table',
    caption: word('rebuttal'),
    heads: headsOf(word, 'counter-argument', 'answer'),
    widths: [55, 45],
    rows: told.counterArguments.map(({ intro, text, answeredBy, at, id }) => ({
      cells: [
        [runs(intro, 'faint'), ...paragraphs(text)],
        answeredBy.length > 0
          ? answeredBy.map((ref) => runs(ref.text))
          : [[{ text: word('none-yet'), look: 'italic' }]],
      ],
      at,
      id,
    })),
  });
}

/** With what may have changed since they were compared, since nobody should rest on them unread. */
function sources(sheet: Sheet, told: ReadableCase, word: Word): void {
  if (told.citations.length === 0) return;
  sheet.heading(word('sources'));
  sheet.list(
    told.citations.map((citation) => ({
      line: [
        ...cited(citation),
        ...(citation.isRecalled ? runs(`. ${word('recalled')}`, 'italic') : []),
        ...(citation.review
          ? runs(`. ${say({ key: 'hover.review' }, told.language)} ${citation.review}`, 'faint')
          : []),
      ],
    })),
  );
}

function cited({ text, url }: Citation): Run[] {
  return [{ text, href: url }];
}
