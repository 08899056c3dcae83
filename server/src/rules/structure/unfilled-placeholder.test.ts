import { checkRule, dutchCase } from '../../testing/marked.js';

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
    checkRule(RULE, `${HEAD}    x-note: TODO bellen\n#           ^^^^ warning unfilled-placeholder\n`);
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

  it('leaves other brackets and dots alone', () => {
    checkRule(RULE, HEAD.replace('title: Test', 'title: "De minister [lees: de IND] … zie art. 3"'));
  });
});
