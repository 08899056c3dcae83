import { CompletionItemTag, type InitializeParams, InsertTextMode } from 'vscode-languageserver';

/** What the client can do of all that completion offers. */
export interface CompletionAbilities {
  readonly markdown: boolean;
  readonly snippets: boolean;
  /** A note beside the label, in the list itself. */
  readonly notes: boolean;
  readonly asIs: boolean;
  readonly deprecated: boolean;
  /** The client's own command that opens the list again, where it named one. */
  readonly suggestCommand: string | undefined;
}

export function completionAbilitiesOf(params: InitializeParams | undefined): CompletionAbilities {
  const item = params?.capabilities.textDocument?.completion?.completionItem;
  const { suggestCommand } = (params?.initializationOptions ?? {}) as { suggestCommand?: unknown };
  return {
    markdown: Boolean(item?.documentationFormat?.includes('markdown')),
    snippets: Boolean(item?.snippetSupport),
    notes: Boolean(item?.labelDetailsSupport),
    asIs: Boolean(item?.insertTextModeSupport?.valueSet.includes(InsertTextMode.asIs)),
    deprecated: Boolean(item?.tagSupport?.valueSet.includes(CompletionItemTag.Deprecated)),
    suggestCommand: typeof suggestCommand === 'string' ? suggestCommand : undefined,
  };
}
