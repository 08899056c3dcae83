// @ts-check
/** A language client that measures: the same one for every server, over stdio. */
import { execFileSync, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import {
  CancellationTokenSource,
  createMessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-jsonrpc/node';

/** @typedef {{ line: number, character: number }} Position */
/** @typedef {{ range: { start: Position, end: Position }, [key: string]: unknown }} Diagnostic */
/** @typedef {{ range: { start: Position, end: Position }, text: string }} Change */

/** What VS Code says of itself, as far as it decides what the servers do. */
const CAPABILITIES = {
  textDocument: {
    synchronization: { didSave: true },
    publishDiagnostics: { relatedInformation: true, versionSupport: false, tagSupport: { valueSet: [1, 2] } },
    hover: { contentFormat: ['markdown', 'plaintext'] },
    completion: {
      contextSupport: true,
      completionItem: {
        snippetSupport: true,
        documentationFormat: ['markdown', 'plaintext'],
        resolveSupport: { properties: ['documentation', 'detail', 'additionalTextEdits'] },
        insertReplaceSupport: true,
        insertTextModeSupport: { valueSet: [1, 2] },
        labelDetailsSupport: true,
      },
      completionList: {
        itemDefaults: ['commitCharacters', 'editRange', 'insertTextFormat', 'insertTextMode'],
      },
    },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    codeAction: {
      isPreferredSupport: true,
      codeActionLiteralSupport: { codeActionKind: { valueSet: ['', 'quickfix', 'refactor', 'source'] } },
    },
  },
  workspace: {
    configuration: true,
    workspaceFolders: true,
    workspaceEdit: { documentChanges: true },
    didChangeConfiguration: { dynamicRegistration: true },
  },
};

const PULL = {
  dynamicRegistration: true,
  relatedDocumentSupport: false,
  relatedInformation: true,
  tagSupport: { valueSet: [1, 2] },
};

/** RequestCancelled, ContentModified, ServerCancelled: a newer question is on its way. */
const SUPERSEDED = [-32800, -32801, -32802];

export class Client {
  /** @type {Diagnostic[]} the newest that the server told */
  diagnostics = [];
  /** How often diagnostics were pushed. */
  #pushes = 0;
  /** @type {number | undefined} */
  #pushedVersion;
  /** @type {(() => void)[]} */
  #waiting = [];
  #version = 1;
  /** The version that the newest answer is of, of a server that is asked. */
  #pulledVersion = 0;
  /** @type {Promise<void> | undefined} */
  #pulling;
  #cancellation = new CancellationTokenSource();
  #uri = '';
  #stderr = '';
  /** Fails as soon as the server has ended, so that nobody waits for an answer for ever. @type {Promise<never>} */
  #ended;

  /**
   * @param {import('./servers.mjs').ServerKind} kind
   * @param {{ root: string, ipc?: boolean }} options `ipc` for a probe inside the server
   */
  constructor(kind, { root, ipc = false }) {
    this.kind = kind;
    this.begun = performance.now();
    this.process = spawn(kind.command, kind.args, {
      cwd: root,
      stdio: ipc ? ['pipe', 'pipe', 'pipe', 'ipc'] : ['pipe', 'pipe', 'pipe'],
    });
    this.process.stderr?.setEncoding('utf8').on('data', (text) => {
      this.#stderr += text;
    });
    this.#ended = new Promise((_, reject) => {
      const end = (/** @type {string} */ how) =>
        reject(new Error(`${kind.name} ${how} in the middle of the measurement:\n${this.#stderr}`));
      this.process.once('error', ({ message }) => end(`could not be started (${message})`));
      this.process.once('exit', (code, signal) => end(`ended (${signal ?? `exit code ${code}`})`));
    });
    // Also where nobody is waiting just then.
    this.#ended.catch(() => undefined);
    const { stdout, stdin } = this.process;
    if (!stdout || !stdin) throw new Error('A server without pipes.');
    this.connection = createMessageConnection(
      new StreamMessageReader(stdout),
      new StreamMessageWriter(stdin),
    );
    this.#answerServer();
    this.connection.listen();
  }

  #answerServer() {
    const { connection, kind } = this;
    connection.onNotification('textDocument/publishDiagnostics', ({ uri, version, diagnostics }) => {
      if (uri !== this.#uri) return;
      this.#pushes++;
      this.#pushedVersion = version;
      this.diagnostics = diagnostics;
      this.#wake();
    });
    connection.onRequest('workspace/configuration', ({ items }) =>
      items.map((/** @type {{ section?: string }} */ { section }) => kind.settings[section ?? ''] ?? null),
    );
    for (const method of [
      'client/registerCapability',
      'workspace/diagnostic/refresh',
      'workspace/codeLens/refresh',
      'workspace/inlayHint/refresh',
      'window/workDoneProgress/create',
    ])
      connection.onRequest(method, () => null);
    connection.onUnhandledNotification(() => undefined);
  }

  #wake() {
    for (const wake of this.#waiting.splice(0)) wake();
  }

  /** @returns {Promise<number>} milliseconds from the start of the process to the answer */
  async initialize() {
    const textDocument =
      this.kind.diagnostics === 'pull'
        ? { ...CAPABILITIES.textDocument, diagnostic: PULL }
        : CAPABILITIES.textDocument;
    await this.#send('initialize', {
      processId: process.pid,
      rootUri: null,
      workspaceFolders: null,
      capabilities: { ...CAPABILITIES, textDocument },
    });
    const took = performance.now() - this.begun;
    await this.connection.sendNotification('initialized', {});
    await this.connection.sendNotification('workspace/didChangeConfiguration', {
      settings: this.kind.settings,
    });
    return took;
  }

  /** Opens a document; milliseconds to its first diagnostics. @param {string} uri @param {string} text */
  async open(uri, text) {
    this.#uri = uri;
    this.#version = 1;
    this.#pushedVersion = undefined;
    this.#pulledVersion = 0;
    const { languageId } = this.kind;
    const before = this.#pushes;
    const begun = performance.now();
    await this.#notify('textDocument/didOpen', { textDocument: { uri, languageId, version: 1, text } });
    await this.#news(before);
    return performance.now() - begun;
  }

  /** Sends an edit and waits for nothing. @param {Change} change */
  async type(change) {
    this.#version++;
    await this.#notify('textDocument/didChange', {
      textDocument: { uri: this.#uri, version: this.#version },
      contentChanges: [change],
    });
  }

  /** Milliseconds from the last of these edits to the diagnostics of the text after it. @param {Change[]} changes @param {number} [pause] milliseconds between edits */
  async edit(changes, pause = 0) {
    let begun = performance.now();
    let before = this.#pushes;
    for (const [index, change] of changes.entries()) {
      if (index > 0) await sleep(pause);
      begun = performance.now();
      before = this.#pushes;
      await this.type(change);
      if (this.kind.diagnostics === 'pull') this.#pull();
    }
    await this.#news(before);
    return performance.now() - begun;
  }

  /**
   * Milliseconds from an edit to the answer of a question that is asked right behind it.
   * @param {Change} change @param {string} method @param {object} params
   */
  async ask(change, method, params) {
    const before = this.#pushes;
    const begun = performance.now();
    await this.type(change);
    // VS Code asks for diagnostics first.
    if (this.kind.diagnostics === 'pull') this.#pull();
    const answer = await this.request(method, params);
    const took = performance.now() - begun;
    await this.#news(before);
    return { took, answer };
  }

  /** @param {string} method @param {object} params @returns {Promise<any>} */
  request(method, params) {
    return this.#send(method, { textDocument: { uri: this.#uri }, ...params });
  }

  /** @param {string} method @param {object} params @param {import('vscode-jsonrpc').CancellationToken} [token] @returns {Promise<any>} */
  #send(method, params, token = new CancellationTokenSource().token) {
    return Promise.race([this.connection.sendRequest(method, params, token), this.#ended]);
  }

  /** As VS Code does it: one question at a time, cancelled by the next edit and asked anew when it has ended. */
  #pull() {
    if (this.#pulling) this.#cancellation.cancel();
    else
      this.#pulling = this.#pullUntilNew().finally(() => {
        this.#pulling = undefined;
      });
  }

  async #pullUntilNew() {
    while (this.#pulledVersion !== this.#version) {
      this.#cancellation = new CancellationTokenSource();
      const version = this.#version;
      const report = await this.#send(
        'textDocument/diagnostic',
        { textDocument: { uri: this.#uri } },
        this.#cancellation.token,
      ).catch((/** @type {{ code?: number }} */ error) => {
        if (!SUPERSEDED.includes(error.code ?? 0)) throw error;
      });
      if (!report) continue;
      if (report.kind === 'full') this.diagnostics = report.items;
      this.#pulledVersion = version;
    }
  }

  /** Waits for the diagnostics of the newest text. @param {number} before */
  async #news(before) {
    if (this.kind.diagnostics === 'pull') {
      this.#pull();
      while (this.#pulling) await this.#pulling;
      return;
    }
    while (this.kind.says ? this.#pushedVersion !== this.#version : this.#pushes <= before) {
      const news = new Promise((resolve) => this.#waiting.push(() => resolve(undefined)));
      await Promise.race([news, this.#ended]);
    }
  }

  /** @param {string} method @param {object} params */
  #notify(method, params) {
    return this.connection.sendNotification(method, params);
  }

  /** What the process holds in memory now, in MiB. */
  memory() {
    const { pid } = this.process;
    if (process.platform === 'linux') {
      const status = readFileSync(`/proc/${pid}/status`, 'utf8');
      return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024;
    }
    return Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })) / 1024;
  }

  /** @param {object} [message] to the probe inside the server @returns {Promise<any>} */
  probe(message = {}) {
    return new Promise((resolve) => {
      this.process.once('message', resolve);
      this.process.send(message);
    });
  }

  async stop() {
    const ended = new Promise((resolve) => this.process.once('exit', resolve));
    await this.connection.sendRequest('shutdown');
    await this.#notify('exit', {});
    this.connection.dispose();
    // The peer may not heed 'exit' at once.
    const timer = setTimeout(() => this.process.kill(), 2000);
    await ended;
    clearTimeout(timer);
  }
}

/** @param {number} milliseconds */
export function sleep(milliseconds) {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
