import { extensions, Uri, workspace } from 'vscode';

/** The harness's control folder as the suite sees it. `scripts/editor/run-folder.mjs` makes it. */
export interface Control {
  readonly folder: Uri;
  readonly grep?: string;
  readonly forbidOnly: boolean;
  /** Whether a driver answers page requests. */
  readonly page: boolean;
}

/**
 * The harness loads a small extension without code beside ours: its folder is the one thing that can be found
 * alike in Node and in a web worker, where there is neither an environment nor a `__dirname`.
 */
export async function readControl(): Promise<Control> {
  const extension = extensions.getExtension('vangnet-e2e.control');
  if (!extension) throw new Error('No control folder: run the suite by scripts/editor/run.mjs');
  const folder = extension.extensionUri;
  return { ...((await readJson(Uri.joinPath(folder, 'config.json'))) as Omit<Control, 'folder'>), folder };
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
