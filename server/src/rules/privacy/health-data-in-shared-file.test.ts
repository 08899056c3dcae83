import assert from 'node:assert/strict';
import { applyFix, checkFix, checkRule, messageOf } from '../../testing/marked.js';

const RULE = 'health-data-in-shared-file';

interface Facts {
  birthDate?: string;
  nationality?: string;
  kind?: string;
  persons?: string;
  confidentiality?: string;
}

function shared(facts: Facts = {}): string {
  const { birthDate = '1986-09-04', nationality = 'IQ', kind = 'medical' } = facts;
  const { persons = '[a]', confidentiality = 'pseudonymised' } = facts;
  return `vangnet: 1
case:
  id: test
  title: Test
  jurisdiction: nl
  confidentiality: ${confidentiality}
persons:
  - id: a
    name: Ada
    role: applicant
    pseudonym: true
    birthDate: ${birthDate}
    nationality: ${nationality}
circumstances:
  - {id: c, kind: ${kind}, title: Klachten, persons: ${persons}}
`;
}

const mark = (text: string, length = 10): string =>
  text.replace(/( {4}birthDate: .*\n)/, `$1#              ${'^'.repeat(length)} information ${RULE}\n`);

describe(RULE, () => {
  it('speaks where birthday, nationality and health come together', () => {
    checkRule(RULE, mark(shared()));
    checkRule(
      RULE,
      `
      vangnet: 1
      case: {id: t, title: Test, jurisdiction: nl, confidentiality: pseudonymised, status: closed}
      persons:
        - {id: a, name: Ada, role: applicant, birthDate: 1986-09-04, nationality: IQ}
      #                                                  ^^^^^^^^^^ information health-data-in-shared-file
        - {id: b, name: Bo, role: child, birthDate: 2010-09-04, nationality: IQ}
      circumstances:
        - {id: c, kind: medical, title: Klachten, persons: [a]}
      `,
    );
    checkRule(RULE, mark(shared({ kind: 'psychological', birthDate: '"1986-09-04"' }), 12));
    checkRule(RULE, mark(shared({ nationality: 'stateless' })));
    checkRule(RULE, mark(shared()).replace('jurisdiction: nl', 'jurisdiction: de'));
  });

  it('is silent where the day is vague, or any of them is missing or unreadable', () => {
    for (const birthDate of [
      '1986-09',
      '1986',
      '1986-09-04~',
      '1986-09-04?',
      '1986-02-30',
      '"{{datum}}"',
      '04-09-1986',
    ])
      checkRule(RULE, shared({ birthDate }));
    for (const nationality of ['unknown', 'QQ', '"{{land}}"', '']) checkRule(RULE, shared({ nationality }));
    for (const kind of ['rooted', 'trauma-here', 'nonsense']) checkRule(RULE, shared({ kind }));
    for (const persons of ['[]', '[b]', 'a']) checkRule(RULE, shared({ persons }));
    checkRule(RULE, shared().replace(', persons: [a]', ''));
    checkRule(RULE, shared().replace(/circumstances:\n.*\n/, ''));
    checkRule(RULE, shared(), { settings: { rules: { [RULE]: { severity: 'off' } } } });
  });

  it('speaks of pseudonymised files only', () => {
    for (const confidentiality of ['real', 'fictional', 'nonsense', ''])
      checkRule(RULE, shared({ confidentiality }));
  });

  it('speaks once for a person, and points at what is about health', () => {
    const two = shared().replace(/( {2}- \{id: c,.*\n)/, (line) => line + line.replace('id: c', 'id: d'));
    const { findings, text, document } = checkRule(RULE, mark(two));
    const related = findings.find(({ rule }) => rule === RULE)?.related ?? [];
    assert.deepEqual(
      related.map(({ at }) => text.slice(document.startOf(at), document.endOf(at))),
      ['medical', 'medical'],
    );
  });

  it('reduces the birth date to the year', () => {
    checkFix(RULE, 'only-year', shared(), shared({ birthDate: '1986' }));
    checkFix(RULE, 'only-year', shared({ birthDate: "'1986-09-04'" }), shared({ birthDate: "'1986'" }));
    const flow = shared().replace(
      /persons:\n[\s\S]*circumstances/,
      'persons: [{id: a, name: Ada, role: applicant, birthDate: 1986-09-04, nationality: IQ}]\ncircumstances',
    );
    assert.match(applyFix(flow, RULE, 'only-year').result, /birthDate: 1986, nationality: IQ\}\]/);
  });

  it('has words', () => {
    assert.equal(
      messageOf(RULE, shared(), 'nl'),
      'Geboortedag, nationaliteit en gezondheid van Ada staan hier bij elkaar. Samen kunnen ze laten zien om wie het gaat, ook onder een andere naam. Het geboortejaar is vaak genoeg.',
    );
    assert.match(
      messageOf(RULE, shared(), 'en'),
      /^Day of birth, nationality and health of Ada stand together here\. /,
    );
    assert.match(
      messageOf(RULE, shared(), 'de'),
      /^Geburtstag, Staatsangehörigkeit und Gesundheit von Ada stehen hier/,
    );
  });
});
