import { commands, env, type TextEditor, Uri, version, window } from 'vscode';
import { equal, eventually } from '../assert.js';
import {
  closeCase,
  expectShown,
  folder,
  HEAD,
  openCase,
  openSample,
  serverRuns,
  setLanguage,
} from '../case.js';
import { control } from '../control.js';
import { drop, notices, paste as pasteOnPage } from '../driver.js';

const REQUEST = `${HEAD}claim:\n  id: v\n  kind: deferral\n  request:`;

/** Paste as a person does it, and what the editor makes of it. */
describe('pasting', () => {
  let editor: TextEditor;
  const [, minor = 0] = version.split('.').map(Number);
  const itWhereOffered = minor >= 97 ? it : it.skip;

  const paste = async (text: string) => {
    await commands.executeCommand('workbench.action.focusActiveEditorGroup');
    if (control().page) await pasteOnPage(text);
    else {
      await env.clipboard.writeText(text);
      await commands.executeCommand('editor.action.clipboardPasteAction');
    }
  };

  before(async () => {
    await serverRuns();
    await setLanguage('nl');
  });
  after(closeCase);

  itWhereOffered(
    'paragraphs from Word into an empty field makes a block of them; undo brings back what was',
    async () => {
      editor = await openCase(`${REQUEST} █\n`);
      await paste('Zij vraagt:\r\n\r\nuitstel\u00A0van vertrek.\r\n');
      await expectShown(editor, `${REQUEST} >-\n    Zij vraagt:\n\n    uitstel van vertrek.█\n`);
      await commands.executeCommand('undo');
      await expectShown(editor, `${REQUEST} █\n`);
    },
  );

  itWhereOffered('into a text goes on in it', async () => {
    editor = await openCase(`${REQUEST} >-\n    Zij vraagt █\n    van vertrek.\n`);
    await paste('uitstel,\u200B\nen:\nrust');
    await expectShown(
      editor,
      `${REQUEST} >-\n    Zij vraagt uitstel,\n\n    en:\n\n    rust█\n    van vertrek.\n`,
    );
  });

  itWhereOffered('a title with a colon puts it in quotes', async () => {
    editor = await openCase(HEAD.replace('title: Proef', 'title: █'));
    await paste('Ada: een\u00A0zaak');
    await expectShown(editor, HEAD.replace('title: Proef', 'title: "Ada: een zaak"█'));
  });

  it('what needs nothing, and what fits nowhere, is pasted as everywhere', async () => {
    editor = await openCase(HEAD.replace('title: Proef', 'title: De █ zaak'));
    await paste('kleine');
    await expectShown(editor, HEAD.replace('title: Proef', 'title: De kleine█ zaak'));
    editor = await openCase(`${HEAD}█\n`);
    await paste('Losse tekst.');
    await expectShown(editor, `${HEAD}Losse tekst.█\n`);
  });

  for (const [what, text, message] of [
    ['of 5 MB', 'Zij woont hier al heel lang. '.repeat(180_000), 'te lang om passend te maken'],
    ['of what is no text', 'PNG\u0000\u0001\uFFFD', 'geen gewone tekst'],
    ['of another case', `${HEAD}${HEAD.slice(HEAD.indexOf('persons'))}`, 'Dit is een heel zaakbestand'],
  ] as const)
    itWhereOffered(`${what} is told of, and undo takes it away @page`, async function () {
      // The largest takes its time in any host: once is enough.
      if (text.length > 1_000_000 && control().flavour === 'web') this.skip();
      await commands.executeCommand('notifications.clearAll');
      editor = await openCase(`${HEAD}█\n`);
      await paste(text);
      await eventually('the message', async () => (await notices()).includes(message));
      await eventually('the paste', () => editor.document.getText() !== `${HEAD}\n`);
      await commands.executeCommand('undo');
      equal(editor.document.getText(), `${HEAD}\n`);
      await commands.executeCommand('notifications.clearAll');
    });

  it('by the command makes the same of it', async () => {
    editor = await openCase(`${REQUEST} █\n`);
    await env.clipboard.writeText('Zij vraagt:\n\nuitstel.');
    await commands.executeCommand('vangnet.pasteText');
    await expectShown(editor, `${REQUEST} >-\n    Zij vraagt:\n\n    uitstel.█\n`);
    await commands.executeCommand('undo');
    await expectShown(editor, `${REQUEST} █\n`);
  });

  describe('files', () => {
    const text = () => window.activeTextEditor?.document.getText() ?? '';
    let original: string;

    const pasteFile = async (address: string) => {
      await commands.executeCommand('workbench.action.focusActiveEditorGroup');
      await pasteOnPage(address, 'text/uri-list');
    };

    before(async () => {
      await commands.executeCommand('notifications.clearAll');
      original = (await openSample('minimal.case.yaml')).document.getText();
    });
    after(() => commands.executeCommand('workbench.action.revertAndCloseActiveEditor'));

    itWhereOffered('of the folder makes an entry with the path, which undo takes away @page', async () => {
      await pasteFile(String(Uri.joinPath(folder(), 'stukken/Rapport school.pdf')));
      await eventually('a document', () =>
        /documents:\r?\n +- id: \S+\r?\n[\s\S]*file: stukken\/Rapport school\.pdf/.test(text()),
      );
      await commands.executeCommand('undo');
      equal(text(), original);
    });

    for (const [what, name, expected] of [
      [
        'a document',
        'stukken/Rapport arts.pdf',
        /documents:\r?\n +- id: \S+\r?\n[\s\S]*file: stukken\/Rapport arts\.pdf/,
      ],
      [
        'a letter',
        'brieven/Steunbrief.docx',
        /letters:\r?\n +- id: \S+\r?\n[\s\S]*file: brieven\/Steunbrief\.docx/,
      ],
    ] as const)
      it(`dropped with Shift make ${what}, which undo takes away @page`, async () => {
        await drop(String(Uri.joinPath(folder(), name)));
        await eventually(what, () => expected.test(text()));
        await commands.executeCommand('undo');
        equal(text(), original);
      });

    it('dropped from elsewhere change nothing, and it says why @page', async () => {
      await drop('file:///elders/rapport.pdf');
      await eventually('a message', async () => (await notices()).includes('niet in de map van de zaak'));
      equal(text(), original);
      await commands.executeCommand('notifications.clearAll');
    });

    itWhereOffered('from elsewhere changes nothing, and says why @page', async () => {
      await pasteFile('file:///elders/rapport.pdf');
      await eventually('a message', async () => (await notices()).includes('niet in de map van de zaak'));
      equal(text(), original);
      await commands.executeCommand('notifications.clearAll');
    });
  });
});
