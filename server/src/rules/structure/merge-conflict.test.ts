import { checkAll } from '../../testing/marked.js';

const RULE = 'merge-conflict';
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
  it('is the only thing said of a conflict', () => {
    checkAll(
      `${HEAD}<<<<<<< HEAD\n^^^^^^^^^^^^ error merge-conflict\n    gender: f\n=======\n    gendr: q\n>>>>>>> theirs\n`,
    );
  });

  it('is silent without markers', () => {
    checkAll(`${HEAD}    x-note: "a ======= b"\n`);
  });
});
