/** `vangnet explain` and `vangnet rules`: what is checked, to read and as data. */

import { nearest } from '../core/nearest.js';
import { type Language, say } from '../core/words/words.js';
import { catalogue, catalogueTable } from '../features/catalogue.js';
import { ruleDocs } from '../features/rule-docs.js';
import { printable } from './printable.js';

/** The exit code: 2 where there is no such rule. */
export function explain(rule: string, language: Language): number {
  const page = ruleDocs(rule, language);
  if (page !== undefined) {
    process.stdout.write(`${page}\n`);
    return 0;
  }
  const [meant] = nearest(
    rule,
    catalogue(language).map(({ id }) => id),
  );
  const message = meant
    ? { key: 'cli.no-such-rule-meant', args: { rule, meant } }
    : { key: 'cli.no-such-rule', args: { rule } };
  process.stderr.write(`vangnet: ${printable(say(message, language))}\n`);
  return 2;
}

export function rules(format: 'md' | 'json', language: Language): void {
  const text =
    format === 'json'
      ? JSON.stringify({ version: 1, rules: catalogue(language) }, null, 1)
      : catalogueTable(language);
  process.stdout.write(`${text}\n`);
}
