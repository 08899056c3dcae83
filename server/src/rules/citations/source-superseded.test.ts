import assert from 'node:assert/strict';
import { withSources } from '../../knowledge/sources.js';
import type { SourceEntry } from '../../knowledge/types.js';
import { analyseText, checkFix, checkRule, dutchCase, messageOf } from '../../testing/marked.js';

const RULE = 'source-superseded';

const entry = (id: string, from: string | undefined, more: Partial<SourceEntry> = {}): SourceEntry => ({
  id,
  jurisdiction: 'nl',
  kind: 'publication',
  confidence: 'verified',
  ...(from === undefined ? {} : { inForce: { from } }),
  ...more,
});

/** A catalogue that only this test knows; the reference date of the case is 2024-06-01. */
function known(run: () => void, old: Partial<SourceEntry> = {}, from: string | undefined = '2023-05'): void {
  withSources(
    [entry('nl.proef-1', '2018', { supersededBy: 'nl.proef-2', ...old }), entry('nl.proef-2', from)],
    run,
  );
}

const citing = (cites: string): string =>
  dutchCase(`arguments:\n  - id: arg\n    title: T\n    text: T\n    cites: ${cites}\n`);
const speaking = (cites: string): string =>
  `${citing(cites)}#           ^^^^^^^^^^ information source-superseded\n`;

describe(RULE, () => {
  it('speaks at a citation whose successor is from before the reference date', () => {
    known(() => checkRule(RULE, speaking('[nl.proef-1]')));
    known(() => checkRule(RULE, speaking('[nl.proef-1]')), { kind: 'policy' });
    known(() => checkRule(RULE, speaking('[nl.proef-1]')), { kind: 'guidance' });
    known(() =>
      checkRule(
        RULE,
        speaking('[nl.proef-1]').replace('jurisdiction: nl', 'jurisdiction: nl\n  status: closed'),
      ),
    );
  });

  it('is silent at the successor, and without one', () => {
    known(() => checkRule(RULE, citing('[nl.proef-2, nl.awb.3-4-2, "https://example.org"]')));
    known(() => checkRule(RULE, citing('[nl.proef-1]')), { supersededBy: 'nl.weg' });
    checkRule(RULE, citing('[nl.dtv.schrijnend, nl.ind.visie-2019]'));
  });

  it('is silent where the successor came later, or nobody knows when', () => {
    for (const from of ['2024-06-01', '2024-06', '2024', '2025-01-01', undefined])
      withSources(
        [entry('nl.proef-1', '2018', { supersededBy: 'nl.proef-2' }), entry('nl.proef-2', from)],
        () => checkRule(RULE, citing('[nl.proef-1]')),
      );
    known(() => checkRule(RULE, citing('[nl.proef-1]').replace('2024-06-01', '2024?')));
    known(() => checkRule(RULE, citing('[nl.proef-1]').replace('2024-06-01', '1-6-2024')));
    known(() => checkRule(RULE, speaking('[nl.proef-1]').replace('  referenceDate: 2024-06-01\n', '')));
  });

  it('says nothing of law, rulings and grounds', () => {
    for (const kind of ['statute', 'treaty', 'directive', 'ruling'])
      known(() => checkRule(RULE, citing('[nl.proef-1]')), { kind });
    known(() => checkRule(RULE, citing('[nl.proef-1]')), { ground: true });
    known(() => checkRule(RULE, dutchCase('claim:\n  id: v\n  kind: deferral\n  grounds: [nl.proef-1]\n')));
  });

  it('follows the chain to the newest of that day', () => {
    const chain = (...last: readonly SourceEntry[]) => [
      entry('nl.proef-1', '2010', { supersededBy: 'nl.proef-2' }),
      entry('nl.proef-2', '2015', { supersededBy: 'nl.proef-3' }),
      ...last,
    ];
    const successor = (last: SourceEntry) =>
      withSources(chain(last), () => messageOf(RULE, citing('[nl.proef-1]'), 'nl'));
    assert.match(successor(entry('nl.proef-3', '2020')), /opvolger: ‘nl\.proef-3’/);
    assert.match(successor(entry('nl.proef-3', '2025')), /opvolger: ‘nl\.proef-2’/);
    assert.match(successor(entry('nl.proef-3', '2020', { supersededBy: 'nl.proef-1' })), /‘nl\.proef-3’/);
  });

  it('cites the successor instead', () => {
    known(() =>
      checkFix(RULE, 'use-successor', citing('[echr.8, nl.proef-1]'), citing('[echr.8, nl.proef-2]')),
    );
    known(() => {
      const fixes = analyseText(citing('[nl.proef-1, nl.proef-2]'))
        .findings.filter(({ rule }) => rule === RULE)
        .map((finding) => finding.fixes());
      assert.deepEqual(fixes, [[]]);
    });
  });

  it('has words', () => {
    known(() => {
      assert.equal(
        messageOf(RULE, citing('[nl.proef-1]'), 'nl'),
        'Van de bron ‘nl.proef-1’ is er een opvolger: ‘nl.proef-2’. De oude zegt misschien niet meer hoe er nu over wordt gedacht. Noem de nieuwe, en kijk of het argument er nog bij past.',
      );
      assert.match(messageOf(RULE, citing('[nl.proef-1]'), 'en'), /has a successor: ‘nl\.proef-2’\./);
      assert.match(messageOf(RULE, citing('[nl.proef-1]'), 'de'), /eine Nachfolgerin: „nl\.proef-2“\./);
    });
  });
});
