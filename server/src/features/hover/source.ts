/** The card of a legal source: what it says, from when to when, where it stands, and how sure we are of it. */

import { parseDate } from '../../core/dates.js';
import { dateInWords } from '../../core/words/dates.js';
import { type Language, say } from '../../core/words/words.js';
import { lawDay } from '../../knowledge/law-in-use.js';
import { sourceWords } from '../../knowledge/source-words.js';
import { sourceById } from '../../knowledge/sources.js';
import { code } from '../markdown.js';

export function sourceCard(id: string, language: Language): string | undefined {
  const source = sourceById(id);
  const words = sourceWords(id, language);
  if (!source || !words) return undefined;
  const word = (key: string, args?: Record<string, string>) =>
    say({ key: `hover.${key}`, ...(args ? { args } : {}) }, language);
  const day = (text: string | undefined) => {
    const date = parseDate(text);
    return date && dateInWords(date, language, true);
  };
  const from = day(source.inForce?.from);
  const to = day(source.inForce?.to);
  const period = from && to ? 'in-force-from-to' : from ? 'in-force-from' : to ? 'in-force-to' : 'undated';
  const verified = day(source.verified);
  const sure = [
    source.confidence === 'recalled'
      ? word('recalled')
      : verified
        ? word('verified', { date: verified })
        : '',
    words.note ?? '',
    say({ key: 'law-file.as-of', args: { date: lawDay(language) } }, language),
  ].filter((part) => part !== '');
  return [
    `**${words.name}** · ${code(id)}`,
    words.text,
    ...(words.review ? [`${word('review')} ${words.review}`] : []),
    [word(period, { from: from ?? '', to: to ?? '' }), ...sure].join(' '),
    source.url ? `[${word('to-source')}](${source.url})` : (words.where ?? ''),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}
