import { commands, Disposable, RelativePattern, type TextDocument, Uri, window, workspace } from 'vscode';
import { CASE_LANGUAGE, isServed } from '../client.js';
import type { LanguageSetting } from '../languageSetting.js';
import { warn } from '../notice.js';

const CASES = '*.{case,zaak}.{yaml,yml}';

/**
 * VS Code itself never overwrites a file that changed on the disk, and asks at saving; what it doesn't do is say so
 * when it happens, before hours of work on two versions. That is said here, with a comparison.
 */
export function watchUnsaved(language: LanguageSetting): Disposable {
  // What each open case was when it was last the same as on the disk.
  const saved = new WeakMap<TextDocument, string>();
  // Of which file it is being said at the moment.
  const saying = new Set<string>();
  const remember = (document: TextDocument) => {
    if (document.languageId === CASE_LANGUAGE && !document.isDirty) saved.set(document, document.getText());
  };
  const look = async (uri: Uri) => {
    const document = workspace.textDocuments.find((one) => String(one.uri) === String(uri));
    if (!document?.isDirty || document.languageId !== CASE_LANGUAGE || saying.has(String(uri))) return;
    const onDisk = await readText(uri);
    const isNews =
      onDisk !== undefined && !isSame(onDisk, saved.get(document)) && !isSame(onDisk, document.getText());
    if (!isNews || !document.isDirty) return;
    saying.add(String(uri));
    const compare = language.word('compare');
    const name = uri.path.split('/').at(-1) ?? '';
    const message = language.say('changedOnDisk', { name });
    const chosen = await warn(message, compare);
    saying.delete(String(uri));
    if (chosen === compare) await compareWithDisk(document);
  };
  // By the folder of each case that is open, wherever it lies: also a file without a workspace, or in a folder added later.
  const watchers = new Map<string, Disposable>();
  const watch = (document: TextDocument) => {
    const folder = Uri.joinPath(document.uri, '..');
    // Not the copies of a comparison, which are on no disk.
    const isFile = isServed(document) && !document.isUntitled && document.languageId === CASE_LANGUAGE;
    if (!isFile || watchers.has(String(folder))) return;
    const watcher = workspace.createFileSystemWatcher(new RelativePattern(folder, CASES), false, false, true);
    // Programs that write whole files at once put a new one in the place of the old.
    const listeners = [watcher.onDidChange(look), watcher.onDidCreate(look)];
    watchers.set(String(folder), Disposable.from(watcher, ...listeners));
  };
  const unwatch = () => {
    const folders = new Set(workspace.textDocuments.map(({ uri }) => String(Uri.joinPath(uri, '..'))));
    for (const [folder, watcher] of watchers)
      if (!folders.has(folder)) {
        watcher.dispose();
        watchers.delete(folder);
      }
  };
  const opened = (document: TextDocument) => {
    remember(document);
    watch(document);
  };
  workspace.textDocuments.forEach(opened);
  return Disposable.from(
    { dispose: () => watchers.forEach((watcher) => void watcher.dispose()) },
    workspace.onDidOpenTextDocument(opened),
    workspace.onDidCloseTextDocument(unwatch),
    workspace.onDidSaveTextDocument(remember),
    // Read again from the disk, where nothing was unsaved.
    workspace.onDidChangeTextDocument(({ document }) => remember(document)),
  );
}

/** The file as it is on the disk beside what stands in the editor, which stays as it is. */
async function compareWithDisk(document: TextDocument): Promise<void> {
  await window.showTextDocument(document);
  await commands.executeCommand('workbench.files.action.compareWithSaved');
}

async function readText(uri: Uri): Promise<string | undefined> {
  try {
    return new TextDecoder().decode(await workspace.fs.readFile(uri));
  } catch {
    // Gone meanwhile, or not to be read: VS Code says so itself.
    return undefined;
  }
}

function isSame(one: string, other: string | undefined): boolean {
  const plain = (text: string) => text.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n');
  return other !== undefined && plain(one) === plain(other);
}
