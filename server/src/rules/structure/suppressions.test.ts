import assert from 'node:assert/strict';
import { analyseText, checkFix, checkRule, dutchCase } from '../../testing/marked.js';

const KEY = `
persons:
  - id: a
    name: Ada
    role: applicant
`;

function file(above: string, nam = 'nam'): string {
  return `vangnet: 1\ncase: {id: t, title: T, jurisdiction: nl, confidentiality: fictional}\npersons:\n  - id: a\n    name: Ada\n    role: applicant\n${above}    ${nam}: x\n`;
}

describe('suppressions', () => {
  it('silence a rule in the field below', () => {
    checkRule('unknown-key', file('    # vangnet-ignore unknown-key: blijft staan\n'));
    checkRule('unused-suppression', file('    # vangnet-ignore unknown-key: blijft staan\n'));
    const { suppressed } = analyseText(file('    # vangnet-ignore unknown-key: blijft staan\n'));
    assert.deepEqual(
      suppressed.map(({ finding, reason }) => [finding.rule, reason]),
      [['unknown-key', 'blijft staan']],
    );
  });

  it('silence it in all below an item or a section, not beside it', () => {
    const text = (at: string) =>
      `vangnet: 1\ncase: {id: t, title: T, jurisdiction: nl, confidentiality: fictional}\n${at === 'section' ? '# vangnet-ignore unknown-key: r\n' : ''}persons:\n${at === 'item' ? '  # vangnet-ignore unknown-key: r\n' : ''}  - id: a\n    name: Ada\n    role: applicant\n    nam: x\n  - id: b\n    name: Bo\n    role: other\n    nam: y\n`;
    assert.equal(
      analyseText(text('section')).findings.filter(({ rule }) => rule === 'unknown-key').length,
      0,
    );
    assert.equal(analyseText(text('item')).findings.filter(({ rule }) => rule === 'unknown-key').length, 1);
    assert.equal(analyseText(text('')).findings.filter(({ rule }) => rule === 'unknown-key').length, 2);
  });

  it('silence it in the whole file only before the first field', () => {
    assert.equal(analyseText(`# vangnet-ignore-file unknown-key: r\n${file('')}`).findings.length, 0);
    assert.deepEqual(
      analyseText(file('    # vangnet-ignore-file unknown-key: r\n')).findings.map(({ rule }) => rule),
      ['unused-suppression', 'unknown-key'],
    );
  });

  it('are not read inside a text', () => {
    const { findings } = analyseText(
      dutchCase('').replace('title: Test', 'title: "Test # vangnet-ignore nothing"'),
    );
    assert.deepEqual(
      findings.filter(({ rule }) => rule.includes('suppression')),
      [],
    );
  });

  it('that silence nothing are unused', () => {
    checkRule(
      'unused-suppression',
      file(
        '    # vangnet-ignore unknown-key: r\n#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning unused-suppression\n',
        'gender',
      ),
    );
    checkFix(
      'unused-suppression',
      'remove',
      file('    # vangnet-ignore unknown-key: r\n', 'x-note'),
      file('', 'x-note'),
    );
  });

  it('need a rule that exists', () => {
    checkRule(
      'unknown-rule-in-suppression',
      file(
        '    # vangnet-ignore unknown-kee: r\n#                    ^^^^^^^^^^^ error unknown-rule-in-suppression\n',
      ),
    );
    checkFix(
      'unknown-rule-in-suppression',
      'use-unknown-key',
      file('    # vangnet-ignore unknown-kee: r\n'),
      file('    # vangnet-ignore unknown-key: r\n'),
    );
    checkRule(
      'unknown-rule-in-suppression',
      file('    # vangnet-ignore\n#   ^^^^^^^^^^^^^^^^ error unknown-rule-in-suppression\n'),
    );
  });

  it('need a reason', () => {
    checkRule(
      'suppression-without-reason',
      file(
        '    # vangnet-ignore unknown-key\n#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning suppression-without-reason\n',
      ),
    );
    checkRule('suppression-without-reason', file('    # vangnet-ignore unknown-key: omdat\n'));
  });

  it('do not silence what says that a file can not be read', () => {
    const text = `vangnet: 1\n# vangnet-ignore yaml-syntax: r\ncase:\n\tid: x\n${KEY.trimStart()}`;
    assert.ok(analyseText(text).findings.some(({ rule }) => rule === 'yaml-syntax'));
  });
});
