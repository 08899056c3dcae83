/** The built server over real stdio. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { Hover, MarkupContent } from 'vscode-languageserver';
import { applyEdits } from '../src/core/edits/draft.js';
import { LineIndex } from '../src/core/text.js';
import { say } from '../src/core/words/words.js';
import { firstSentenceApart } from '../src/lsp/to-lsp.js';
import { analyseText } from '../src/testing/marked.js';
import { type CodeAction, type Diagnostic, PULLING, TestClient } from './lsp-client.js';

const WEAK = readFileSync('samples/semon-weak.case.yaml', 'utf8');
const URI = 'file:///cases/semon.case.yaml';

/** What the command line would say of the text, as the server puts it. */
function expected(text: string, language: 'nl' | 'en' | 'de'): string[] {
  const analysis = analyseText(text, { today: today() });
  return analysis.findings.map((finding) => {
    const { start, end } = analysis.document.lines.range(finding.start, finding.end);
    return `${start.line}:${start.character}-${end.line}:${end.character} ${finding.rule} ${firstSentenceApart(say(finding.message, language))}`;
  });
}

function today(): string {
  const now = new Date();
  return `${now.getFullYear()}-${now.getMonth() + 1}-${now.getDate()}`;
}

function shown(diagnostics: readonly Diagnostic[]): string[] {
  return diagnostics.map(
    ({ range, code, message }) =>
      `${range.start.line}:${range.start.character}-${range.end.line}:${range.end.character} ${code} ${message}`,
  );
}

function applied(text: string, action: CodeAction): string {
  const lines = new LineIndex(text);
  const edits = action.edit.documentChanges?.[0]?.edits ?? Object.values(action.edit.changes ?? {})[0] ?? [];
  return applyEdits(
    text,
    edits.map(({ range, newText }) => ({
      start: lines.offsetAt(range.start),
      end: lines.offsetAt(range.end),
      text: newText,
    })),
  );
}

