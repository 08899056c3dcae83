/** The letters and documents of a case, and the terms that still run. */

import { nodeAt } from '../../core/case/access.js';
import { type Contest, contestsOf, daysLeft, TERM_SOURCES } from '../../core/case/contests.js';
import { dateFromDay } from '../../core/dates.js';
import { mapped, type Steps } from '../../core/steps.js';
import { say } from '../../core/words/words.js';
import type { Teller } from './teller.js';
import type { Deadline, LetterStatus, ReadableDocument, ReadableLetter } from './types.js';

export function lettersOf(teller: Teller): Steps<ReadableLetter[]> {
  return mapped(teller.model.letters, (letter) => {
    const { data } = letter;
    const role = data.from?.role;
    const roleText = teller.choice('letterSender.role', role);
    return {
      ...teller.id(data),
      at: teller.at(letter),
      from: teller.line(data.from?.name) ?? roleText ?? teller.blank('letter', 'from'),
      role,
      roleText,
      status: data.status as LetterStatus | undefined,
      statusText: teller.choice('letter.status', data.status),
      date: teller.when(data.date),
      file: teller.line(data.file),
      summary: teller.text(data.summary),
      request: teller.text(data.request),
      supports: teller.refs(data.supports),
    };
  });
}

export function documentsOf(teller: Teller): Steps<ReadableDocument[]> {
  return mapped(teller.model.documents, (document) => {
    const { data } = document;
    return {
      ...teller.id(data),
      at: teller.at(document),
      title: teller.line(data.title) ?? teller.blank('document', 'title'),
      kind: teller.choice('document.kind', data.kind),
      date: teller.when(data.date),
      file: teller.line(data.file),
      supports: teller.refs(data.supports),
    };
  });
}

/** Those that still run on the reference date, the soonest first; none where that isn't known to the day. */
export function deadlinesOf(teller: Teller): Deadline[] {
  const { model, reference } = teller;
  if (model.case?.data.jurisdiction !== 'nl') return [];
  const contests = model.procedures.flatMap((procedure) => [...contestsOf(procedure)]);
  return contests
    .flatMap((contest) => {
      const left = contest.isContested ? undefined : daysLeft(contest, reference);
      return left === undefined ? [] : [deadlineOf(contest, left, teller)];
    })
    .sort((a, b) => a.day - b.day);
}

function deadlineOf({ procedure, path, last, data }: Contest, left: number, teller: Teller): Deadline {
  const kind = teller.choice('procedure.kind', procedure.data.kind) ?? '';
  const decided = teller.when(data.decided)?.text ?? '';
  return {
    ...teller.id(procedure.data),
    at: teller.place(nodeAt(procedure, ...path, 'decided') ?? procedure.place),
    day: last,
    date: teller.whenOf(dateFromDay(last)),
    title: teller.word(path.length === 0 ? 'deadline' : 'deadline-objection', { kind, decided }),
    left,
    told: ['hints.term-counted', 'hints.term-made-known'].map((key) => say({ key }, teller.language)),
    sources: teller.citations(TERM_SOURCES),
  };
}
