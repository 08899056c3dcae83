import assert from 'node:assert/strict';
import { say } from '../core/words/words.js';
import { type CheckOptions, planReports } from './check-options.js';
import type { Said } from './formats.js';

/** `json:x` is a format, `>x` an output. */
function plan(said: readonly string[], options: Partial<CheckOptions> = {}, paths: readonly string[] = []) {
  const reports = said.map((one): Said => (one.startsWith('>') ? { output: one.slice(1) } : { format: one }));
  const found = planReports(paths, { failOn: 'error', ...options, reports });
  return 'problem' in found
    ? say(found.problem, 'en')
    : found.wanted.map(({ format, file }) => (file === undefined ? format : `${format} in ${file}`));
}

describe('what check is asked for', () => {
  it('gives each --output to the --format before it', () => {
    assert.deepEqual(plan(['sarif', '>a.sarif', 'pretty']), ['sarif in a.sarif', 'pretty']);
    assert.deepEqual(plan(['junit:j.xml', 'json', '>a.json', 'sarif:C:\\s']), [
      'junit in j.xml',
      'json in a.json',
      'sarif in C:\\s',
    ]);
    assert.deepEqual(plan(['pretty', 'json', '>a.json']), ['pretty', 'json in a.json']);
    assert.deepEqual(plan(['>a.json', 'json']), ['json in a.json']);
  });

  it('is plain where nothing is asked for and nobody looks; a diff comes instead of it', () => {
    assert.deepEqual(plan([]), [process.stdout.isTTY ? 'pretty' : 'plain']);
    assert.deepEqual(plan(['>a.txt']), [process.stdout.isTTY ? 'pretty in a.txt' : 'plain in a.txt']);
    assert.deepEqual(plan([], { fixDryRun: true }), []);
    assert.deepEqual(plan(['json:x'], { fixDryRun: true }), ['json in x']);
  });

  for (const [said, message, options = {}, paths = []] of [
    [['json', 'sarif'], /‘json’ and ‘sarif’ would both be printed/],
    [['json:x', 'sarif:x'], /Two reports go to ‘x’/],
    [['json:'], /name of the file is missing after ‘json:’/],
    [['xml'], /no format ‘xml’\. Choose from: pretty, plain/],
    [['toString'], /no format ‘toString’/],
    [['json:x', '>y'], /no ‘--format’ left .* ‘--output y’/],
    [['>a.case.yaml'], /‘a\.case\.yaml’ is no file for a report/],
    [['json:in/b.zaak.yml'], /‘in\/b\.zaak\.yml’ is no file for a report/],
    [['>vangnet.config.yaml'], /is no file for a report/],
    [['>known.json'], /is no file for a report/, { baseline: 'known.json' }],
    [['json'], /--fix-dry-run prints the changes/, { fixDryRun: true }],
    [['json'], /--watch shows pretty or plain/, { watch: true }],
    [['plain:x'], /--watch writes no files/, { watch: true }],
    [[], /With --stdin the text comes by standard input/, { stdin: true }, ['a.case.yaml']],
    [[], /--stdin-filename goes with --stdin/, { stdinFilename: 'x' }],
    [[], /Say with ‘--baseline FILE’/, { updateBaseline: true }],
  ] as const)
    it(`can't be followed: ${[...said, ...Object.keys(options), ...paths].join(' ')}`, () => {
      const found = plan(said, options, paths);
      assert.ok(typeof found === 'string');
      assert.match(found, message);
    });
});
