import {
  type CancellationToken,
  type FileOperationRegistrationOptions,
  type RenameFilesParams,
  type TextDocumentEdit,
  TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { keyOf } from '../../core/addresses.js';
import { type Move, pathsAfter } from '../../features/moved-files.js';
import type { Feature, Host } from '../feature.js';
import { eachCase } from '../folder/each-case.js';

/** Letters and documents, their folders, case files: anything may be named by a case, or be one. */
const ANYTHING: FileOperationRegistrationOptions = { filters: [{ pattern: { glob: '**/*' } }] };

/** Files that get another name or place take the paths in case files along. */
export const movedFiles: Feature = {
  capabilities: ({ followsFiles }) =>
    followsFiles
      ? {
          workspace: {
            fileOperations: {
              willRename: ANYTHING,
              didRename: ANYTHING,
              didCreate: ANYTHING,
              didDelete: ANYTHING,
            },
          },
        }
      : {},
  serve: (connection, host) => {
    const { workspace } = connection;
    workspace.onWillRenameFiles((params, token) =>
      host.waitedFor(editsFor(params, token, host)).catch((error: unknown) => {
        throw host.failure(error);
      }),
    );
    workspace.onDidRenameFiles(() => host.filesMoved());
    workspace.onDidCreateFiles(() => host.filesMoved());
    workspace.onDidDeleteFiles(() => host.filesMoved());
  },
};

async function editsFor(
  { files }: RenameFilesParams,
  token: CancellationToken,
  host: Host,
): Promise<WorkspaceEdit | null> {
  const moves: Move[] = files.map(({ oldUri, newUri }) => ({ from: keyOf(oldUri), to: keyOf(newUri) }));
  const folders = host.workspace().map(keyOf);
  const documents: TextDocumentEdit[] = [];
  for await (const { address, version, read } of eachCase(host, token)) {
    // Most case files name no file at all.
    const found = await read((text) => /\bfile\b/.test(text));
    const edits = found ? pathsAfter(found, keyOf(address), moves, folders) : [];
    if (!found || edits.length === 0) continue;
    const lines = host.lines(found);
    documents.push({
      textDocument: { uri: address, version },
      edits: edits.map(({ start, end, text }) => TextEdit.replace(lines.range(start, end), text)),
    });
  }
  if (documents.length === 0) return null;
  if (host.abilities().documentChanges) return { documentChanges: documents };
  return {
    changes: Object.fromEntries(
      documents.map(({ textDocument: { uri }, edits }) => [uri, edits as TextEdit[]]),
    ),
  };
}
