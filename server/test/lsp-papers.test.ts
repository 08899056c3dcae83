/** The case to read, and exports, over real stdio. */

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { strFromU8, unzipSync } from 'fflate';
import { CancellationTokenSource, ErrorCodes, LSPErrorCodes } from 'vscode-languageserver';
import type { ExportAnswer, ReadableAnswer } from '../src/lsp/features/papers.js';
import { dutchCase } from '../src/testing/marked.js';
import { PULLING, TestClient } from './lsp-client.js';

const URI = 'file:///cases/voor%20beeld.case.yaml';

describe('papers by the server', function () {
  this.timeout(20_000);
  let client: TestClient;
  let text = '';
  const ask = <T>(method: string, more: object = {}, uri = URI) =>
    client.connection.sendRequest<T>(`vangnet/${method}`, { textDocument: { uri }, ...more });
  const refused = (request: Promise<unknown>, code: number, message: RegExp) =>
    assert.rejects(request, (error: { code: number; message: string }) => {
      assert.equal(error.code, code);
      assert.match(error.message, message);
      return true;
    });

  before(async () => {
    text = await readFile('server/test/export/voorbeeld.case.yaml', 'utf8');
    client = await TestClient.start(PULLING, { language: 'en' });
    await client.open(URI, text);
  });
  after(async () => {
    assert.equal(await client.stop(), 0);
  });

  it('tell the case in the person’s language, with a body to show and where each part stands', async () => {
    const answer = await ask<ReadableAnswer>('readable');
    assert.equal(answer.version, 1);
    assert.equal(answer.language, 'en');
    assert.match(answer.html, /<h2 id="vn-heading-\d+">Summary<\/h2>/);
    assert.match(answer.html, /<svg class="vn-picture"/);
    assert.match(answer.style, /\.vangnet/);
    const [first] = answer.case?.circumstances ?? [];
    assert.ok(first && text.slice(first.at.start, first.at.end).startsWith('id: circ-thuis'));
    assert.equal((await ask<ReadableAnswer>('readable', { language: 'de' })).language, 'de');
  });

  it('follow what is typed', async () => {
    await client.change(URI, 2, [{ text: text.replace('Thuis in Nederland', 'Geworteld') }]);
    const { version, case: told } = await ask<ReadableAnswer>('readable');
    assert.equal(version, 2);
    assert.equal(told?.circumstances[0]?.title, 'Geworteld');
  });

  it('export in the language of the case, text or bytes, with a name for the file', async () => {
    const page = await ask<ExportAnswer>('export', { what: 'request', to: 'html' });
    assert.equal(page.name, 'voor beeld-verzoek.html');
    assert.match(page.text ?? '', /<html lang="nl">/);
    const word = await ask<ExportAnswer>('export', { what: 'letters', to: 'docx', language: 'en' });
    assert.equal(word.name, 'voor beeld-letters.docx');
    assert.equal(
      Buffer.from(word.base64 ?? '', 'base64')
        .subarray(0, 2)
        .toString(),
      'PK',
    );
    const terms = await ask<ExportAnswer>('export', { what: 'case', to: 'ics' });
    assert.match(terms.text ?? '', /BEGIN:VCALENDAR/);
  });

  describe('of a large case', () => {
    const LARGE = 'file:///cases/groot.case.yaml';
    const events = Array.from({ length: 5000 }, (_, n) => `  - {id: e${n}, date: 2013, title: T${n}}\n`);
    const large = dutchCase(`timeline:\n${events.join('')}`);
    const hover = () =>
      client.connection.sendRequest('textDocument/hover', {
        textDocument: { uri: LARGE },
        position: { line: 2, character: 4 },
      });
    const word = () => ask<ExportAnswer>('export', { what: 'case', to: 'docx' }, LARGE);
    before(async () => {
      await client.open(LARGE, large);
      assert.ok(await hover());
    });

    it('leave room for other answers while they are made, and are whole', async () => {
      const answered: string[] = [];
      const paper = word().finally(() => answered.push('paper'));
      const others = [hover(), hover()].map((one) => one.finally(() => answered.push('hover')));
      await Promise.all(others);
      assert.deepEqual(answered, ['hover', 'hover']);
      const { base64 = '' } = await paper;
      const xml = strFromU8(unzipSync(Buffer.from(base64, 'base64'))['word/document.xml'] as Uint8Array);
      assert.match(xml, />T4999</);
    });

    it('are of one version, whatever is typed meanwhile', async () => {
      const page = () => ask<ExportAnswer>('export', { what: 'case', to: 'json' }, LARGE);
      const before = await page();
      const making = page();
      await hover();
      await client.change(LARGE, 2, [{ text: large.replaceAll('title: T', 'title: U') }]);
      const [made] = await Promise.all([making, hover()]);
      assert.ok(made.text === before.text || !/"title": "T\d/.test(made.text ?? ''));
      assert.match((await page()).text ?? '', /"title": "U4999"/);
    });

    it('stop at once when they aren’t wanted any more, those that wait for their turn too', async () => {
      const sources = [new CancellationTokenSource(), new CancellationTokenSource()];
      const papers = sources.map(({ token }) =>
        client.connection.sendRequest(
          'vangnet/export',
          { textDocument: { uri: LARGE }, what: 'case', to: 'docx' },
          token,
        ),
      );
      await hover();
      for (const source of sources) source.cancel();
      for (const paper of papers) await refused(paper, LSPErrorCodes.RequestCancelled, /./);
      assert.ok((await word()).base64);
    });
  });

  it('refuse what they don’t understand, and say kindly what there is nothing for', async () => {
    await refused(
      ask('export', { what: 'all', to: 'md' }),
      ErrorCodes.InvalidParams,
      /^what: one of request/,
    );
    await refused(ask('export', { what: 'case', to: 'pdf' }), ErrorCodes.InvalidParams, /^to: one of docx/);
    await refused(ask('readable', { language: 'fr' }), ErrorCodes.InvalidParams, /^language/);
    await refused(
      client.connection.sendRequest('vangnet/readable', {}),
      ErrorCodes.InvalidParams,
      /^textDocument/,
    );
    const other = 'file:///cases/leeg.case.yaml';
    await client.open(other, 'vangnet: 1\n');
    await refused(
      ask('export', { what: 'case', to: 'md' }, other),
      LSPErrorCodes.RequestFailed,
      /^There is no case in this file yet\.$/,
    );
    assert.equal(await ask('export', { what: 'case', to: 'md' }, 'file:///cases/niet-open.case.yaml'), null);
  });
});
