import type { InitializeParams } from 'vscode-languageserver';
import { readingAbilitiesOf } from './reading-abilities.js';
import type { Abilities } from './to-lsp.js';

/** What the client said that it can do; a client that says nothing can do nothing beyond the base protocol. */
export function abilitiesOf(params: InitializeParams | undefined): Abilities {
  const text = params?.capabilities.textDocument;
  const diagnostics = text?.publishDiagnostics;
  const pulled = text?.diagnostic;
  const options = (params?.initializationOptions ?? {}) as { docsScheme?: unknown };
  const scheme =
    typeof options.docsScheme === 'string' && /^[a-z][a-z-]*$/.test(options.docsScheme)
      ? options.docsScheme
      : undefined;
  return {
    relatedInformation: Boolean(pulled?.relatedInformation ?? diagnostics?.relatedInformation),
    tags: Boolean(pulled?.tagSupport ?? diagnostics?.tagSupport),
    codeDescription: Boolean(pulled?.codeDescriptionSupport ?? diagnostics?.codeDescriptionSupport),
    documentChanges: Boolean(params?.capabilities.workspace?.workspaceEdit?.documentChanges),
    snippetEdits: Boolean(params?.capabilities.workspace?.workspaceEdit?.snippetEditSupport),
    hoverMarkdown: Boolean(text?.hover?.contentFormat?.includes('markdown')),
    definitionLinks: Boolean(text?.definition?.linkSupport),
    prepareRename: Boolean(text?.rename?.prepareSupport),
    nestedSymbols: Boolean(text?.documentSymbol?.hierarchicalDocumentSymbolSupport),
    mostFolds: text?.foldingRange?.rangeLimit ?? 5_000,
    isPreferred: Boolean(text?.codeAction?.isPreferredSupport),
    codeActionLiterals: Boolean(text?.codeAction?.codeActionLiteralSupport),
    pullDiagnostics: Boolean(pulled),
    refreshDiagnostics: Boolean(params?.capabilities.workspace?.diagnostics?.refreshSupport),
    reading: readingAbilitiesOf(params?.capabilities),
    watchedFiles: Boolean(params?.capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration),
    workspaceFolders: Boolean(params?.capabilities.workspace?.workspaceFolders),
    docsAddress: scheme ? (rule, language) => `${scheme}:/${language}/${rule}.md` : undefined,
  };
}
