import { commands, window } from 'vscode';
import { eventually, ok } from '../assert.js';
import { closeCase, openSample, putCursor, rangeOf, serverRuns, setLanguage } from '../case.js';
import { inWebview, screenshot, text } from '../driver.js';

describe('the preview', () => {
  before(async () => {
    await serverRuns();
    await setLanguage('nl');
  });
  after(closeCase);

  it('shows the case beside the editor @page', async function () {
    this.timeout(60_000);
    const editor = await openSample('semon.case.yaml');
    await commands.executeCommand('vangnet.preview');
    await eventually('the case', async () => ((await text(inWebview('#paper h1'))) ?? '').includes('Sem'));
    await new Promise((r) => setTimeout(r, 1000));
    await screenshot('preview-1');
    putCursor(editor, rangeOf(editor.document, 'id: brief').start);
    await new Promise((r) => setTimeout(r, 1000));
    await screenshot('preview-2');
    ok(window.activeTextEditor === editor);
  });
});
