import { Uri, window, workspace } from 'vscode';
import { eventually, ok } from '../assert.js';
import { findings } from '../case.js';

const CASE = `vangnet: 1
case: {id: stukken, title: Stukken, jurisdiction: nl, confidentiality: fictional}
persons: [{id: ada, name: Ada, role: applicant}]
documents: [{id: d1, kind: other, title: Brief, file: brieven/brief.pdf}]
`;

/** The files that a case names: by the disk, or through VS Code where the server runs in the browser. */
describe('files beside a case', () => {
  it('that are missing are told of, until they come', async () => {
    const folder = workspace.workspaceFolders?.[0]?.uri;
    ok(folder, 'a folder is open');
    const file = Uri.joinPath(folder, 'stukken.case.yaml');
    const letter = Uri.joinPath(folder, 'brieven', 'brief.pdf');
    try {
      await workspace.fs.writeFile(file, new TextEncoder().encode(CASE));
      const { document } = await window.showTextDocument(file);
      const missing = () => findings(document, 'file-not-found').length;
      await eventually('the letter is missed', () => missing() === 1);
      await workspace.fs.writeFile(letter, new Uint8Array());
      await eventually('the letter is seen', () => missing() === 0);
    } finally {
      await workspace.fs
        .delete(Uri.joinPath(folder, 'brieven'), { recursive: true })
        .then(undefined, () => undefined);
      await workspace.fs.delete(file);
    }
  });
});
