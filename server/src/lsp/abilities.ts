import type { InitializeParams } from 'vscode-languageserver';
import { completionAbilitiesOf } from './completion-abilities.js';
import { chooseEncoding, Positions } from './positions.js';
import { readingAbilitiesOf } from './reading-abilities.js';
import type { Abilities } from './to-lsp.js';

/** What the client said that it can do; a client that says nothing can do nothing beyond the base protocol. */
export function abilitiesOf(params: InitializeParams | undefined): Abilities {
  const text = params?.capabilities.textDocument;
  const diagnostics = text?.publishDiagnostics;
  const pulled = text?.diagnostic;
  const { workspace, window } = params?.capabilities ?? {};
  const options = (params?.initializationOptions ?? {}) as Readonly<Record<string, unknown>>;
  const scheme =
    typeof options.docsScheme === 'string' && /^[a-z][a-z-]*$/.test(options.docsScheme)
      ? options.docsScheme
      : undefined;
  return {
    relatedInformation: Boolean(pulled?.relatedInformation ?? diagnostics?.relatedInformation),
    tags: Boolean(pulled?.tagSupport ?? diagnostics?.tagSupport),
    codeDescription: Boolean(pulled?.codeDescriptionSupport ?? diagnostics?.codeDescriptionSupport),
    documentChanges: Boolean(workspace?.workspaceEdit?.documentChanges),
    snippetEdits: Boolean(workspace?.workspaceEdit?.snippetEditSupport),
    hoverMarkdown: Boolean(text?.hover?.contentFormat?.includes('markdown')),
    definitionLinks: Boolean(text?.definition?.linkSupport),
    prepareRename: Boolean(text?.rename?.prepareSupport),
    linkedEditing: Boolean(text?.linkedEditingRange),
    nestedSymbols: Boolean(text?.documentSymbol?.hierarchicalDocumentSymbolSupport),
    mostFolds: text?.foldingRange?.rangeLimit ?? 5_000,
    isPreferred: Boolean(text?.codeAction?.isPreferredSupport),
    codeActionLiterals: Boolean(text?.codeAction?.codeActionLiteralSupport),
    pullDiagnostics: Boolean(pulled),
    dynamicDiagnostics: Boolean(pulled?.dynamicRegistration),
    // There is no capability for it: our own client says so, others show it by asking.
    pullsFolder: options.pullsFolder === true,
    refreshDiagnostics: Boolean(workspace?.diagnostics?.refreshSupport),
    completion: completionAbilitiesOf(params),
    reading: readingAbilitiesOf(params?.capabilities),
    watchedFiles: Boolean(workspace?.didChangeWatchedFiles?.dynamicRegistration),
    workspaceFolders: Boolean(workspace?.workspaceFolders),
    followsFiles: Boolean(workspace?.fileOperations?.willRename),
    configuration: Boolean(workspace?.configuration),
    workDoneProgress: Boolean(window?.workDoneProgress),
    readsFiles: options.readsFiles === true,
    positions: new Positions(chooseEncoding(params?.capabilities.general?.positionEncodings)),
    docsAddress: scheme ? (rule, language) => `${scheme}:/${language}/${rule}.md` : undefined,
  };
}
