/** `vangnet pseudonymise`: a real case as teaching material, and back with its key. */

import { localDay } from '../core/dates.js';
import type { Message } from '../core/findings.js';
import { type Language, say } from '../core/words/words.js';
import { readWhole } from '../disk/read-file.js';
import { isKey, restoreFields, restoreWords } from '../features/pseudonymise/key.js';
import { pseudonymise } from '../features/pseudonymise/pseudonymise.js';
import { type Analysis, analyse, DEFAULT_SETTINGS } from '../pipeline/analysis.js';
import { MOST_BESIDE, readText, unreadable } from './files.js';
import { CreateError, createFile } from './new-file.js';
import { printable } from './printable.js';

export interface PseudonymiseOptions {
  readonly output?: string;
  readonly key?: string;
  readonly restore?: boolean;
}

/** Something that the person is told, and nothing more is done. */
class Refusal extends Error {
  constructor(readonly said: Message) {
    super('refused');
  }
}

/** @returns the exit code: 0 done, 2 not */
export async function pseudonymiseFile(
  file: string,
  options: PseudonymiseOptions,
  language: Language,
): Promise<number> {
  const tell = (message: Message) => process.stderr.write(`vangnet: ${printable(say(message, language))}\n`);
  try {
    const text = await textOf(file);
    const told = options.restore ? await restore(file, text, options) : await replace(file, text, options);
    for (const message of told) tell(message);
    return 0;
  } catch (error) {
    if (error instanceof Refusal || error instanceof CreateError) {
      tell(error.said);
      return 2;
    }
    throw error;
  }
}

async function textOf(file: string): Promise<string> {
  const read = await readText(file, process.cwd());
  if ('problem' in read) throw new Refusal(read.problem);
  return read.text;
}

async function replace(file: string, text: string, options: PseudonymiseOptions): Promise<Message[]> {
  const { text: made, key, counts } = pseudonymise(analysed(text));
  const output = options.output ?? beside(file, 'pseudonym');
  // The key first: without it there is no way back, and the person asked for one.
  if (options.key !== undefined) await createFile(options.key, `${JSON.stringify(key, null, 1)}\n`);
  await put(output, made);
  const { names, senders, ids, details, references, dates } = counts;
  const args = { names: names + senders, ids, details: details + references, dates, path: output };
  return [
    { key: 'cli.pseudonymised', args },
    ...(options.key === undefined ? [] : [{ key: 'cli.key-written', args: { path: options.key } }]),
  ];
}

async function restore(file: string, text: string, options: PseudonymiseOptions): Promise<Message[]> {
  if (options.key === undefined) throw new Refusal({ key: 'cli.key-needed' });
  const key = readKey(options.key);
  const output = options.output ?? beside(file, 'restored');
  await put(output, restoreFields(analysed(restoreWords(text, key)), key));
  return [{ key: 'cli.restored', args: { path: output } }];
}

function readKey(file: string) {
  let text: string;
  try {
    text = readWhole(file, MOST_BESIDE).toString('utf8');
  } catch (error) {
    throw new Refusal(unreadable(file, error));
  }
  try {
    const key: unknown = JSON.parse(text);
    if (isKey(key)) return key;
  } catch {
    // No JSON at all: the same to the person.
  }
  throw new Refusal({ key: 'cli.no-key', args: { path: file } });
}

function analysed(text: string): Analysis {
  return analyse(text, { settings: DEFAULT_SETTINGS, today: localDay(new Date()) });
}

async function put(output: string, text: string): Promise<void> {
  if (output === '-') process.stdout.write(text);
  else await createFile(output, text);
}

/** `zaak.case.yaml` → `zaak.pseudonym.case.yaml` */
function beside(file: string, word: string): string {
  const [, stem = file, ending = '.case.yaml'] = /^(.*?)(\.(?:case|zaak)\.ya?ml)$/i.exec(file) ?? [];
  return `${stem}.${word}${ending}`;
}
