/** The examples in the documentation of the rules on evidence, children, counter-arguments and citations. */

import assert from 'node:assert/strict';
import type { FileState } from '../src/core/files.js';
import { docs } from '../src/generated/rule-docs.nl.js';
import { RULES } from '../src/generated/rules.js';
import { withSources } from '../src/knowledge/sources.js';
import type { SourceEntry } from '../src/knowledge/types.js';
import { analyseText, type Options } from '../src/testing/marked.js';

const GROUPS = ['evidence', 'children', 'counterarguments', 'citations'];

/** An example shows only what matters: here is the least that makes a case file of it. */
function wholeFile(example: string): string {
  const head = '  id: voorbeeld\n  title: Voorbeeld\n  jurisdiction: nl\n  confidentiality: fictional\n';
  const applicant = '  - {id: aanvrager, name: Ada, role: applicant}\n';
  const body = /^case:\n/m.test(example)
    ? example.replace(/^case:\n/m, `case:\n${head}`)
    : `case:\n${head}  referenceDate: 2024-06-01\n${example}`;
  if (!/^persons:\n/m.test(body)) return `vangnet: 1\n${body}persons:\n${applicant}`;
  return `vangnet: 1\n${/role: applicant/.test(body) ? body : body.replace(/^persons:\n/m, `persons:\n${applicant}`)}`;
}

const disk = (other: FileState): Options => ({
  files: { stateOf: (path) => (/^(brieven|stukken)\//.test(path) ? 'there' : other) },
});

/** What some rules need beside the file. */
const NEEDED: Readonly<Record<string, { readonly bad: Options; readonly good: Options }>> = {
  'file-not-found': { bad: disk('missing'), good: disk('missing') },
  'file-outside-workspace': { bad: disk('outside'), good: disk('outside') },
  'source-needs-review': {
    bad: { today: '2028-01-01', settings: { rules: { 'source-needs-review': { severity: 'information' } } } },
    good: {
      today: '2027-01-01',
      settings: { rules: { 'source-needs-review': { severity: 'information' } } },
    },
  },
};

const guideline = (id: string, from: string, supersededBy?: string): SourceEntry => ({
  id,
  jurisdiction: 'nl',
  kind: 'guidance',
  confidence: 'verified',
  inForce: { from },
  ...(supersededBy === undefined ? {} : { supersededBy }),
});

describe('the examples of rules on evidence, children, counter-arguments and citations', () => {
  for (const { meta } of RULES.filter(({ meta }) => GROUPS.includes(meta.group))) {
    const found = (example: 'bad' | 'good') =>
      withSources(
        [
          guideline('nl.handreiking-2018', '2018', 'nl.handreiking-2023'),
          guideline('nl.handreiking-2023', '2023'),
        ],
        () => analyseText(wholeFile(docs[meta.id]?.[example] ?? ''), NEEDED[meta.id]?.[example]).findings,
      );
    const errors = (example: 'bad' | 'good') =>
      found(example).flatMap(({ rule, severity }) => (severity === 'error' ? [rule] : []));

    it(`${meta.id}: the one speaks, the other doesn't`, () => {
      assert.equal(found('bad').filter(({ rule }) => rule === meta.id).length, 1, docs[meta.id]?.bad);
      assert.deepEqual(
        found('good').filter(({ rule }) => rule === meta.id),
        [],
        docs[meta.id]?.good,
      );
    });

    it(`${meta.id}: nothing else is wrong with them`, () => {
      assert.deepEqual(
        errors('bad').filter((rule) => rule !== meta.id),
        [],
      );
      assert.deepEqual(errors('good'), []);
    });
  }
});
