import { Range, type Uri, WorkspaceEdit } from 'vscode';
import type { TextEdit } from 'vscode-languageclient';

/** One edit of the server as a change of VS Code. */
export function changeOf(uri: Uri, { range: { start, end }, newText }: TextEdit): WorkspaceEdit {
  const change = new WorkspaceEdit();
  change.replace(uri, new Range(start.line, start.character, end.line, end.character), newText);
  return change;
}
