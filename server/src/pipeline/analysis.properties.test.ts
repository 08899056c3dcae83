/** What holds of every analysis: brought up to date it is the same as from scratch, and it never changes. */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits } from '../core/edits/draft.js';
import { LANGUAGES, say } from '../core/words/words.js';
import { editStep } from '../testing/edit-scripts.js';
import { dutchCase } from '../testing/marked.js';
import { runs } from '../testing/properties.js';
import { ODD, SAMPLES, versionsOf, workedOn } from '../testing/texts.js';
import { type Analysis, analyse, DEFAULT_SETTINGS, type Inputs } from './analysis.js';

const TODAY = 20_781; // 2026-11-24
const INPUTS: Inputs = { settings: DEFAULT_SETTINGS, today: TODAY };

/** Everything that a person could see of it, and every edit that could be made. */
function shown(analysis: Analysis): unknown {
  const { document } = analysis;
  const finding = (found: Analysis['findings'][number]) => ({
    rule: found.rule,
    severity: found.severity,
    range: document.lines.range(found.start, found.end),
    messages: LANGUAGES.map((language) => say(found.message, language)),
    related: found.related?.map(({ at, message }) => [document.range(at), say(message, 'nl')]),
    tags: found.tags,
    fixes: found.fixes().map(({ title, ...fix }) => ({ title: say(title, 'nl'), ...fix })),
  });
  return {
    findings: analysis.findings.map(finding),
    suppressed: analysis.suppressed.map(({ finding: found, reason }) => [finding(found), reason]),
  };
}

function assertSameAsFresh(analysis: Analysis): void {
  assert.deepEqual(shown(analysis), shown(analyse(analysis.text, analysis.inputs)));
}

/** Each text analysed with the help of the one before it. */
function chain(texts: readonly string[], inputs: readonly Inputs[] = [INPUTS]): Analysis[] {
  const analyses: Analysis[] = [];
  for (const [index, text] of texts.entries())
    analyses.push(analyse(text, inputs[index % inputs.length] as Inputs, analyses.at(-1)));
  return analyses;
}

const script = fc.tuple(workedOn, fc.array(editStep, { minLength: 1, maxLength: 4 }));

