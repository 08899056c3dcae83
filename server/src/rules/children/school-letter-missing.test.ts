import assert from 'node:assert/strict';
import { analyseText, applyFix, checkFix, checkRule, dutchCase, messageOf } from '../../testing/marked.js';

const RULE = 'school-letter-missing';
const OTHER_LETTER =
  'letters:\n  - {id: buren, from: {role: neighbour}, status: signed, supports: [groei]}\n';

interface Parts {
  readonly birthDate?: string;
  readonly kind?: string;
  readonly persons?: string;
  readonly evidence?: string;
  readonly mark?: boolean;
  readonly rest?: string;
}

/** Noor, 11 years old on the reference date, and a circumstance of hers; a neighbour has written. */
function growing({
  birthDate = '2012-10',
  kind = 'rooted-child',
  persons = '[noor]',
  evidence = '[buren]',
  mark = false,
  rest = OTHER_LETTER,
}: Parts = {}): string {
  return dutchCase(`  - {id: noor, name: Noor, role: child, birthDate: ${birthDate}}
circumstances:
  - id: groei
${mark ? '#       ^^^^^ warning school-letter-missing\n' : ''}    kind: ${kind}
    title: Opgegroeid
    persons: ${persons}
    evidence: ${evidence}
${rest}`);
}

