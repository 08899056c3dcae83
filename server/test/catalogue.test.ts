/** The catalogue of rules against the contract: ids, documentation, tests. */

import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { LANGUAGES } from '../src/core/words/words.js';
import { ruleDocs } from '../src/features/rule-docs.js';
import { docs as de } from '../src/generated/rule-docs.de.js';
import { docs as en } from '../src/generated/rule-docs.en.js';
import { docs as nl } from '../src/generated/rule-docs.nl.js';
import { RULES } from '../src/generated/rules.js';
import { sourceById } from '../src/knowledge/sources.js';

const CONTRACT = readFileSync('server/test/rule-ids.txt', 'utf8').trim().split('\n');
const DOCS = { nl, en, de };

describe('the catalogue of rules', () => {
  it('has unique ids, all of the contract', () => {
    const ids = RULES.map(({ meta }) => meta.id);
    assert.equal(new Set(ids).size, ids.length);
    assert.deepEqual(
      ids.filter((id) => !CONTRACT.includes(id)),
      [],
    );
  });

  it('holds every check that stands in the folders', () => {
    const files = readdirSync('server/src/rules', { recursive: true })
      .map(String)
      .filter((file) => file.endsWith('.yaml'));
    assert.equal(RULES.length, files.length);
  });

  for (const { meta } of RULES) {
    describe(meta.id, () => {
      it('is documented in three languages, with sources that exist', () => {
        for (const language of LANGUAGES) {
          const { title, what, why, help, bad, good } = DOCS[language][meta.id] ?? {};
          for (const text of [title, what, why, help, bad, good])
            assert.ok(text && text.trim() !== '', language);
          assert.match(ruleDocs(meta.id, language) ?? '', /```yaml/);
        }
        for (const source of meta.sources) assert.ok(sourceById(source), source);
      });

      it('gives way only to rules of the contract', () => {
        for (const id of [...meta.silencedBy.file, ...meta.silencedBy.item])
          assert.ok(CONTRACT.includes(id), id);
      });

      it('has tests of its own', () => {
        const own = `server/src/rules/${meta.group}/${meta.id}.test.ts`;
        const file = existsSync(own) ? own : 'server/src/rules/structure/suppressions.test.ts';
        const text = readFileSync(file, 'utf8');
        assert.ok(text.includes(meta.id) || text.includes('RULE'), `${file} does not name it`);
        assert.ok((text.match(/\bit\(/g)?.length ?? 0) >= 2, `${file} has too few tests`);
        assert.match(
          text,
          /\^+ +(?:error|warning|information|hint) /,
          `${file} shows no place where it speaks`,
        );
      });
    });
  }
});
