/** The catalogue of rules as a whole: a table to read, and data for other programs. */

import type { Severity } from '../core/findings.js';
import { type Language, say } from '../core/words/words.js';
import { RULES } from '../generated/rules.js';
import { docsOf, ruleDocs } from './rule-docs.js';

export interface CatalogueEntry {
  readonly id: string;
  readonly group: string;
  readonly severity: Severity;
  /** Off unless the configuration turns it on. */
  readonly off: boolean;
  /** Absent where the rule speaks in cases of every country. */
  readonly jurisdiction?: string;
  readonly options: Readonly<Record<string, number>>;
  readonly sources: readonly string[];
  readonly title: string;
  readonly what: string;
  readonly why: string;
  readonly help: string;
  /** The whole page, in Markdown. */
  readonly markdown: string;
}

export function catalogue(language: Language): readonly CatalogueEntry[] {
  return RULES.map(({ meta }) => {
    const { title = meta.id, what = '', why = '', help = '' } = docsOf(meta.id, language) ?? {};
    return {
      id: meta.id,
      group: meta.group,
      severity: meta.severity,
      off: meta.off ?? false,
      ...(meta.jurisdiction ? { jurisdiction: meta.jurisdiction } : {}),
      options: meta.options,
      sources: meta.sources,
      title,
      what,
      why,
      help,
      markdown: ruleDocs(meta.id, language) ?? '',
    };
  });
}

/** One table a group; `more` adds columns of the caller's own, by their heading. */
export function catalogueTable(
  language: Language,
  more: Readonly<Record<string, (entry: CatalogueEntry) => string>> = {},
): string {
  const word = (key: string) => say({ key: `rule-page.${key}` }, language);
  const entries = catalogue(language);
  const groups = [...new Set(entries.map(({ group }) => group))];
  const heads = ['column-rule', 'column-severity', 'column-what', 'column-options'].map(word);
  const row = (cells: readonly string[]) => `| ${cells.map(cell).join(' | ')} |`;
  const tables = groups.map((group) =>
    [
      `## ${group}`,
      '',
      row([...heads, ...Object.keys(more)]),
      row([...heads, ...Object.keys(more)].map(() => '---')),
      ...entries
        .filter((entry) => entry.group === group)
        .map((entry) =>
          row([
            `\`${entry.id}\``,
            [word(`severity-${entry.severity}`), entry.off ? word('off') : '', entry.jurisdiction ?? '']
              .filter((part) => part !== '')
              .join(', '),
            `**${entry.title}.** ${entry.what}`,
            Object.entries(entry.options)
              .map(([name, value]) => `\`${name}: ${value}\``)
              .join(', '),
            ...Object.values(more).map((column) => column(entry)),
          ]),
        ),
    ].join('\n'),
  );
  return [...tables, word('no-advice')].join('\n\n');
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll(/(?<!\s)\s*\n\s*/g, ' ');
}
