/** Every sample has exactly the findings that its comments name: `# → rule-id: …` above the line of the finding. */

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { filesOfRun } from '../src/cli/case-files.js';
import { RULES } from '../src/generated/rules.js';
import { analyseText } from '../src/testing/marked.js';

const FOLDER = 'samples';
const SAMPLES = readdirSync(FOLDER).filter((name) => name.endsWith('.case.yaml'));
/** The models that users copy: nothing in them may be weak. */
const COMPLETE = SAMPLES.filter((name) => !name.includes('-weak') && name !== 'common-mistakes.case.yaml');
/** The day on which the samples were last gone through; what depends on today is judged on it. */
const TODAY = '2026-11-24';

/** `line rule` for each expectation, lines from 1. */
function named(text: string): string[] {
  const lines = text.split('\n');
  const rules = new Set(RULES.map(({ meta }) => meta.id));
  return lines.flatMap((line, index) => {
    const rule = /^\s*# → ([a-z-]+)/.exec(line)?.[1];
    if (rule === undefined) return [];
    assert.ok(
      readFileSync('server/test/rule-ids.txt', 'utf8').split('\n').includes(rule),
      `${rule} is no rule of the contract`,
    );
    if (!rules.has(rule)) return [];
    const below = lines.findIndex((other, at) => at > index && other.trim() !== '' && !/^\s*#/.test(other));
    return [`${below + 1} ${rule}`];
  });
}

describe('samples', () => {
  it('are all there', () => {
    for (const name of ['semon', 'semon-weak', 'afia', 'afia-weak', 'minimal', 'common-mistakes'])
      assert.ok(SAMPLES.includes(`${name}.case.yaml`), name);
  });

  for (const name of SAMPLES) {
    const text = readFileSync(path.join(FOLDER, name), 'utf8');
    it(`${name} has exactly the findings that it names`, () => {
      const files = filesOfRun(FOLDER)(name);
      const { findings, document } = analyseText(text, { today: TODAY, files });
      const found = findings.map(({ rule, start }) => `${document.lines.lineAt(start) + 1} ${rule}`);
      assert.deepEqual(found.sort(), named(text).sort());
    });
  }

  for (const name of COMPLETE) {
    it(`${name} has no error and no warning`, () => {
      const { findings } = analyseText(readFileSync(path.join(FOLDER, name), 'utf8'), { today: TODAY });
      assert.deepEqual(
        findings
          .filter(({ severity }) => severity === 'error' || severity === 'warning')
          .map(({ rule }) => rule),
        [],
      );
    });
  }
});
