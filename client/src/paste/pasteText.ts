import * as vscode from 'vscode';
import {
  type CancellationToken,
  commands,
  type DataTransfer,
  type Disposable,
  env,
  type Range,
  Selection,
  type TextDocument,
  WorkspaceEdit,
  window,
  workspace,
} from 'vscode';
import type { TextEdit } from 'vscode-languageclient';
import { CASE_LANGUAGE, isServed } from '../client.js';
import type { LanguageSetting } from '../languageSetting.js';
import { inform } from '../notice.js';
import type { Session } from '../session.js';
import { changeOf } from './change.js';
import { URI_LIST, waysToAdd } from './dropFiles.js';
import { type PasteApi, type PasteEdit, pasteApiOf } from './pasteApi.js';

type Answer =
  | {
      readonly title: string;
      readonly version: number | null;
      readonly edit: TextEdit;
    }
  | { readonly problem: string };

/** More than this isn't even sent: the server would say the same of it. */
const MOST_SENT = 1_000_000;

/** Pasting into a case: as text of the case where that is certain, else as everywhere. */
export function providePaste(session: Session, language: LanguageSetting): Disposable {
  const api = pasteApiOf(vscode, vscode.version);
  if (!api) return { dispose: () => undefined };
  const provideDocumentPasteEdits = async (
    document: TextDocument,
    ranges: readonly Range[],
    dataTransfer: DataTransfer,
    _context: unknown,
    token: CancellationToken,
  ) => {
    const [range] = ranges;
    // Several cursors, or a file that the server doesn't know: as VS Code does it.
    if (!range || ranges.length > 1 || !isServed(document)) return undefined;
    if (dataTransfer.get(URI_LIST)) {
      const ways = await waysToAdd(session, language, document, dataTransfer, token);
      return ways?.map(({ title, change }) =>
        api.newPasteEdit(title, api.fileKind, change ?? new WorkspaceEdit()),
      );
    }
    const text = await dataTransfer.get('text/plain')?.asString();
    return text === undefined ? undefined : pasteEdits(session, api, { document, range, text }, token);
  };
  return api.register({ language: CASE_LANGUAGE }, { provideDocumentPasteEdits }, ['text/plain', URI_LIST]);
}

interface Wanted {
  readonly document: TextDocument;
  readonly range: Range;
  readonly text: string;
}

async function pasteEdits(
  session: Session,
  api: PasteApi,
  wanted: Wanted,
  token: CancellationToken,
): Promise<PasteEdit[] | undefined> {
  const answer = await ask(session, wanted, token);
  if (!answer || token.isCancellationRequested) return undefined;
  if ('problem' in answer) {
    void inform(answer.problem);
    return undefined;
  }
  return [api.newPasteEdit(answer.title, api.textKind, changeOf(wanted.document.uri, answer.edit))];
}

/** Undefined where the text is to be pasted as it is: also where the server is busy, gone or of another opinion. */
async function ask(
  session: Session,
  { document, range, text }: Wanted,
  token?: CancellationToken,
): Promise<Answer | undefined> {
  const { client } = session;
  if (!client) return undefined;
  const params = {
    uri: String(document.uri),
    range: client.code2ProtocolConverter.asRange(range),
    text: text.slice(0, MOST_SENT),
  };
  try {
    const answer = await client.sendRequest<Answer | null>('vangnet/paste', params, token);
    if (!answer || 'problem' in answer) return answer ?? undefined;
    return answer.version === document.version ? answer : undefined;
  } catch {
    return undefined;
  }
}

/**
 * The same by a command, for versions of VS Code that let nobody into their paste, and for whom it is turned off. Where
 * it isn't certain what is meant, it pastes as everywhere.
 */
export async function pasteAsText(session: Session): Promise<void> {
  const editor = window.activeTextEditor;
  const text = await env.clipboard.readText();
  const { document, selection } = editor ?? {};
  const isOne = editor?.selections.length === 1 && document && isServed(document);
  await session.readyOrTell();
  const answer = isOne && selection ? await ask(session, { document, range: selection, text }) : undefined;
  if (!editor || !document || !answer || 'problem' in answer) {
    await commands.executeCommand('editor.action.clipboardPasteAction');
    if (answer && 'problem' in answer) void inform(answer.problem);
    return;
  }
  const { range, newText } = answer.edit;
  const behind = document.getText().length - document.offsetAt(editor.selection.end);
  if (!(await workspace.applyEdit(changeOf(document.uri, answer.edit)))) return;
  const isAtCursor = editor.selection.end.line === range.end.line && newText.length > 0;
  if (!isAtCursor) return;
  const at = document.positionAt(document.getText().length - behind);
  editor.selection = new Selection(at, at);
}
