/** Clients that count in bytes or characters: the same places, and the same text after any edits. */

import assert from 'node:assert/strict';
import type { DocumentHighlight, SemanticTokens, WorkspaceEdit } from 'vscode-languageserver';
import { dutchCase } from '../src/testing/marked.js';
import { PULLING, TestClient } from './lsp-client.js';

type Encoding = 'utf-8' | 'utf-16' | 'utf-32';
const URI = 'file:///zaken/é.case.yaml';

/** Emoji, CRLF, a lone CR in a comment; the reference at the end of a line with both. */
const TEXT = dutchCase(`
  circumstances:
    - {id: circ, kind: rooted, title: "😀 日本é", persons: [a]} # 😀
    - {kind: medical, title: "👩‍👧 ziek", persons: [onbekend], id: circ-2}
  claim: {id: c, kind: residence-on-hardship, request: "😀é", circumstances: [circ]}
`).replaceAll('\n', '\r\n');

function units(text: string, encoding: Encoding): number {
  if (encoding === 'utf-8') return Buffer.byteLength(text);
  return encoding === 'utf-16' ? text.length : [...text].length;
}

/** Where a place of the text is, counted by hand: lines end at LF, CRLF and a lone CR. */
function place(text: string, offset: number, encoding: Encoding): { line: number; character: number } {
  const lines = text.slice(0, offset).split(/\r\n|\n|\r/);
  return { line: lines.length - 1, character: units(lines.at(-1) as string, encoding) };
}

for (const encoding of ['utf-8', 'utf-16', 'utf-32'] as const)
  for (const mark of ['', '\uFEFF'])
    describe(`a client that counts in ${encoding}${mark && ', with a byte-order mark'}`, function () {
      this.timeout(30_000);
      let client: TestClient;
      let text = '';
      let version = 1;
      const spanOf = (part: string, nth = 0) => {
        let at = -1;
        for (let n = 0; n <= nth; n++) at = text.indexOf(part, at + 1);
        assert.notEqual(at, -1, part);
        return { start: place(text, at, encoding), end: place(text, at + part.length, encoding) };
      };
      const edit = async (part: string, inserted: string) => {
        const range = spanOf(part);
        text = text.replace(part, inserted);
        await client.change(URI, ++version, [{ range, text: inserted }]);
      };

      beforeEach(async () => {
        const general = { positionEncodings: [encoding] };
        client = await TestClient.startHere({
          ...PULLING,
          general,
          textDocument: { ...PULLING.textDocument, semanticTokens: { requests: { full: true } } },
        });
        text = mark + TEXT;
        version = 1;
        await client.open(URI, text);
      });
      afterEach(async () => {
        await client.stop();
      });

      it('is told so, and gets its findings where they are', async () => {
        assert.equal(client.capabilities.positionEncoding, encoding);
        const { items } = await client.pull(URI);
        const unknown = items.find(({ code }) => code === 'unknown-reference');
        assert.deepEqual(unknown?.range, spanOf('onbekend'));
      });

      it('asks and is answered in its own count', async () => {
        const places = await client.connection.sendRequest<DocumentHighlight[]>(
          'textDocument/documentHighlight',
          { textDocument: { uri: URI }, position: spanOf('[circ').end },
        );
        const [own, used] = [spanOf('id: circ'), spanOf('[circ')];
        own.start.character += 4;
        used.start.character += 1;
        assert.deepEqual(
          places.map(({ range }) => range),
          [own, used],
        );
      });

      it('gets tokens as long as it counts them', async () => {
        const { data } = await client.connection.sendRequest<SemanticTokens>(
          'textDocument/semanticTokens/full',
          { textDocument: { uri: URI } },
        );
        const places: string[] = [];
        let [line, character] = [0, 0];
        for (let at = 0; at < data.length; at += 5) {
          const [down, right, length] = data.slice(at, at + 3) as [number, number, number];
          line += down;
          character = down > 0 ? right : character + right;
          places.push(`${line}:${character}-${character + length}`);
        }
        const { start, end } = spanOf('circ-2');
        assert.ok(places.includes(`${start.line}:${start.character}-${end.character}`));
      });

      it('and the server have the same text after every edit', async () => {
        await edit('日本é', 'é\r😀');
        await edit('kind: rooted', 'kind: rootedd');
        await edit('👩‍👧 ziek', '👩‍👧\u2028 heel ziek 🏥');
        await edit('"😀é"', '"😀é", x-noot: "日"');
        if (mark) await edit(`${mark}vangnet`, 'vangnet');
        const fresh = await TestClient.startHere({ ...PULLING, general: { positionEncodings: [encoding] } });
        await fresh.open(URI, text);
        const [followed, whole] = [await client.pull(URI), await fresh.pull(URI)];
        await fresh.stop();
        assert.deepEqual(followed.items, whole.items);
        assert.deepEqual(
          followed.items.find(({ code }) => code === 'unknown-value')?.range,
          spanOf('rootedd'),
        );
        assert.deepEqual(
          followed.items.find(({ code }) => code === 'unknown-reference')?.range,
          spanOf('onbekend'),
        );
      });

      it('renames where it counts', async () => {
        const { documentChanges } = await client.connection.sendRequest<WorkspaceEdit>(
          'textDocument/rename',
          {
            textDocument: { uri: URI },
            position: spanOf('id: circ-2').end,
            newName: 'circ-3',
          },
        );
        const [change] = documentChanges as { edits: { range: object; newText: string }[] }[];
        assert.deepEqual(change?.edits, [{ range: spanOf('circ-2'), newText: 'circ-3' }]);
      });
    });