describe('every analysis', function () {
  // Other work on the machine may slow it down: a hang is told by the clock of the whole suite.
  this.timeout(120_000);

  it('is the same brought up to date as from scratch, asked at once', () => {
    fc.assert(
      fc.property(script, ([start, steps]) => {
        let before: Analysis | undefined;
        for (const text of versionsOf(start, steps)) {
          before = analyse(text, INPUTS, before);
          assertSameAsFresh(before);
        }
      }),
      runs(25, 34),
    );
  });

  it('is the same when asked only after newer ones were made, and when asked again', () => {
    fc.assert(
      fc.property(script, ([start, steps]) => {
        const analyses = chain(versionsOf(start, steps));
        const first = analyses.map(shown);
        for (const analysis of analyses) assertSameAsFresh(analysis);
        assert.deepEqual(analyses.map(shown), first);
      }),
      runs(15, 36),
    );
  });

  const OTHERS: Inputs[] = [
    INPUTS,
    { ...INPUTS, today: TODAY + 800 },
    {
      ...INPUTS,
      settings: {
        rules: { 'first-procedure-only': { severity: 'off' }, 'unknown-key': { severity: 'hint' } },
      },
    },
    {
      ...INPUTS,
      settings: {
        rules: { 'unexplained-gap': { options: { months: 1 } }, 'missing-key': { severity: 'off' } },
      },
    },
    { ...INPUTS, files: { stateOf: () => 'missing' } },
  ];

  it('is the same after a change of settings, of the day, or of what is known of files', () => {
    fc.assert(
      fc.property(script, ([start, steps]) => {
        for (const analysis of chain(versionsOf(start, steps), OTHERS)) assertSameAsFresh(analysis);
      }),
      runs(10, 623),
    );
  });

  it('is another where nothing but the settings, the day, or what is known of files is', () => {
    // No reference date: today decides.
    const text = dutchCase(
      'timeline:\n  - {id: v, from: 2015-01-01, to: 2023-01-31, title: T}\n  - {id: w, from: 2023-08-01, to: 2028, title: T}\ndocuments:\n  - {id: d, kind: other, titel: T, file: d.pdf}\n',
    ).replace(/^ *referenceDate:.*\n/m, '');
    let before: Analysis | undefined;
    for (const inputs of OTHERS.slice(1).flatMap((others) => [INPUTS, others])) {
      const analysis = analyse(text, inputs, before);
      assertSameAsFresh(analysis);
      if (before) assert.notDeepEqual(shown(analysis), shown(before));
      before = analysis;
    }
  });

  it('speaks of places on one line inside the file, in an order that is the same every time', () => {
    fc.assert(
      fc.property(script, ([start, steps]) => {
        const analysis = analyse(versionsOf(start, steps).at(-1) as string, INPUTS);
        let last = 0;
        for (const { start, end, rule } of analysis.findings) {
          assert.ok(start >= last && end >= start && end <= analysis.text.length, rule);
          last = start;
          const range = analysis.document.lines.range(start, end);
          assert.equal(range.start.line, range.end.line, rule);
        }
      }),
      runs(25, 64),
    );
  });

  it('offers fixes that leave a file which YAML can read so, and mend one that it can’t', () => {
    const unreadable = (text: string) =>
      analyse(text, INPUTS).findings.filter(({ rule }) => rule === 'yaml-syntax' || rule === 'alias-cycle')
        .length;
    fc.assert(
      fc.property(script, fc.nat(), ([start, steps], pick) => {
        const text = versionsOf(start, steps).at(-1) as string;
        const { findings } = analyse(text, INPUTS);
        const found = findings[pick % Math.max(1, findings.length)];
        const broken = unreadable(text);
        if (!found || broken > 1) return;
        for (const fix of found.fixes()) {
          const result = applyEdits(text, fix.edits);
          if (broken === 0 || found.rule === 'yaml-syntax')
            assert.equal(unreadable(result), 0, `${found.rule} ${fix.id}:\n${JSON.stringify(fix.edits)}`);
        }
      }),
      runs(80, 651),
    );
  });

  it('reads anew what stands behind an alias, whichever section it is in', () => {
    const versions = [
      ODD,
      ODD.replace('&jaar 1980', '&jaar 2031'),
      ODD.replace('&staat planned', '&staat plannd'),
      ODD.replace('&steun [c1, c2]', '&steun [c1, c3]'),
      ODD.replace('&naam', '&name'),
      ODD.replace('&brieven', ''),
      ODD,
    ];
    for (const analysis of chain(versions)) assertSameAsFresh(analysis);
  });

  it('reads the items of a list as something else where the list gets another name', () => {
    const named = (section: string) =>
      dutchCase(`${section}:\n  - id: b\n    titel: T\n    fil: x.pdf\n    frm: mayor\n    dat: 2020\n`);
    const names = ['letters', 'documents', 'timeline', 'arguments', 'circumstances', 'letters'];
    for (const analysis of chain(names.map(named))) assertSameAsFresh(analysis);
  });

  it('keeps equal items apart, however many there come to be', () => {
    const equal = (count: number) =>
      dutchCase(`letters:\n${'  - id: b\n    from: {role: mayor}\n    statu: planned\n'.repeat(count)}`);
    for (const analysis of chain([2, 3, 5, 1, 4].map(equal))) assertSameAsFresh(analysis);
  });

  it('takes a wrong reference for a slip of the ids that there are now', () => {
    const named = (id: string) =>
      dutchCase(
        `circumstances:\n  - {id: ${id}, kind: rooted, title: T}\ndocuments:\n  - {id: d, kind: other, title: T, supports: [werkk]}\n`,
      );
    // Not compared with a fresh one: what is near is kept for all files.
    const told = chain(['werk', 'huis', 'werkkk'].map(named)).map(
      (analysis) => analysis.findings.find(({ rule }) => rule === 'unknown-reference')?.message,
    );
    assert.deepEqual(
      told.map((message) => [message?.key, message?.args?.meant]),
      [
        ['unknown-reference.misspelt', 'werk'],
        ['unknown-reference.unknown', undefined],
        ['unknown-reference.misspelt', 'werkkk'],
      ],
    );
  });

  it('knows of a section as little as can be read of its items', () => {
    const item = (text: string) =>
      dutchCase(
        `circumstances:\n  - {id: c, kind: rooted, title: T, persons: [a]}\nletters:\n${text}\ndocuments: []\n`,
      );
    const broken = [
      `  - ${'['.repeat(2000)}`,
      '  - @x',
      '  - "open',
      '  - [a',
      '  - {a: "b',
      '  - %',
      '  - `x',
    ];
    const sound = '  - {id: b, from: {role: mayor}, status: planned}';
    for (const analysis of chain(broken.flatMap((one) => [sound, one]).map(item)))
      assertSameAsFresh(analysis);
  });

  it('forgets no change inside a list below a field that stands twice', () => {
    const double = (second: string) =>
      dutchCase(
        `letters:\n  - id: b\n    from: {role: mayor}\n    status: planned\nletters:\n  - id: b\n    from: {role: mayor}\n    status: ${second}\n`,
      );
    for (const analysis of chain([double('planned'), double('received'), double('planned')]))
      assertSameAsFresh(analysis);
  });

  it('reads what is beside aliases that stand for too much, before and after they do', () => {
    const bomb = (levels: number) =>
      ['x-0: &a0 [1, 2, 3, 4, 5, 6, 7, 8, 9]']
        .concat(Array.from({ length: levels }, (_, n) => `x-${n + 1}: &a${n + 1} [${`*a${n}, `.repeat(9)}]`))
        .join('\n');
    const text = (levels: number) =>
      `${dutchCase('letters:\n  - id: b\n    form: {role: mayor}\n')}${bomb(levels)}\n`;
    const analyses = chain([text(1), text(8), text(1)]);
    for (const analysis of analyses) {
      assertSameAsFresh(analysis);
      assert.ok(analysis.findings.some(({ rule }) => rule === 'unknown-key'));
    }
    assert.ok(analyses[1]?.findings.some(({ message }) => message.key === 'yaml-syntax.too-many-aliases'));
  });

  it('runs a rule again only where something changed that it reads', () => {
    const text = SAMPLES.find((sample) => sample.includes('arguments:')) as string;
    const [before, after] = chain([text, text.replace('arguments:', 'arguments: # x')]) as [
      Analysis,
      Analysis,
    ];
    assert.equal(after.runOf('remedy-late'), before.runOf('remedy-late'));
    assert.notEqual(after.runOf('yaml-syntax'), before.runOf('yaml-syntax'));
  });
});
