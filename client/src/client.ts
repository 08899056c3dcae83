import { type LogOutputChannel, workspace } from 'vscode';
import {
  type DocumentSelector,
  type LanguageClientOptions,
  RevealOutputChannelOn,
} from 'vscode-languageclient';
import { checkSettings } from './caseFiles.js';
import { failureHandlers } from './errors.js';
import type { LanguageSetting } from './languageSetting.js';
import { withoutServerMessages } from './quiet.js';
import { DOCS_SCHEME } from './ruleDocs.js';

/** Opens the list again after a field was chosen from it: what fits behind its colon is offered at once. */
const SUGGEST = 'editor.action.triggerSuggest';

export const CASE_LANGUAGE = 'vangnet-case';
export const CONFIG_LANGUAGE = 'vangnet-config';
const LANGUAGE_IDS = [CASE_LANGUAGE, CONFIG_LANGUAGE];

/** Where case files live: the disk, a remote machine, the browser's own folders, a file that isn't saved yet. */
const SCHEMES = ['file', 'untitled', 'vscode-remote', 'vscode-vfs', 'vscode-local', 'vscode-test-web'];

/** The settings section and the name of the log; the library reads `vangnet.trace.server` by it. */
export const CLIENT_ID = 'vangnet';
export const CLIENT_NAME = 'Vangnet';

/**
 * The light editor and test file systems have schemes of their own, so the workspace's are taken along, and a single
 * file's where it can be written. What can't (git:, a comparison, the local history) is a copy and gets no second
 * findings.
 */
export function documentSelector(): DocumentSelector {
  const folders = (workspace.workspaceFolders ?? []).map(({ uri }) => uri.scheme);
  const files = workspace.textDocuments
    .filter(({ languageId, uri }) => isOurs(languageId) && workspace.fs.isWritableFileSystem(uri.scheme))
    .map(({ uri }) => uri.scheme);
  const schemes = [...new Set([...SCHEMES, ...folders, ...files])];
  return schemes.flatMap((scheme) => LANGUAGE_IDS.map((language) => ({ scheme, language })));
}

export function isOurs(languageId: string): boolean {
  return LANGUAGE_IDS.includes(languageId);
}

export function clientOptions(
  log: LogOutputChannel,
  language: LanguageSetting,
  failed: () => void,
): LanguageClientOptions {
  return {
    documentSelector: documentSelector(),
    diagnosticCollectionName: CLIENT_ID,
    outputChannel: log,
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    // In a folder that isn't trusted the server doesn't look whether the files that a case names are there.
    initializationOptions: () => ({
      language: language.sent,
      docsScheme: DOCS_SCHEME,
      trusted: workspace.isTrusted,
      suggestCommand: SUGGEST,
      check: checkSettings(),
      pullsFolder: true,
      readsFiles: true,
    }),
    middleware: withoutServerMessages,
    ...failureHandlers(failed),
  };
}
