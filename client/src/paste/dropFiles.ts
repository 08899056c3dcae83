import {
  type CancellationToken,
  type DataTransfer,
  type Disposable,
  DocumentDropEdit,
  type DocumentDropEditProvider,
  type DocumentSelector,
  languages,
  type TextDocument,
  Uri,
  version,
  type WorkspaceEdit,
  window,
  workspace,
} from 'vscode';
import type { TextEdit } from 'vscode-languageclient';
import { CASE_LANGUAGE, isServed } from '../client.js';
import type { LanguageSetting } from '../languageSetting.js';
import { warn } from '../notice.js';
import { caseInFrontOrTell } from '../places.js';
import type { Session } from '../session.js';
import { plain } from '../shownText.js';
import { changeOf } from './change.js';
import { isAtLeast } from './pasteApi.js';
import { isEvidence, relativePath } from './paths.js';

export const URI_LIST = 'text/uri-list';

/** One of the ways to take files up: as letters, as documents. */
export interface Way {
  readonly title: string;
  readonly change: WorkspaceEdit | undefined;
}

interface Answer {
  readonly version: number | null;
  readonly ways: readonly { readonly title: string; readonly edit: TextEdit }[];
}

/** A drop edit as it is since VS Code 1.97: with a title, and more than one of them. */
interface TitledDrop extends DocumentDropEdit {
  title?: string;
}

type RegisterDrop = (
  selector: DocumentSelector,
  provider: DocumentDropEditProvider,
  metadata?: { dropMimeTypes: readonly string[] },
) => Disposable;

/**
 * A PDF, a Word file or a picture that is dropped on a case becomes a letter or a document of it; the widget at the
 * cursor changes from one to the other. Before 1.97 there is no choice: it becomes what its name says.
 */
export function provideDrop(session: Session, language: LanguageSetting): Disposable {
  const register: RegisterDrop = languages.registerDocumentDropEditProvider;
  // One release brought both.
  const isChoice = isAtLeast(version, 1, 97);
  return register(
    { language: CASE_LANGUAGE },
    {
      async provideDocumentDropEdits(document, _position, dataTransfer, token) {
        const ways = await waysToAdd(session, language, document, dataTransfer, token);
        const edits = ways?.map(dropEdit);
        // In older versions one edit is what the editor takes; the types know only that.
        return (isChoice ? edits : edits?.[0]) as DocumentDropEdit | undefined;
      },
    },
    { dropMimeTypes: [URI_LIST, 'files'] },
  );
}

function dropEdit({ title, change }: Way): TitledDrop {
  const edit: TitledDrop = new DocumentDropEdit('');
  edit.title = title;
  if (change) edit.additionalEdit = change;
  return edit;
}

/**
 * Undefined for what is no evidence: that goes the way it goes in any file. Where it can't be taken up, what stands in
 * the way is said, and the only way changes nothing: else VS Code would write the path into the text.
 */
export async function waysToAdd(
  session: Session,
  language: LanguageSetting,
  document: TextDocument,
  dataTransfer: DataTransfer,
  token?: CancellationToken,
): Promise<readonly Way[] | undefined> {
  if (!isServed(document)) return undefined;
  const uris = await urisIn(dataTransfer);
  const evidence = uris.filter(({ path }) => isEvidence(path));
  const isNameless =
    uris.length === 0 && [...dataTransfer].some(([, item]) => isEvidence(item.asFile()?.name ?? ''));
  if (evidence.length === 0 && !isNameless) return undefined;
  const word = isNameless ? 'fileOutside' : whyNot(document, evidence);
  const ways = word === undefined ? await ask(session, document, evidence, token) : undefined;
  if (ways) return ways;
  void warn(language.word(word ?? 'notChanged'));
  return [{ title: language.word('nothingAdded'), change: undefined }];
}

async function urisIn(dataTransfer: DataTransfer): Promise<Uri[]> {
  const list = (await dataTransfer.get(URI_LIST)?.asString()) ?? '';
  return list.split(/\r?\n/).flatMap((line) => {
    if (line.trim() === '' || line.startsWith('#')) return [];
    try {
      return [Uri.parse(line.trim(), true)];
    } catch {
      return [];
    }
  });
}

/** What stands in the way of naming the files in the case, as the name of the message. */
function whyNot(
  { uri, isUntitled }: TextDocument,
  files: readonly Uri[],
): 'saveFirst' | 'fileOutside' | undefined {
  if (isUntitled) return 'saveFirst';
  const folder = workspace.getWorkspaceFolder(uri)?.uri ?? Uri.joinPath(uri, '..');
  const isInside = (file: Uri) =>
    file.scheme === folder.scheme &&
    file.authority === folder.authority &&
    file.path.startsWith(`${folder.path.replace(/\/$/, '')}/`);
  return files.every(isInside) ? undefined : 'fileOutside';
}

async function ask(
  session: Session,
  document: TextDocument,
  files: readonly Uri[],
  token?: CancellationToken,
): Promise<readonly Way[] | undefined> {
  const client = await session.ready();
  const { uri, version: asked } = document;
  const paths = files.map(({ path }) => relativePath(uri.path, path));
  try {
    const answer = await client?.sendRequest<Answer | null>(
      'vangnet/drop',
      { uri: String(uri), paths },
      token,
    );
    if (!answer || answer.version !== asked) return undefined;
    return answer.ways.map(({ title, edit }) => ({ title, change: changeOf(uri, edit) }));
  } catch {
    return undefined;
  }
}

/** The same by a command, from the explorer or with a dialog: for the keyboard, and where nothing can be dropped. */
export async function addFile(session: Session, language: LanguageSetting, clicked: unknown): Promise<void> {
  const target = caseInFrontOrTell(language);
  if (!target) return;
  const document = await workspace.openTextDocument(target);
  const files = clicked instanceof Uri ? [clicked] : await chooseFiles(language, target);
  if (!files || files.length === 0) return;
  const word = whyNot(document, files);
  const ways = word === undefined ? await ask(session, document, files) : undefined;
  if (!ways) {
    void warn(language.word(word ?? 'notChanged'));
    return;
  }
  const asked = document.version;
  const items = ways.map((way) => ({ label: plain(way.title), way }));
  const chosen = (await window.showQuickPick(items, { title: language.word('addFile') }))?.way;
  if (!chosen) return;
  // What was changed while the list was open gets the same answer anew, for the text that stands there now.
  const isOld = document.version !== asked;
  const again = isOld ? await ask(session, document, files) : undefined;
  const way = isOld ? again?.find(({ title }) => title === chosen.title) : chosen;
  if (!way?.change || !(await workspace.applyEdit(way.change))) void warn(language.word('notChanged'));
}

async function chooseFiles(language: LanguageSetting, target: Uri): Promise<Uri[] | undefined> {
  const chosen = await window.showOpenDialog({
    title: language.word('addFile'),
    defaultUri: Uri.joinPath(target, '..'),
    canSelectMany: true,
  });
  return chosen?.filter(({ path }) => isEvidence(path));
}
