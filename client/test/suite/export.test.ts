import { commands, Uri, window, workspace } from 'vscode';
import { equal, eventually, ok } from '../assert.js';
import { folder, HEAD, openSample, serverRuns, setLanguage } from '../case.js';
import { click, notices, press, screenshot, text } from '../driver.js';
import { answer, asked, WIDGET } from '../quick.js';

/** From a case to files to take along, by the commands of the editor. */
describe('exports', () => {
  const at = (name: string) => Uri.joinPath(folder(), name);
  const read = (name: string) => Promise.resolve(workspace.fs.readFile(at(name))).catch(() => undefined);
  const write = (name: string, content: string) =>
    workspace.fs.writeFile(at(name), new TextEncoder().encode(content));
  const saysOf = (label: string, choice: string) =>
    eventually(label, async () => ((await text('.notifications-center')) ?? '').includes(choice));

  before(async () => {
    await serverRuns();
    await setLanguage('nl');
    await write('kantoor/een.case.yaml', HEAD);
    await write(
      'kantoor/twee.case.yaml',
      `${HEAD}letters:\n  - {id: b, from: {role: school}, status: planned}\n`,
    );
  });
  after(async () => {
    await commands.executeCommand('notifications.clearAll');
    await commands.executeCommand('workbench.action.closeAllEditors');
    await workspace.fs.delete(at('kantoor'), { recursive: true });
    if (await read('semon-verzoek.docx')) await workspace.fs.delete(at('semon-verzoek.docx'));
  });

  it('the request as a Word document, beside the case, where the person says @page', async function () {
    this.timeout(90_000);
    await openSample('semon.case.yaml');
    const done = commands.executeCommand('vangnet.export');
    await asked('Exporteren');
    await screenshot('export');
    await answer('Exporteren', 'Het verzoek');
    await answer('Exporteren: Het verzoek', 'Word');
    await eventually('where to', async () =>
      ((await text(`${WIDGET} .quick-input-action`)) ?? '').includes('OK'),
    );
    await press('Enter');
    const written = await eventually('the document', () => read('semon-verzoek.docx'));
    equal(new TextDecoder().decode(written.slice(0, 2)), 'PK', 'a zip, as Word files are');
    await commands.executeCommand('notifications.showList');
    await saysOf('that it is there', 'semon-verzoek.docx is gemaakt');
    await commands.executeCommand('notifications.clearAll');
    await done;
  });

  it('why there is nothing to make is said in words @page', async () => {
    await openSample('semon.case.yaml');
    const done = commands.executeCommand('vangnet.letterRequests');
    await eventually('the reason', async () => {
      await commands.executeCommand('notifications.showList');
      return ((await text('.notifications-center')) ?? '').includes('planned');
    });
    await commands.executeCommand('notifications.clearAll');
    await done;
  });

  it('of several cases lie beside them, and replace nothing unasked @page', async function () {
    this.timeout(90_000);
    await write('kantoor/een-zaak.md', 'van iemand anders');
    const both = [at('kantoor/een.case.yaml'), at('kantoor/twee.case.yaml')];
    const choose = async (reply: string) => {
      const done = commands.executeCommand('vangnet.export', both[0], both);
      await answer('Exporteren', 'De hele zaak');
      await answer('Exporteren: De hele zaak', 'Markdown');
      await asked('Wilt u ze vervangen?');
      await screenshot('export-replace');
      await answer('Wilt u ze vervangen?', reply);
      await done;
    };
    await choose('Overslaan');
    equal(new TextDecoder().decode(await read('kantoor/een-zaak.md')), 'van iemand anders');
    ok((await read('kantoor/twee-zaak.md'))?.length, 'the other one is made');
    await choose('Vervangen');
    ok(new TextDecoder().decode(await read('kantoor/een-zaak.md')).includes('Proef'));
  });
});

