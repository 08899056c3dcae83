import { Uri, workspace } from 'vscode';

/** The harness's control folder as the suite sees it. `scripts/editor/run-folder.mjs` makes it. */
export interface Control {
  readonly folder: Uri;
  readonly grep?: string;
  /** Only these outermost suites: those that a second run tries again. */
  readonly suites?: readonly string[];
  readonly forbidOnly: boolean;
  /** Whether a driver answers page requests. */
  readonly page: boolean;
  readonly flavour: 'desktop-host' | 'web';
  readonly part: 'features' | 'restricted' | 'pictures';
}

let current: Control | undefined;

/** The harness runs a copy of the suite that lies in the control folder, and VS Code tells `run` where that is. */
export async function openControl(testsPath: string): Promise<Control> {
  const opened = workspace.workspaceFolders?.[0]?.uri;
  if (!opened) throw new Error('The suite needs an open folder.');
  // In a browser the folder is on a server, and so is the control folder.
  const tests = opened.scheme === 'file' ? Uri.file(testsPath) : opened.with({ path: testsPath });
  const folder = Uri.joinPath(tests, '..');
  const config = (await readJson(Uri.joinPath(folder, 'config.json'))) as Omit<Control, 'folder'>;
  current = { ...config, folder };
  return current;
}

export function control(): Control {
  if (!current) throw new Error('The suite has not started.');
  return current;
}

export async function readJson(uri: Uri): Promise<unknown> {
  return JSON.parse(new TextDecoder().decode(await workspace.fs.readFile(uri)));
}

/** Renamed into place, so that a reader never sees half a file. */
export async function writeJson(uri: Uri, value: unknown): Promise<void> {
  const temporary = uri.with({ path: `${uri.path}.new` });
  await workspace.fs.writeFile(temporary, new TextEncoder().encode(JSON.stringify(value)));
  await workspace.fs.rename(temporary, uri, { overwrite: true });
}
