// @ts-check
/** What the language server says that it can do, to a client that can do everything. */
import { spawn } from 'node:child_process';
import path from 'node:path';
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-jsonrpc/node';
import { ROOT } from '../generate/index.mjs';

const dynamicRegistration = true;
const refreshSupport = true;
const everything = (/** @type {object} */ more = {}) => ({ dynamicRegistration, ...more });

/** All of LSP 3.18 on which a server may make depend what it announces. */
const FULL_CLIENT = {
  general: { positionEncodings: ['utf-16', 'utf-8', 'utf-32'] },
  window: { workDoneProgress: true, showMessage: {}, showDocument: { support: true } },
  workspace: {
    applyEdit: true,
    configuration: true,
    workspaceFolders: true,
    workspaceEdit: {
      documentChanges: true,
      resourceOperations: ['create', 'rename', 'delete'],
      snippetEditSupport: true,
      changeAnnotationSupport: {},
    },
    didChangeConfiguration: everything(),
    didChangeWatchedFiles: everything({ relativePatternSupport: true }),
    executeCommand: everything(),
    symbol: everything({ resolveSupport: { properties: ['location.range'] }, tagSupport: { valueSet: [1] } }),
    fileOperations: everything({
      didCreate: true,
      didRename: true,
      didDelete: true,
      willCreate: true,
      willRename: true,
      willDelete: true,
    }),
    codeLens: { refreshSupport },
    diagnostics: { refreshSupport },
    foldingRange: { refreshSupport },
    inlayHint: { refreshSupport },
    inlineValue: { refreshSupport },
    semanticTokens: { refreshSupport },
    textDocumentContent: everything(),
  },
  textDocument: {
    synchronization: everything({ didSave: true, willSave: true, willSaveWaitUntil: true }),
    callHierarchy: everything(),
    codeAction: everything({
      codeActionLiteralSupport: { codeActionKind: { valueSet: [''] } },
      dataSupport: true,
      disabledSupport: true,
      isPreferredSupport: true,
      resolveSupport: { properties: ['edit'] },
    }),
    codeLens: everything({ resolveSupport: { properties: ['command'] } }),
    colorProvider: everything(),
    completion: everything({
      completionItem: {
        snippetSupport: true,
        labelDetailsSupport: true,
        documentationFormat: ['markdown', 'plaintext'],
        insertTextModeSupport: { valueSet: [1, 2] },
        resolveSupport: { properties: ['documentation', 'detail', 'additionalTextEdits'] },
        tagSupport: { valueSet: [1] },
      },
    }),
    declaration: everything({ linkSupport: true }),
    definition: everything({ linkSupport: true }),
    diagnostic: everything({
      relatedInformation: true,
      relatedDocumentSupport: true,
      codeDescriptionSupport: true,
    }),
    documentHighlight: everything(),
    documentLink: everything({ tooltipSupport: true }),
    documentSymbol: everything({ hierarchicalDocumentSymbolSupport: true, labelSupport: true }),
    foldingRange: everything({ lineFoldingOnly: true }),
    formatting: everything(),
    hover: everything({ contentFormat: ['markdown', 'plaintext'] }),
    implementation: everything({ linkSupport: true }),
    inlayHint: everything({ resolveSupport: { properties: ['tooltip', 'textEdits'] } }),
    inlineCompletion: everything(),
    inlineValue: everything(),
    linkedEditingRange: everything(),
    moniker: everything(),
    onTypeFormatting: everything(),
    publishDiagnostics: { relatedInformation: true, codeDescriptionSupport: true, versionSupport: true },
    rangeFormatting: everything({ rangesSupport: true }),
    references: everything(),
    rename: everything({ prepareSupport: true }),
    selectionRange: everything(),
    semanticTokens: everything({
      requests: { full: { delta: true }, range: true },
      formats: ['relative'],
      tokenModifiers: [],
      tokenTypes: [],
    }),
    signatureHelp: everything(),
    typeDefinition: everything({ linkSupport: true }),
    typeHierarchy: everything(),
  },
};

/**
 * @returns {Promise<string[]>} `hoverProvider`, `renameProvider.prepareProvider`,
 *   `codeActionProvider.codeActionKinds: quickfix`; what is asked for later on as `registered: METHOD`
 */
export async function announced() {
  const built = path.join(ROOT, 'server/dist/server.cjs');
  const server = spawn(process.execPath, [built, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const connection = createMessageConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  );
  try {
    return await ask(connection);
  } finally {
    connection.dispose();
    server.kill();
  }
}

/** @param {import('vscode-jsonrpc').MessageConnection} connection */
async function ask(connection) {
  /** @type {string[]} */
  const registered = [];
  connection.onRequest('client/registerCapability', ({ registrations }) => {
    for (const { method } of registrations) registered.push(`registered: ${method}`);
    return null;
  });
  connection.listen();
  const { capabilities } = await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri: null,
    workspaceFolders: [{ uri: 'file:///nowhere', name: 'nowhere' }],
    capabilities: FULL_CLIENT,
  });
  await connection.sendNotification('initialized', {});
  // Messages come in their order: what is asked for at the beginning was asked for before the second answer.
  for (let n = 0; n < 2; n++) await connection.sendRequest('vangnet/ping');
  await connection.sendRequest('shutdown');
  await connection.sendNotification('exit');
  return [
    ...new Set([
      ...Object.entries(capabilities).flatMap(([name, value]) => names(name, value)),
      ...registered,
    ]),
  ];
}

/** Lists of which each entry is something that the server can do. */
const LISTS = ['codeActionKinds', 'commands'];
/** How it is done, not what. */
const DETAILS = ['legend'];

/**
 * The name of a capability and of each thing in it that is switched on; numbers and texts in it say only how.
 * @param {string} path @param {unknown} value @returns {string[]}
 */
function names(path, value) {
  if (value === false || value === undefined || value === null) return [];
  if (typeof value !== 'object') return [path];
  const inner = Object.entries(value).flatMap(([name, own]) => {
    if (DETAILS.includes(name)) return [];
    if (Array.isArray(own)) return LISTS.includes(name) ? own.map((one) => `${path}.${name}: ${one}`) : [];
    return own === true || typeof own === 'object' ? names(`${path}.${name}`, own) : [];
  });
  return path === 'workspace' || (path.includes('.') && inner.length > 0) ? inner : [path, ...inner];
}
