/** Is it XML as the standard has it? Throws with the place where it isn't. */

import { SaxesParser } from 'saxes';

export function assertWellFormed(xml: string): void {
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(xml).close();
}

/** The texts of all elements with this name, in their order. */
export function textsOf(xml: string, name: string): string[] {
  const parser = new SaxesParser();
  const texts: string[] = [];
  let depth = 0;
  parser.on('opentag', (tag) => {
    if (tag.name === name && depth++ === 0) texts.push('');
  });
  parser.on('closetag', (tag) => {
    if (tag.name === name) depth--;
  });
  parser.on('text', (text) => {
    if (depth > 0) texts[texts.length - 1] += text;
  });
  parser.write(xml).close();
  return texts;
}
