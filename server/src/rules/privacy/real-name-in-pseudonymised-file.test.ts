import assert from 'node:assert/strict';
import { analyseText, applyFix, checkFix, checkRule, messageOf } from '../../testing/marked.js';

const RULE = 'real-name-in-pseudonymised-file';

function shared(body: string, head = ''): string {
  return `vangnet: 1
case:
  id: test
  title: Test
  jurisdiction: nl
  confidentiality: pseudonymised
${head}${body}`;
}

/** A file with one applicant of this name. */
function named(name: string, more = ''): string {
  return shared(`persons:\n  - id: a\n    name: ${name}\n    role: applicant\n${more}`);
}

/** The text of the file after the first person is renamed. */
function renamed(text: string): string {
  return applyFix(text, RULE, 'rename').result;
}

describe(RULE, () => {
  it('names a person whose name is not said to be a pseudonym', () => {
    checkRule(
      RULE,
      shared(`persons:
  - {id: a, name: Ada, role: applicant}
#                 ^^^ warning ${RULE}
  - {id: b, name: "Sem'on", role: other, pseudonym: false}
#                 ^^^^^^^^ warning ${RULE}
  - {id: c, name: Afia, role: child, pseudonym: true}
  - {id: d, name: Oma Truus, role: other}
#                 ^^^^^^^^^ warning ${RULE}
`),
    );
  });

  it('is silent where the name says only what someone is to another', () => {
    const names = [
      'Moeder van Ada',
      '"Moeder van Sem\'on"',
      'mother',
      'Vater',
      'broer',
      'jongste zus',
      'Tochter von Ada',
      'Mutter der Antragstellerin',
      'Vater des Kindes',
      'Mother of Ada',
      "Ada's mother",
      'Mother-in-law',
      'stepfather',
      'Schwiegermutter',
      'schoonmoeder',
      'Kind 2',
      'Kind A.',
      'Vader en moeder',
      'de oudste zoon',
      'haar jongere halfbroer',
      'Moeder (overleden)',
      'leiblicher Vater',
      'aanvrager',
    ];
    for (const name of names) checkRule(RULE, named(name));
    checkRule(
      RULE,
      shared(`persons:
  - {id: a, name: Ada, role: applicant, pseudonym: true}
  - {id: b, name: Adas Mutter, role: parent}
  - {id: c, name: "Sem'on", role: co-applicant, pseudonym: true}
  - {id: d, name: "Sem'ons moeder", role: parent}
`),
    );
  });

  it('speaks of names that only begin or end like a relation', () => {
    for (const name of [
      'Mother Teresa',
      'Hans Vater',
      'Tante Fatima',
      'Moedertje',
      'Zusanne',
      'Vadim',
      'Halbert',
      'Ons',
    ])
      checkRule(RULE, named(`${name}\n#         ${'^'.repeat(name.length)} warning ${RULE}`));
  });

  it('is silent in other files and where it is not known', () => {
    for (const confidentiality of ['real', 'fictional', 'nonsense', '"{{vertrouwelijkheid}}"'])
      checkRule(RULE, named('Ada').replace('pseudonymised', confidentiality));
    for (const name of ['"{{naam}}"', '', '12', '[Ada]']) checkRule(RULE, named(name));
    for (const pseudonym of ['ja', '', '"{{pseudoniem}}"', 'true'])
      checkRule(RULE, named('Ada', `    pseudonym: ${pseudonym}\n`));
    checkRule(RULE, named('Ada'), { settings: { rules: { [RULE]: { severity: 'off' } } } });
  });

  it('says that it is one', () => {
    checkFix(RULE, 'mark', named('Ada'), named('Ada', '    pseudonym: true\n'));
    checkFix(
      RULE,
      'mark',
      named('Ada', '    pseudonym: false # nog na te gaan\n'),
      named('Ada', '    pseudonym: true # nog na te gaan\n'),
    );
    checkFix(
      RULE,
      'mark',
      shared('persons: [{id: a, name: Ada, role: applicant}]\n'),
      shared('persons: [{id: a, name: Ada, role: applicant, pseudonym: true}]\n'),
    );
  });

  it('gives the person another name everywhere, never in ids, keys, paths, sources and addresses', () => {
    checkFix(
      RULE,
      'rename',
      `
      # Zaak van Ada; zie brief-ada en Ada@example.org
      vangnet: 1
      case:
        id: ada
        title: "Ada’s verblijf"
        jurisdiction: nl
        confidentiality: pseudonymised
        summary: >-
          Ada kwam in 2015. Adas zus heet Adam; de moeder van
          Ada woont in Kaapstad (ADA).
      persons:
        - id: ada
          name: Ada # Ada dus
          role: applicant
        - {id: moeder-Ada, name: Moeder van Ada, role: parent}
      letters:
        - id: brief-ada
          from: {name: 'Ada''s buurman', role: neighbour}
          status: planned
          file: brieven/Ada.pdf
      arguments:
        - {id: arg, title: "Wie is \\"Ada\\"?", text: Ada-dossier, cites: ["https://example.org/Ada"]}
      x-Ada: Ada
      `,
      `
      # Zaak van Robin; zie brief-ada en Ada@example.org
      vangnet: 1
      case:
        id: ada
        title: "Robins verblijf"
        jurisdiction: nl
        confidentiality: pseudonymised
        summary: >-
          Robin kwam in 2015. Robins zus heet Adam; de moeder van
          Robin woont in Kaapstad (ROBIN).
      persons:
        - id: ada
          name: Robin # Robin dus
          role: applicant
          pseudonym: true
        - {id: moeder-Ada, name: Moeder van Robin, role: parent}
      letters:
        - id: brief-ada
          from: {name: 'Robins buurman', role: neighbour}
          status: planned
          file: brieven/Ada.pdf
      arguments:
        - {id: arg, title: "Wie is \\"Robin\\"?", text: Robin-dossier, cites: ["https://example.org/Ada"]}
      x-Ada: Robin
      `,
    );
  });

  it('knows a name with an apostrophe however it is written', () => {
    const text = renamed(
      named(
        `"Sem'on"`,
        `claim:\n  id: v\n  kind: deferral\n  request: >-\n    Sem'ons zaak, van Sem’on (SEM'ON).\nx-a: 'Sem''on en Sem''ons'\nx-b: "Sem\\x27on"\n`,
      ),
    );
    assert.match(text, /request: >-\n {4}Robins zaak, van Robin \(ROBIN\)\./);
    assert.match(text, /x-a: 'Robin en Robins'\nx-b: "Robin"\n/);
    assert.doesNotMatch(text, /on['’]|['’]on/i);
  });

  it('writes possessives as the language of the file does', () => {
    const text = (language: string) =>
      renamed(
        shared(
          'persons:\n  - {id: a, name: Hans, role: applicant}\nx-a: Hans’ zus, ‘Hans’ en Hans’.\n',
          `  language: ${language}\n`,
        ),
      );
    assert.match(text('nl'), /x-a: Robins zus, ‘Robin’ en Robin’\.\n/);
    assert.match(text('de'), /x-a: Robins zus, /);
    assert.match(text('en'), /x-a: Robin’s zus, ‘Robin’ en Robin’\.\n/);
    assert.match(
      renamed(named('Ada', "x-a: 'Ada''s moeder'\n").replace('  title', '  language: en\n  title')),
      /x-a: 'Robin''s moeder'\n/,
    );
  });

  it('knows a first name and surname alone, and a name over two lines', () => {
    const text = renamed(
      named(
        'Fatima El Amrani',
        'x-a: >-\n  Fatima en mevrouw El Amrani: mevr. Amrani is Fatima\n  El Amrani. Fatimas Familie.\n# FATIMA\n',
      ),
    );
    assert.match(
      text,
      /x-a: >-\n {2}Robin en mevrouw Robin: mevr\. Robin is Robin\. Robins Familie\.\n# ROBIN\n/,
    );
    assert.match(
      renamed(named('Ada van Leiden', 'x-a: Ada van Leiden uit Leiden; mevrouw Van Leiden\n')),
      /x-a: Robin uit Leiden; mevrouw Robin\n/,
    );
    assert.match(
      renamed(named('Tante Truus', 'x-a: Een tante is Tante; Truus is Tante Truus\n')),
      /x-a: Een tante is Tante; Robin is Robin\n/,
    );
  });

  it('takes a surname by itself for one only behind a title', () => {
    assert.match(
      renamed(
        named(
          'Karim Richter',
          'x-a: Karim, Frau Richter, K. Richter und Familie Richter; der Richter, Amt Richter, I. Richter\n',
        ),
      ),
      /x-a: Robin, Frau Robin, Robin und Familie Robin; der Richter, Amt Richter, I\. Richter\n/,
    );
  });

  it('leaves other persons their names', () => {
    const text = shared(`persons:
  - {id: a, name: Ada, role: applicant}
  - {id: b, name: Ada Smit, role: other, pseudonym: true}
  - {id: c, name: Hans, role: other, pseudonym: true}
x-a: Ada, Ada Smit en Hans. Ada Smits huis.
`);
    assert.match(renamed(text), /x-a: Robin, Ada Smit en Hans\. Ada Smits huis\.\n/);
    const family = shared(`persons:
  - {id: a, name: Han El Amrani, role: applicant}
  - {id: b, name: Yara El Amrani, role: child, pseudonym: true}
  - {id: c, name: Hans, role: other, pseudonym: true}
x-a: Han, Yara en de familie El Amrani met Hans
`);
    assert.match(renamed(family), /x-a: Robin, Yara en de familie El Amrani met Hans\n/);
    assert.match(renamed(family), /name: Yara El Amrani/);
  });

  it('gives each person a name of their own that the file has nowhere', () => {
    const text = shared(`persons:
  - {id: a, name: Ada, role: applicant}
  - {id: b, name: Bo, role: child}
x-a: De robinia en Rowan
`);
    const titles = analyseText(text)
      .findings.filter(({ rule }) => rule === RULE)
      .map((finding) => finding.fixes()[0]?.title.args?.madeUp);
    assert.deepEqual(titles, ['Quinn', 'Noam']);
    const many = shared(
      `persons:\n${Array.from({ length: 40 }, (_, n) => `  - {id: p${n}, name: Q${n}q, role: applicant}\n`).join('')}x-a: Persoon 2\n`,
    );
    const made = analyseText(many)
      .findings.filter(({ rule }) => rule === RULE)
      .map((finding) => String(finding.fixes()[0]?.title.args?.madeUp));
    assert.equal(new Set(made).size, 40);
    assert.ok(made.every((name) => !many.includes(name)));
  });

  it('comes to an end, one person after the other', () => {
    let text = shared(
      'persons:\n    -   {id: a, name: Ada, role: applicant}\n    -   {id: b, name: Bo, role: child}\n',
    );
    text = renamed(renamed(text.replaceAll('\n', '\r\n')));
    assert.match(
      text,
      /name: Robin, role: applicant, pseudonym: true\}\r\n.*name: Rowan, role: child, pseudonym: true\}\r\n/,
    );
    checkRule(RULE, text);
  });

  it('has words', () => {
    assert.equal(
      messageOf(RULE, named('Ada'), 'nl'),
      'Bij ‘Ada’ staat niet dat de naam een pseudoniem is. In dit bestand horen de namen veranderd te zijn; één echte naam maakt het hele verhaal herkenbaar. Verander de naam in het hele bestand, of noteer dat dit al een pseudoniem is.',
    );
    assert.match(messageOf(RULE, named('Ada'), 'en'), /^Nothing here says that ‘Ada’ is a pseudonym\./);
    assert.match(
      messageOf(RULE, named('Ada'), 'de'),
      /^Bei „Ada“ steht nicht, dass der Name ein Pseudonym ist\./,
    );
  });
});
