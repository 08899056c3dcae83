/** A section under a misspelt name may hold the very thing that a rule misses: the name is told, and nothing else. */

import { checkRule, dutchCase } from '../../testing/marked.js';

const NOOR = '  - {id: noor, name: Noor, role: child, birthDate: 2012-10}\n';
const BUREN = 'letters:\n  - {id: buren, from: {role: neighbour}, status: signed}\n';

/** A case in which the rule speaks once, with the mark of that, and what hides from it. */
const CASES: readonly (readonly [rule: string, marked: string, hidden: readonly string[]])[] = [
  [
    'supporting-letters-missing',
    'circumstances:\n^^^^^^^^^^^^^ warning supporting-letters-missing\n  - {id: c, kind: other, title: T}\n',
    ['leters'],
  ],
  [
    'no-local-network',
    '    traits: [isolated]\nletters:\n^^^^^^^ information no-local-network\n  - {id: zus, from: {role: family}, status: signed}\n',
    ['leters'],
  ],
  [
    'circumstance-without-evidence',
    `${BUREN}circumstances:\n  - {id: c, kind: other, title: T}\n#        ^ warning circumstance-without-evidence\n`,
    ['leters', 'documets'],
  ],
  [
    'medical-evidence-missing',
    `${BUREN}circumstances:\n  - {id: c, kind: medical, title: T}\n#        ^ warning medical-evidence-missing\n`,
    ['leters', 'documets'],
  ],
  [
    'letter-for-circumstance-missing',
    `${BUREN}circumstances:\n  - {id: c, kind: dependency, title: T, evidence: [buren]}\n#        ^ warning letter-for-circumstance-missing\n`,
    ['leters', 'documets', 'clam'],
  ],
  [
    'letter-supports-nothing',
    'letters:\n  - {id: buren, from: {role: neighbour}, status: signed}\n#        ^^^^^ hint letter-supports-nothing\n',
    ['circumstanses', 'timelien'],
  ],
  [
    'arbitrariness-unanswered',
    'letters:\n  - {id: b, from: {role: mayor}, status: signed}\n#                        ^^^^^ hint arbitrariness-unanswered\n',
    ['argumets', 'counterarguments'],
  ],
  [
    'best-interests-missing',
    `${NOOR}claim:\n  id: v\n  kind: deferral\narguments:\n^^^^^^^^^ warning best-interests-missing\n  - {id: a, title: T, text: T, cites: [nl.awb.3-2]}\n`,
    ['argumets'],
  ],
  [
    'school-letter-missing',
    `${NOOR}${BUREN}circumstances:\n  - {id: c, kind: education, title: T, persons: [noor]}\n#        ^ warning school-letter-missing\n`,
    ['leters', 'documets'],
  ],
  [
    'child-without-circumstance',
    `${NOOR.trimEnd()}\n#        ^^^^ information child-without-circumstance\n`,
    ['circumstanses'],
  ],
  [
    'counter-argument-unanswered',
    'counterArguments:\n  - {id: k, kind: floodgates, text: T}\n#        ^ warning counter-argument-unanswered\n',
    ['argumets'],
  ],
  [
    'false-hope-unanswered',
    'procedures:\n  - {id: p, kind: asylum, lodged: 2015, decided: 2016, outcome: rejected}\ncounterArguments:\n^^^^^^^^^^^^^^^^ hint false-hope-unanswered\n  - {id: k, kind: floodgates, text: T}\n',
    ['argumets'],
  ],
];

describe('sections under a misspelt name', () => {
  for (const [rule, marked, hidden] of CASES)
    it(`keep ${rule} silent`, () => {
      checkRule(rule, dutchCase(marked));
      checkRule(rule, `${dutchCase(marked)}x-notities: []\nbijlagen: []\n`);
      const bare = marked.replaceAll(/^[# ]? *\^+ .*\n/gm, '');
      for (const name of hidden) checkRule(rule, `${dutchCase(bare)}${name}: []\n`);
    });
});
