import assert from 'node:assert/strict';
import { checkRule, dutchCase, messageOf } from '../../testing/marked.js';

const RULE = 'child-without-circumstance';

interface Parts {
  readonly birthDate?: string;
  readonly persons?: string;
  readonly mark?: boolean;
}

function withChild({ birthDate = '2012-10', persons = '[a]', mark = false }: Parts = {}): string {
  return dutchCase(`  - id: noor
${mark ? '#       ^^^^ information child-without-circumstance\n' : ''}    name: Noor
    role: child
    birthDate: ${birthDate}
circumstances:
  - {id: ziek, kind: medical, title: Ziek, persons: [a]}
  - {id: hier, kind: rooted, title: Hier, persons: ${persons}}
`);
}

describe(RULE, () => {
  it('speaks at each child whom no circumstance names', () => {
    checkRule(RULE, withChild({ mark: true }));
    checkRule(RULE, withChild({ mark: true }).replace(', persons: [a]', ''));
    checkRule(RULE, withChild({ mark: true }).replace('jurisdiction: nl', 'jurisdiction: de'));
    checkRule(
      RULE,
      `${dutchCase('')}  - {id: noor, name: Noor, role: child, birthDate: 2012}
#        ^^^^ information child-without-circumstance
  - {id: sem, name: Sem, role: sibling, birthDate: 2014}
#        ^^^ information child-without-circumstance
`,
    );
  });

  it('is silent where one names the child', () => {
    checkRule(RULE, withChild({ persons: '[a, noor]' }));
  });

  it('is silent where one may name the child', () => {
    for (const persons of ['[nor]', '["{{kind}}"]', 'noor', '[Noor]', ''])
      checkRule(RULE, withChild({ persons }));
    checkRule(RULE, withChild().replace(/circumstances:\n(?:.*\n)*$/, 'circumstances: volgen\n'));
    checkRule(RULE, withChild({ persons: '[iemand-anders]', mark: true }));
  });

  it('counts who is certainly a child on the reference date, and alive', () => {
    for (const birthDate of [
      '2006',
      '2006-06-01',
      '2012?',
      '2025',
      '2012\n    deathDate: 2020',
      '"{{datum}}"',
    ])
      checkRule(RULE, withChild({ birthDate }));
    checkRule(RULE, withChild({ birthDate: '2006-06-02', mark: true }));
    checkRule(RULE, withChild({ birthDate: '2024', mark: true }));
    checkRule(RULE, withChild().replace('    birthDate: 2012-10\n', ''));
    checkRule(RULE, withChild({ birthDate: '2006-01', mark: true }).replace('2024-06-01', '2023-06-01'));
  });

  it('is silent in closed cases', () => {
    checkRule(RULE, withChild().replace('jurisdiction: nl', 'jurisdiction: nl\n  status: closed'));
  });

  it('has words', () => {
    assert.equal(
      messageOf(RULE, withChild(), 'nl'),
      'Noor komt in geen van de omstandigheden voor. Bij alle maatregelen die kinderen betreffen, is hun belang de eerste overweging (art. 3 IVRK), en hier staat nog niet wat er voor dit kind op het spel staat. Noem het kind bij ‘persons’ (om wie het gaat) van een omstandigheid, of voeg er een toe.',
    );
    assert.match(messageOf(RULE, withChild(), 'en'), /^Noor is not named in any circumstance\./);
    assert.match(messageOf(RULE, withChild(), 'de'), /^Noor kommt in keinem der Umstände vor\./);
  });
});
