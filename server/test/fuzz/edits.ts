/** Edits one after another, with questions in between: what is answered at the end is what a fresh file would get. */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { LineIndex, splitByteOrderMark } from '../../src/core/text.js';
import { type EditStep, editStep } from '../../src/testing/edit-scripts.js';
import { versionsOf, workedOn } from '../../src/testing/texts.js';
import type { Kind } from './kind.js';
import { requestsAt, type Told, walk } from './walk.js';
import type { Wire } from './wire.js';

interface Input {
  readonly start: string;
  readonly steps: readonly EditStep[];
  readonly at: number;
  /** Which question is asked after each edit, without waiting for the answer. */
  readonly ask: number;
}

export const editsKind: Kind<Input> = {
  name: 'edits',
  inputs: fc.record({
    start: workedOn,
    steps: fc.array(editStep, { minLength: 1, maxLength: 12 }),
    at: fc.nat(2 ** 20),
    ask: fc.nat(1000),
  }),
  check: async ({ start, steps, at, ask }, bench) => {
    const wire = await bench.server();
    const before = wire.asked;
    const [typed, fresh] = [bench.address(), bench.address()];
    const open = (uri: string, text: string) =>
      wire.notify('textDocument/didOpen', {
        textDocument: { uri, languageId: 'vangnet-case', version: 1, text },
      });
    const versions = versionsOf(start, steps).map((text) => splitByteOrderMark(text).text);
    open(typed, versions[0] as string);
    const colours = new Colours(wire, typed);
    await colours.read();
    const meanwhile: Promise<unknown>[] = [];
    for (const [index, text] of versions.entries()) {
      if (index === 0) continue;
      const change = changeBetween(versions[index - 1] as string, text);
      wire.notify('textDocument/didChange', {
        textDocument: { uri: typed, version: index + 1 },
        contentChanges: [change],
      });
      bench.figures.edits++;
      const askings = requestsAt(typed, { line: 0, character: 0 }, { line: 5, character: 0 });
      const asking = askings[(ask + index * 7) % askings.length];
      if (!asking) continue;
      meanwhile.push(walk(wire, [asking]));
      // Every now and then nobody wants the answer any more: then there is one all the same, and one only.
      if ((ask + index) % 4 === 0) wire.notify('$/cancelRequest', { id: wire.asked });
    }
    await Promise.all(meanwhile);
    const last = versions.at(-1) as string;
    open(fresh, last);
    const lines = new LineIndex(last);
    const [cursor, end] = [Math.floor((at / 2 ** 20) * last.length), last.length];
    const told = async (uri: string) =>
      comparable(await walk(wire, requestsAt(uri, lines.positionAt(cursor), lines.positionAt(end))), uri);
    const [ofTyped, ofFresh] = [await told(typed), await told(fresh)];
    for (const [index, one] of ofFresh.entries())
      assert.deepEqual(ofTyped[index], one, `${one.method} is another after edits than from scratch`);
    assert.equal(ofTyped.length, ofFresh.length);
    assert.deepEqual(
      await colours.read(),
      await new Colours(wire, fresh).read(),
      'colours brought up to date',
    );
    for (const [id, times] of wire.answered) assert.equal(times, 1, `answer ${id} came ${times} times`);
    for (const uri of [typed, fresh]) wire.notify('textDocument/didClose', { textDocument: { uri } });
    bench.count(wire, before);
  },
};

interface Tokens {
  readonly resultId?: string;
  readonly data?: readonly number[];
  readonly edits?: readonly { start: number; deleteCount: number; data?: readonly number[] }[];
}

/** The colours of a document, asked for whole at first and then for what has changed in them. */
class Colours {
  private known: readonly number[] = [];
  private resultId: string | undefined;

  constructor(
    private readonly wire: Wire,
    private readonly uri: string,
  ) {}

  async read(): Promise<readonly number[]> {
    const { resultId: previousResultId } = this;
    const way = previousResultId === undefined ? 'full' : 'full/delta';
    const { result } = await this.wire.request(`textDocument/semanticTokens/${way}`, {
      textDocument: { uri: this.uri },
      ...(previousResultId === undefined ? {} : { previousResultId }),
    });
    const { data, edits, resultId } = (result ?? {}) as Tokens;
    const changed = [...this.known];
    for (const edit of [...(edits ?? [])].sort((a, b) => b.start - a.start))
      changed.splice(edit.start, edit.deleteCount, ...(edit.data ?? []));
    this.known = data ?? changed;
    this.resultId = resultId;
    return this.known;
  }
}

/** The smallest stretch that differs, as an editor would send it. */
function changeBetween(before: string, after: string): object {
  let start = 0;
  const shorter = Math.min(before.length, after.length);
  while (start < shorter && before[start] === after[start]) start++;
  let tail = 0;
  while (tail < shorter - start && before[before.length - 1 - tail] === after[after.length - 1 - tail])
    tail++;
  const lines = new LineIndex(before);
  // Between CR and LF there is no position: then the line break belongs to the change.
  while (start > 0 && before[start - 1] === '\r') start--;
  while (tail > 0 && before[before.length - tail] === '\n') tail--;
  return {
    range: lines.range(start, before.length - tail),
    text: after.slice(start, after.length - tail),
  };
}

/** Without what rightly differs: addresses, versions and the names of results. */
function comparable(told: readonly Told[], uri: string): Told[] {
  return told.map(({ method, result }) => ({
    method,
    result: JSON.parse(
      JSON.stringify(result, (key, value: unknown) =>
        key === 'version' || key === 'resultId' ? undefined : value,
      ).replaceAll(uri, 'file:///x'),
    ) as unknown,
  }));
}
