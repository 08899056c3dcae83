/** The draft of the request, as a lawyer sets one up: facts, procedures, circumstances, arguments, rebuttal, what is asked. */

import type { Steps } from '../../core/steps.js';
import { capitalised } from '../../core/words/capitals.js';
import { blank } from '../../core/words/placeholders.js';
import { joined } from '../../core/words/words.js';
import { rulingText } from '../readable/citations.js';
import { sentence } from '../readable/teller.js';
import type {
  Citation,
  ReadableCase,
  ReadableCircumstance,
  ReadableProcedure,
  ReadableStage,
} from '../readable/types.js';
import { Enclosures } from './enclosures.js';
import {
  type Line,
  type NoteRun,
  type Paper,
  paragraphs,
  type Run,
  runs,
  Sheet,
  type TextRun,
} from './paper.js';
import { newFactsIn, personsTable } from './tables.js';
import { applicantsIn, footOf, markOf, openPoints, type Word, wordsIn } from './words.js';

export function requestPaper(told: ReadableCase): Steps<Paper> {
  const word = wordsIn(told.language);
  return new Request(told, word).paper();
}

class Request {
  private readonly sheet = new Sheet();
  private readonly enclosures: Enclosures;
  private readonly applicants: string;
  private readonly numbers = new Map<string, number>();

  constructor(
    private readonly told: ReadableCase,
    private readonly word: Word,
  ) {
    this.enclosures = new Enclosures(told, word);
    this.applicants = applicantsIn(told);
  }

  *paper(): Steps<Paper> {
    const { told, word, sheet } = this;
    this.head();
    this.introduction();
    sheet.heading(word('persons'));
    sheet.add(personsTable(told, word, ['pseudonym']));
    yield* this.facts();
    yield* this.procedures();
    yield* this.circumstances();
    yield* this.grounds();
    yield* this.rebuttal();
    this.conclusion();
    this.annexes();
    return {
      what: 'request',
      language: told.language,
      title: this.title(),
      under: [this.subject()],
      mark: markOf(openPoints(told), told),
      ...footOf(told),
      blocks: sheet.blocks,
    };
  }

  private title(): string {
    const kind = this.told.jurisdiction === 'de' ? 'request-title-de' : 'request-title';
    return this.word(kind);
  }

  private subject(): string {
    return this.word('on-behalf-of', { names: this.applicants });
  }

  private head(): void {
    const { sheet, told, word } = this;
    const { office, representative, claim } = told;
    const from = [office, representative?.name].filter((part) => part !== undefined);
    if (from.length > 0)
      sheet.paragraph([...runs(`${word('from')} `, 'bold'), ...runs(from.join(', '))], { look: 'aside' });
    const to = claim?.addressee ?? blank(word('addressee'));
    sheet.paragraph([...runs(`${word('to')} `, 'bold'), ...runs(to)], { look: 'aside', at: claim?.at });
    const date = claim?.lodged?.text ?? blank(word('date'));
    sheet.paragraph([...runs(`${word('date-label')} `, 'bold'), ...runs(date)], {
      look: 'aside',
      at: claim?.at,
    });
  }

  private introduction(): void {
    const { sheet, told, word } = this;
    const { representative, summary, claim, at } = told;
    sheet.heading(word('introduction'));
    const names = this.applicants;
    if (representative) {
      const { name, role, powerOfAttorney } = representative;
      const text = word('intro-represented', { names, name, role: role ?? '', named: role ? 'yes' : 'no' });
      const power: Line = powerOfAttorney
        ? [...runs(` ${word('power')}`), ...this.enclosures.mention([powerOfAttorney]), ...runs('.')]
        : [];
      sheet.numbered([[...runs(text), ...power]], { at });
    } else sheet.numbered([runs(word('intro', { names }))], { at });
    if (claim && claim.grounds.length > 0) {
      const grounds = joined(
        claim.grounds.map(({ short }) => short),
        'and',
        told.language,
      );
      const note = noteOf(claim.grounds);
      sheet.numbered([[...runs(word('rests-on', { grounds })), ...(note ? [note] : [])]], claim);
    }
    if (summary) sheet.numbered(paragraphs(summary), { at });
  }

  private *facts(): Iterable<void> {
    const { sheet, told, word } = this;
    const events = told.chronology.filter(({ kind }) => kind === 'event');
    if (events.length === 0) return;
    sheet.heading(word('facts'));
    for (const event of events) {
      const [first = [], ...rest] = paragraphs(event.description ?? '');
      const lead = event.whenText === '' ? [] : runs(`${capitalised(event.whenText)}. `, 'bold');
      const head = [
        ...lead,
        ...runs(sentence(event.title)),
        ...(first.length > 0 ? [...runs(' '), ...first] : []),
      ];
      sheet.numbered(withMention([head, ...rest], this.enclosures.mention(event.evidence)), event);
      yield;
    }
  }

  private *procedures(): Iterable<void> {
    const { sheet, told, word } = this;
    if (told.procedures.length === 0) return;
    sheet.heading(word('procedures'));
    for (const procedure of told.procedures) {
      sheet.numbered(this.course(procedure), procedure);
      yield;
    }
  }

  private course(procedure: ReadableProcedure): Line[] {
    const { lodgedText, decidedText, reasonText, reference, remedies } = procedure;
    const number = reference ? this.word('reference', { reference }) : '';
    const own = [lodgedText, number, decidedText].filter((text) => text !== '').join(' ');
    return [
      runs(own),
      ...newFactsIn(procedure, this.word),
      ...(reasonText ? paragraphs(reasonText) : []),
      ...remedies.map((remedy) => [
        ...runs([remedy.lodgedText, remedy.decidedText].filter((text) => text !== '').join(' ')),
        ...this.rulingOf(remedy),
      ]),
    ];
  }

