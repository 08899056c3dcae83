import { commands, env, Uri, window, workspace } from 'vscode';
import { equal, eventually, match, ok } from '../assert.js';
import { findings, folder, openSample, putCursor, rangeOf, setLanguage } from '../case.js';
import { hover, inWebview, screenshot, text } from '../driver.js';

const CANARY = 'Kanarievogel';

/** Explanations, the state of the law, and what a helper is told. */
describe('help', () => {
  before(() => setLanguage('nl'));
  after(() => commands.executeCommand('workbench.action.closeAllEditors'));

  it('explains the field under the cursor beside the case @page', async () => {
    const editor = await openSample('semon-weak.case.yaml');
    await eventually('findings', () => findings(editor.document).length > 0);
    putCursor(editor, rangeOf(editor.document, 'scope', '\nclaim:').start);
    await commands.executeCommand('vangnet.explainHere');
    const label = await eventually('the page', async () =>
      window.tabGroups.all.flatMap(({ tabs }) => tabs).find((tab) => tab.label.includes('claim.scope')),
    );
    ok(label.group.viewColumn > 1, 'beside the case');
    await eventually('its text', async () => /reikwijdte/i.test((await text(inWebview('h1'))) ?? ''));
    await screenshot('explain-field');
  });

  it('has its pages without a network', async () => {
    const page = async (name: string) =>
      (
        await workspace.openTextDocument(Uri.from({ scheme: 'vangnet-docs', path: `/nl/${name}.md` }))
      ).getText();
    match(await page('field/claim.scope'), /^# .*reikwijdte/i);
    match(await page('index'), /\(field\/person\.birthDate\.md\)/);
    match(await page('law'), /Recht per \d+-\d+-\d{4}/);
    match(await page('remedy-late'), /juridisch advies/);
  });

  it('says which state of the law it goes by @page', async () => {
    await openSample('semon-weak.case.yaml');
    const entry = '.statusbar-item[id="status.languageStatus"]';
    await eventually('the state of the law', async () => {
      await hover(entry);
      return /recht per \d+-\d+-\d{4}/.test(
        (await text('.hover-language-status:has-text("recht per")')) ?? '',
      );
    });
    await screenshot('law-status');
  });

  it('copies what a helper needs to know, and nothing of a case', async () => {
    const uri = Uri.joinPath(folder(), `${CANARY}.case.yaml`);
    const body = `vangnet: 1\ncase:\n  id: ${CANARY}\n  title: ${CANARY}\n${CANARY}: ${CANARY}\npersons:\n  - id: ${CANARY.toLowerCase()}\n    name: ${CANARY}\n`;
    await workspace.fs.writeFile(uri, new TextEncoder().encode(body));
    try {
      const document = await workspace.openTextDocument(uri);
      await window.showTextDocument(document);
      await eventually('findings', () => findings(document).length > 0);
      await commands.executeCommand('vangnet.copySupport');
      const copied = await env.clipboard.readText();
      match(copied, /Vangnet: \d+\.\d+\.\d+\n {2}law: \d{4}-\d{2}-\d{2}, \d+, own/);
      match(copied, /open case files: [1-9]/);
      match(copied, /unknown-key: [1-9]/);
      equal(copied.toLowerCase().includes(CANARY.toLowerCase()), false);
      equal(copied.includes(folder().path), false);
    } finally {
      await commands.executeCommand('workbench.action.closeActiveEditor');
      await workspace.fs.delete(uri);
    }
  });
});
