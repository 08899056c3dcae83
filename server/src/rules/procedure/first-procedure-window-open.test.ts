import assert from 'node:assert/strict';
import { applyFix, checkFix, checkRule, dutchCase, messageOf } from '../../testing/marked.js';

const RULE = 'first-procedure-window-open';

/** An asylum procedure of 2023 (in a file of 1 June 2024), a circumstance, and what the test adds. */
const open = (
  claim: string,
  { lodged = '2023-05-08', rest = 'outcome: pending', circumstance = true, kind = 'asylum' } = {},
): string =>
  `${dutchCase(`
    procedures:
      - id: asiel
        kind: ${kind}
        lodged: ${lodged}
        ${rest}
      - id: later
        kind: discretionary-request
        lodged: 2024-02-01
  `)}${circumstance ? 'circumstances:\n  - id: circ\n    kind: bereavement\n    title: Verlies\n' : ''}${claim}`;

const CLAIM = 'claim:\n  id: verzoek\n  kind: residence-on-hardship\n';
/** The same with the claim's key marked. */
const MARKED = CLAIM.replace('\n', `\n^^^^^ warning ${RULE}\n`);
/** Without a claim the first field is the place. */
const atTop = (text: string): string => text.replace('\n', `\n^^^^^^^ warning ${RULE}\n`);

