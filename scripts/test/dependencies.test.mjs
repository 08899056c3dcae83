// @ts-check
/** The layers of docs/architecture.md, held by dependency-cruiser; and that it sees what it is to judge. */
import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { cruise } from 'dependency-cruiser';
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config';
import config from '../../.dependency-cruiser.mjs';

const ROOT = path.resolve(fileURLToPath(new URL('../..', import.meta.url)));

/** @param {string[]} folders */
async function violations(folders) {
  const tsConfig = extractTSConfig(path.join(ROOT, 'tsconfig.json'));
  const options = {
    ...config.options,
    baseDir: ROOT,
    ruleSet: { forbidden: config.forbidden },
    validate: true,
  };
  const { output } = await cruise(folders, /** @type {any} */ (options), undefined, { tsConfig });
  if (typeof output === 'string') throw new Error(output);
  return output.summary;
}

describe('dependency directions', function () {
  this.timeout(60_000);

  it('arrows point down', async () => {
    const summary = await violations(['server/src', 'client/src']);
    assert.ok(summary.totalCruised > 60, `only ${summary.totalCruised} modules were seen`);
    assert.deepEqual(
      summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`),
      [],
    );
  });

  it('a planted violation is found', async () => {
    const folder = await mkdtemp(path.join(ROOT, 'server/src/core/planted-'));
    try {
      await writeFile(
        path.join(folder, 'bad.ts'),
        "import { readFileSync } from 'node:fs';\nimport { serve } from '../../lsp/server.js';\nexport const bad = [readFileSync, serve];\n",
      );
      const { violations: found } = await violations(['server/src/core']);
      const names = found.filter(({ from }) => from.includes('planted-')).map(({ rule }) => rule.name);
      assert.deepEqual([...new Set(names)].sort(), ['core-does-no-io', 'core-knows-nobody']);
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
