/** `vangnet law`, and `--law`: the legal data in use, shown, saved, and replaced by those of a file. */

import path from 'node:path';
import { addMonths, localDay, parseDate } from '../core/dates.js';
import type { Message } from '../core/findings.js';
import { type Language, say } from '../core/words/words.js';
import { readWhole } from '../disk/read-file.js';
import {
  lawReport,
  lawReportText,
  type Unchecked,
  uncheckedSince,
  uncheckedText,
} from '../features/law-report.js';
import { RULES } from '../generated/rules.js';
import { useLaw } from '../knowledge/law.js';
import { readLaw, writeLaw } from '../knowledge/law-file.js';
import { lawDay } from '../knowledge/law-in-use.js';
import { Configs } from './configs.js';
import { writeNew } from './export-target.js';
import { MOST_BESIDE, reasonOf } from './files.js';
import { note, print } from './stdout.js';

export interface LawOptions {
  readonly since?: string;
  readonly expired?: boolean;
  readonly months?: number;
  readonly export?: string;
  readonly force?: boolean;
  readonly format: 'text' | 'json';
}

const FAILED = 2;
const AGE_RULE = 'source-needs-review';

/** The exit code. */
export async function law(options: LawOptions, language: Language): Promise<number> {
  if (options.export !== undefined) return save(options.export, options.force === true, language);
  if (options.since !== undefined) {
    const date = parseDate(options.since);
    if (!date || date.first !== date.last)
      return told({ key: 'law.no-date', args: { date: options.since } }, language);
    const unchecked = uncheckedSince(date.first, language);
    const day = lawDay(language, { date: options.since });
    await list(
      unchecked,
      { key: 'law.since', args: { count: unchecked.length, date: day } },
      options,
      language,
    );
    return 0;
  }
  if (options.expired) {
    const months = options.months ?? (await configuredMonths());
    const unchecked = uncheckedSince(addMonths(localDay(new Date()), -months), language);
    await list(
      unchecked,
      { key: 'law.expired', args: { count: unchecked.length, months } },
      options,
      language,
    );
    return unchecked.length > 0 ? 1 : 0;
  }
  const report = lawReport();
  await print(
    options.format === 'json'
      ? `${JSON.stringify(report, null, 1)}\n`
      : `${lawReportText(report, language)}\n`,
  );
  return 0;
}

/** From now on the run rests on the data of this file; else why it doesn't. */
export async function loadLaw(file: string): Promise<Message | undefined> {
  const refused = (reason: Message): Message => ({ key: 'law.refused', args: { path: file, reason } });
  let text: string;
  try {
    text = readWhole(path.resolve(file), MOST_BESIDE).toString('utf8');
  } catch (error) {
    return refused({ key: 'law-file.unreadable', args: { reason: reasonOf(error) } });
  }
  const read = readLaw(text, localDay(new Date()));
  if ('refused' in read) return refused(read.refused);
  useLaw(read.law);
  return undefined;
}

async function save(file: string, force: boolean, language: Language): Promise<number> {
  const problem = await writeNew(path.resolve(file), file, writeLaw(), {
    cases: [],
    replace: async () => force,
  });
  if (problem) return told(problem, language);
  await print(`${say({ key: 'law.exported', args: { path: file } }, language)}\n`);
  return 0;
}

async function list(
  unchecked: readonly Unchecked[],
  head: Message,
  { format }: LawOptions,
  language: Language,
): Promise<void> {
  const text =
    format === 'json'
      ? JSON.stringify({ version: 1, sources: unchecked }, null, 1)
      : [say(head, language), ...(unchecked.length > 0 ? [uncheckedText(unchecked, language)] : [])].join(
          '\n',
        );
  await print(`${text}\n`);
}

/** After how many months the check of that name speaks in this folder. */
async function configuredMonths(): Promise<number> {
  const cwd = process.cwd();
  const { config } = new Configs(cwd).forFolder(cwd);
  const own = RULES.find(({ meta }) => meta.id === AGE_RULE)?.meta.options?.months;
  return config.settings.rules[AGE_RULE]?.options?.months ?? own ?? 0;
}

function told(problem: Message, language: Language): number {
  note(problem, language);
  return FAILED;
}
