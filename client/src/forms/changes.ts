import type { TextDocument } from 'vscode';
import type { WorkspaceEdit } from 'vscode-languageclient';

/**
 * Was a document changed since the server worked this out? Its places are others then, and applied all the same it would
 * break what was typed meanwhile.
 */
export function isOutdated(
  { documentChanges = [] }: WorkspaceEdit,
  open: readonly Pick<TextDocument, 'uri' | 'version'>[],
): boolean {
  return documentChanges.some((change) => {
    if (!('textDocument' in change)) return false;
    const { uri, version } = change.textDocument;
    const document = open.find((one) => String(one.uri) === uri);
    return version !== null && document !== undefined && document.version !== version;
  });
}

/** Where the item with this id says so; an id of a file may hold anything. */
export function placeOfId(text: string, id: string): number | undefined {
  const literal = id.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&');
  const at = text.search(new RegExp(`\\bid: *["']?${literal}(?![\\w-])`));
  return at === -1 ? undefined : at;
}
