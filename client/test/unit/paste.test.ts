import assert from 'node:assert/strict';
import { isAtLeast, pasteApiOf } from '../../src/paste/pasteApi.js';
import { isEvidence, relativePath } from '../../src/paste/paths.js';
import { cloudOf, isReal, sendersAmong } from '../../src/privacy/sharing.js';
import { sharingPage } from '../../src/privacy/sharingPage.js';

describe('a file that is dropped on a case', () => {
  it('is evidence by its kind', () => {
    for (const path of ['/a/b.pdf', 'B.PDF', 'x.docx', 'foto.JPG', 'é.heic'])
      assert.ok(isEvidence(path), path);
    for (const path of ['a.yaml', 'pdf', 'a.exe', 'a.pdf.zip', '']) assert.ok(!isEvidence(path), path);
  });

  it('is named from the case file on', () => {
    for (const [from, to, path] of [
      ['/z/a.case.yaml', '/z/b.pdf', 'b.pdf'],
      ['/z/a.case.yaml', '/z/stukken/b c.pdf', 'stukken/b c.pdf'],
      ['/z/zaken/a.case.yaml', '/z/stukken/b.pdf', '../stukken/b.pdf'],
      ['/z/zaken/a/a.case.yaml', '/z/zaken/ab/b.pdf', '../ab/b.pdf'],
      ['/z/b/a.case.yaml', '/z/b', '../b'],
    ] as const)
      assert.equal(relativePath(from, to), path);
  });
});

describe('the paste of VS Code', () => {
  class Kind {
    constructor(readonly value: string) {}
    append(...parts: string[]) {
      return new Kind([this.value, ...parts].filter(Boolean).join('.'));
    }
  }
  class Edit {
    constructor(
      readonly insertText: string,
      readonly title: string,
      readonly kind: Kind,
    ) {}
  }
  const registered: unknown[][] = [];
  const vscode = {
    DocumentPasteEdit: Edit,
    DocumentDropOrPasteEditKind: { Empty: new Kind('') },
    languages: {
      registerDocumentPasteEditProvider: (...args: unknown[]) => {
        registered.push(args);
        return { dispose: () => undefined };
      },
    },
  };
  const provider = { provideDocumentPasteEdits: async () => undefined };

  it('is used where it is there', () => {
    const api = pasteApiOf(vscode, '1.97.0');
    assert.ok(api);
    const change = {} as never;
    const edit = api.newPasteEdit('Als tekst', api.textKind, change) as Edit & { additionalEdit: unknown };
    assert.deepEqual(
      [edit.title, edit.kind.value, edit.additionalEdit],
      ['Als tekst', 'vangnet.text', change],
    );
    api.register({ language: 'vangnet-case' }, provider, ['text/plain']).dispose();
    assert.equal(registered.length, 1);
  });

  it('is left alone in older versions, and where it is missing or made otherwise', () => {
    assert.equal(pasteApiOf(vscode, '1.91.1'), undefined);
    assert.equal(pasteApiOf(vscode, 'insider'), undefined);
    for (const missing of ['DocumentPasteEdit', 'DocumentDropOrPasteEditKind', 'languages'])
      assert.equal(pasteApiOf({ ...vscode, [missing]: undefined }, '1.139.1'), undefined, missing);
    assert.equal(pasteApiOf({ ...vscode, languages: {} }, '1.139.1'), undefined);
    assert.equal(pasteApiOf({ ...vscode, DocumentDropOrPasteEditKind: {} }, '1.139.1'), undefined);
  });

  it('that refuses us stops nothing else', () => {
    const languages = {
      registerDocumentPasteEditProvider: () => {
        throw new Error('proposed');
      },
    };
    const api = pasteApiOf({ ...vscode, languages }, '1.139.1');
    api?.register({ language: 'vangnet-case' }, provider, []).dispose();
    assert.ok(api);
  });

  it('is told by the version', () => {
    assert.ok(isAtLeast('1.97.0', 1, 97) && isAtLeast('2.0.0', 1, 97) && isAtLeast('1.139.1-insider', 1, 97));
    assert.ok(!isAtLeast('1.96.4', 1, 97) && !isAtLeast('', 1, 97));
  });
});

describe('what may send a case away', () => {
  it('is known by the names of extensions', () => {
    assert.deepEqual(sendersAmong(['GitHub.copilot', 'vangnet.vangnet-vscode', 'vscode.git']), [
      'GitHub Copilot',
    ]);
  });

  it('is guessed by the names of folders, never of the file', () => {
    for (const [path, cloud] of [
      ['/Users/a/OneDrive - Kantoor/zaken/x.case.yaml', 'OneDrive'],
      ['C:\\Users\\a\\Dropbox\\x.case.yaml', 'Dropbox'],
      ['/Users/a/Library/Mobile Documents/com~apple~CloudDocs/x.case.yaml', 'iCloud'],
      ['/Users/a/Library/CloudStorage/GoogleDrive-a@b.nl/x.case.yaml', 'Google Drive'],
      ['/home/a/Nextcloud/x.case.yaml', 'Nextcloud'],
      ['/home/a/zaken/OneDrive.case.yaml', undefined],
      ['/home/a/Postbox/x.case.yaml', undefined],
    ] as const)
      assert.equal(cloudOf(path), cloud, path);
  });

  it('matters where the file says that it holds real data', () => {
    for (const line of ['real', '"real" # echt', "'real'"])
      assert.ok(isReal(`case:\n  confidentiality: ${line}\r\n`), line);
    for (const text of [
      'case:\n  confidentiality: fictional',
      '# confidentiality: real',
      'confidentiality: realistic',
      '',
    ])
      assert.ok(!isReal(text), text);
  });

  it('is told in three languages', () => {
    for (const language of ['nl', 'en', 'de'] as const) {
      const page = sharingPage(language, { senders: ['GitHub Copilot'], cloud: 'Dropbox', isNetwork: true });
      for (const part of [
        'GitHub Copilot',
        'Dropbox',
        'editor.inlineSuggest.enabled',
        'chat.disableAIFeatures',
      ])
        assert.ok(page.includes(part), `${language} ${part}`);
      assert.ok(!/undefined|\{cloud\}/.test(page));
    }
  });
});