describe('the language server over stdio', function () {
  this.timeout(30_000);
  let client: TestClient;

  describe('with a client that pulls', () => {
    let complaints = '';
    before(async () => {
      client = await TestClient.start(PULLING, { language: 'nl' });
      client.process.stderr?.on('data', (chunk) => {
        complaints += chunk;
      });
    });
    after(async () => {
      assert.equal(await client.stop(), 0);
      // Node and V8 complain there of what they don't know.
      assert.equal(complaints, '');
    });

    it('finds in Sem’on weak what the core finds, both headline findings among it', async () => {
      await client.open(URI, WEAK);
      const { items } = await client.pull(URI);
      assert.deepEqual(shown(items), expected(WEAK, 'nl'));
      const rules = items.map(({ code }) => code);
      assert.ok(rules.includes('first-procedure-only') && rules.includes('supporting-letters-missing'));
    });

    it('leads from a finding to the law it rests on, for who has no pages of ours', async () => {
      const { items } = await client.pull(URI);
      const leading = items as (Diagnostic & { codeDescription?: { href: string } })[];
      const find = (rule: string) => leading.find(({ code }) => code === rule)?.codeDescription?.href;
      assert.equal(find('proportionality-missing'), 'https://wetten.overheid.nl/BWBR0005537');
      assert.ok(
        leading.some((one) => one.codeDescription === undefined),
        'not every check rests on law',
      );
    });

    it('answers ‘unchanged’ to who has the result already', async () => {
      const { resultId } = await client.pull(URI);
      assert.deepEqual(await client.pull(URI, resultId), { kind: 'unchanged', resultId });
    });

    it('tells what stands under the pointer, in plain text for who shows no other', async () => {
      const line = WEAK.split('\n').findIndex((one) => one.includes('scope: first-procedure'));
      const hover = await client.connection.sendRequest<Hover>('textDocument/hover', {
        textDocument: { uri: URI },
        position: { line, character: 4 },
      });
      const { kind, value } = hover.contents as MarkupContent;
      assert.equal(kind, 'plaintext');
      assert.match(value, /^scope · /);
      assert.deepEqual(hover.range, { start: { line, character: 2 }, end: { line, character: 7 } });
    });

    it('pushes nothing to a client that asks', () => {
      assert.equal(client.published.size, 0);
    });

    it('follows edits, and finds the same as in the text as a whole', async () => {
      let text = WEAK;
      let version = 1;
      const lines = new LineIndex(text);
      const edits: [number, number, string][] = [
        [text.indexOf('title:'), text.indexOf('title:') + 1, 'T'],
        [text.indexOf('scope: '), text.indexOf('scope: '), '😀'],
        [text.length, text.length, '\nletters:\n\t- x'],
      ];
      for (const [start, end, inserted] of edits.reverse()) {
        text = text.slice(0, start) + inserted + text.slice(end);
        await client.change(URI, ++version, [{ range: lines.range(start, end), text: inserted }]);
      }
      const { items } = await client.pull(URI);
      assert.deepEqual(shown(items), expected(text, 'nl'));
      await client.change(URI, ++version, [{ text: WEAK }]);
      assert.deepEqual(shown((await client.pull(URI)).items), expected(WEAK, 'nl'));
    });

    it('offers the fixes as edits that clear the finding, bound to the version', async () => {
      const { items } = await client.pull(URI);
      for (const rule of ['supporting-letters-missing', 'first-procedure-only']) {
        const finding = items.find(({ code }) => code === rule) as Diagnostic;
        const actions = await client.codeActions(URI, finding.range);
        const preferred = actions.find(
          (action) =>
            action.isPreferred &&
            applied(WEAK, action) !== WEAK &&
            !analyseText(applied(WEAK, action)).findings.some((f) => f.rule === rule),
        );
        assert.ok(preferred, `no preferred fix clears ${rule}`);
        assert.equal(typeof preferred.edit.documentChanges?.[0]?.textDocument.version, 'number');
      }
    });

    it('answers fix-all with one edit, and only who asks for it', async () => {
      const uri = 'file:///cases/fix.case.yaml';
      const text =
        'vangnet: 1\ncase:\n\tid: x\n\ttitle: 2013\n\tjurisdiction: nl\n\tconfidentiality: fictional\npersons:\n  - id: a\n    nam: Ada\n    role: applicant\n';
      await client.open(uri, text);
      const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
      const [action] = await client.codeActions(uri, range, ['source.fixAll']);
      assert.ok(action);
      assert.equal(
        applied(text, action),
        text.replaceAll('\t', '  ').replace('2013', '"2013"').replace('nam:', 'name:'),
      );
      assert.ok((await client.codeActions(uri, range)).every(({ kind }) => kind === 'quickfix'));
    });

    it('changes its language without a restart, and asks to be asked again', async () => {
      const before = client.refreshes;
      await client.connection.sendNotification('workspace/didChangeConfiguration', {
        settings: { vangnet: { language: 'de' } },
      });
      assert.deepEqual(shown((await client.pull(URI)).items), expected(WEAK, 'de'));
      assert.equal(client.refreshes, before + 1);
    });

    it('serves a rule’s page, and refuses what is no rule', async () => {
      const page = await client.connection.sendRequest<string>('vangnet/ruleDocs', {
        rule: 'first-procedure-only',
        language: 'nl',
      });
      assert.match(page, /# Verzoek beperkt tot de eerste procedure/);
      assert.match(page, /geen juridisch advies/);
      assert.equal(await client.connection.sendRequest('vangnet/ruleDocs', { rule: 'no-such' }), null);
      await assert.rejects(client.connection.sendRequest('vangnet/ruleDocs', null));
      assert.equal(await client.connection.sendRequest('vangnet/ping'), null);
    });

    it('survives strange requests', async () => {
      await assert.rejects(client.connection.sendRequest('no/such/method'));
      await client.connection.sendNotification('textDocument/didClose', {
        textDocument: { uri: 'file:///never-opened.case.yaml' },
      });
      await client.change('file:///never-opened.case.yaml', 2, [{ text: 'x' }]);
      assert.deepEqual((await client.pull('file:///never-opened.case.yaml')).items, []);
      assert.deepEqual(
        await client.codeActions('file:///never-opened.case.yaml', {
          start: { line: 9, character: 9 },
          end: { line: 1, character: 1 },
        }),
        [],
      );
    });

    it('cancels what is not wanted any more', async () => {
      const uri = 'file:///cases/long.case.yaml';
      const item =
        '  - id: ev-N\n    date: 2010\n    title: Iets gebeurd\n    description: >-\n      Een zin.\n';
      const long = `vangnet: 1\ncase: {id: x, title: t, jurisdiction: nl, confidentiality: fictional}\npersons: [{id: a, name: A, role: applicant}]\ntimeline:\n${Array.from({ length: 3000 }, (_, n) => item.replace('N', String(n))).join('')}`;
      await client.open(uri, long);
      const stale = client.codeActions(uri, {
        start: { line: 0, character: 0 },
        end: { line: 1, character: 0 },
      });
      await client.change(uri, 2, [
        { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, text: '# x\n' },
      ]);
      await assert.rejects(stale, (error: { code: number }) => error.code === -32801);
      assert.ok((await client.pull(uri)).items.length > 0);
      await client.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
    });
  });

  describe('with a client that has only base capabilities', () => {
    before(async () => {
      client = await TestClient.start({});
    });
    after(async () => {
      await client.stop();
    });

    it('pushes, with the version, in the language of the file; and clears on close', async () => {
      await client.open(URI, WEAK, 7);
      assert.deepEqual(shown(await client.pushed(URI, 7)), expected(WEAK, 'nl'));
      await client.connection.sendNotification('textDocument/didClose', { textDocument: { uri: URI } });
      assert.deepEqual(await client.pushed(URI, undefined as unknown as number), []);
    });
  });

  it('ends, so that it can be started again, when the frames are broken', async () => {
    const broken = await TestClient.start({});
    const ended = new Promise<number | null>((resolve) => broken.process.once('exit', resolve));
    broken.process.stdin?.write('Content-Length: abc\r\n\r\n{}');
    assert.equal(await ended, 1);
    broken.connection.dispose();
  });
});
