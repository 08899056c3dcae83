/** The outline of vangnet.config.yaml: its fields, and below them what they set. */

import type { CaseDocument } from '../../core/document.js';
import { keyText, type Node, type Pair, pairOf } from '../../core/tree.js';
import type { Language } from '../../core/words/words.js';
import type { ReadConfig } from '../../pipeline/config.js';
import { shapeOf } from '../formats.js';
import type { OutlineSymbol } from '../symbols.js';
import { CONFIG_FORMAT } from './config-format.js';

export function configOutlineOf({ document }: ReadConfig, language: Language): readonly OutlineSymbol[] {
  return document.entries.flatMap(({ key, value, items }) => {
    const last = items?.at(-1);
    const end = last?.node ?? last?.mark ?? value ?? key;
    const own = symbolOf(document, '', { key, value }, language);
    return own.map((symbol) => ({ ...symbol, kind: 'section', end: document.endOf(end) }));
  });
}

function symbolOf(document: CaseDocument, def: string, pair: Pair, language: Language): OutlineSymbol[] {
  const { key, value } = pair;
  const name = keyText(pair);
  if (name === undefined) return [];
  const below = shapeOf(CONFIG_FORMAT, def, name)?.def;
  const start = document.startOf(key);
  return [
    {
      name: CONFIG_FORMAT.words(def, name, language)?.title ?? name,
      detail: settingOf(value, def, name, language),
      kind: 'field',
      start,
      end: document.endOf(value ?? key),
      nameStart: start,
      nameEnd: document.endOf(key),
      children:
        below !== undefined && value?.kind === 'map'
          ? value.pairs.flatMap((inner) => symbolOf(document, below, inner, language))
          : [],
    },
  ];
}

/** What it is set to; of a rule with numbers of its own its severity. */
function settingOf(value: Node | undefined, def: string, name: string, language: Language): string {
  const node = value?.kind === 'map' ? pairOf(value, 'severity')?.value : value;
  if (node?.kind !== 'scalar' || node.value === null) return '';
  const text = node.value === false ? 'off' : String(node.value);
  return CONFIG_FORMAT.words(def, name, language)?.values?.[text]?.title ?? text;
}