describe('exports of the whole folder', () => {
  const at = (name: string) => Uri.joinPath(folder(), name);
  // In the language of each case.
  const made = () => workspace.findFiles('**/*-{tijdlijn,zeitleiste}.json');
  const choose = async () => {
    await answer('Exporteren', 'De tijdlijn');
    await answer('Exporteren: De tijdlijn', 'JSON');
  };

  before(async () => {
    await serverRuns();
    await setLanguage('nl');
  });
  afterEach(async () => {
    await commands.executeCommand('notifications.clearAll');
    for (const file of await made()) await workspace.fs.delete(file);
  });

  it('show how far they are, and broken off half way have written nothing @page', async function () {
    this.timeout(120_000);
    const text = new TextEncoder().encode(HEAD);
    // Enough of them to be in time with breaking off.
    for (let number = 0; number < 80; number++)
      await workspace.fs.writeFile(at(`veel/zaak-${number}.case.yaml`), text);
    try {
      const done = commands.executeCommand('vangnet.exportFolder');
      await choose();
      await eventually('how far it is', async () => /\d+\/\d+ .+\.case\.yaml/.test(await notices()));
      await screenshot('export-progress');
      await click('.notifications-center .monaco-button:has-text("Cancel")');
      await done;
      equal((await made()).length, 0, 'nothing was written');
      ok(!(await notices()).includes('Bestanden gemaakt'), 'and nothing is said to be');
    } finally {
      await workspace.fs.delete(at('veel'), { recursive: true });
    }
  });

  it('say of a large case that it takes a while, and let the person break it off @page', async function () {
    this.timeout(120_000);
    const large = at('groot/groot.case.yaml');
    const event = '  - {date: 2013, title: Verhuisd}\n';
    await workspace.fs.writeFile(
      large,
      new TextEncoder().encode(`${HEAD}timeline:\n${event.repeat(60_000)}`),
    );
    try {
      const done = commands.executeCommand('vangnet.export', large);
      await choose();
      await eventually('that it takes a while', async () => (await notices()).includes('maakt bestanden'));
      await click('.notifications-center .monaco-button:has-text("Cancel")');
      // Else it would wait for where the file is to go.
      await done;
      equal((await made()).length, 0, 'nothing was written');
    } finally {
      await workspace.fs.delete(at('groot'), { recursive: true });
    }
  });

  it('lie beside their cases @page', async function () {
    this.timeout(60_000);
    const cases = await workspace.findFiles('**/*.{case,zaak}.{yaml,yml}');
    const done = commands.executeCommand('vangnet.exportFolder');
    await choose();
    await done;
    equal((await made()).length, cases.length);
    await eventually('how many', async () => (await notices()).includes(`zaak: ${cases.length}`));
  });
});

describe('the first steps', () => {
  it('are ticked off by themselves as they are taken @page', async () => {
    const appears = (step: string, isDone: boolean) =>
      text(`.gettingStartedContainer [data-done-step-id$="#${step}"][aria-checked="${isDone}"]`);
    await setLanguage('nl');
    await commands.executeCommand('resetGettingStartedProgress');
    await openSample('semon-weak.case.yaml');
    await commands.executeCommand('vangnet.getStarted');
    await appears('mend', false);
    await click('.gettingStartedContainer .getting-started-step:has-text("Verbeter punt voor punt")');
    await click('.gettingStartedContainer .getting-started-step.expanded .monaco-button');
    await commands.executeCommand('vangnet.getStarted');
    await appears('mend', true);
    await appears('letters', false);
    await screenshot('walkthrough-ticked');
    await commands.executeCommand('resetGettingStartedProgress');
    await commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('are there in the person’s language, with their drawings @page', async () => {
    await setLanguage('nl');
    await commands.executeCommand('workbench.action.closeSidebar');
    await commands.executeCommand('vangnet.getStarted');
    await eventually('the walkthrough', async () =>
      ((await text('.gettingStartedContainer')) ?? '').includes('Begin een zaak'),
    );
    await screenshot('walkthrough');
    await commands.executeCommand('workbench.view.explorer');
    await commands.executeCommand('workbench.action.closeAllEditors');
    equal(window.activeTextEditor, undefined);
  });
});

describe('the keys', () => {
  it('of ours are free in VS Code', async () => {
    await commands.executeCommand('workbench.action.openDefaultKeybindingsFile');
    const document = await eventually('the list', () => window.activeTextEditor?.document);
    const all = document
      .getText()
      .matchAll(/"key": "([^"]+)",\s*"command": "([^"]+)"(?:,\s*"when": "([^"]*)")?/g);
    const others = [...all].filter(
      ([, key, command, when]) =>
        ['ctrl+f8', 'ctrl+shift+f8'].includes(key ?? '') &&
        !command?.startsWith('vangnet.') &&
        !when?.includes('markdown'),
    );
    equal(JSON.stringify(others.map(([line]) => line)), '[]');
    await commands.executeCommand('workbench.action.closeActiveEditor');
  });
});
