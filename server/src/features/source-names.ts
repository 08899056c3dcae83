/** Legal sources by the name that a lawyer calls them by, in the place of their ids. */

import { type Language, say } from '../core/words/words.js';
import { sourceById } from '../knowledge/sources.js';

export function linkToSource(id: string, language: Language): string {
  const source = sourceById(id);
  const name = source ? say({ key: `source.${id}` }, language) : id;
  return source?.url ? `[${name}](${source.url})` : name;
}

/** Markdown that cites sources by id, such as ‘their interest counts (crc.3)’, with their names instead. */
export function withSourceNames(markdown: string, language: Language): string {
  return markdown.replace(/(?<![\w`.-])[a-z]{2,4}(?:\.[\w-]+)+/g, (id) =>
    // They mostly stand in brackets, which would stand in brackets again.
    sourceById(id) ? say({ key: `source.${id}` }, language).replace(/ \(([^()]*)\)$/, ', $1') : id,
  );
}
