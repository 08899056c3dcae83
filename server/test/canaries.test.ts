/** What a case says stays out of every log, however much the server is made to tell, and when it dies. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { begin, exportsOf, requestsAt, walk } from './fuzz/walk.js';
import { Wire } from './fuzz/wire.js';

/** In names, ids, dates, prose, comments, keys, broken lines and the file's own name. */
const CANARIES = ['Kanarie', 'Zangvogel', 'Kooivogel'];
const WEAK = readFileSync('samples/semon-weak.case.yaml', 'utf8');
const TEXTS = [
  WEAK.replaceAll(/Sem’on|Sem'on/g, 'Kanarie').replace('title:', 'title: Zangvogel #'),
  `${WEAK}\nKooivogel: {Zangvogel: [Kanarie\n`,
  `${WEAK}\n  Kanarie: "Zangvogel\n- Kooivogel\n\t- Kanarie: *Zangvogel\n`,
  `${WEAK.replaceAll(/id: (\S+)/g, 'id: Kanarie-$1')}\nx-a: &Kooivogel [*Kooivogel]\n<<: *Kanarie\n`,
  '%Kanarie Zangvogel\n--- !!Kooivogel\n',
];

async function open(wire: Wire, uri: string, text: string): Promise<void> {
  wire.notify('textDocument/didOpen', {
    textDocument: { uri, languageId: 'vangnet-case', version: 1, text },
  });
  const last = text.split('\n').length - 1;
  for (const line of [1, 8, Math.floor(last / 2), last])
    await walk(wire, requestsAt(uri, { line, character: 9 }, { line: last, character: 0 }));
}

function assertSilent(wire: Wire): void {
  const said = wire.said.join('\n');
  for (const canary of [...CANARIES, 'file:', 'circ-']) assert.ok(!said.includes(canary), `said: ${said}`);
}

describe('logs', function () {
  this.timeout(60_000);

  it('hold nothing of a case, with the trace at its most talkative', async () => {
    const wire = Wire.start();
    await begin(wire, { trace: 'verbose' });
    wire.notify('$/setTrace', { value: 'verbose' });
    for (const [index, text] of TEXTS.entries()) {
      const uri = `file:///Zangvogel/Kanarie-${index}.case.yaml`;
      await open(wire, uri, text);
      await walk(wire, exportsOf(uri).slice(0, 4));
    }
    wire.notify('workspace/didChangeConfiguration', { settings: { vangnet: { language: 'Kanarie' } } });
    wire.notify('no/such/Kanarie', { text: 'Kanarie' });
    await wire.request('no/such/method', { text: 'Kanarie' });
    await wire.request('textDocument/hover', { textDocument: 'Kanarie' });
    await wire.request('vangnet/export', {
      textDocument: { uri: 'Kanarie' },
      what: 'Kanarie',
      to: 'Kanarie',
    });
    assert.ok(wire.isAlive);
    assertSilent(wire);
    await wire.stop();
  });

  it('hold nothing of what could not be read', async () => {
    for (const bytes of [
      'Content-Length: 24\r\n\r\n{"Kanarie": Zangvogel}   ',
      'Content-Length: Kanarie\r\n\r\n{"Zangvogel": 1}',
      'Kanarie: Zangvogel\r\n\r\n',
    ]) {
      const wire = Wire.start();
      await begin(wire);
      await open(wire, 'file:///Kanarie.case.yaml', TEXTS[0] as string);
      wire.raw(bytes);
      await wire.end();
      assertSilent(wire);
    }
  });

  it('hold nothing when the process dies with a case in its memory', async () => {
    const wire = Wire.start({ nodeArgs: ['--max-old-space-size=40'] });
    await begin(wire);
    const item = '  - {id: Kanarie-N, date: 2013, title: Zangvogel}\n';
    const text = `${WEAK}\ntimeline:\n${Array.from({ length: 60_000 }, (_, n) => item.replace('N', `${n}`)).join('')}`;
    await open(wire, 'file:///Kanarie.case.yaml', text).catch(() => undefined);
    assert.ok(!wire.isAlive, 'the process was to run out of memory');
    assertSilent(wire);
  });
});
