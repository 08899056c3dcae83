import type { ClientCapabilities } from 'vscode-languageserver';

/** What the client can do of all that helps to read a case: hints, lenses, tokens, links, hierarchies. */
export interface ReadingAbilities {
  readonly hints: boolean;
  /** The client asks for a hint's tooltip only where someone looks. */
  readonly lazyTooltips: boolean;
  readonly refreshHints: boolean;
  readonly refreshLenses: boolean;
  /** Which requests for tokens it makes; none where it draws none. */
  readonly tokens: { readonly full: boolean; readonly delta: boolean; readonly range: boolean } | undefined;
  readonly linkTooltips: boolean;
  readonly typeHierarchy: boolean;
  /** The server may ask it to change a text. */
  readonly applyEdits: boolean;
}

export function readingAbilitiesOf(capabilities: ClientCapabilities | undefined): ReadingAbilities {
  const { textDocument: text, workspace } = capabilities ?? {};
  const requests = text?.semanticTokens?.requests;
  const { full, range } = requests ?? {};
  return {
    hints: Boolean(text?.inlayHint),
    lazyTooltips: Boolean(text?.inlayHint?.resolveSupport?.properties.includes('tooltip')),
    refreshHints: Boolean(workspace?.inlayHint?.refreshSupport),
    refreshLenses: Boolean(workspace?.codeLens?.refreshSupport),
    tokens: requests && {
      full: Boolean(full),
      delta: typeof full === 'object' && Boolean(full.delta),
      range: Boolean(range),
    },
    linkTooltips: Boolean(text?.documentLink?.tooltipSupport),
    typeHierarchy: Boolean(text?.typeHierarchy),
    applyEdits: Boolean(workspace?.applyEdit),
  };
}
