/** A language client for tests: starts the built server as any editor would and speaks the protocol over stdio. */

import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import {
  createMessageConnection,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-jsonrpc/node';
import type { InitializeResult, ServerCapabilities } from 'vscode-languageserver';

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
  private waiting: (() => void)[] = [];

  private constructor(
    readonly process: ChildProcess,
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
    connection.onRequest(
      'client/registerCapability',
      ({ registrations }: { registrations: { method: string; registerOptions: unknown }[] }) => {
        for (const { method, registerOptions } of registrations) this.registered.set(method, registerOptions);
        return null;
      },
    );
    connection.listen();
  }

  /** @param folder the address of the one folder that is open */
  static async start(
    capabilities: object,
    initializationOptions: object = {},
    folder?: string,
  ): Promise<TestClient> {
    if (!existsSync('server/dist/server.cjs'))
      throw new Error('The server is not built: run `npm run build` first.');
    const child = spawn(process.execPath, [BIN, 'lsp', '--stdio'], { stdio: ['pipe', 'pipe', 'pipe'] });
    const connection = createMessageConnection(
      new StreamMessageReader(child.stdout),
      new StreamMessageWriter(child.stdin),
    );
    const client = new TestClient(child, connection);
    const answer = await connection.sendRequest<InitializeResult>('initialize', {
      processId: process.pid,
      rootUri: folder ?? null,
      workspaceFolders: folder === undefined ? null : [{ uri: folder, name: 'folder' }],
      capabilities,
      initializationOptions,
    });
    client.capabilities = answer.capabilities;
    await connection.sendNotification('initialized', {});
    return client;
  }

  async stop(): Promise<number | null> {
    const ended = new Promise<number | null>((resolve) => this.process.once('exit', resolve));
    await this.connection.sendRequest('shutdown');
    await this.connection.sendNotification('exit');
    const code = await ended;
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
      if (known?.version === version) return known.diagnostics;
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
