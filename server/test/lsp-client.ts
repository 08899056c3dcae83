/**
 * A language client for tests: starts the built server as any editor would and speaks the protocol over stdio; or,
 * where a test looks into the server or needs many of them, serves in this process over the same protocol.
 */

import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { PassThrough } from 'node:stream';
import {
  createMessageConnection,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-jsonrpc/node';
import type { InitializeResult, ServerCapabilities } from 'vscode-languageserver';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { DISK } from '../src/lsp/disk.js';
import { serve } from '../src/lsp/server.js';

export const BIN = 'server/bin/vangnet.js';

export interface Diagnostic {
  readonly range: {
    readonly start: { line: number; character: number };
    readonly end: { line: number; character: number };
  };
  readonly code: string;
  readonly message: string;
  readonly severity: number;
}

interface TextEdit {
  readonly range: Diagnostic['range'];
  readonly newText: string;
}

export interface CodeAction {
  readonly title: string;
  readonly kind: string;
  readonly isPreferred?: boolean;
  readonly edit: {
    readonly documentChanges?: readonly { textDocument: { version: number }; edits: readonly TextEdit[] }[];
    readonly changes?: Record<string, readonly TextEdit[]>;
  };
}

export interface Progress {
  readonly kind?: 'begin' | 'report' | 'end';
  readonly title?: string;
  readonly message?: string;
  readonly items?: readonly unknown[];
}

/** What VS Code says of itself, as far as it matters here. */
export const PULLING = {
  textDocument: {
    diagnostic: {
      dynamicRegistration: true,
      relatedDocumentSupport: false,
      relatedInformation: true,
      tagSupport: { valueSet: [1, 2] },
      codeDescriptionSupport: true,
    },
    codeAction: {
      codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix'] } },
      isPreferredSupport: true,
    },
  },
  workspace: { workspaceEdit: { documentChanges: true }, diagnostics: { refreshSupport: true } },
};

export class TestClient {
  readonly published = new Map<string, { version: number | undefined; diagnostics: Diagnostic[] }>();
  refreshes = 0;
  /** What the server announced. */
  capabilities: ServerCapabilities = {};
  /** What the server asked the client to register, by method. */
  readonly registered = new Map<string, unknown>();
  /** What the server told by each token: how far it is, or pieces of an answer. */
  readonly progress = new Map<string | number, Progress[]>();
  private waiting: (() => void)[] = [];

  private constructor(
    private readonly child: ChildProcess | undefined,
    readonly connection: MessageConnection,
  ) {
    connection.onNotification(
      'textDocument/publishDiagnostics',
      ({ uri, version, diagnostics }: { uri: string; version?: number; diagnostics: Diagnostic[] }) => {
        this.published.set(uri, { version, diagnostics });
        for (const wake of this.waiting.splice(0)) wake();
      },
    );
    connection.onRequest('workspace/diagnostic/refresh', () => {
      this.refreshes++;
      return null;
    });
    connection.onRequest('window/workDoneProgress/create', () => null);
    connection.onNotification('$/progress', ({ token, value }) => {
      this.progress.set(token, [...(this.progress.get(token) ?? []), value]);
    });
    connection.onRequest(
      'client/unregisterCapability',
      ({ unregisterations }: { unregisterations: { method: string }[] }) => {
        for (const { method } of unregisterations) this.registered.delete(method);
        return null;
      },
    );
    connection.onRequest(
      'client/registerCapability',
      ({ registrations }: { registrations: { method: string; registerOptions: unknown }[] }) => {
        for (const { method, registerOptions } of registrations) this.registered.set(method, registerOptions);
        return null;
      },
    );
    connection.listen();
  }

  /** @param folders the address of the one folder that is open, or of several */
  static async start(
    capabilities: object,
    initializationOptions: object = {},
    folders?: string | readonly string[],
    args: readonly string[] = [],
  ): Promise<TestClient> {
    if (!existsSync('server/dist/server.cjs'))
      throw new Error('The server is not built: run `npm run build` first.');
    const child = spawn(process.execPath, [BIN, 'lsp', '--stdio', ...args], {
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    const connection = createMessageConnection(
      new StreamMessageReader(child.stdout),
      new StreamMessageWriter(child.stdin),
    );
    const client = new TestClient(child, connection);
    await client.begin(capabilities, initializationOptions, folders);
    return client;
  }

  /** The same with a server in this process; `prepare` may answer its requests otherwise. */
  static async startHere(
    capabilities: object,
    initializationOptions: object = {},
    folders?: string | readonly string[],
    {
      prepare,
      disk = DISK,
    }: { prepare?: (connection: MessageConnection) => void; disk?: typeof DISK | null } = {},
  ): Promise<TestClient> {
    const [toServer, toClient] = [new PassThrough(), new PassThrough()];
    const streams = [new StreamMessageReader(toServer), new StreamMessageWriter(toClient)] as const;
    serve(createConnection(ProposedFeatures.all, ...streams), disk ?? undefined);
    const connection = createMessageConnection(
      new StreamMessageReader(toClient),
      new StreamMessageWriter(toServer),
    );
    const client = new TestClient(undefined, connection);
    prepare?.(connection);
    await client.begin(capabilities, initializationOptions, folders);
    return client;
  }

  get process(): ChildProcess {
    if (!this.child) throw new Error('This server has no process of its own.');
    return this.child;
  }

  private async begin(
    capabilities: object,
    initializationOptions: object,
    given: string | readonly string[] | undefined,
  ): Promise<void> {
    const folders = typeof given === 'string' ? [given] : given;
    const answer = await this.connection.sendRequest<InitializeResult>('initialize', {
      processId: this.child ? process.pid : null,
      rootUri: folders?.[0] ?? null,
      workspaceFolders: folders?.map((uri) => ({ uri, name: 'folder' })) ?? null,
      capabilities,
      initializationOptions,
    });
    this.capabilities = answer.capabilities;
    await this.connection.sendNotification('initialized', {});
  }

  /** The exit code; 0 for a server in this process, which goes on with the tests. */
  async stop(): Promise<number | null> {
    const { child } = this;
    const ended = child && new Promise<number | null>((resolve) => child.once('exit', resolve));
    await this.connection.sendRequest('shutdown');
    if (ended) await this.connection.sendNotification('exit');
    const code = ended ? await ended : 0;
    this.connection.dispose();
    return code;
  }

  open(uri: string, text: string, version = 1, languageId = 'vangnet-case'): Promise<void> {
    return this.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId, version, text },
    });
  }

  change(uri: string, version: number, contentChanges: readonly object[]): Promise<void> {
    return this.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges,
    });
  }

  async pull(
    uri: string,
    previousResultId?: string,
  ): Promise<{ kind: string; resultId?: string; items: Diagnostic[] }> {
    return this.connection.sendRequest('textDocument/diagnostic', {
      textDocument: { uri },
      ...(previousResultId ? { previousResultId } : {}),
    });
  }

  async pushed(uri: string, version: number): Promise<Diagnostic[]> {
    for (;;) {
      const known = this.published.get(uri);
      if (known && known.version === version) return known.diagnostics;
      await new Promise<void>((resolve) => this.waiting.push(resolve));
    }
  }

  codeActions(uri: string, range: Diagnostic['range'], only?: readonly string[]): Promise<CodeAction[]> {
    return this.connection.sendRequest('textDocument/codeAction', {
      textDocument: { uri },
      range,
      context: { diagnostics: [], ...(only ? { only } : {}) },
    });
  }
}
