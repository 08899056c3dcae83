import { type CodeLens, type LogOutputChannel, type TextDocument, workspace } from 'vscode';
import { type LanguageClientOptions, type Middleware, RevealOutputChannelOn } from 'vscode-languageclient';
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

/** The settings section and the name of the log; the library reads `vangnet.trace.server` by it. */
export const CLIENT_ID = 'vangnet';
export const CLIENT_NAME = 'Vangnet';
/** How the server signs its findings. */
export const SOURCE = 'vangnet';

/**
 * Case files wherever they live: on the disk, on a remote machine, in a file system of another extension, or not saved
 * yet. What can't be written is a copy (git:, a comparison, the local history) and gets no second findings, unless the
 * workspace itself is of that kind.
 */
export function isServed({ languageId, uri: { scheme } }: TextDocument): boolean {
  return (
    isOurs(languageId) &&
    (scheme === 'untitled' ||
      workspace.fs.isWritableFileSystem(scheme) === true ||
      (workspace.workspaceFolders ?? []).some(({ uri }) => uri.scheme === scheme))
  );
}

/** The server answers for the documents that it was told of, so nothing else need be kept from it. */
function onlyServed(): Middleware {
  const told = new WeakSet<TextDocument>();
  return {
    didOpen: async (document, next) => {
      if (!isServed(document)) return;
      told.add(document);
      await next(document);
    },
    didChange: async (event, next) => (told.has(event.document) ? next(event) : undefined),
    didClose: async (document, next) => (told.delete(document) ? next(document) : undefined),
  };
}

/** The text above an item that does something when it is clicked looks like it. */
const lensesToClick: Middleware = {
  provideCodeLenses: async (document, token, next) => (await next(document, token))?.map(withSign),
  resolveCodeLens: async (lens, token, next) => {
    const resolved = await next(lens, token);
    return resolved && withSign(resolved);
  },
};

function withSign(lens: CodeLens): CodeLens {
  const { command } = lens;
  if (command?.command && !command.title.startsWith('$('))
    lens.command = { ...command, title: `$(lightbulb)\u00a0${command.title}` };
  return lens;
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
    // By language alone: a file system may be registered after this.
    documentSelector: LANGUAGE_IDS.map((language) => ({ language })),
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
    middleware: { ...withoutServerMessages, ...onlyServed(), ...lensesToClick },
    ...failureHandlers(failed),
  };
}
