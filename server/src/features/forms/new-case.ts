/** A new case from a few answers: a valid file that says by itself what is to be added. */

import { applyEdits, type Draft, type Fields } from '../../core/edits/draft.js';
import { DEFAULT_STYLE, renderPair, type Value } from '../../core/edits/render.js';
import type { Eol } from '../../core/text.js';
import { idFrom } from '../../core/words/ids.js';
import { blank, placeholder } from '../../core/words/placeholders.js';
import { type Language, say } from '../../core/words/words.js';
import { circumstanceFields, claimFields } from '../../knowledge/claims.js';
import { analyse, DEFAULT_SETTINGS } from '../../pipeline/analysis.js';
import type { Stop } from '../completion/offer.js';
import { insertion } from '../completion/skeleton.js';
import {
  type Answers,
  dateValue,
  enumChoices,
  type FormField,
  listOf,
  sayForm,
  shapeIn,
  textOf,
  wordsOf,
} from './field.js';
import { TEMPLATES, type Template } from './templates.js';

export interface Proposal {
  readonly jurisdiction?: 'nl' | 'de' | undefined;
  readonly office?: string | undefined;
}

export interface NewFile {
  readonly text: string;
  /** The blanks in it, to be filled in one after the other. */
  readonly stops: readonly Stop[];
  /** A name for the file, `amina.case.yaml`, without a folder. */
  readonly fileName: string;
}

/** What is asked first; the rest depends on it. */
export function templateField({ jurisdiction }: Proposal, language: Language): FormField {
  return {
    name: 'template',
    label: sayForm('template', language),
    help: sayForm('template-help', language),
    page: 'index',
    kind: 'one',
    required: true,
    choices: TEMPLATES.map((value) => ({
      value,
      label: sayForm(`template-${value}`, language),
      help: sayForm(`template-${value}-help`, language),
    })),
    initial: jurisdiction === 'de' ? 'haertefall-de' : 'hardship-nl',
  };
}

/** In the order in which a colleague would ask. Only the name must be answered. */
export function newCaseFields(template: Template, { office }: Proposal, language: Language): FormField[] {
  const field = (
    def: string,
    key: string,
    rest: Partial<FormField> & Pick<FormField, 'kind'>,
  ): FormField => ({
    name: key,
    ...wordsOf(def, key, language),
    required: false,
    ...rest,
  });
  const choices = (def: string, key: string) => enumChoices(def, shapeIn(def, key), language);
  const isTraining = template === 'training';
  return [
    ...(template === 'haertefall-de'
      ? [field('caseInfo', 'federalState', { kind: 'one', choices: choices('caseInfo', 'federalState') })]
      : []),
    field('person', 'name', {
      kind: 'text',
      required: true,
      label: sayForm('name', language),
      help: sayForm('name-help', language),
    }),
    ...(isTraining
      ? []
      : [
          field('caseInfo', 'confidentiality', {
            kind: 'one',
            label: sayForm('confidentiality', language),
            choices: choices('caseInfo', 'confidentiality'),
            initial: 'pseudonymised',
          }),
        ]),
    field('caseInfo', 'title', { kind: 'text', help: sayForm('title-help', language) }),
    field('person', 'birthDate', { kind: 'date' }),
    field('person', 'nationality', { kind: 'one', choices: choices('person', 'nationality') }),
    field('person', 'arrivalDate', { kind: 'date' }),
    field('procedure', 'lodged', {
      kind: 'date',
      name: 'firstProcedure',
      label: sayForm('first-procedure', language),
      help: sayForm('first-procedure-help', language),
    }),
    field('circumstance', 'kind', {
      kind: 'many',
      name: 'circumstances',
      label: sayForm('circumstances', language),
      help: sayForm('circumstances-help', language),
      choices: choices('circumstance', 'kind'),
    }),
    ...(isTraining ? [] : [field('caseInfo', 'office', { kind: 'text', initial: office })]),
  ];
}

/**
 * @param person the language of the person: that of a training case; other cases are written in their country's
 * @param today days since 1970-01-01
 */
export function newCase(
  template: Template,
  answers: Answers,
  person: Language,
  today: number,
  eol: Eol = '\n',
): NewFile {
  const jurisdiction =
    template === 'haertefall-de' || (template === 'training' && person === 'de') ? 'de' : 'nl';
  const language = template === 'training' ? person : jurisdiction;
  const name = textOf(answers.name) ?? blankOf('person', 'name', language);
  const id = slug(name, language) || sayForm('id', language);
  const base = baseText({ template, jurisdiction, language, name, id, answers }, eol);
  const text = withClaim(withCircumstances(base, id, answers, language, today), today);
  return {
    text,
    stops: insertion(text).stops.filter((stop) => !isInComment(text, stop)),
    fileName: `${DEVICE.test(id) ? `${id}-1` : id}.case.yaml`,
  };
}

