import { checkAll, checkRule, dutchCase } from '../../testing/marked.js';

const RULE = 'unfilled-placeholder';
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
  it('speaks at blanks of every sort', () => {
    checkRule(
      RULE,
      dutchCase(
        'claim:\n  id: v\n  kind: deferral\n  request: Namens [naam] en {{wie nog}}.\n#                 ^^^^^^ warning unfilled-placeholder\n'.replace(
          ' en {{wie nog}}',
          '',
        ),
      ),
    );
    checkRule(
      RULE,
      HEAD.replace(
        'title: Test',
        'title: TODO [Naam] {{x}}\n#        ^^^^ warning unfilled-placeholder\n#             ^^^^^^ warning unfilled-placeholder\n#                    ^^^^^ warning unfilled-placeholder',
      ),
    );
    checkRule(RULE, HEAD.replace('name: Ada', 'name: [naam]\n#         ^^^^^^ warning unfilled-placeholder'));
    checkRule(
      RULE,
      `${HEAD}documents: "{{stukken}}"\n#           ^^^^^^^^^^^ warning unfilled-placeholder\n`,
    );
    checkRule(RULE, HEAD.replace('name: Ada', 'name: …\n#         ^ warning unfilled-placeholder'));
  });

  it('is an error in a final file', () => {
    checkRule(
      RULE,
      HEAD.replace('name: Ada', 'name: "{{naam}}"\n#          ^^^^^^^^ error unfilled-placeholder').replace(
        '  title: Test\n',
        '  title: Test\n  status: final\n',
      ),
    );
  });

  it('leaves keys that begin with x- alone, and names of fields', () => {
    checkRule(RULE, `${HEAD}    x-note: TODO bellen\n    "{{veld}}": x\nx-todo: TODO\n`);
  });

  it('is all that is said of a value that is a mere blank', () => {
    checkAll(
      `${HEAD.replace('vangnet: 1', 'vangnet: TODO\n#        ^^^^ warning unfilled-placeholder')}    birthDate: [datum]\n#              ^^^^^^^ warning unfilled-placeholder\n    status: {{status}}\n#           ^^^^^^^^^^ warning unfilled-placeholder\n    bornHere: …\n#             ^ warning unfilled-placeholder\nletters: TODO\n#        ^^^^ warning unfilled-placeholder\n`,
    );
  });

  it('leaves other brackets and dots alone', () => {
    checkRule(RULE, HEAD.replace('title: Test', 'title: "De minister [lees: de IND] … zie art. 3"'));
  });
});
