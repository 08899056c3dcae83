/** What is shown of a rule: why it speaks and what helps, with the sources it rests on. */

import { type Language, say } from '../../core/words/words.js';
import { RULES } from '../../generated/rules.js';
import { code } from '../markdown.js';
import { docsOf, sourceLine } from '../rule-docs.js';
import { withSourceNames } from '../source-names.js';

/** In short what the rule is, for whoever has to choose one. */
export function ruleCard(id: string, language: Language): string | undefined {
  const docs = docsOf(id, language);
  const meta = metaOf(id);
  if (!docs || !meta) return undefined;
  const word = (key: string) => say({ key: `rule-page.${key}` }, language);
  const facts = [`**${docs.title}**`, code(id), word(`severity-${meta.severity}`)];
  if (meta.off) facts.push(word('off'));
  return withSourceNames([facts.join(' · '), docs.what, docs.why, docs.help].join('\n\n'), language);
}

/** Why it speaks where it does: the message itself is shown by the editor. */
export function reasonCard(id: string, language: Language): string | undefined {
  const docs = docsOf(id, language);
  if (!docs) return undefined;
  const sources = (metaOf(id)?.sources ?? []).map((source) => sourceLine(source, language));
  const told = withSourceNames([`**${docs.title}**`, docs.why, docs.help].join('\n\n'), language);
  return [told, ...(sources.length > 0 ? [sources.join('\n')] : [])].join('\n\n');
}

function metaOf(id: string) {
  return RULES.find(({ meta }) => meta.id === id)?.meta;
}
