/** The examples in the documentation of germany/ and privacy/: the bad one makes its rule speak, the good one doesn't. */

import assert from 'node:assert/strict';
import { LANGUAGES } from '../src/core/words/words.js';
import { docs as de } from '../src/generated/rule-docs.de.js';
import { docs as en } from '../src/generated/rule-docs.en.js';
import { docs as nl } from '../src/generated/rule-docs.nl.js';
import { RULES } from '../src/generated/rules.js';
import { analyseText } from '../src/testing/marked.js';

const DOCS = { nl, en, de };
const GROUPS = ['germany', 'privacy'] as const;

/** The example as part of the smallest file in which it can stand. */
function inFile(example: string, jurisdiction: 'nl' | 'de'): string {
  const info = [
    '  id: beispiel',
    '  title: Beispiel',
    `  jurisdiction: ${jurisdiction}`,
    '  confidentiality: fictional',
  ];
  const missing = info.filter((line) => !example.includes(`\n  ${line.trim().split(':')[0]}:`));
  const head = /^case:\n/m.test(example) ? '' : `case:\n${info.join('\n')}\n`;
  const persons = /^persons:/m.test(example)
    ? ''
    : 'persons:\n  - {id: karim, name: Karim, role: applicant, pseudonym: true, identityDocuments: none}\n';
  const own =
    head === ''
      ? example.replace(/^case:\n/m, `case:\n${missing.map((line) => `${line}\n`).join('')}`)
      : example;
  return `vangnet: 1\n${head}${persons}${own}`;
}

function rulesIn(text: string): string[] {
  return analyseText(text).findings.map(({ rule }) => rule);
}

for (const group of GROUPS)
  describe(`examples of ${group}/`, () => {
    for (const { meta } of RULES.filter((rule) => rule.meta.group === group))
      it(meta.id, () => {
        const jurisdiction = group === 'germany' ? 'de' : 'nl';
        for (const language of LANGUAGES) {
          const { bad = '', good = '' } = DOCS[language][meta.id] ?? {};
          const told = rulesIn(inFile(bad, jurisdiction));
          assert.ok(told.includes(meta.id), `${language}: ${inFile(bad, jurisdiction)}`);
          assert.ok(!rulesIn(inFile(good, jurisdiction)).includes(meta.id), language);
          assert.ok(!told.includes('yaml-syntax') && !told.includes('unknown-key'), told.join(' '));
        }
      });
  });
