import { FileSystemError, FileType, RelativePattern, type Uri, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';

/** Which case files are checked: those that are open, or all of the workspace. */
export const CHECK_SETTING = 'vangnet.check.files';

const CASE_FILES = '**/*.{case,zaak}.{yaml,yml}';
const CONFIGS = '**/vangnet.config.yaml';
const LEFT_OUT = '**/{node_modules,.git}/**';
/** More bytes are no case file. */
const MOST_BYTES = 80_000_000;

/** What the server is told of it: at the start, and when it changes. */
export function checkSettings(): { files: unknown } {
  return { files: workspace.getConfiguration().get(CHECK_SETTING) };
}

/**
 * Reads case files, and looks whether what they name is there, for a server that has no disk (in the browser) or not
 * this one (a folder on another computer). Only what lies in the workspace, and nothing before the person trusts it.
 */
export function serveCaseFiles(client: BaseLanguageClient): void {
  const find = (pattern: string) => async (params: { folders: readonly string[] }) => {
    const wanted = new Set(params.folders.map((folder) => asUri(client, folder).toString()));
    const folders = (workspace.workspaceFolders ?? []).filter(({ uri }) => wanted.has(uri.toString()));
    if (!workspace.isTrusted) return [];
    const found = await Promise.all(
      folders.map((folder) => workspace.findFiles(new RelativePattern(folder, pattern), LEFT_OUT)),
    );
    return found.flat().map((uri) => client.code2ProtocolConverter.asUri(uri));
  };
  client.onRequest('vangnet/findCaseFiles', find(CASE_FILES));
  client.onRequest('vangnet/findConfigFiles', find(CONFIGS));
  client.onRequest('vangnet/fileStamp', async ({ uri }: { uri: string }) => {
    return (await look(asUri(client, uri)))?.stamp ?? null;
  });
  client.onRequest('vangnet/readCaseFile', async ({ uri }: { uri: string }) => {
    const address = asUri(client, uri);
    const found = await look(address);
    if (!found) return null;
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await workspace.fs.readFile(address));
    return { text, stamp: found.stamp };
  });
  client.onRequest('vangnet/filesThere', ({ uris }: { uris: readonly string[] }) =>
    Promise.all(uris.map((uri) => isThere(asUri(client, uri)))),
  );
}

/** Nothing is opened or read; null where it can't be told. */
async function isThere(uri: Uri): Promise<boolean | null> {
  if (!workspace.isTrusted || !workspace.getWorkspaceFolder(uri)) return null;
  try {
    return ((await workspace.fs.stat(uri)).type & FileType.File) !== 0;
  } catch (error) {
    return error instanceof FileSystemError && error.code === 'FileNotFound' ? false : null;
  }
}

function asUri(client: BaseLanguageClient, address: string): Uri {
  return client.protocol2CodeConverter.asUri(address);
}

async function look(uri: Uri): Promise<{ stamp: string } | undefined> {
  if (!workspace.isTrusted || !workspace.getWorkspaceFolder(uri)) return undefined;
  try {
    const { type, mtime, size } = await workspace.fs.stat(uri);
    return (type & FileType.File) !== 0 && size <= MOST_BYTES ? { stamp: `${mtime}.${size}` } : undefined;
  } catch {
    return undefined;
  }
}
