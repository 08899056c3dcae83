/** `vangnet explain` and `vangnet rules`: what is checked, to read and as data. */

import { nearest } from '../core/nearest.js';
import type { Language } from '../core/words/words.js';
import { catalogue, catalogueTable } from '../features/catalogue.js';
import { ruleDocs } from '../features/rule-docs.js';
import { note, print } from './stdout.js';

/** The exit code: 2 where there is no such rule. */
export async function explain(rule: string, language: Language): Promise<number> {
  const page = ruleDocs(rule, language);
  if (page !== undefined) {
    await print(`${page}\n`);
    return 0;
  }
  const [meant] = nearest(
    rule,
    catalogue(language).map(({ id }) => id),
  );
  const message = meant
    ? { key: 'cli.no-such-rule-meant', args: { rule, meant } }
    : { key: 'cli.no-such-rule', args: { rule } };
  note(message, language);
  return 2;
}

export async function rules(format: 'md' | 'json', language: Language): Promise<void> {
  const text =
    format === 'json'
      ? JSON.stringify({ version: 1, rules: catalogue(language) }, null, 1)
      : catalogueTable(language);
  await print(`${text}\n`);
}
