import assert from 'node:assert/strict';
import { PassThrough } from 'node:stream';
import { FrameReader, FrameWriter } from './frames.js';

/** What a reader makes of a stream that comes in these pieces. */
function read(pieces: readonly Buffer[]): { messages: unknown[]; errors: number; reasons: string[] } {
  const input = new PassThrough();
  const heard = { messages: [] as unknown[], errors: 0, reasons: [] as string[] };
  const reader = new FrameReader(input, (reason) => heard.reasons.push(reason));
  reader.onError(() => heard.errors++);
  reader.listen((message) => heard.messages.push(message));
  // Without the stream's own turns in between.
  for (const piece of pieces) input.emit('data', piece);
  return heard;
}

const frame = (body: string, header = 'Content-Length') =>
  Buffer.from(`${header}: ${Buffer.byteLength(body)}\r\n\r\n${body}`);

const FIRST = { jsonrpc: '2.0', method: 'a', params: { text: 'één 🕊' } };
const SECOND = { jsonrpc: '2.0', method: 'b' };
const BOTH = Buffer.concat([
  frame(JSON.stringify(FIRST), 'Content-Type: application/json; charset=utf-8\r\ncontent-length'),
  frame(JSON.stringify(SECOND)),
]);

describe('frames that come in', () => {
  it('are read wherever the stream is cut', () => {
    for (let cut = 0; cut <= BOTH.length; cut++) {
      const { messages } = read([BOTH.subarray(0, cut), BOTH.subarray(cut)]);
      assert.deepEqual(messages, [FIRST, SECOND], `cut at ${cut}`);
    }
  });

  it('are read byte by byte', () => {
    assert.deepEqual(read([...BOTH].map((byte) => Buffer.from([byte]))).messages, [FIRST, SECOND]);
  });

  it('that hold no JSON are told of, and the next one is read', () => {
    for (const body of ['', '{', 'nothing']) {
      const { messages, errors } = read([frame(body), frame(JSON.stringify(SECOND))]);
      assert.deepEqual([messages, errors], [[SECOND], 1], body);
    }
  });

  it('are given up where no length can be read; what comes behind is not read', () => {
    const broken = ['Content-Type: x\r\n\r\n{}', 'Content-Length: many\r\n\r\n', 'x'.repeat(5000)];
    for (const text of [...broken, 'Content-Length: 9999999999\r\n\r\n']) {
      const { messages, reasons } = read([Buffer.from(text), frame(JSON.stringify(SECOND))]);
      assert.equal(reasons.length, 1, text.slice(0, 40));
      assert.deepEqual(messages, []);
    }
  });
});

describe('frames that go out', () => {
  it('are what a reader reads, and written in one piece', async () => {
    const output = new PassThrough();
    const pieces: Buffer[] = [];
    output.on('data', (piece: Buffer) => pieces.push(piece));
    const writer = new FrameWriter(output);
    await writer.write(FIRST);
    await writer.write(SECOND);
    assert.equal(pieces.length, 2);
    assert.deepEqual(read(pieces).messages, [FIRST, SECOND]);
  });

  it('that can’t be written are told of', async () => {
    const output = new PassThrough();
    const writer = new FrameWriter(output);
    const counts: (number | undefined)[] = [];
    writer.onError(([, , count]) => counts.push(count));
    output.destroy();
    await assert.rejects(writer.write(FIRST));
    assert.equal(counts.at(-1), 1);
  });
});
