import assert from 'node:assert/strict';
import { setTimeout as wait } from 'node:timers/promises';
import { watchHeartbeat } from '../../src/heartbeat.js';
import { resolveLanguage, shownLanguage } from '../../src/language.js';
import { describeError, redactPayload, redactStderr, redactTraceLine } from '../../src/redact.js';
import { RestartBudget } from '../../src/restarts.js';

describe('resolveLanguage', () => {
  const cases: [setting: unknown, display: string, locale: string, expected: string][] = [
    ['nl', 'de', 'de-DE', 'nl'],
    ['en', 'nl', 'nl-NL', 'en'],
    ['auto', 'nl', 'en-US', 'nl'],
    ['auto', 'de', 'nl-NL', 'de'],
    ['auto', 'en', 'nl-NL', 'nl'],
    ['auto', 'en', 'nl-BE', 'nl'],
    ['auto', 'en', 'de', 'de'],
    ['auto', 'en', 'en-GB', 'en'],
    ['auto', 'fr', 'nl', 'nl'],
    ['auto', 'en', 'fr-FR', 'auto'],
    ['auto', 'en', 'nld', 'auto'],
    [undefined, 'en', 'nl-NL', 'nl'],
    ['klingon', 'en', 'de-AT', 'de'],
  ];
  for (const [setting, display, locale, expected] of cases) {
    it(`setting ${setting}, VS Code ${display}, computer ${locale}: ${expected}`, () => {
      assert.equal(resolveLanguage(setting, display, locale), expected);
    });
  }

  it('shows English where the case file decides', () => {
    assert.equal(shownLanguage('auto'), 'en');
    assert.equal(shownLanguage('nl'), 'nl');
  });
});

describe('RestartBudget', () => {
  const minute = 60_000;

  it('allows four restarts in three minutes, then none', () => {
    const budget = new RestartBudget();
    const taken = [0, 1, 2, 3, 4].map((second) => budget.take(second * 1000));
    assert.deepEqual(taken, [true, true, true, true, false]);
  });

  it('forgets what is more than three minutes ago', () => {
    const budget = new RestartBudget();
    for (const second of [0, 1, 2, 3]) budget.take(second * 1000);
    assert.equal(budget.take(2.9 * minute), false);
    assert.equal(budget.take(3 * minute), true);
    assert.equal(budget.take(3 * minute), false);
  });

  it('starts anew when a person restarts', () => {
    const budget = new RestartBudget();
    for (const second of [0, 1, 2, 3]) budget.take(second);
    budget.refill();
    assert.equal(budget.take(5), true);
  });
});

describe('what goes into the log', () => {
  const canary = 'Sem’on Kanarie';

  it('names an error and where it arose, not its message', () => {
    const text = describeError(Object.assign(new TypeError(canary), { code: -32603 }));
    assert.match(text, /^TypeError -32603\n\s+at /);
    assert.ok(!text.includes(canary));
    assert.equal(describeError(canary), 'string');
    assert.equal(describeError(undefined), '');
  });

  it('keeps no line of a message that has several', () => {
    assert.ok(!describeError(new Error(`first\n    at ${canary}`)).includes(canary));
  });

  it('replaces each text of a payload by its length, names of files too', () => {
    const payload = {
      textDocument: { uri: `file:///${canary}`, version: 3 },
      list: [canary],
      [canary]: true,
    };
    const text = redactPayload(`Params: ${JSON.stringify(payload, undefined, 4)}\n\n`);
    assert.ok(!text.includes(canary) && !text.includes('file:'));
    assert.match(text, /^Params: \{/);
    assert.match(text, /"version": 3/);
    assert.match(text, /"list": \[\s+"<14>"\s+\]/);
  });

  it('drops a payload that it can not read', () => {
    assert.ok(!redactPayload(`Result: {"a": "${canary}`).includes(canary));
    assert.ok(!redactPayload(`Result: ${canary}\n\n`).includes(canary));
    assert.ok(!redactPayload(`${canary} {}`).includes(canary));
    assert.equal(redactPayload('No parameters provided.'), 'No parameters provided.');
    assert.ok(!redactPayload(`No ${canary}`).includes(canary));
  });

  it('drops the reason of a failed request', () => {
    const line = `Received response 'x - (1)' in 3ms. Request failed: ${canary}\n(zie) (-32603).`;
    assert.equal(redactTraceLine(line), "Received response 'x - (1)' in 3ms. Request failed (-32603).");
  });

  it('keeps of a dying process the name of the error and the frames', () => {
    assert.equal(redactStderr(`TypeError: ${canary}`), 'TypeError');
    assert.equal(redactStderr('    at run (server.cjs:1:2)'), '    at run (server.cjs:1:2)');
    assert.equal(redactStderr(canary), undefined);
    assert.equal(redactStderr(`    at ${canary}`), undefined);
    assert.equal(redactStderr(`throw new Error("${canary}")`), undefined);
  });
});

describe('watchHeartbeat', () => {
  it('reports a worker that does not answer, once', async () => {
    let lost = 0;
    const stop = watchHeartbeat(
      () => new Promise(() => undefined),
      () => lost++,
      5,
      10,
    );
    await wait(80);
    stop();
    assert.equal(lost, 1);
  });

  it('takes any answer as a sign of life', async () => {
    let [lost, asked] = [0, 0];
    const stop = watchHeartbeat(
      () => (++asked % 2 === 0 ? Promise.reject(new Error('unknown method')) : Promise.resolve()),
      () => lost++,
      5,
      20,
    );
    await wait(80);
    stop();
    assert.ok(asked > 2);
    assert.equal(lost, 0);
  });
});
