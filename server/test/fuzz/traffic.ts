/**
 * Messages that no good client sends: out of order, unknown, with odd parameters, cut off, of the wrong length. Every
 * request is answered once, with no failure inside; a stream that can't be followed ends the process, in good order.
 */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { SAMPLES } from '../../src/testing/texts.js';
import type { Bench, Kind } from './kind.js';
import { ABLE, exportsOf, requestsAt, requestsOfAll } from './walk.js';
import { type Answer, Wire } from './wire.js';

/** Replaces a part of sound parameters: by this path, each number picking a key. */
interface Odd {
  readonly path: readonly number[];
  readonly by: unknown;
  readonly drop: boolean;
}

type Step =
  | {
      readonly kind: 'request' | 'notify';
      readonly method: string;
      readonly odds: readonly Odd[];
    }
  | { readonly kind: 'raw'; readonly bytes: string };

interface Input {
  /** Is the server greeted first, as it should be? */
  readonly greeted: boolean;
  readonly steps: readonly Step[];
}

const CANARY = 'Kanarieke';
const URI = 'file:///fuzz/traffic.case.yaml';
const TEXT = `${SAMPLES[0] as string}\n# ${CANARY}\n`;
const ZERO = { line: 0, character: 0 };
const LAST = { line: TEXT.split('\n').length - 1, character: 0 };

/** Its answer is held until something changes: whoever waits for it takes it back in the end. */
const HELD = 'workspace/diagnostic';

const LIFE: readonly [string, unknown][] = [
  ['initialize', { processId: null, rootUri: null, capabilities: ABLE }],
  ['initialized', {}],
  ['shutdown', undefined],
  ['$/cancelRequest', { id: 1 }],
  ['$/setTrace', { value: 'verbose' }],
  [
    'textDocument/didOpen',
    { textDocument: { uri: URI, languageId: 'vangnet-case', version: 1, text: TEXT } },
  ],
  [
    'textDocument/didChange',
    {
      textDocument: { uri: URI, version: 2 },
      contentChanges: [{ range: { start: ZERO, end: { line: 1, character: 3 } }, text: `# ${CANARY}\n` }],
    },
  ],
  ['textDocument/didClose', { textDocument: { uri: URI } }],
  ['textDocument/didSave', { textDocument: { uri: URI } }],
  ['workspace/didChangeConfiguration', { settings: { vangnet: { language: 'de', trusted: true } } }],
  ['workspace/didChangeWatchedFiles', { changes: [{ uri: URI, type: 1 }] }],
  ['workspace/didChangeWorkspaceFolders', { event: { added: [{ uri: URI, name: 'x' }], removed: [] } }],
  [
    'workspace/executeCommand',
    { command: 'vangnet.applyFix', arguments: [{ uri: URI, rule: 'x', fix: 'y' }] },
  ],
  [
    'workspace/executeCommand',
    {
      command: 'vangnet.applyAction',
      arguments: [{ uri: URI, range: { start: ZERO, end: LAST }, only: ['quickfix'], index: 0, title: 'x' }],
    },
  ],
  [HELD, { previousResultIds: [{ uri: URI, value: '1' }], partialResultToken: 'pieces' }],
  ['workspace/willRenameFiles', { files: [{ oldUri: URI, newUri: 'file:///fuzz/other.case.yaml' }] }],
  ['workspace/didRenameFiles', { files: [{ oldUri: URI, newUri: 'file:///fuzz/other.case.yaml' }] }],
  ['workspace/didDeleteFiles', { files: [{ uri: URI }] }],
  ['textDocument/semanticTokens/full/delta', { textDocument: { uri: URI }, previousResultId: '1' }],
  ['textDocument/diagnostic', { textDocument: { uri: URI }, previousResultId: '1' }],
  ['window/workDoneProgress/cancel', { token: 'x' }],
  ['vangnet/useLaw', { text: '{"vangnetLaw": 1}' }],
  [
    'completionItem/resolve',
    {
      label: 'x',
      data: { uri: URI, language: 'nl', about: { of: 'value', def: 'case', key: 'kind', value: 'x' } },
    },
  ],
  ['codeLens/resolve', { range: { start: ZERO, end: ZERO }, data: { uri: URI } }],
  ['inlayHint/resolve', { position: ZERO, label: 'x', data: { uri: URI } }],
  ['typeHierarchy/subtypes', { item: { uri: URI, name: 'x', data: { id: 'x' } } }],
  ['vangnet/ping', undefined],
  ['vangnet/ruleDocs', { rule: 'unknown-key', language: 'nl' }],
  ['vangnet/newCaseForm', { language: 'nl', template: 'hardship-nl', propose: {} }],
  ['vangnet/newCase', { language: 'nl', template: 'hardship-nl', answers: { title: 'T' }, eol: '\n' }],
  ['no/such/method', {}],
  ['constructor', {}],
  ['__proto__', {}],
];

const SOUND: ReadonlyMap<string, unknown> = new Map([
  ...requestsAt(URI, { line: 3, character: 4 }, LAST),
  ...requestsOfAll(),
  ...exportsOf(URI).slice(0, 3),
  ...LIFE,
]);
const METHODS = [...SOUND.keys()];

const junk = fc.oneof(
  fc.constantFrom<unknown>(null, true, -1, 0.5, 1e9, 2 ** 53, '', 'x', CANARY, '__proto__', [], {}, [null]),
  fc.constantFrom<unknown>(URI, 'file:///%', 'untitled:', '\u0000', { line: -5, character: 1e12 }, [[[[]]]]),
  fc.constantFrom<unknown>({ ['__proto__']: { polluted: 1 } }, { constructor: 1 }, { toString: null }, 'nl'),
  fc.jsonValue({ maxDepth: 2 }),
);

