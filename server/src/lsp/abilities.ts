import { CompletionItemTag, type InitializeParams, InsertTextMode } from 'vscode-languageserver';
import type { Abilities } from './to-lsp.js';

/** What the client said that it can do; a client that says nothing can do nothing beyond the base protocol. */
export function abilitiesOf(params: InitializeParams | undefined): Abilities {
  const text = params?.capabilities.textDocument;
  const diagnostics = text?.publishDiagnostics;
  const pulled = text?.diagnostic;
  const item = text?.completion?.completionItem;
  const options = (params?.initializationOptions ?? {}) as { docsScheme?: unknown; suggestCommand?: unknown };
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
    completionMarkdown: Boolean(item?.documentationFormat?.includes('markdown')),
    completionSnippets: Boolean(item?.snippetSupport),
    completionNotes: Boolean(item?.labelDetailsSupport),
    completionAsIs: Boolean(item?.insertTextModeSupport?.valueSet.includes(InsertTextMode.asIs)),
    completionTags: Boolean(item?.tagSupport?.valueSet.includes(CompletionItemTag.Deprecated)),
    suggestCommand: typeof options.suggestCommand === 'string' ? options.suggestCommand : undefined,
    definitionLinks: Boolean(text?.definition?.linkSupport),
    prepareRename: Boolean(text?.rename?.prepareSupport),
    nestedSymbols: Boolean(text?.documentSymbol?.hierarchicalDocumentSymbolSupport),
    mostFolds: text?.foldingRange?.rangeLimit ?? 5_000,
    isPreferred: Boolean(text?.codeAction?.isPreferredSupport),
    codeActionLiterals: Boolean(text?.codeAction?.codeActionLiteralSupport),
    pullDiagnostics: Boolean(pulled),
    refreshDiagnostics: Boolean(params?.capabilities.workspace?.diagnostics?.refreshSupport),
    docsAddress: scheme ? (rule, language) => `${scheme}:/${language}/${rule}.md` : undefined,
  };
}
