import { commands, type TextEditor, Uri, window, workspace } from 'vscode';
import { equal, eventually, match, ok } from '../assert.js';
import { closeCase, findings, folder, openCase, openSample, putCursor, rangeOf, serverRuns, setLanguage, shown } from '../case.js';
import { click, press, screenshot, text, type } from '../driver.js';
import { answer, asked, tick } from '../quick.js';

describe('forms', () => {
  before(async () => {
    await serverRuns();
    await setLanguage('nl');
  });
  after(closeCase);

  it('new case @page', async function () {
    this.timeout(60_000);
    const done = commands.executeCommand('vangnet.newCase.nl');
    await answer('Soort zaak');
    await answer('Naam of pseudoniem', 'Noor Voorbeeld');
    await screenshot('new-2');
    await answer('Staan er echte gegevens in?');
    await answer('Titel');
    await answer('Geboortedatum', '4-9-1986');
    await asked('Nationaliteit');
    await screenshot('new-3');
    await answer('Nationaliteit', 'Irak');
    await answer('aankomst', '2013');
    await answer('Eerste aanvraag', '2013-05');
    await asked('schrijnend');
    await screenshot('new-4');
    await tick('schrijnend', 'Medisch', 'Worteling');
    await answer('Organisatie');
    await done;
    await new Promise((r) => setTimeout(r, 1500));
    await screenshot('new-5');
    console.log(shown(window.activeTextEditor as TextEditor));
    console.log(String(window.activeTextEditor?.document.uri));
  });
  it('overview @page', async function () {
    this.timeout(60_000);
    await commands.executeCommand('workbench.action.closeQuickOpen');
    await openSample('semon-weak.case.yaml');
    await commands.executeCommand('vangnet.overview.focus');
    await new Promise((r) => setTimeout(r, 2000));
    await screenshot('overview-1');
  });
});
