import { checkFix, checkRule } from '../../testing/marked.js';

const RULE = 'format-version-unknown';
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
  it('speaks at a version that is not known', () => {
    checkRule(RULE, HEAD.replace('vangnet: 1\n', 'vangnet: 9\n#        ^ error format-version-unknown\n'));
    checkRule(
      RULE,
      HEAD.replace('vangnet: 1\n', 'vangnet: een\n#        ^^^ error format-version-unknown\n'),
    );
  });

  it('speaks at the key of what is no version on one line', () => {
    for (const value of ['', ' [1]', ' |\n  1'])
      checkRule(
        RULE,
        HEAD.replace('vangnet: 1\n', `vangnet:${value}\n`).replace(
          /^(vangnet:.*)\n/,
          '$1\n^^^^^^^ error format-version-unknown\n',
        ),
      );
  });

  it('is silent at version 1 and at a blank', () => {
    checkRule(RULE, HEAD);
    checkRule(RULE, HEAD.replace('vangnet: 1', 'vangnet: "{{versie}}"'));
  });

  it('sets the version where it is no version at all', () => {
    checkFix(RULE, 'set-version', HEAD.replace('vangnet: 1', 'vangnet: een'), HEAD);
  });
});
