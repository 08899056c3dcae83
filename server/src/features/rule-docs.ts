/** A rule's page in Markdown: what it looks at, why, what helps, an example, and how to silence it. */

import { parseDate } from '../core/dates.js';
import type { RuleDocs } from '../core/rule-docs.js';
import { dateInWords } from '../core/words/dates.js';
import { type PerLanguage, perLanguage } from '../core/words/per-language.js';
import { type Language, say } from '../core/words/words.js';
import { RULES } from '../generated/rules.js';
import { sourceWords } from '../knowledge/source-words.js';
import { sourceById } from '../knowledge/sources.js';

const DOCS: PerLanguage<Readonly<Record<string, RuleDocs>>> = /* @__PURE__ */ perLanguage({
  nl: () => (require('../generated/rule-docs.nl.js') as typeof import('../generated/rule-docs.nl.js')).docs,
  en: () => (require('../generated/rule-docs.en.js') as typeof import('../generated/rule-docs.en.js')).docs,
  de: () => (require('../generated/rule-docs.de.js') as typeof import('../generated/rule-docs.de.js')).docs,
});

export function docsOf(id: string, language: Language): RuleDocs | undefined {
  return DOCS[language][id];
}

export function ruleDocs(id: string, language: Language): string | undefined {
  const page = rulePage(id, language);
  return page && `${page}\n\n---\n\n${say({ key: 'rule-page.no-advice' }, language)}`;
}

/** The page without its closing line, to stand among others. */
export function rulePage(id: string, language: Language): string | undefined {
  const rule = RULES.find(({ meta }) => meta.id === id);
  const docs = DOCS[language][id];
  if (!rule || !docs) return undefined;
  const word = (key: string) => say({ key: `rule-page.${key}` }, language);
  const sources = rule.meta.sources.map((source) => sourceLine(source, language));
  return [
    `# ${docs.title}`,
    `\`${id}\` · ${word(`severity-${rule.meta.severity}`)}`,
    docs.what,
    `## ${word('why')}`,
    docs.why,
    `## ${word('help')}`,
    docs.help,
    `## ${word('example')}`,
    `${word('bad')}\n\n\`\`\`yaml\n${docs.bad.trimEnd()}\n\`\`\``,
    `${word('good')}\n\n\`\`\`yaml\n${docs.good.trimEnd()}\n\`\`\``,
    ...(sources.length > 0 ? [`## ${word('sources')}`, sources.join('\n')] : []),
    `## ${word('silence')}`,
    `\`\`\`yaml\n# vangnet-ignore ${id}: ${word('reason')}\n\`\`\``,
  ].join('\n\n');
}

/** With how sure we are of it. */
export function sourceLine(id: string, language: Language): string {
  const source = sourceById(id);
  const name = sourceWords(id, language)?.name ?? id;
  const day = parseDate(source?.verified);
  const checked = day
    ? ` (${say({ key: 'rule-page.verified' }, language)} ${dateInWords(day, language, true)})`
    : ` (${say({ key: 'rule-page.recalled' }, language)})`;
  return `- ${source?.url ? `[${name}](${source.url})` : name}${checked}`;
}