describe(RULE, () => {
  it('speaks at raisedIn, at the claim, and without a claim at the first field', () => {
    checkRule(RULE, open(`${CLAIM}  raisedIn: [later]\n#           ^^^^^^^ warning ${RULE}\n`));
    checkRule(RULE, open(MARKED));
    checkRule(RULE, atTop(open('')));
  });

  it('is silent where the claim names it, alone or with others', () => {
    checkRule(RULE, open(`${CLAIM}  raisedIn: [asiel]\n`));
    checkRule(RULE, open(`${CLAIM}  raisedIn: [later, asiel]\n`));
  });

  it('asks for a first procedure of 1 May 2019 or later, certainly', () => {
    checkRule(RULE, open(MARKED, { lodged: '2019-05-01' }));
    checkRule(RULE, open(CLAIM, { lodged: '2019-04-30' }));
    checkRule(RULE, open(CLAIM, { lodged: '2019' }));
    checkRule(RULE, open(CLAIM, { lodged: '2019-05-01~' }));
    checkRule(RULE, open(CLAIM, { lodged: '2023?' }));
    checkRule(RULE, open(CLAIM, { lodged: '"{{datum}}"' }));
    checkRule(RULE, open(CLAIM, { kind: 'extension' }));
    checkRule(RULE, open(CLAIM, { rest: 'persons: [b]' }));
    // Whose the other one is can't be read: it may be the first.
    const other = '      - {id: q, kind: regular, lodged: 2018, persons: "{{wie}}"}\n';
    checkRule(RULE, open(CLAIM, { rest: `outcome: pending\n${other}`.trimEnd() }));
    checkRule(
      RULE,
      open(MARKED, { rest: `outcome: pending\n${other.replace('"{{wie}}"', '[b]')}`.trimEnd() }),
    );
  });

  it('asks that it has certainly not ended', () => {
    const ended = 'decided: 2024-03-01\n        outcome: rejected';
    checkRule(RULE, open(CLAIM, { rest: ended }));
    checkRule(RULE, open(CLAIM, { rest: 'outcome: granted' }));
    checkRule(RULE, open(CLAIM, { rest: 'outcome: rejected' }));
    checkRule(RULE, open(CLAIM, { rest: 'decided: 2024-05\n        outcome: rejected' }));
    checkRule(RULE, open(MARKED, { rest: 'decided: 2024-05-20\n        outcome: rejected' }));
    checkRule(
      RULE,
      open(MARKED, {
        rest: `${ended}\n        remedies:\n          - {id: b, kind: appeal, lodged: 2024-03-20}`,
      }),
    );
    checkRule(RULE, open(CLAIM, { rest: `${ended}\n        remedies: "{{beroep}}"` }));
  });

  it('needs circumstances, and a claim that can be read', () => {
    checkRule(RULE, open(CLAIM, { circumstance: false }));
    checkRule(RULE, open('claim: komt nog\n'));
    checkRule(RULE, open(`${CLAIM}  raisedIn: "{{procedure}}"\n`));
    checkRule(RULE, open(`${CLAIM}  raisedIn: asiel\n`));
    checkRule(RULE, open(`${CLAIM}  raisdIn: [asiel]\n`));
    checkRule(RULE, open(CLAIM.replace('claim', 'cliam')));
    checkRule(RULE, atTop(open('x-claim: later\n')));
    checkRule(RULE, open(CLAIM).replace(/ {2}- id: circ[\s\S]*?title: Verlies/, '  -'));
    // A slip of the procedure's name is told as such.
    checkRule(RULE, open(`${CLAIM}  raisedIn: [asiell]\n`));
    checkRule(RULE, open(CLAIM).replace('circumstances:\n  -', 'circumstances: nog niet\nx-oud:\n  -'));
  });

  it('is silent in Germany, in a closed case, and where it is off', () => {
    checkRule(RULE, open(CLAIM).replace('jurisdiction: nl', 'jurisdiction: de'));
    checkRule(RULE, open(CLAIM).replace('  referenceDate', '  status: closed\n  referenceDate'));
    checkRule(RULE, open(CLAIM), { settings: { rules: { [RULE]: { severity: 'off' } } } });
  });

  it('names the first procedure in the claim', () => {
    checkFix(
      RULE,
      'add-raised-in',
      open(`${CLAIM}  raisedIn: [later] # nu\n`),
      open(`${CLAIM}  raisedIn: [later, asiel] # nu\n`),
    );
    checkFix(RULE, 'add-raised-in', open(CLAIM), open(`${CLAIM}  raisedIn: [asiel]\n`));
    checkFix(
      RULE,
      'add-raised-in',
      open(`${CLAIM}  raisedIn:\n  - later\n  scope: any-time\n`),
      open(`${CLAIM}  raisedIn:\n  - later\n  - asiel\n  scope: any-time\n`),
    );
  });

  it('inserts a claim that is raised in it', () => {
    const { result } = applyFix(open(''), RULE, 'insert-claim');
    checkRule(RULE, result);
    assert.match(
      result,
      /\nclaim:\n {2}id: verzoek\n {2}kind: residence-on-hardship\n {2}raisedIn: \[asiel\]\n {2}scope: any-time\n {2}addressedTo: ind-director\n {2}grounds: \[nl\.vb\.3\.6ba, eu\.return-directive\.6-4\]\n {2}circumstances: \[circ\]\n/,
    );
  });

  it('points at the first procedure', () => {
    const { findings, document, text } = checkRule(RULE, open(MARKED));
    const at = findings.find(({ rule }) => rule === RULE)?.related?.[0]?.at;
    assert.equal(at && text.slice(document.startOf(at), document.endOf(at)), 'asiel');
  });

  it('has words', () => {
    assert.equal(
      messageOf(RULE, open(CLAIM), 'nl'),
      'De eerste procedure is nog niet afgelopen, maar het verzoek noemt die niet bij ‘raisedIn’ (naar voren gebracht in). Alleen tot die procedure eindigt, let de IND ambtshalve op schrijnendheid (art. 3.6ba Vb). Voer die daarom nu aan: uitdrukkelijk, met redenen en met bewijs.',
    );
    assert.match(
      messageOf(RULE, open(''), 'en'),
      /^The first procedure has not ended yet, but there is no claim\. /,
    );
    const later = open(`${CLAIM}  lodged: 2025-08-27\n`);
    assert.match(
      messageOf(RULE, later, 'nl'),
      /bewijs\. Volgens de Raad van State heeft de minister de bevoegdheid nog steeds, maar of die later wordt gebruikt, is onzeker; controleer de uitspraak\.$/,
    );
    assert.match(
      messageOf(RULE, later, 'de'),
      /Nachweisen\. Nach Ansicht des Raad van State hat der Minister/,
    );
  });
});