describe(RULE, () => {
  it('speaks at the circumstance, for both kinds', () => {
    checkRule(RULE, growing({ mark: true }));
    checkRule(RULE, growing({ kind: 'education', mark: true }));
    checkRule(
      RULE,
      growing({ kind: 'education', mark: true }).replace('jurisdiction: nl', 'jurisdiction: de'),
    );
    checkRule(RULE, growing({ kind: 'rooted' }));
    checkRule(RULE, growing({ kind: '"{{soort}}"' }));
    checkRule(RULE, growing({ mark: true }).replace('    evidence: [buren]\n', ''));
  });

  it('is about children of certainly 5 to 17', () => {
    for (const birthDate of ['2019-06-01', '2006-06-02', '2010', '2012~']) {
      checkRule(RULE, growing({ birthDate, mark: true }));
    }
    for (const birthDate of ['2019-06-02', '2019', '2006-06-01', '2006', '2018~', '2012?', '"{{datum}}"']) {
      checkRule(RULE, growing({ birthDate }));
    }
    checkRule(RULE, growing({ birthDate: '2012, deathDate: 2020' }));
    checkRule(RULE, growing({ persons: '[noor, a]', mark: true }));
    checkRule(RULE, growing({ persons: '[a]' }));
    checkRule(RULE, growing({ persons: '[nor]' }));
    checkRule(RULE, growing().replace('    persons: [noor]\n', ''));
  });

  it('is silent with a letter from a school, linked from either side, unless it was refused', () => {
    const letter = (status: string, link: string) =>
      `${OTHER_LETTER}  - {id: brief, from: {role: school}, status: ${status}${link}}\n`;
    checkRule(RULE, growing({ rest: letter('planned', ', supports: [groei]') }));
    checkRule(RULE, growing({ rest: letter('signed', ''), evidence: '[buren, brief]' }));
    checkRule(RULE, growing({ rest: letter('refused', ', supports: [groei]'), mark: true }));
    checkRule(RULE, growing({ rest: letter('signed', ''), mark: true }));
  });

  it('is silent with a document about education, and not with another one', () => {
    const document = (kind: string) =>
      `${OTHER_LETTER}documents:\n  - {id: stuk, kind: ${kind}, title: T, supports: [groei]}\n`;
    checkRule(RULE, growing({ rest: document('educational') }));
    checkRule(RULE, growing({ rest: document('official'), mark: true }));
  });

  it('is silent where a piece may be the one', () => {
    checkRule(RULE, growing({ evidence: '[buren, briev]' }));
    checkRule(RULE, growing({ evidence: 'buren' }));
    for (const link of ['[groi]', '["{{omstandigheid}}"]', 'groei'])
      checkRule(
        RULE,
        growing({
          rest: `${OTHER_LETTER}  - {id: b, from: {role: school}, status: signed, supports: ${link}}\n`,
        }),
      );
    checkRule(
      RULE,
      growing({
        rest: `${OTHER_LETTER}  - {id: b, from: {role: skool}, status: signed, supports: [groei]}\n`,
      }),
    );
    checkRule(
      RULE,
      growing({ rest: `${OTHER_LETTER}documents:\n  - {id: s, kind: x, title: T, supports: [groei]}\n` }),
    );
    checkRule(RULE, growing({ rest: `${OTHER_LETTER}documents: komen nog\n` }));
    checkRule(RULE, growing({ rest: 'letters: komen nog\n' }));
  });

  it('gives way where there is no letter at all, and in closed cases', () => {
    checkRule(RULE, growing({ rest: '', evidence: '[]' }));
    checkRule(RULE, growing().replace('jurisdiction: nl', 'jurisdiction: nl\n  status: closed'));
  });

  it('is about the circumstance, so that rules on its evidence can give way', () => {
    const analysis = analyseText(growing());
    const [finding] = analysis.findings.filter(({ rule }) => rule === RULE);
    assert.equal(finding?.about, analysis.model.circumstances[0]);
  });

  it('names the children', () => {
    assert.equal(
      messageOf(RULE, growing(), 'nl'),
      'Bij deze omstandigheid is er nog geen brief of stuk van de school van Noor. Een school weet uit eigen ervaring hoe het met een kind gaat. Vraag de school om een brief, of koppel een schoolstuk, zoals een rapport.',
    );
    assert.match(messageOf(RULE, growing(), 'en'), /from the school of Noor\./);
    assert.match(messageOf(RULE, growing(), 'de'), /der Schule von Noor\./);
  });

  it('inserts a stub for the school', () => {
    const { result } = applyFix(growing(), RULE, 'insert-stub-school');
    assert.match(
      result,
      /supports: \[groei\]\}\n {2}- id: brief-school\n {4}from:\n {6}role: school\n {4}status: planned\n {4}supports: \[groei\]\n {4}request: >-\n/,
    );
  });

  it('keeps CRLF, four spaces and lists that stand under their key', () => {
    const text = `vangnet: 1
case:
    id: t
    title: T
    jurisdiction: nl
    confidentiality: fictional
    referenceDate: 2024-06-01
persons:
- id: noor
  name: Noor
  role: applicant
  birthDate: 2012
circumstances:
- id: groei
  kind: rooted-child
  title: Opgegroeid
  persons: [noor]
letters:
- id: buren
  from: {role: neighbour}
  status: signed
`.replaceAll('\n', '\r\n');
    const { result } = applyFix(text, RULE, 'insert-stub-school');
    assert.doesNotMatch(result.replaceAll('\r\n', ''), /\n/);
    assert.match(result, /status: signed\r\n- id: brief-school\r\n {2}from:\r\n {6}role: school\r\n/);
  });

  it('names the letter at a circumstance that has no id', () => {
    const text = growing().replace('  - id: groei\n    kind', '  - kind').replace(', supports: [groei]', '');
    const { result } = applyFix(text, RULE, 'insert-stub-school');
    assert.match(result, /\n {4}evidence: \[buren, brief-school\]\n/);
  });

  it('links what the school gave already, first of all where nothing else needs it', () => {
    const fixes = (text: string) => {
      const [finding] = analyseText(text).findings.filter(({ rule }) => rule === RULE);
      return finding?.fixes().map(({ id, preferred }) => (preferred ? `${id} preferred` : id));
    };
    const rest = `${OTHER_LETTER}  - {id: brief, from: {role: school}, status: signed}\n`;
    assert.deepEqual(fixes(growing({ rest })), ['link-brief preferred', 'insert-stub-school']);
    checkFix(RULE, 'link-brief', growing({ rest }), growing({ rest, evidence: '[buren, brief]' }));
    const used = `${OTHER_LETTER}documents:\n  - {id: rapport, kind: educational, title: T, supports: [ev]}\ntimeline:\n  - {id: ev, date: 2020, title: T}\n`;
    assert.deepEqual(fixes(growing({ rest: used })), ['insert-stub-school preferred', 'link-rapport']);
    assert.deepEqual(fixes(growing({ rest: rest.replace('signed}\n', 'refused}\n') })), [
      'insert-stub-school preferred',
    ]);
  });
});
