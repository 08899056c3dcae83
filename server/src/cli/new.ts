/** `vangnet new`: a valid case file to begin with, by questions in a terminal or by options. */

import { stat } from 'node:fs/promises';
import path from 'node:path';
import { localDay } from '../core/dates.js';
import type { Message } from '../core/findings.js';
import { type Language, say } from '../core/words/words.js';
import {
  type Answer,
  type Answers,
  type FormField,
  firstProblem,
  problemWith,
} from '../features/forms/field.js';
import { newCase, newCaseFields, type Proposal, templateField } from '../features/forms/new-case.js';
import type { Template } from '../features/forms/templates.js';
import type { SearchWords } from './ask-search.js';
import { Configs } from './configs.js';
import { CreateError, createFile, isFolder } from './new-file.js';
import { printable } from './printable.js';

export interface NewOptions {
  readonly template?: Template;
  /** False: no questions, also in a terminal. */
  readonly ask: boolean;
  readonly name?: string;
  readonly title?: string;
  readonly confidentiality?: string;
  readonly birthDate?: string;
  readonly nationality?: string;
  readonly arrivalDate?: string;
  readonly firstProcedure?: string;
  readonly circumstances?: string;
  readonly federalState?: string;
  readonly office?: string;
}

export interface AskWords extends SearchWords {
  /** Which keys do what; told before the first question. */
  readonly how?: string | undefined;
  /** The choice of leaving a question open. */
  readonly skip: string;
  /** What is wrong with an answer, in the person's language. */
  check(field: FormField, answer: Answer): string | undefined;
}

/** Asks for what is missing; undefined when the person breaks off. */
export type Ask = (
  fields: readonly FormField[],
  known: Answers,
  words: AskWords,
) => Promise<Answers | undefined>;

/** @returns the exit code: 0 written, 2 not */
export async function createCase(
  target: string | undefined,
  options: NewOptions,
  language: Language,
  ask: Ask | undefined,
): Promise<number> {
  const cwd = process.cwd();
  const { config } = new Configs(cwd).forFolder(cwd);
  const asked = options.ask ? ask : undefined;
  const chosen = await answersFor(options, config.propose, language, asked);
  if (chosen === undefined) return refuse({ key: 'cli.new-broken-off' }, language);
  if ('problem' in chosen) return refuse(chosen.problem, language);
  const { template, answers } = chosen;
  const { text, fileName } = newCase(template, answers, language, localDay(new Date()));
  if (target === '-') {
    process.stdout.write(text);
    return 0;
  }
  return write(await placeFor(target, fileName, cwd), text, language);
}

interface Chosen {
  readonly template: Template;
  readonly answers: Answers;
}

async function answersFor(
  options: NewOptions,
  propose: Proposal,
  language: Language,
  ask: Ask | undefined,
): Promise<Chosen | { problem: Message } | undefined> {
  const first = templateField(propose, language);
  const word = (key: string) => say({ key: `cli.ask-${key}` }, language);
  const words = {
    skip: word('skip'),
    search: word('search'),
    noMatch: word('no-match'),
    check: (field: FormField, answer: Answer) => {
      const problem = problemWith(field, answer);
      return problem && say(problem, language);
    },
  };
  let template = options.template;
  if (!template && ask) {
    const answer = await ask([first], {}, { ...words, how: word('how') });
    if (!answer) return undefined;
    template = answer.template as Template;
  }
  template ??= first.initial as Template;
  const fields = newCaseFields(template, propose, language);
  const known = given(options, fields);
  const unasked = firstProblem(
    fields.filter(({ name }) => known[name] !== undefined),
    known,
  );
  if (unasked) return { problem: atOption(unasked) };
  const how = options.template ? word('how') : undefined;
  const answers = ask ? await ask(fields, known, { ...words, how }) : withDefaults(fields, known);
  if (!answers) return undefined;
  const problem = firstProblem(fields, answers);
  if (problem) return { problem: atOption(problem) };
  return { template, answers };
}

/** With the option that gives the answer. */
function atOption({ field, message }: { readonly field: FormField; readonly message: Message }): Message {
  const option = `--${field.name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
  return { key: 'cli.new-option', args: { problem: message, option } };
}

/** What the options say already. */
function given(options: NewOptions, fields: readonly FormField[]): Answers {
  const known: Record<string, string | readonly string[]> = {};
  for (const { name, kind } of fields) {
    const value = options[name as keyof NewOptions];
    if (typeof value !== 'string') continue;
    known[name] =
      kind === 'many'
        ? value
            .split(',')
            .map((one) => one.trim())
            .filter(Boolean)
        : value;
  }
  return known;
}

function withDefaults(fields: readonly FormField[], known: Answers): Answers {
  return { ...Object.fromEntries(fields.map(({ name, initial }) => [name, initial])), ...known };
}

/** A folder gets the proposed name; one that is taken gets a number. A file that was named is never changed. */
async function placeFor(target: string | undefined, fileName: string, cwd: string): Promise<string> {
  const given = path.resolve(cwd, target ?? '.');
  const isToFolder = target === undefined || /[\\/]$/.test(target) || (await isFolder(given));
  if (!isToFolder) return given;
  const stem = fileName.replace(/\.case\.yaml$/, '');
  for (let n = 1; ; n++) {
    const file = path.join(given, n === 1 ? fileName : `${stem}-${n}.case.yaml`);
    if (!(await exists(file))) return file;
  }
}

async function write(file: string, text: string, language: Language): Promise<number> {
  const shown = path.relative(process.cwd(), file) || file;
  try {
    await createFile(shown, text);
  } catch (error) {
    if (error instanceof CreateError) return refuse(error.said, language);
    throw error;
  }
  process.stdout.write(`${printable(say({ key: 'cli.new-written', args: { path: shown } }, language))}\n`);
  return 0;
}

function refuse(message: Message, language: Language): number {
  process.stderr.write(`vangnet: ${printable(say(message, language))}\n`);
  return 2;
}

async function exists(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  );
}
