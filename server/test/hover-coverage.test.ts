/** Nothing without a hover: every field of the format and every value of it, and what stands in cases of all kinds. */

import assert from 'node:assert/strict';
import { descendants } from '../src/core/tree.js';
import { LANGUAGES } from '../src/core/words/words.js';
import { CASE_FORMAT } from '../src/features/formats.js';
import { fieldCard, valueCard } from '../src/features/hover/field.js';
import { hoverAt } from '../src/features/hover/hover.js';
import { placeAt } from '../src/features/place.js';
import { docsOf } from '../src/features/rule-docs.js';
import { withSourceNames } from '../src/features/source-names.js';
import { SOURCES } from '../src/generated/knowledge.js';
import { sourceWords } from '../src/knowledge/source-words.js';
import { analyseText, dutchCase } from '../src/testing/marked.js';
import { SAMPLES } from '../src/testing/texts.js';

interface Field {
  readonly def: string;
  readonly key: string;
  readonly values: readonly string[];
  /** A file in which the field stands with this value. */
  fileWith(value: string): string;
}

/** Every field of the format where a case can have it, nested ones too. */
function* fields(def = '', around: (field: string) => string = (field) => `${field}\n`): Generator<Field> {
  for (const { name, list, def: below, values = [] } of CASE_FORMAT.shapes[def]?.keys ?? []) {
    const wrap = (value: string) => `${name}: ${list ? `[${value}]` : value}`;
    yield { def, key: name, values, fileWith: (value) => around(wrap(value)) };
    if (below !== undefined) yield* fields(below, (field) => around(wrap(`{${field}}`)));
  }
}

/** The hover on the last place where the text stands. */
function hoverOn(file: string, text: string): (language: 'nl' | 'en' | 'de') => string {
  const analysis = analyseText(file);
  const offset = file.lastIndexOf(text) + 1;
  return (language) => hoverAt(analysis, offset, language)?.markdown ?? '';
}

describe('hover is there', () => {
  it('on every field of the format, in every language', () => {
    let count = 0;
    for (const { def, key, fileWith } of fields()) {
      const card = hoverOn(fileWith('x'), `${key}: `);
      for (const language of LANGUAGES) {
        const own = fieldCard(CASE_FORMAT, def, key, language);
        assert.ok(own && card(language).startsWith(own), `${language} ${def}.${key}`);
      }
      count++;
    }
    assert.ok(count > 100, String(count));
  });

  it('on every value to choose from, in every language', () => {
    for (const { def, key, values, fileWith } of fields())
      for (const value of values) {
        const card = hoverOn(fileWith(value), value);
        for (const language of LANGUAGES) {
          const own = valueCard(CASE_FORMAT, def, key, value, language);
          assert.ok(own && card(language).startsWith(own), `${language} ${def}.${key}: ${value}`);
        }
      }
  });

  it('on every source, in every language', () => {
    const ids = SOURCES.map(({ id }) => id);
    const file = `claim:\n  grounds:\n${ids.map((id) => `    - ${id}\n`).join('')}`;
    const analysis = analyseText(file);
    for (const id of ids)
      for (const language of LANGUAGES) {
        const card = hoverAt(analysis, file.indexOf(`- ${id}\n`) + 3, language)?.markdown ?? '';
        assert.ok(card.startsWith(`**${sourceWords(id, language)?.name}**`), `${language} ${id}`);
      }
  });

  it('on every field, choice, date, id, source and ruling of the samples', () => {
    const found = new Map<string, number>();
    const ruled =
      'procedures:\n  - {id: p, kind: asylum, lodged: 2019, remedies: [{id: r, kind: appeal, ruling: ECLI:NL:RVS:2022:285}]}\n';
    for (const text of [...SAMPLES, dutchCase(ruled)]) {
      const analysis = analyseText(text);
      for (const { unit, start } of analysis.document.units)
        for (const node of descendants(unit.root)) {
          const place = node.kind === 'scalar' ? placeAt(analysis, start + node.start) : undefined;
          if (!place || place.key.startsWith('x-')) continue;
          const kind = place.on === 'key' ? 'key' : place.key === 'ruling' ? 'ruling' : place.shape?.kind;
          if (kind === undefined || kind === 'text' || kind === 'file') continue;
          const hover = hoverAt(analysis, start + node.start, 'nl');
          assert.ok(hover, `${place.def}.${place.key} (${kind})`);
          assert.ok(hover.start <= start + node.start && hover.end >= start + node.end);
          found.set(kind, (found.get(kind) ?? 0) + 1);
        }
    }
    for (const kind of ['key', 'enum', 'date', 'id', 'source', 'boolean', 'integer', 'ruling'])
      assert.ok((found.get(kind) ?? 0) > 0, `no ${kind} in the samples`);
  });

  it('wherever a check speaks: why, what helps, and the sources it rests on', () => {
    let count = 0;
    for (const text of SAMPLES) {
      const analysis = analyseText(text);
      for (const { rule, start, end } of analysis.findings)
        for (const offset of [start, end])
          for (const language of LANGUAGES) {
            const card = hoverAt(analysis, offset, language)?.markdown ?? '';
            const docs = docsOf(rule, language);
            const told = docs && `**${docs.title}**\n\n${docs.why}\n\n${docs.help}`;
            assert.ok(told && card.includes(withSourceNames(told, language)), rule);
            count++;
          }
    }
    assert.ok(count > 100, String(count));
  });
});
