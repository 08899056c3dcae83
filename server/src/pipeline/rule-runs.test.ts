import assert from 'node:assert/strict';
import { dutchCase } from '../testing/marked.js';
import { type Analysis, DEFAULT_SETTINGS, readSteps } from './analysis.js';

const INPUTS = { settings: DEFAULT_SETTINGS, today: 20_000 };
const CASE = dutchCase(`letters:
  - id: brief
    from: {role: mayor}
    status: planned
    supports: [niemand]
circumstances:
  - {id: band, kind: rooted, title: T, persons: [a]}
claim: {id: verzoek, kind: residence-on-hardship, circumstances: [band], request: x}
counterArguments:
  - {id: hoop, kind: false-hope, raisedBy: ind, text: x}
`);

/** As the server does it while somebody types: read, and not checked as long as nobody asks. */
function read(text: string, previous?: Analysis): Analysis {
  const steps = readSteps(text, INPUTS, previous);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** A rule that does not read the case's own section: its list is the same object where it was not run again. */
const ON_LETTERS = 'file-not-found';

const rulesOf = (analysis: Analysis) => analysis.findings.map(({ rule, start }) => `${rule} ${start}`);

describe('the runs of the rules', () => {
  it('wait until somebody wants to know what is found', () => {
    const analysis = read(CASE);
    const steps = analysis.checkSteps();
    steps.next();
    assert.ok(
      rulesOf(analysis).some((found) => found.startsWith('unknown-reference')),
      'at once where it must be',
    );
    assert.equal(steps.next().done, true, 'and not a second time');
  });

  it('are taken over from the last version that was checked, past those that were only read', () => {
    const checked = read(CASE);
    assert.ok(checked.findings.length > 0);
    let text = CASE;
    let latest = checked;
    for (const letter of 'abc') {
      text = text.replace('title: ', `title: ${letter}`);
      latest = read(text, latest);
    }
    assert.ok(latest.runOf(ON_LETTERS) === checked.runOf(ON_LETTERS), 'letters are what they were');
    assert.deepEqual(rulesOf(latest), rulesOf(read(text)));
  });

  it('are made again where a section can’t be read any more', () => {
    const broken = `${CASE}arguments: geen\n`;
    const open = read(CASE);
    const speaks = (found: readonly string[]) => found.some((one) => one.startsWith('circumstance-unargued'));
    const [before, after] = [rulesOf(open), rulesOf(read(broken, open))];
    assert.deepEqual([speaks(before), speaks(after)], [true, false]);
    assert.deepEqual(after, rulesOf(read(broken)));
  });

  it('are made again where the case gets another state or another law', () => {
    const closed = (text: string) => text.replace(/^ {2}jurisdiction:/m, '  status: closed\n$&');
    const open = read(CASE);
    const before = rulesOf(open);
    const after = rulesOf(read(closed(CASE), open));
    // A rule that does not read the case's own section.
    const speaks = (found: readonly string[]) => found.some((one) => one.startsWith('counter-argument-unan'));
    assert.deepEqual([speaks(before), speaks(after)], [true, false]);
    assert.deepEqual(after, rulesOf(read(closed(CASE))));
    const german = CASE.replace('jurisdiction: nl', 'jurisdiction: de');
    assert.deepEqual(rulesOf(read(german, open)), rulesOf(read(german)));
  });
});
