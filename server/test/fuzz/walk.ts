/** Every request that an editor can make about a place in a document, ours included, as VS Code and others make them. */

import type { ServerCapabilities } from 'vscode-languageserver';
import { FORMATS, WHATS } from '../../src/features/papers/choices.js';
import type { Wire } from './wire.js';

/** Everything that a client can say that it can do. */
export const ABLE = {
  general: { positionEncodings: ['utf-16'] },
  window: { workDoneProgress: true },
  workspace: {
    applyEdit: true,
    workspaceEdit: { documentChanges: true, snippetEditSupport: true },
    workspaceFolders: true,
    diagnostics: { refreshSupport: true },
    codeLens: { refreshSupport: true },
    inlayHint: { refreshSupport: true },
    symbol: {},
  },
  textDocument: {
    diagnostic: { relatedInformation: true, tagSupport: { valueSet: [1, 2] }, codeDescriptionSupport: true },
    completion: {
      completionItem: {
        snippetSupport: true,
        documentationFormat: ['markdown', 'plaintext'],
        resolveSupport: { properties: ['documentation'] },
      },
    },
    hover: { contentFormat: ['markdown', 'plaintext'] },
    definition: { linkSupport: true },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    rename: { prepareSupport: true },
    codeAction: {
      codeActionLiteralSupport: { codeActionKind: { valueSet: [''] } },
      isPreferredSupport: true,
    },
    linkedEditingRange: {},
    foldingRange: {},
    selectionRange: {},
    codeLens: {},
    inlayHint: { resolveSupport: { properties: ['tooltip'] } },
    semanticTokens: { requests: { full: { delta: true }, range: true } },
    documentLink: { tooltipSupport: true },
    typeHierarchy: {},
    formatting: {},
  },
};

export interface Place {
  readonly line: number;
  readonly character: number;
}

export type Asking = readonly [method: string, params: Record<string, unknown>];

/** Those that need no answer of another. */
export function requestsAt(uri: string, at: Place, end: Place): Asking[] {
  const textDocument = { uri };
  const here = { textDocument, position: at };
  const whole = { start: { line: 0, character: 0 }, end };
  const options = { tabSize: 2, insertSpaces: true };
  const context = { diagnostics: [] };
  const only = (kind: string) => ({ textDocument, range: whole, context: { ...context, only: [kind] } });
  return [
    ['textDocument/diagnostic', { textDocument }],
    ['textDocument/hover', here],
    ['textDocument/completion', here],
    ['textDocument/definition', here],
    ['textDocument/references', { ...here, context: { includeDeclaration: true } }],
    ['textDocument/documentHighlight', here],
    ['textDocument/prepareRename', here],
    ['textDocument/rename', { ...here, newName: 'nieuw-naam' }],
    ['textDocument/documentSymbol', { textDocument }],
    ['textDocument/foldingRange', { textDocument }],
    ['textDocument/selectionRange', { textDocument, positions: [at] }],
    ['textDocument/codeLens', { textDocument }],
    ['textDocument/inlayHint', { textDocument, range: whole }],
    ['textDocument/semanticTokens/full', { textDocument }],
    ['textDocument/semanticTokens/range', { textDocument, range: { start: at, end } }],
    ['textDocument/documentLink', { textDocument }],
    ['textDocument/linkedEditingRange', here],
    ['textDocument/prepareTypeHierarchy', here],
    ['textDocument/formatting', { textDocument, options }],
    ['textDocument/rangeFormatting', { textDocument, range: { start: at, end }, options }],
    ['textDocument/rangesFormatting', { textDocument, ranges: [{ start: at, end }], options }],
    ['textDocument/onTypeFormatting', { ...here, ch: '\n', options }],
    ['textDocument/codeAction', { textDocument, range: { start: at, end: at }, context }],
    ['textDocument/codeAction', { textDocument, range: whole, context }],
    ['textDocument/codeAction', only('source.fixAll.vangnet')],
    ['textDocument/codeAction', only('source.sortTimeline.vangnet')],
    ['vangnet/overview', { uri }],
    ['vangnet/itemForm', { uri, section: 'letters' }],
    ['vangnet/fieldsForm', { uri, position: at }],
    ['vangnet/addItem', { uri, section: 'timeline', answers: { date: '2013-05', title: 'Verhuisd' } }],
    ['vangnet/addItem', { uri, section: 'letters', answers: { from: 'mayor' } }],
    ['vangnet/setField', { uri, at: 'case', field: 'title', answer: 'Een ander: titel #1' }],
    ['vangnet/setField', { uri, at: 'persons/0', field: 'birthDate', answer: '1986~' }],
    ['vangnet/setField', { uri, at: 'claim', field: 'request', answer: '' }],
    ['vangnet/addBelow', { uri, at: 'procedures/0', field: 'remedies', answers: { kind: 'appeal' } }],
    ['vangnet/paste', { uri, range: { start: at, end: at }, text: 'Zij zei:\n- “ja”\u00a0\tnu: #1\n' }],
    ['vangnet/drop', { uri, paths: ['brieven/Brief school.pdf', 'b.docx'] }],
    ['vangnet/helpPageAt', { uri, position: at }],
    ['vangnet/moveItem', { uri, id: 'brief-1', by: 1 }],
    ['vangnet/setLetter', { uri, id: 'brief-1', status: 'requested', date: '2026-01-02' }],
    ['vangnet/pseudonymise', { uri }],
    ['vangnet/readable', { textDocument }],
  ];
}

