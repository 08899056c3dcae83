/** What the protocol asks of the parameters of each message, as far as handlers rely on it. */

import { isRecord } from './arguments.js';

type Check = (value: unknown) => boolean;

const isText: Check = (value) => typeof value === 'string';
/** The protocol's own bound for numbers: anything above is a mistake, not a large file. */
const MOST = 2 ** 31 - 1;
const isCount: Check = (value) => Number.isInteger(value) && Number(value) >= 0 && Number(value) <= MOST;
const fields =
  (checks: Readonly<Record<string, Check>>): Check =>
  (value) =>
    isRecord(value) && Object.entries(checks).every(([name, check]) => check(value[name]));
const listOf =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check);
const optional =
  (check: Check): Check =>
  (value) =>
    value === undefined || value === null || check(value);

const position = fields({ line: isCount, character: isCount });
const range = fields({ start: position, end: position });
const uri = fields({ uri: isText });
const document = fields({ textDocument: uri });
const inDocument = (checks: Readonly<Record<string, Check>>) => fields({ textDocument: uri, ...checks });
const atPosition = inDocument({ position });
const item = fields({ item: uri });
const files = fields({ files: listOf(isRecord) });
const anyFields = fields({});

const SHAPES: Readonly<Record<string, Check>> = {
  initialize: fields({
    capabilities: isRecord,
    workspaceFolders: optional(listOf(uri)),
    rootUri: optional(isText),
  }),
  'textDocument/didOpen': fields({
    textDocument: fields({ uri: isText, languageId: isText, text: isText }),
  }),
  'textDocument/didChange': inDocument({
    contentChanges: listOf(fields({ text: isText, range: optional(range) })),
  }),
  'textDocument/hover': atPosition,
  'textDocument/completion': atPosition,
  'textDocument/definition': atPosition,
  'textDocument/references': atPosition,
  'textDocument/documentHighlight': atPosition,
  'textDocument/prepareRename': atPosition,
  'textDocument/rename': inDocument({ position, newName: isText }),
  'textDocument/linkedEditingRange': atPosition,
  'textDocument/prepareTypeHierarchy': atPosition,
  'textDocument/onTypeFormatting': inDocument({ position, ch: isText, options: isRecord }),
  'textDocument/formatting': inDocument({ options: isRecord }),
  'textDocument/rangeFormatting': inDocument({ range, options: isRecord }),
  'textDocument/rangesFormatting': inDocument({ ranges: listOf(range), options: isRecord }),
  'textDocument/codeAction': inDocument({
    range,
    context: fields({ diagnostics: listOf(isRecord), only: optional(listOf(isText)) }),
  }),
  'textDocument/inlayHint': inDocument({ range }),
  'textDocument/semanticTokens/range': inDocument({ range }),
  'textDocument/semanticTokens/full/delta': inDocument({ previousResultId: isText }),
  'textDocument/selectionRange': inDocument({ positions: listOf(position) }),
  'textDocument/diagnostic': inDocument({ previousResultId: optional(isText) }),
  'typeHierarchy/supertypes': item,
  'typeHierarchy/subtypes': item,
  'workspace/executeCommand': fields({ command: isText, arguments: optional(Array.isArray) }),
  'workspace/didChangeConfiguration': anyFields,
  'workspace/didChangeWatchedFiles': fields({ changes: listOf(uri) }),
  'workspace/didChangeWorkspaceFolders': fields({
    event: fields({ added: listOf(uri), removed: listOf(uri) }),
  }),
  'workspace/diagnostic': fields({ previousResultIds: listOf(uri) }),
  'workspace/symbol': fields({ query: isText }),
  'workspace/willRenameFiles': files,
  'workspace/didRenameFiles': files,
  'workspace/willCreateFiles': files,
  'workspace/didCreateFiles': files,
  'workspace/willDeleteFiles': files,
  'workspace/didDeleteFiles': files,
  'window/workDoneProgress/cancel': fields({ token: (token) => isText(token) || Number.isInteger(token) }),
  'completionItem/resolve': fields({ label: isText }),
  'codeAction/resolve': fields({ title: isText }),
  'codeLens/resolve': fields({ range }),
  'documentLink/resolve': fields({ range }),
  'inlayHint/resolve': fields({ position }),
};

/** Has this message the parameters that the protocol asks for? Methods of nobody's pass: they are answered as such. */
export function hasSoundParams(method: string, params: unknown): boolean {
  if (Object.hasOwn(SHAPES, method)) return (SHAPES[method] as Check)(params);
  return method.startsWith('textDocument/') ? document(params) : true;
}
