import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { count, sayCounts } from '../../src/counts.js';
import { LANGUAGES, WORDS } from '../../src/words.js';

const read = (file: string): string => readFileSync(join(process.cwd(), file), 'utf8');
const parse = (file: string): unknown => JSON.parse(read(file));

describe('nothing is left untranslated', () => {
  /** The same word in two or three of the languages; everything else that is the same was forgotten. */
  const SAME = new Set(['Automatisch', 'Person', 'Procedure', 'Argument', 'Text (Markdown)']);

  it('among the words of the client', () => {
    for (const [key, words] of Object.entries(WORDS)) {
      const said = LANGUAGES.map((language) => words[language]);
      for (const one of said) assert.match(one, /^\S(?:.*\S)?$/, key);
      const different = new Set(said.filter((one) => !SAME.has(one)));
      assert.equal(
        different.size,
        said.filter((one) => !SAME.has(one)).length,
        `${key}: ${said.join(' | ')}`,
      );
    }
  });

  it('among the texts of the manifest', () => {
    const [english, ...others] = ['package.nls.json', 'package.nls.nl.json', 'package.nls.de.json'].map(
      (file) => parse(file) as Record<string, string>,
    );
    for (const other of others)
      for (const [key, text] of Object.entries(other)) assert.notEqual(text, english?.[key], key);
  });

  it('in the manifest itself, where every text that a person reads is a name for one', () => {
    const { contributes, description, capabilities } = parse('package.json') as Record<string, unknown>;
    const rest = { ...(contributes as Record<string, unknown>) };
    // Made from tables in three languages (scripts/manifest.mjs); and what names a pattern is no text.
    for (const made of ['commands', 'submenus', 'viewsWelcome', 'walkthroughs', 'problemPatterns'])
      delete rest[made];
    const texts = textsIn({ description, capabilities, ...rest });
    assert.ok(texts.length > 10, `${texts.length} texts`);
    for (const text of texts) assert.match(text, /^(?:%[\w.]+%|Vangnet|vangnet(?:-watch)?)$/);
  });

  it('among the titles of the commands', () => {
    for (const { id, title } of parse('client/src/commands.table.json') as {
      id: string;
      title: Record<string, string>;
    }[])
      assert.equal(new Set(LANGUAGES.map((language) => title[language])).size, LANGUAGES.length, id);
  });

  it('in the code, which shows no sentence of its own', () => {
    const SHOWN =
      /\bshow\w*Message\(\s*['"`]|\b(?:title|placeHolder|prompt|detail|label|tooltip|text)\s*[:=]\s*['"]/;
    for (const file of readdirSync(join(process.cwd(), 'client/src')).filter((name) => name.endsWith('.ts')))
      for (const line of read(`client/src/${file}`).split('\n')) assert.doesNotMatch(line, SHOWN, file);
  });

  /** What VS Code shows of a manifest: by the names of its keys. */
  function textsIn(value: unknown, key = ''): string[] {
    if (Array.isArray(value)) {
      // Of the names of a language the first is shown.
      const shown = key === 'aliases' ? value.slice(0, 1) : value;
      return shown.flatMap((one) => textsIn(one, key));
    }
    if (typeof value === 'object' && value !== null)
      return Object.entries(value).flatMap(([name, inner]) => textsIn(inner, name));
    const isShown = /^(?:title|label|name|aliases|contents|.*[dD]escriptions?|displayName)$/.test(key);
    return isShown && typeof value === 'string' ? [value] : [];
  }
});

describe('counts', () => {
  it('are said gravest first, in the words of each language', () => {
    const counts = count([0, 1, 1, 2, 3, 3, 3]);
    assert.deepEqual(counts, [1, 2, 1, 3]);
    assert.equal(sayCounts(counts, 'nl'), '1 aanpassen · 2 let op · 1 ter informatie · 3 suggesties');
    assert.equal(sayCounts(counts, 'en'), '1 to correct · 2 caution · 1 information · 3 suggestions');
    assert.equal(sayCounts(counts, 'de', ', '), '1 zu korrigieren, 2 Achtung, 1 Hinweis, 3 Vorschläge');
  });

  it('leave out what there is none of, and say where there is nothing', () => {
    assert.equal(sayCounts(count([3]), 'de'), '1 Vorschlag');
    assert.equal(sayCounts(count([]), 'nl'), 'geen opmerkingen');
  });
});