/** Papers and calendars of every kind: slower, so asked apart. */
export function exportsOf(uri: string): Asking[] {
  return WHATS.flatMap((what) =>
    FORMATS.map((to): Asking => ['vangnet/export', { textDocument: { uri }, what, to }]),
  );
}

/** Those about all that is open, whole and in pieces; and what needs no document. */
export function requestsOfAll(): Asking[] {
  return [
    ['workspace/symbol', { query: '' }],
    ['workspace/symbol', { query: 'a', partialResultToken: 'pieces' }],
    ['vangnet/cases', {}],
    ['vangnet/helpPage', { page: 'index', language: 'nl' }],
    ['vangnet/law', {}],
  ];
}

type Given = Readonly<Record<string, unknown>>;

const same = (method: string) => (given: Given) => [[method, given]] as const;

/** What is asked next about something that was given out. */
const FOLLOWED: Readonly<Record<string, (given: Given) => readonly Asking[]>> = {
  'textDocument/completion': same('completionItem/resolve'),
  'textDocument/codeLens': same('codeLens/resolve'),
  'textDocument/inlayHint': same('inlayHint/resolve'),
  'textDocument/prepareTypeHierarchy': (item) => [
    ['typeHierarchy/supertypes', { item }],
    ['typeHierarchy/subtypes', { item }],
  ],
};

export interface Told {
  readonly method: string;
  readonly result: unknown;
}

/** Refusals that the protocol has for what can't be done, or not any more; a failure inside the server is none. */
const REFUSALS = new Set([-32602, -32803, -32802, -32801, -32800]);

/**
 * Asks all of these one after another, and what follows from the answers.
 * @param patience in milliseconds: see {@link Wire.request}
 */
export async function walk(wire: Wire, askings: readonly Asking[], patience?: number): Promise<Told[]> {
  const told: Told[] = [];
  for (const [method, params] of askings) {
    const { result, error } = await wire.request(method, params, patience);
    if (error && !REFUSALS.has(error.code) && error.code !== -32601)
      throw new Error(`${method} failed: ${error.code} ${error.message}`);
    told.push({ method, result: error ? { refused: error.code } : (result ?? null) });
    const items = Array.isArray(result) ? result : ((result as { items?: unknown[] } | null)?.items ?? []);
    const [item] = items as Given[];
    if (item) told.push(...(await walk(wire, FOLLOWED[method]?.(item) ?? [], patience)));
  }
  return told;
}

/** Says hello; what the server can do. */
export async function begin(wire: Wire, more: object = {}): Promise<ServerCapabilities> {
  const { result, error } = await wire.request('initialize', {
    processId: null,
    rootUri: null,
    capabilities: ABLE,
    initializationOptions: { language: 'nl' },
    ...more,
  });
  if (error) throw new Error(error.message);
  wire.notify('initialized', {});
  return (result as { capabilities: ServerCapabilities }).capabilities;
}

/** Every range in an answer, wherever in it. */
export function* rangesIn(value: unknown): Generator<{ start: Place; end: Place }> {
  if (typeof value !== 'object' || value === null) return;
  if (isRange(value)) yield value;
  for (const inner of Object.values(value)) yield* rangesIn(inner);
}

function isRange(value: object): value is { start: Place; end: Place } {
  return 'start' in value && 'end' in value && isPlace(value.start) && isPlace(value.end);
}

function isPlace(value: unknown): value is Place {
  return typeof value === 'object' && value !== null && 'line' in value && 'character' in value;
}
