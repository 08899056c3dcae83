/** The card of an argument that can be inserted: what it says, and what it rests on. */

import { type Language, say } from '../../core/words/words.js';
import { SNIPPETS } from '../../generated/knowledge.js';
import { sourceWords } from '../../knowledge/source-words.js';
import { CASE_FORMAT } from '../formats.js';
import { valueCard } from './field.js';

export function snippetCard(id: string, language: Language): string | undefined {
  const card = valueCard(CASE_FORMAT, 'argument', 'snippet', id, language);
  const snippet = SNIPPETS.find((candidate) => candidate.id === id);
  const cites = [...(snippet?.cites ?? []), ...(snippet?.variants.flatMap((one) => one.cites ?? []) ?? [])];
  const names = [...new Set(cites)].map((source) => sourceWords(source, language)?.name ?? source);
  const cited = names.length > 0 ? `${say({ key: 'completion.cites' }, language)} ${names.join('; ')}` : '';
  return card && [card, cited].filter(Boolean).join('\n\n');
}
