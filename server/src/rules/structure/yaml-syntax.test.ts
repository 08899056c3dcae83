import assert from 'node:assert/strict';
import { applyEdits } from '../../core/edits/draft.js';
import { say } from '../../core/words/words.js';
import { analyseText, applyFix, checkAll, checkFix, checkRule, messageOf } from '../../testing/marked.js';

const RULE = 'yaml-syntax';
const HEAD = `vangnet: 1
case:
  id: test
  title: Test
  jurisdiction: nl
  confidentiality: fictional
persons:
  - id: a
    name: Ada
    role: applicant
`;

describe(RULE, () => {
  it('speaks of a tab, a missing space, an unclosed quote, at the spot', () => {
    checkRule(
      RULE,
      `${HEAD.replace('  id: test', '\tid: test\n^ error yaml-syntax')}`.replace('  title', '  title'),
    );
    checkRule(RULE, `${HEAD}    gender:f\n#   ^^^^^^^ error yaml-syntax\n    birthDate: 1986\n`);
    checkRule(RULE, HEAD.replace('title: Test', 'title: "Test\n#        ^^^^^ error yaml-syntax'));
  });

  it('reads the rest of the file', () => {
    checkRule(
      'unknown-key',
      `${HEAD.replace('title: Test', 'title: "Test')}    arival: 2003\n#   ^^^^^^ error unknown-key\n`,
    );
  });

  it('speaks of a colon in a text, and of two documents', () => {
    checkRule(
      RULE,
      HEAD.replace('title: Test', "title: Sem'on: verblijf\n#        ^^^^^^^^^^^^^^^^ error yaml-syntax"),
    );
    checkRule(RULE, `${HEAD}---\n^^^ error yaml-syntax\nvangnet: 1\n`);
  });

  it('speaks of line ends of very old computers, also where they make the file look empty', () => {
    const old = (text: string) => applyFix(text.replaceAll('\n', '\r'), RULE, 'line-ends').result;
    assert.equal(old(HEAD), HEAD);
    assert.equal(old(`# hallo\n${HEAD}`), `# hallo\n${HEAD}`);
    const empty = analyseText(`# hallo\r${HEAD.replaceAll('\n', '\r')}`);
    assert.deepEqual(
      empty.findings.map(({ rule, message }) => `${rule} ${message.key}`),
      ['yaml-syntax yaml-syntax.old-line-ends'],
    );
    const one = HEAD.replace('id: test\n', 'id: test # hier\r').replaceAll('\n', '\r\n');
    assert.equal(applyFix(one, RULE, 'line-ends').result, one.replace('\r  title', '\r\n  title'));
  });

  it('is silent at text that YAML can read', () => {
    checkRule(RULE, `---\n# hallo\n${HEAD}`);
  });

  it('says what a tab is in the words of LANGUAGE.md', () => {
    const message = messageOf(RULE, HEAD.replace('  id: test', '\tid: test'), 'nl');
    if (message !== 'Deze regel begint met een tab. Gebruik spaties om te laten inspringen.')
      throw new Error(message);
  });

  it('turns tabs into spaces, quotes texts, closes quotes', () => {
    checkFix(RULE, 'tabs-to-spaces', HEAD.replace('  id: test', '\tid: test'), HEAD);
    checkFix(
      RULE,
      'close-quote',
      HEAD.replace('title: Test', 'title: "Test'),
      HEAD.replace('title: Test', 'title: "Test"'),
    );
    checkFix(
      RULE,
      'quote-text',
      HEAD.replace('title: Test', 'title: A: b'),
      HEAD.replace('title: Test', 'title: "A: b"'),
    );
  });

  it('keeps the distances of lines that begin with a tab', () => {
    const persons = (lines: string) => HEAD.replace(/ {2}- id[\s\S]*/, lines);
    checkFix(RULE, 'tabs-to-spaces', persons('\t- id: a\n\t  name: Ada\n\t  role: applicant\n'), HEAD);
    checkFix(RULE, 'tabs-to-spaces', persons('  - id: a\n\tname: Ada\n\trole: applicant\n'), HEAD);
    checkRule('missing-key', persons('  - id: a\n\tname: Ada\n\trole: applicant\n'));
  });

  it('speaks once of a text that is not closed within brackets', () => {
    const file = (name: string) =>
      `${HEAD}letters:\n  - id: l\n    from: {name: ${name}, role: mayor}\n    status: planned\n`;
    checkRule(RULE, file('"X').replace('mayor}\n', 'mayor}\n#                ^^ error yaml-syntax\n'));
    checkFix(RULE, 'close-quote', file('"X'), file('"X"'));
  });

  it('speaks of a bracket too many, and of a text that begins with brackets', () => {
    const claim = (grounds: string) => `${HEAD}claim:\n  id: v\n  grounds: ${grounds}\n  kind: deferral\n`;
    checkRule(RULE, claim('[nl.vw.14]]').replace(']]\n', ']]\n#                    ^ error yaml-syntax\n'));
    checkFix(RULE, 'remove-bracket', claim('[nl.vw.14]]'), claim('[nl.vw.14]'));
    checkRule(RULE, HEAD.replace('Test', '[sic] zo\n#        ^^^^^^^^ error yaml-syntax'));
    checkFix(
      RULE,
      'quote-text',
      HEAD.replace('Test', '{{naam}} te X'),
      HEAD.replace('Test', '"{{naam}} te X"'),
    );
  });

  it('speaks once of lines that are out of line together', () => {
    const persons = (pad: string) => HEAD.replace('    name: Ada\n    role', `${pad}name: Ada\n${pad}role`);
    for (const pad of ['   ', '     ', '  ']) {
      const width = pad.length;
      checkRule(
        RULE,
        persons(pad).replace('Ada\n', `Ada\n#${' '.repeat(width - 1)}^^^^ error yaml-syntax\n`),
      );
      checkFix(RULE, 'indent-like-neighbours', persons(pad), HEAD);
    }
    const { fix } = applyFix(persons('   '), RULE, 'indent-like-neighbours');
    assert.equal(say(fix.title, 'nl'), 'Met 4 spaties laten inspringen');
  });

  it('speaks at a dash without a space, once for each', () => {
    const persons = (dash: string, pad: string) =>
      HEAD.replace(
        / {2}- id[\s\S]*/,
        `  ${dash}id: a\n${pad}name: Ada\n${pad}role: applicant\n  ${dash}id: b\n${pad}name: Bo\n${pad}role: other\n`,
      );
    checkAll(persons('-', '   ').replaceAll(/-id: .\n/g, '$&# ^ error yaml-syntax\n'));
    const { result } = applyFix(persons('-', '   '), RULE, 'space-after-dash');
    checkFix(RULE, 'space-after-dash', result, persons('- ', '    '));
  });

  it('moves words behind > to the text below them', () => {
    checkFix(
      RULE,
      'move-down',
      HEAD.replace('title: Test', 'title: Test\n  summary: >- Een\n    verhaal.'),
      HEAD.replace('title: Test', 'title: Test\n  summary: >-\n    Een\n    verhaal.'),
    );
    checkFix(RULE, 'quote-text', HEAD.replace('Test', '> Een'), HEAD.replace('Test', '"> Een"'));
  });

  it('quotes a text without losing its own quotation marks', () => {
    const quoted = (from: string, to: string) =>
      checkFix(RULE, 'quote-text', HEAD.replace('Test', from), HEAD.replace('Test', to));
    quoted("'Sem'on'", '"Sem\'on"');
    quoted('"Sem" zei hij', '"\\"Sem\\" zei hij"');
    quoted('"Sem" en "Afia"', '"\\"Sem\\" en \\"Afia\\""');
    quoted('*belangrijk*', '"*belangrijk*"');
  });

  it('speaks once of a field without a colon, and not of what stands below it', () => {
    checkAll(
      `${HEAD}timeline:\n  - id: e\n    date: 2013\n    title: T\n    persons: [a]\nletters\n^^^^^^^ error yaml-syntax\n  - id: l\n    from: {role: mayor}\n    status: planned\n`,
    );
    checkAll(`${HEAD}    traits\n#   ^^^^^^ error yaml-syntax\n      - isolated\n    gender: f\n`);
  });
});

