import assert from 'node:assert/strict';
import { say } from '../../core/words/words.js';
import { analyseText, applyFix, checkFix, checkRule, dutchCase, messageOf } from '../../testing/marked.js';

const RULE = 'return-directive-unused';

function claimed(grounds: string, { status = 'no-residence-right', rest = '', head = '' } = {}): string {
  return dutchCase(`${head}claim:\n  id: v\n  kind: deferral\n  grounds: ${grounds}\n${rest}`).replace(
    'role: applicant',
    `role: applicant\n    status: ${status}`,
  );
}

const MARK = `#          ^^^^^^^^ information ${RULE}\n`;

describe(RULE, () => {
  it('speaks at the grounds of someone without right of residence', () => {
    checkRule(RULE, claimed('[echr.8]', { rest: MARK }));
    checkRule(RULE, claimed('[echr.8]', { rest: MARK, status: 'enforceably-obliged-to-leave' }));
    checkRule(
      RULE,
      claimed('\n    - echr.8 # eerst\n    - echr.3').replace(
        '  grounds: \n',
        `  grounds: \n# ^^^^^^^ information ${RULE}\n`,
      ),
    );
  });

  it('is silent for others, on the Directive itself, without grounds, and in a German case', () => {
    for (const status of ['application-pending', 'tolerated', 'residence-permit', 'unknown', 'weg'])
      checkRule(RULE, claimed('[echr.8]', { status }));
    checkRule(RULE, claimed('[echr.8]').replace('role: applicant', 'role: parent'));
    checkRule(RULE, claimed('[echr.8, eu.return-directive.6-4]'));
    checkRule(RULE, claimed('[]'));
    checkRule(RULE, claimed('[echr.8]').replace('jurisdiction: nl', 'jurisdiction: de'));
  });

  it('is silent where a ground may be anything, or can not be read', () => {
    for (const grounds of [
      '[echr.8, "ECLI:NL:RVS:2022:285"]',
      '[echr.8, "https://eur-lex.europa.eu/x"]',
      '[echr.8, eu.return-directive.64]',
      '[echr.8, "{{rechtsgrond}}"]',
      '[echr.8, 3]',
      'echr.8',
    ])
      checkRule(RULE, claimed(grounds));
  });

  it('is silent before the Directive applied', () => {
    checkRule(RULE, claimed('[echr.8]', { rest: '  lodged: 2010-12-23\n' }));
    checkRule(RULE, claimed('[echr.8]', { rest: `${MARK}  lodged: 2010-12-24\n` }));
  });

  it('adds the ground and its argument', () => {
    const { result } = applyFix(claimed('[echr.8]'), RULE, 'add-ground');
    assert.match(result, /\n {2}grounds: \[echr\.8, eu\.return-directive\.6-4\]\narguments:\n/);
    assert.match(result, /snippet: return-directive-any-moment\n/);
    assert.match(result, /cites: \[eu\.return-directive\.6-4\]/);
  });

  it('adds the ground alone where the argument is there, or the arguments can not be read', () => {
    const own =
      'arguments:\n  - {id: arg, snippet: return-directive-any-moment, title: T, text: X, cites: [echr.8]}\n';
    checkFix(
      RULE,
      'add-ground',
      claimed('[echr.8]', { rest: own }),
      claimed('[echr.8, eu.return-directive.6-4]', { rest: own }),
    );
    checkFix(
      RULE,
      'add-ground',
      claimed('\n    - echr.8', { rest: 'arguments: later\n' }),
      claimed('\n    - echr.8\n    - eu.return-directive.6-4', { rest: 'arguments: later\n' }),
    );
  });

  it('says in the title that it stands in the alternative while a first decision on asylum is awaited', () => {
    const title = (head: string) =>
      say(
        analyseText(claimed('[echr.8]', { head }))
          .findings.find(({ rule }) => rule === RULE)
          ?.fixes()[0]?.title ?? { key: '' },
        'nl',
      );
    assert.equal(title(''), 'Rechtsgrond ‘art. 6 lid 4 Terugkeerrichtlijn’ toevoegen, met argument');
    assert.equal(
      title('procedures:\n  - {id: p, kind: asylum, lodged: 2024-01-01}\n'),
      'Rechtsgrond ‘art. 6 lid 4 Terugkeerrichtlijn’ subsidiair toevoegen, met argument, zolang op de asielaanvraag nog niet is beslist',
    );
  });

  it('has words', () => {
    assert.equal(
      messageOf(RULE, claimed('[echr.8]'), 'nl'),
      'Dit verzoek steunt nog niet op art. 6 lid 4 van de Terugkeerrichtlijn. Volgens die bepaling mag een lidstaat op elk moment om humanitaire redenen verblijf geven aan iemand zonder verblijfsrecht, zoals Ada; een plicht is het niet. Noem haar als rechtsgrond, met een argument.',
    );
  });
});
