import { type DocumentSymbol, type SymbolInformation, SymbolKind } from 'vscode-languageserver';
import { configOutlineOf } from '../../features/config/symbols.js';
import { type OutlineSymbol, outlineOf } from '../../features/symbols.js';
import type { Feature, Host } from '../feature.js';
import type { Lines } from '../positions.js';

/** The icons that come nearest: the protocol's kinds are those of programs. */
const KINDS: Readonly<Record<string, SymbolKind>> = {
  section: SymbolKind.Module,
  caseInfo: SymbolKind.Package,
  person: SymbolKind.Object,
  event: SymbolKind.Event,
  procedure: SymbolKind.Method,
  remedy: SymbolKind.Method,
  circumstance: SymbolKind.Key,
  claim: SymbolKind.Struct,
  letter: SymbolKind.File,
  document: SymbolKind.File,
  argument: SymbolKind.String,
  counterArgument: SymbolKind.Operator,
};

export function symbolKind(kind: string): SymbolKind {
  return KINDS[kind] ?? SymbolKind.Field;
}

export const outline: Feature = {
  capabilities: () => ({ documentSymbolProvider: { label: 'Vangnet' } }),
  serve: (connection, host) => {
    connection.onDocumentSymbol(({ textDocument: { uri } }, token) =>
      host.answerFromText<DocumentSymbol[] | SymbolInformation[]>(
        uri,
        token,
        [],
        (analysis) => toLsp(outlineOf(analysis, host.languageFor(analysis)), host.lines(analysis), uri, host),
        (config) => toLsp(configOutlineOf(config, host.languageFor(config)), host.lines(config), uri, host),
      ),
    );
  },
};

function toLsp(
  symbols: readonly OutlineSymbol[],
  lines: Lines,
  uri: string,
  host: Host,
): DocumentSymbol[] | SymbolInformation[] {
  return host.abilities().nestedSymbols
    ? symbols.map((symbol) => nested(lines, symbol))
    : symbols.flatMap((symbol) => flat(lines, symbol, uri));
}

function nested(lines: Lines, symbol: OutlineSymbol): DocumentSymbol {
  return {
    name: symbol.name,
    detail: symbol.detail,
    kind: symbolKind(symbol.kind),
    range: lines.range(symbol.start, symbol.end),
    selectionRange: lines.range(symbol.nameStart, symbol.nameEnd),
    children: symbol.children.map((child) => nested(lines, child)),
  };
}

/** For clients that show no tree: each symbol with the name of what holds it. */
function flat(lines: Lines, symbol: OutlineSymbol, uri: string, holder?: string): SymbolInformation[] {
  const own = {
    name: symbol.name,
    kind: symbolKind(symbol.kind),
    location: { uri, range: lines.range(symbol.start, symbol.end) },
    ...(holder === undefined ? {} : { containerName: holder }),
  };
  return [own, ...symbol.children.flatMap((child) => flat(lines, child, uri, symbol.name))];
}