describe('characters that can’t be seen', () => {
  const second = '  - id: q\n    name: Q\n    role: child\n';
  const letters = 'letters:\n  - id: l\n    from: {role: school}\n    status: planned\n';
  const places: [where: string, broken: string, mended: string][] = [
    ['for the indentation of an item', `\u00A0\u00A0${second.slice(2)}`, second],
    ['before a dash', second.replace('- id', '\u200B- id'), second],
    ['before the indentation of an item', `\u200B${second}`, second],
    ['behind a dash', second.replace('- id', '-\u00A0id'), second],
    ['before the first field of an item', second.replace('- id', '- \u200Bid'), second],
    ['for the indentation of a field', second.replace('    name', '\u00A0\u00A0\u00A0\u00A0name'), second],
    ['in the indentation of a field', second.replace('    name', '  \u00A0 name'), second],
    ['before a field', second.replace('name', '\uFEFFname'), second],
    ['in the name of a field', second.replace('name', 'na\u00ADme'), second],
    ['before a colon', second.replace('name', 'name\u2060'), second],
    ['for the space behind a colon', second.replace('name: ', 'name:\u00A0'), second],
    ['in the place of the space behind a colon', second.replace('name: ', 'name:\u200B'), second],
    ['before a section', `\u200B${letters}`, letters],
    ['between brackets', letters.replace('{role', '{\u200Brole'), letters],
  ];
  for (const [where, broken, mended] of places)
    it(`${where} are found alone, and their fix is safe`, () => {
      const persons = HEAD + mended;
      const text = persons.replace(mended, broken);
      assert.notEqual(text, persons);
      const found = analyseText(text).findings.filter(
        ({ severity, start }) => severity === 'error' && start >= text.indexOf(broken),
      );
      assert.deepEqual(
        found.map(({ rule }) => rule),
        ['yaml-syntax'],
      );
      const [fix] = found[0]?.fixes() ?? [];
      assert.ok(fix?.safe);
      assert.equal(applyEdits(text, fix.edits), persons);
    });

  it('are left alone in texts, quotes and comments', () => {
    const text = `# zie\u00A0hier\n${HEAD}claim:\n  id: v\n  kind: deferral\n  request: >-\n    art.\u00A03:\u00A0x\u200B\n`;
    assert.ok(!analyseText(text).findings.some(({ rule }) => rule === 'yaml-syntax'));
  });
});
