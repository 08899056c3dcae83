import {
  commands,
  Disposable,
  type ExtensionContext,
  env,
  extensions,
  type TextDocument,
  Uri,
  workspace,
} from 'vscode';
import { CASE_LANGUAGE } from '../client.js';
import type { LanguageSetting } from '../languageSetting.js';
import { inform } from '../notice.js';
import { cloudOf, isReal, sendersAmong } from './sharing.js';
import { sharingPage } from './sharingPage.js';

const SCHEME = 'vangnet-sharing';
/** Kept for the folder: said once; and for the person: never again. */
const SAID = 'vangnet.realDataSaid';
const NEVER = 'vangnet.realDataNever';

/** Says once, on the first case with real data, what may send text away; the page behind it tells the rest. */
export function warnOfSharing(context: ExtensionContext, language: LanguageSetting): Disposable {
  const { globalState, workspaceState } = context;
  const look = async (document: TextDocument) => {
    if (document.languageId !== CASE_LANGUAGE || !isReal(document.getText())) return;
    if (globalState.get(NEVER) === true || workspaceState.get(SAID) === true) return;
    await workspaceState.update(SAID, true);
    const cloud = cloudOf(document.uri.path);
    const message = [language.word('realData'), ...(cloud ? [`${language.word('inCloud')} ${cloud}.`] : [])];
    const [more, never] = [language.word('readMore'), language.word('neverAgain')];
    const chosen = await inform(message.join(' '), more, never);
    if (chosen === more) await showSharing(document.uri);
    if (chosen === never) await globalState.update(NEVER, true);
  };
  for (const document of workspace.textDocuments) void look(document);
  return Disposable.from(
    workspace.onDidOpenTextDocument((document) => void look(document)),
    workspace.onDidSaveTextDocument((document) => void look(document)),
    workspace.registerTextDocumentContentProvider(SCHEME, {
      provideTextDocumentContent: ({ query }) =>
        sharingPage(language.shown, {
          senders: sendersAmong(extensions.all.map(({ id }) => id)),
          cloud: cloudOf(query),
          isNetwork: Uri.parse(query).authority !== '' && env.remoteName === undefined,
        }),
    }),
  );
}

/** @param about the case whose folder is looked at */
export async function showSharing(about: Uri | undefined): Promise<void> {
  const page = Uri.from({ scheme: SCHEME, path: '/Vangnet.md', query: String(about ?? '') });
  await commands.executeCommand('markdown.showPreview', page);
}
