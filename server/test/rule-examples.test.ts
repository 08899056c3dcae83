/** The examples in the documentation of every rule: the bad one makes it speak, the good one doesn't. */

import assert from 'node:assert/strict';
import type { FileState } from '../src/core/files.js';
import { type Migration, withMigrations } from '../src/core/migrations.js';
import type { RuleMeta } from '../src/core/rule.js';
import { docs } from '../src/generated/rule-docs.nl.js';
import { RULES } from '../src/generated/rules.js';
import { withSources } from '../src/knowledge/sources.js';
import type { SourceEntry } from '../src/knowledge/types.js';
import { analyseText, type Options } from '../src/testing/marked.js';

/** An example shows only what matters: here is the least that makes a case file of it. */
function wholeFile(example: string, { id, jurisdiction = 'nl' }: RuleMeta): string {
  const has = (field: string) => new RegExp(`^${field}:`, 'm').test(example);
  const info = Object.entries({
    id: 'voorbeeld',
    title: 'Voorbeeld',
    jurisdiction,
    confidentiality: 'pseudonymised',
    referenceDate: '2024-06-01',
    ...(jurisdiction === 'de' && id !== 'federal-state-missing' ? { federalState: 'DE-SH' } : {}),
  })
    .filter(([field]) => !example.includes(`\n  ${field}:`) || !has('case'))
    .map(([field, value]) => `  ${field}: ${value}\n`)
    .join('');
  const applicant =
    '  - {id: aanvrager, name: Ada, role: applicant, arrivalDate: 2003, pseudonym: true, identityDocuments: none}\n';
  const isWithout = has('persons') && !/role: applicant/.test(example);
  return [
    has('vangnet') ? '' : 'vangnet: 1\n',
    has('case') ? '' : `case:\n${info}`,
    has('persons') ? '' : `persons:\n${applicant}`,
    example
      .replace(/^case:\n/m, `case:\n${info}`)
      .replace(/^persons:\n/m, isWithout ? `persons:\n${applicant}` : '$&'),
  ].join('');
}

const disk = (other: FileState): Options => ({
  files: { stateOf: (path) => (/^(brieven|stukken)\//.test(path) ? 'there' : other) },
});
const reviewed = (today: string): Options => ({
  today,
  settings: { rules: { 'source-needs-review': { severity: 'information' } } },
});

/** What some rules need beside the file. */
const NEEDED: Readonly<Record<string, { readonly bad: Options; readonly good: Options }>> = {
  'file-not-found': { bad: disk('missing'), good: disk('missing') },
  'file-outside-workspace': { bad: disk('outside'), good: disk('outside') },
  'source-needs-review': { bad: reviewed('2028-01-01'), good: reviewed('2027-01-01') },
};

/** A source with a successor, which our data has none of. */
const guideline = (id: string, from: string, supersededBy?: string): SourceEntry => ({
  id,
  jurisdiction: 'nl',
  kind: 'guidance',
  confidence: 'verified',
  inForce: { from },
  ...(supersededBy === undefined ? {} : { supersededBy }),
});
const GUIDELINES = [
  guideline('nl.handreiking-2018', '2018', 'nl.handreiking-2023'),
  guideline('nl.handreiking-2023', '2023'),
];

/** Nor has the format an older version. */
const MIGRATION: Migration = { from: 0, to: 1, edits: () => [] };

describe('the examples in the documentation', () => {
  for (const { meta } of RULES) {
    const file = (example: 'bad' | 'good') => wholeFile(docs[meta.id]?.[example] ?? '', meta);
    const found = (example: 'bad' | 'good') =>
      withMigrations([MIGRATION], () =>
        withSources(GUIDELINES, () => analyseText(file(example), NEEDED[meta.id]?.[example]).findings),
      );
    const spoken = (example: 'bad' | 'good') => found(example).filter(({ rule }) => rule === meta.id);

    it(`${meta.id}: the bad one makes it speak, the good one doesn’t`, () => {
      assert.ok(spoken('bad').length > 0, file('bad'));
      assert.deepEqual(spoken('good'), [], file('good'));
    });

    it(`${meta.id}: nothing else is wrong with them`, () => {
      for (const example of ['bad', 'good'] as const) {
        // What an example refers to may stand outside it.
        const own = [meta.id, 'unknown-reference'];
        const others = found(example).filter(
          ({ rule, severity }) => severity === 'error' && !own.includes(rule),
        );
        assert.deepEqual(
          others.map(({ rule }) => rule),
          [],
          file(example),
        );
      }
    });
  }
});
