import assert from 'node:assert/strict';
import type { Message, MessageWriter } from 'vscode-languageserver';
import { Gate, withoutReasons } from './gate.js';

function gate() {
  const written: { id?: unknown; error?: { code: number; message: string } }[] = [];
  const passed: string[] = [];
  const writer = {
    write: async (message: Message) => {
      written.push(message as (typeof written)[number]);
    },
  } as unknown as MessageWriter;
  const one = new Gate(writer);
  const send = (message: object) =>
    one.handleMessage({ jsonrpc: '2.0', ...message } as Message, (next) =>
      passed.push((next as { method?: string }).method ?? 'response'),
    );
  return { send, written, passed, writer };
}

describe('the gate', () => {
  it('lets nothing in before initialize and after shutdown', () => {
    const { send, written, passed } = gate();
    send({ id: 1, method: 'textDocument/hover', params: {} });
    send({ method: 'textDocument/didOpen', params: {} });
    send({ id: 2, method: 'initialize', params: { capabilities: {} } });
    send({ id: 3, method: 'initialize', params: { capabilities: {} } });
    send({ id: 4, method: 'shutdown' });
    send({ id: 5, method: 'vangnet/ping' });
    send({ method: 'exit' });
    assert.deepEqual(
      written.map(({ id, error }) => [id, error?.code]),
      [
        [1, -32002],
        [3, -32600],
        [5, -32600],
      ],
    );
    assert.deepEqual(passed, ['initialize', 'shutdown', 'exit']);
  });

  it('refuses parameters of another shape, and passes what nobody knows', () => {
    const { send, written, passed } = gate();
    send({ id: 1, method: 'initialize', params: { capabilities: {} } });
    const textDocument = { uri: 'file:///x' };
    send({
      id: 2,
      method: 'textDocument/hover',
      params: { textDocument, position: { line: -1, character: 0 } },
    });
    send({ id: 3, method: 'textDocument/hover', params: null });
    send({
      id: 4,
      method: 'textDocument/hover',
      params: { textDocument, position: { line: 0, character: 0 } },
    });
    send({ id: 5, method: 'constructor', params: {} });
    send({ id: 6 });
    assert.deepEqual(
      written.map(({ id, error }) => [id, error?.code]),
      [
        [2, -32602],
        [3, -32602],
        [6, -32600],
      ],
    );
    assert.deepEqual(passed, ['initialize', 'textDocument/hover', 'constructor']);
  });

  it('leaves out what JavaScript says of a failure', async () => {
    const { writer, written } = gate();
    withoutReasons(writer);
    const error = { code: -32603, message: 'Kanarie' };
    await writer.write({ jsonrpc: '2.0', id: 1, error } as Message);
    const message = "Notification handler 'x/y' failed with message: Kanarie";
    await writer.write({
      jsonrpc: '2.0',
      method: 'window/logMessage',
      params: { type: 1, message },
    } as Message);
    assert.ok(!JSON.stringify(written).includes('Kanarie'));
  });
});