/** On Windows these are devices, whatever ending stands behind: what is written there is gone. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)$/;

/** Comments of a new file stand on lines of their own; what they say of blanks is no blank. */
function isInComment(text: string, { start }: { readonly start: number }): boolean {
  return text.startsWith('#', text.lastIndexOf('\n', start) + 1);
}

interface Base {
  readonly template: Template;
  readonly jurisdiction: 'nl' | 'de';
  readonly language: Language;
  readonly name: string;
  readonly id: string;
  readonly answers: Answers;
}

function baseText({ template, jurisdiction, language, name, id, answers }: Base, eol: Eol): string {
  const style = { ...DEFAULT_STYLE, eol };
  const pair = (key: string, value: Value) => renderPair(key, value, 0, style);
  const isTraining = template === 'training';
  const confidentiality = isTraining ? 'fictional' : (textOf(answers.confidentiality) ?? 'pseudonymised');
  const arrival = dateValue(answers.arrivalDate);
  const lodged = dateValue(answers.firstProcedure);
  const info: Fields = {
    id,
    title: textOf(answers.title) ?? say({ key: `forms.new-title-${jurisdiction}`, args: { name } }, language),
    jurisdiction,
    language,
    status: 'draft',
    confidentiality,
    federalState:
      textOf(answers.federalState) ??
      (jurisdiction === 'de' ? blankOf('caseInfo', 'federalState', language) : undefined),
    office: textOf(answers.office),
    summary: blank(sayForm('blank-summary', language)),
  };
  const applicant: Fields = {
    id: `${id}-1`,
    name,
    role: 'applicant',
    pseudonym: confidentiality === 'pseudonymised' ? true : undefined,
    birthDate: dateValue(answers.birthDate),
    nationality: textOf(answers.nationality),
    arrivalDate: arrival,
  };
  const event: Fields = {
    id: sayForm('id-arrival', language),
    date: arrival,
    kind: 'residence',
    title: sayForm(`arrival-${jurisdiction}`, language),
    persons: [`${id}-1`],
  };
  const procedure: Fields = {
    id: sayForm('id-procedure', language),
    kind: blankOf('procedure', 'kind', language),
    persons: [`${id}-1`],
    lodged,
  };
  const comment = (key: string) =>
    sayForm(key, language)
      .split('\n')
      .map((line) => `# ${line}`)
      .join(eol);
  const sections = [
    `${comment(isTraining ? 'comment-training' : 'comment-head')}${eol}vangnet: 1`,
    pair('case', info),
    pair('persons', [applicant]),
    ...(arrival === undefined ? [] : [`${comment('comment-timeline')}${eol}${pair('timeline', [event])}`]),
    ...(lodged === undefined
      ? []
      : [`${comment('comment-procedures')}${eol}${pair('procedures', [procedure])}`]),
  ];
  return `${sections.join(eol + eol)}${eol}`;
}

/** Each kind that was chosen, or one to start with. */
function withCircumstances(
  text: string,
  id: string,
  answers: Answers,
  language: Language,
  today: number,
): string {
  const draft = draftOf(text, today);
  const newId = draft.newIds();
  const kinds = listOf(answers.circumstances);
  const items: readonly Fields[] =
    kinds.length > 0
      ? kinds.map((kind) => circumstanceFields(draft, kind, { persons: [`${id}-1`] }, newId))
      : [
          {
            ...circumstanceFields(draft, 'other', { persons: [`${id}-1`] }, newId),
            kind: blankOf('circumstance', 'kind', language),
            title: blankOf('circumstance', 'title', language),
          },
        ];
  return applyEdits(text, [draft.appendItems('circumstances', items)]);
}

function withClaim(text: string, today: number): string {
  const draft = draftOf(text, today);
  return applyEdits(text, [draft.insertSection('claim', claimFields(draft, today))]);
}

function draftOf(text: string, today: number): Draft {
  return analyse(text, { settings: DEFAULT_SETTINGS, today }).draft;
}

function blankOf(def: string, key: string, language: Language): string {
  return placeholder(shapeIn(def, key), def, key, language);
}

/** `Noor Voorbeeld` as an id: `noor-voorbeeld`; empty where nothing of it can stand in one. */
function slug(name: string, language: Language): string {
  return idFrom(name, language).slice(0, 40).replace(/-$/, '');
}
