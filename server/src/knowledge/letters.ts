/** Who can write for which circumstance, and the stub that asks them to. */

import { referenceDate } from '../core/case/facts.js';
import { named } from '../core/case/named.js';
import { addMonths, isKnown, parseDate } from '../core/dates.js';
import type { Draft, Fields } from '../core/edits/draft.js';
import type { TextEdit } from '../core/findings.js';
import type { CaseModel, Circumstance } from '../core/model.js';
import { withoutBrackets } from '../core/text.js';
import type { Language } from '../core/words/words.js';
import { FITTING, FITTING_OTHER, FITTING_YOUNG_CHILD, SENDERS } from '../generated/knowledge.js';
import { factsFor } from './facts.js';
import { TEXTS } from './snippet-texts.js';

type Model = Pick<CaseModel, 'case' | 'persons'>;

/** The senders that fit a circumstance, the one to ask first in front (RULES.md, evidence/). */
export function fittingSenders(circumstance: Circumstance, model: Model, today: number): readonly string[] {
  const { kind } = circumstance.data;
  if (kind === undefined) return [];
  if (DEPENDS_ON_AGE.has(kind) && isOfYoungChild(circumstance, model, today) === true)
    return FITTING_YOUNG_CHILD;
  return FITTING[kind] ?? FITTING_OTHER;
}

/**
 * Every sender whose letter may be one that the circumstance asks for: where it isn't certain whether it is about a
 * child under 5, those of either row. Undefined for kinds without a row of their own, which ask for nothing.
 */
export function sendersThatMayFit(
  circumstance: Circumstance,
  model: Model,
  today: number,
): ReadonlySet<string> | undefined {
  const { kind } = circumstance.data;
  const row = kind === undefined ? undefined : FITTING[kind];
  if (!row || !kind) return undefined;
  if (!DEPENDS_ON_AGE.has(kind)) return new Set(row);
  const isYoung = isOfYoungChild(circumstance, model, today);
  const younger = isYoung === false ? [] : FITTING_YOUNG_CHILD;
  return new Set(isYoung === true ? younger : [...row, ...younger]);
}

/** Doctors and therapists, whose letters and the documents of kind medical are what is called medical evidence. */
export const MEDICAL_SENDERS: ReadonlySet<string> = new Set(FITTING.medical);

/** People close by, whom decision makers hold to be partial. */
export const PERSONAL_SENDERS: ReadonlySet<string> = new Set(
  SENDERS.flatMap(({ role, personal }) => (personal ? [role] : [])),
);

/** Kinds of circumstance for which a document of a kind does what a letter of a fitting sender would (RULES.md). */
const DOCUMENTS_THAT_DO: Readonly<Record<string, readonly string[]>> = {
  medical: ['medical', 'psychological', 'trauma-here'],
  educational: ['education', 'rooted-child'],
};

export function documentDoes(document: string, circumstance: string | undefined): boolean {
  return circumstance !== undefined && DOCUMENTS_THAT_DO[document]?.includes(circumstance) === true;
}

const DEPENDS_ON_AGE: ReadonlySet<string> = new Set(['rooted-child', 'education']);
const SCHOOL_AGE_MONTHS = 5 * 12;

/** Is it of children under 5, who are not at school yet? Undefined where that isn't certain of everyone it names. */
function isOfYoungChild({ data }: Circumstance, model: Model, today: number): boolean | undefined {
  const ids = new Set(data.persons ?? []);
  const persons = named(model.persons, ids);
  const day = referenceDate(model, today);
  if (persons.length === 0 || persons.length < ids.size || !isKnown(day)) return undefined;
  const answers = persons.map((person) => {
    const birth = parseDate(person.data.birthDate);
    if (!isKnown(birth)) return undefined;
    if (addMonths(birth.first, SCHOOL_AGE_MONTHS) > day.last) return true;
    return addMonths(birth.last, SCHOOL_AGE_MONTHS) <= day.first ? false : undefined;
  });
  const [first] = answers;
  return answers.every((answer) => answer === first) ? first : undefined;
}

/** One sender for each circumstance, without doubles; a claim that names no circumstance yet gets the general one. */
export function sendersToAsk(circumstances: readonly Circumstance[], model: Model, today: number): string[] {
  const first = circumstances.flatMap((circumstance) =>
    fittingSenders(circumstance, model, today).slice(0, 1),
  );
  return first.length > 0 ? [...new Set(first)] : FITTING_OTHER.slice(0, 1);
}

/** The circumstances that the claim rests on; without a claim, or where it names none, all of the file. */
export function claimedCircumstances(
  model: Pick<CaseModel, 'claim' | 'circumstances'>,
): readonly Circumstance[] {
  const ids = new Set(model.claim?.data.circumstances ?? []);
  const claimed = model.circumstances.filter(({ data }) => ids.has(data.id));
  return claimed.length > 0 ? claimed : model.circumstances;
}

const ID_PREFIX: Readonly<Record<Language, string>> = { nl: 'brief', en: 'letter', de: 'schreiben' };

/** What the id of a letter from this sender is made of, in the language of the file: `brief-burgemeester`. */
export function letterIdWord(role: string, language: Language): string {
  const name = SENDERS.find((sender) => sender.role === role)?.name[language] ?? role;
  return `${ID_PREFIX[language]}-${withoutBrackets(name)}`;
}

/** Health and violence: what a sports club or the neighbours need not hear from us. */
const SENSITIVE: ReadonlySet<string | undefined> = new Set([
  'medical',
  'psychological',
  'trauma-here',
  'violence',
]);

/** Those whose letter encloses the consent of the person, and family. */
const TRUSTED: ReadonlySet<string> = new Set([
  ...MEDICAL_SENDERS,
  'social-work',
  'child-protection',
  'lso',
  'family',
]);

/** May a letter to this sender name a circumstance that isn't one that they are asked about? */
function mayBeTold(role: string, kind: string | undefined): boolean {
  return TRUSTED.has(role) || !SENSITIVE.has(kind);
}

/** A planned letter with what this sender is asked to write about, in the language of the file. */
export function letterStub(
  draft: Draft,
  role: string,
  circumstances: readonly Circumstance[],
  today: number,
  newId: (word: string) => string,
): Fields {
  const { language, model } = draft;
  const fitting = circumstances.filter((circumstance) =>
    fittingSenders(circumstance, model, today).includes(role),
  );
  const supported = fitting.length > 0 ? fitting : circumstances;
  const supports = supported.flatMap(({ data }) => (data.id ? [data.id] : []));
  const told = fitting.length > 0 ? fitting : supported.filter(({ data }) => mayBeTold(role, data.kind));
  const withheld = told.length === 0 && supported.length > 0 ? ['circumstances'] : [];
  const request = TEXTS[language][`letter.${role}`]?.(
    factsFor({ model, language, today, circumstances: told, withheld }),
  );
  return {
    id: newId(letterIdWord(role, language)),
    from: { role },
    status: 'planned',
    supports: supports.length > 0 ? supports : undefined,
    request,
  };
}

/** A planned letter of each role, for the circumstances that fit it (where none does, for all of them). */
export function stubsEdit(
  draft: Draft,
  roles: readonly string[],
  circumstances: readonly Circumstance[],
  today: number,
): TextEdit {
  const newId = draft.newIds();
  return draft.appendItems(
    'letters',
    roles.map((role) => letterStub(draft, role, circumstances, today, newId)),
  );
}