  private rulingOf({ ecli, decided }: ReadableStage): NoteRun[] {
    if (!ecli) return [];
    return [{ note: runs(sentence(rulingText(ecli, decided?.edtf, this.told.language))) }];
  }

  private *circumstances(): Iterable<void> {
    const { sheet, told, word } = this;
    const claimed = told.circumstances.filter(({ isClaimed }) => isClaimed);
    const shown = claimed.length > 0 ? claimed : told.circumstances;
    if (shown.length === 0) return;
    sheet.heading(word('circumstances'));
    for (const circumstance of shown) {
      sheet.numbered(this.circumstance(circumstance), circumstance);
      yield;
    }
  }

  /** Title, what it is and what shows it, since when, and why no ordinary ground helps. */
  private circumstance(circumstance: ReadableCircumstance): Line[] {
    const { title, description, routeText, letters, documents } = circumstance;
    const mention = this.enclosures.mention([...documents, ...letters]);
    const scope = this.scopeOf(circumstance);
    const described = withMention(paragraphs(description ?? scope), mention);
    const last = description && scope ? runs(` ${scope}`) : [];
    return [
      runs(title, 'bold'),
      ...described.slice(0, -1),
      [...(described.at(-1) ?? []), ...last],
      ...paragraphs(routeText ?? ''),
    ].filter((line) => line.length > 0);
  }

  /** Since when it is so, and whom it is about where that isn't who asks; empty where the file says neither. */
  private scopeOf({ sinceText, persons }: ReadableCircumstance): string {
    const names = joined(persons, 'and', this.told.language);
    const about = names === '' || names === this.applicants ? undefined : this.word('about', { names });
    return [sinceText, about].filter((text) => text !== undefined).join(' ');
  }

  private *grounds(): Iterable<void> {
    const { sheet, told, word } = this;
    if (told.arguments.length === 0) return;
    sheet.heading(word('arguments'));
    for (const argument of told.arguments) {
      sheet.heading(argument.title, 3);
      const lines: Line[] = paragraphs(argument.text);
      const note = noteOf(argument.cites);
      const last = [...(lines.at(-1) ?? []), ...(note ? [note] : [])];
      const number = sheet.numbered([...lines.slice(0, -1), last], argument);
      if (argument.id !== undefined) this.numbers.set(argument.id, number);
      yield;
    }
  }

  /** Only what the file answers: what is left open is a finding, and no lawyer sends that along. */
  private *rebuttal(): Iterable<void> {
    const { sheet, told, word } = this;
    const answered = told.counterArguments.filter(({ answeredBy }) => answeredBy.length > 0);
    if (answered.length === 0) return;
    sheet.heading(word('rebuttal'));
    for (const counter of answered) {
      const numbers = counter.answeredBy.flatMap(({ id }) => this.numbers.get(id) ?? []);
      const references = numbers.flatMap((paragraph, index): Run[] => [
        ...(index === 0 ? [] : runs(index === numbers.length - 1 ? ` ${word('and')} ` : ', ')),
        { paragraph },
      ]);
      sheet.numbered(
        [
          runs(`${counter.intro} ${word('quote', { text: counter.text.replaceAll('\n', ' ') })}`),
          [...runs(`${word('answered-in', { count: numbers.length })} `), ...references, ...runs('.')],
        ],
        counter,
      );
      yield;
    }
  }

  private conclusion(): void {
    const { sheet, told, word } = this;
    const { claim, representative, office } = told;
    sheet.heading(word('conclusion'));
    sheet.numbered([runs(word('concluding')), ...paragraphs(claim?.request ?? blank(word('asked')))], claim);
    sheet.paragraph(runs(`${blank(word('place'))}, ${claim?.lodged?.text ?? blank(word('date'))}`), {
      look: 'lead',
    });
    const signed = representative
      ? [representative.name, representative.role, office].filter((part) => part !== undefined).join(', ')
      : this.applicants;
    sheet.paragraph(runs(signed), { look: 'aside' });
  }

  private annexes(): void {
    const { sheet, word, enclosures } = this;
    const items = enclosures.items();
    const awaited = enclosures.awaited();
    if (items.length > 0) {
      sheet.heading(word('enclosures'));
      sheet.list(items);
    }
    if (awaited.length > 0) {
      sheet.heading(word('awaited'), 3);
      sheet.list(awaited);
    }
  }
}

/** All cites of an argument in one footnote, each with its address. */
function noteOf(cites: readonly Citation[]): NoteRun | undefined {
  if (cites.length === 0) return undefined;
  const note = cites.flatMap(({ text, url }, index) => [
    { text: index === 0 ? capitalised(text) : text, href: url },
    { text: index === cites.length - 1 ? '.' : '; ' },
  ]);
  return { note };
}

/** The brackets stand before the full stop: '… gehaald (productie 1).' */
function withMention(lines: readonly Line[], mention: readonly TextRun[]): readonly Line[] {
  if (mention.length === 0) return lines;
  const last = lines.at(-1);
  if (!last) return [mention.map((run) => ({ ...run, text: run.text.trimStart() }))];
  const end = last.at(-1);
  const open =
    end && 'text' in end ? [...last.slice(0, -1), { ...end, text: end.text.replace(/\.$/, '') }] : last;
  return [...lines.slice(0, -1), [...open, ...mention, ...runs('.')]];
}
