import { commands, ThemeIcon, Uri, ViewColumn, window } from 'vscode';
import { isOurs } from './client.js';
import type { LanguageSetting } from './languageSetting.js';
import { DOCS_SCHEME } from './ruleDocs.js';
import type { Session } from './session.js';
import type { Language } from './words.js';

/** Opens a page of the documentation beside the case; the server writes it (server/src/features/help/pages.ts). */
export async function showHelp(page: string, language: Language): Promise<void> {
  const uri = Uri.from({ scheme: DOCS_SCHEME, path: `/${language}/${page}.md` });
  try {
    await commands.executeCommand('markdown.showPreviewToSide', uri);
  } catch {
    // Someone turned VS Code's own Markdown extension off: the text itself reads well too.
    await window.showTextDocument(uri, { viewColumn: ViewColumn.Beside, preview: true });
  }
}

/** Explains the field under the cursor of the case or the configuration in front; where there is none, all pages. */
export async function explainHere(session: Session, language: LanguageSetting): Promise<void> {
  const client = await session.readyOrTell();
  const editors = [window.activeTextEditor, ...window.visibleTextEditors];
  const editor = editors.find((one) => one && isOurs(one.document.languageId));
  const found =
    client && editor
      ? await client.sendRequest<{ page: string; language: Language } | null>('vangnet/helpPageAt', {
          uri: client.code2ProtocolConverter.asUri(editor.document.uri),
          position: client.code2ProtocolConverter.asPosition(editor.selection.active),
        })
      : null;
  await showHelp(found?.page ?? 'index', found?.language ?? language.shown);
}

/** The button of a form that explains what is asked, beside the form, which stays open. */
export function helpButton(language: LanguageSetting) {
  return { iconPath: new ThemeIcon('question'), tooltip: language.word('explainThis') };
}
