// @ts-check
import assert from 'node:assert/strict';
import { announced } from '../docs/announced.mjs';
import { differences } from '../docs/feature-table.mjs';

describe('the feature table', () => {
  it('tells of what the server announces and nothing else, each once', () => {
    assert.deepEqual(differences(['hoverProvider'], ['hoverProvider']), []);
    assert.deepEqual(differences(['hoverProvider'], ['hoverProvider', 'renameProvider']), [
      'docs/features.yaml says nothing of ‘renameProvider’, which the server announces.',
    ]);
    assert.deepEqual(differences(['hoverProvider', 'hoverProvider'], []), [
      'docs/features.yaml tells of ‘hoverProvider’, which the server doesn’t announce.',
      'docs/features.yaml tells of ‘hoverProvider’, which the server doesn’t announce.',
      'docs/features.yaml tells twice of ‘hoverProvider’.',
    ]);
  });

  it('asks the server as a client that can do everything', async function () {
    this.timeout(30_000);
    const names = await announced();
    for (const name of [
      'hoverProvider',
      'diagnosticProvider',
      'semanticTokensProvider.full.delta',
      'codeActionProvider.codeActionKinds: quickfix',
      'registered: workspace/didChangeWatchedFiles',
    ])
      assert.ok(names.includes(name), `${name} is not among ${names.join(', ')}`);
  });
});
