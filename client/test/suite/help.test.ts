import { commands, env, Uri, ViewColumn, window, workspace } from 'vscode';
import { equal, eventually, match, ok } from '../assert.js';
import { findings, folder, openSample, putCursor, rangeOf, setLanguage } from '../case.js';
import { control } from '../control.js';
import { hover, inWebview, notices, screenshot, text } from '../driver.js';

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

  it('explains what is set in the configuration @page', async () => {
    const uri = Uri.joinPath(folder(), 'vangnet.config.yaml');
    await workspace.fs.writeFile(uri, new TextEncoder().encode('rules:\n  remedy-late: off\nlanguage: nl\n'));
    try {
      const editor = await window.showTextDocument(uri);
      const opens = async (what: string, page: string) => {
        await window.showTextDocument(editor.document, ViewColumn.One);
        putCursor(editor, rangeOf(editor.document, what).start);
        await commands.executeCommand('vangnet.explainHere');
        await eventually(page, () =>
          window.tabGroups.all.flatMap(({ tabs }) => tabs).some(({ label }) => label.includes(page)),
        );
      };
      await opens('language', 'language.md');
      await opens('remedy-late', 'remedy-late.md');
    } finally {
      await commands.executeCommand('workbench.action.closeAllEditors');
      await workspace.fs.delete(uri);
    }
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

  describe('legal data of another day', () => {
    const setLaw = (name: string | undefined) =>
      workspace
        .getConfiguration('vangnet')
        .update('law.file', name && String(Uri.joinPath(control().folder, name)), true);

    before(async () => {
      await openSample('semon-weak.case.yaml');
      await commands.executeCommand('notifications.clearAll');
    });
    after(async () => {
      await setLaw(undefined);
      await commands.executeCommand('notifications.clearAll');
    });

    it('are not taken from a file of days to come, and it says why @page', async () => {
      await setLaw('law-to-come.json');
      await eventually('the refusal', async () => /niet geladen.*1 januari 2999/s.test(await notices()));
      await commands.executeCommand('notifications.clearAll');
    });

    it('that are old are told of, and not again within the week @page', async () => {
      await setLaw('law-old.json');
      await eventually('the reminder', async () => (await notices()).includes('zijn van 1-1-2020'));
      await screenshot('law-reminder');
      await commands.executeCommand('notifications.clearAll');
      await commands.executeCommand('vangnet.restartServer');
      const entry = '.statusbar-item[id="status.languageStatus"]';
      await openSample('semon-weak.case.yaml');
      await eventually('the old state of the law, from the file', async () => {
        await hover(entry);
        const shown = (await text('.hover-language-status:has-text("recht per")')) ?? '';
        return shown.includes('1-1-2020');
      });
      equal((await notices()).includes('1-1-2020'), false);
    });
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