const odd: fc.Arbitrary<Odd> = fc.record({
  path: fc.array(fc.nat(12), { maxLength: 4 }),
  by: junk,
  drop: fc.boolean(),
});

const message: fc.Arbitrary<Step> = fc.record({
  kind: fc.constantFrom('request' as const, 'request' as const, 'notify' as const),
  method: fc.constantFrom(...METHODS),
  odds: fc.oneof(fc.constant([]), fc.array(odd, { minLength: 1, maxLength: 2 })),
});

const BODY = '{"jsonrpc":"2.0","id":900,"method":"vangnet/ping"}';
const raw: fc.Arbitrary<Step> = fc
  .oneof(
    fc.constantFrom(
      'Content-Length: abc\r\n\r\n{}',
      'Content-Length: -1\r\n\r\n{}',
      'Content-Length: 9999999999\r\n\r\n{}',
      'Content-Length: 1e3\r\n\r\n{}',
      'Content-Length: 0\r\n\r\n',
      '\r\n\r\n',
      `Content-Length: ${BODY.length}\r\n\r\n${BODY.slice(0, 20)}`,
      `Content-Length: ${BODY.length - 7}\r\n\r\n${BODY}`,
      `Content-Length: ${BODY.length + 7}\r\n\r\n${BODY}`,
      `content-length:${BODY.length}\r\nContent-Type: application/x\r\n\r\n${BODY}`,
      `Content-Length: 20\r\n\r\n{"${CANARY}": nothing }`,
      `Content-Length: 12\r\n\r\n[1,2,${CANARY.slice(0, 5)}]`,
      'Content-Length: 4\r\n\r\nnull',
      'Content-Length: 2\r\n\r\n[]',
      'Content-Length: 22\r\n\r\n{"jsonrpc":"2.0","x":1}',
      `X-${'y'.repeat(5000)}: z\r\n`,
      'GET / HTTP/1.1\r\nHost: localhost\r\n\r\n',
      'Content-Length: 5\n\nab',
    ),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 80 }),
  )
  .map((bytes) => ({ kind: 'raw', bytes }));

export const trafficKind: Kind<Input> = {
  name: 'traffic',
  inputs: fc.record({
    greeted: fc.boolean(),
    steps: fc.oneof(
      { weight: 4, arbitrary: fc.array(message, { minLength: 1, maxLength: 25 }) },
      {
        weight: 1,
        arbitrary: fc
          .tuple(fc.array(message, { maxLength: 5 }), raw, fc.array(message, { maxLength: 3 }))
          .map(([first, broken, more]) => [...first, broken, ...more]),
      },
    ),
  }),
  check: async ({ greeted, steps }, bench) => {
    const wire = Wire.start();
    try {
      await send(wire, greeted, steps, bench);
    } finally {
      await wire.stop();
    }
  },
};

async function send(wire: Wire, greeted: boolean, steps: readonly Step[], bench: Bench): Promise<void> {
  if (greeted) {
    for (const method of ['initialize', 'initialized', 'textDocument/didOpen'])
      if (method === 'initialize') await wire.request(method, SOUND.get(method));
      else wire.notify(method, SOUND.get(method));
  }
  const isBroken = steps.some(({ kind }) => kind === 'raw');
  const asked: { readonly method: string; readonly id: number; readonly answer: Promise<Answer> }[] = [];
  const ask = (method: string, params?: unknown) => {
    const answer = wire.request(method, params);
    asked.push({ method, id: wire.asked, answer });
  };
  for (const step of steps) {
    bench.figures.faults++;
    if (step.kind === 'raw') wire.raw(step.bytes);
    else {
      const params = oddParams(SOUND.get(step.method), step.odds);
      if (step.kind === 'notify') wire.notify(step.method, params);
      else ask(step.method, params);
    }
  }
  if (isBroken) {
    const code = await wire.end();
    assert.ok(code === 0 || code === 1, `ended with ${code}`);
  } else {
    for (const { method, id } of asked) if (method === HELD) wire.notify('$/cancelRequest', { id });
    ask('vangnet/ping');
    for (const { method, answer } of asked) {
      const { error } = await answer;
      assert.ok(error?.code !== -32603, `${method} failed inside: ${error?.message}`);
      assert.ok(wire.isAlive, `${method}: ${error?.message}`);
    }
  }
  for (const [id, times] of wire.answered) assert.equal(times, 1, `answer ${id} came ${times} times`);
  const said = wire.said.join('');
  assert.ok(!said.includes(CANARY), `said what the case says: ${said}`);
  assert.doesNotMatch(said, /^\s+at /m, 'a stack on standard error');
  bench.count(wire, 0);
}

/** Defined, not assigned: a key may be `__proto__`. */
const PLAIN = { configurable: true, enumerable: true, writable: true };

function oddParams(sound: unknown, odds: readonly Odd[]): unknown {
  const params: { value: unknown } = { value: structuredClone(sound) };
  for (const { path, by, drop } of odds) {
    let holder: Record<string, unknown> = params;
    let key = 'value';
    for (const pick of path) {
      const inner = holder[key];
      if (typeof inner !== 'object' || inner === null || Object.keys(inner).length === 0) break;
      holder = inner as Record<string, unknown>;
      key = Object.keys(inner)[pick % Object.keys(inner).length] as string;
    }
    if (drop) delete holder[key];
    else Object.defineProperty(holder, key, { ...PLAIN, value: structuredClone(by) });
  }
  return params.value;
}
