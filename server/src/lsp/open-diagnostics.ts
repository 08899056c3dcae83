/** The findings of files that are open: asked for by clients that can ask, sent to the others. */

import {
  type CancellationToken,
  type Connection,
  type Diagnostic,
  type DiagnosticServerCancellationData,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  LSPErrorCodes,
  ResponseError,
} from 'vscode-languageserver';
import type { Analysis } from '../pipeline/analysis.js';
import type { WorkspaceConfigs } from './configs.js';
import { type Foreground, Stale, unlessCancelled } from './schedule.js';
import type { CaseSession } from './sessions.js';
import type { Abilities } from './to-lsp.js';

export interface OpenHost {
  readonly configs: WorkspaceConfigs;
  readonly foreground: Foreground;
  abilities(): Abilities;
  session(uri: string): CaseSession | undefined;
  diagnostics(uri: string, analysis: Analysis): Diagnostic[];
  configDiagnostics(uri: string): Diagnostic[];
  report(error: unknown): void;
  failure(error: unknown): ResponseError<void>;
}

export class OpenDiagnostics {
  constructor(
    private readonly connection: Connection,
    private readonly host: OpenHost,
  ) {}

  /** Sends what is found without being asked: only to clients that can't ask, or they would show it twice. */
  push(session: CaseSession): void {
    if (this.host.abilities().pullDiagnostics) return;
    const asked = session.version;
    this.host.foreground.during(session.analysisInLull(asked)).then(
      (analysis) =>
        this.connection.sendDiagnostics({
          uri: session.uri,
          version: asked,
          diagnostics: this.host.diagnostics(session.uri, analysis),
        }),
      (error: unknown) => this.host.report(error),
    );
  }

  pushConfig(uri: string): void {
    if (this.host.abilities().pullDiagnostics) return;
    void this.connection.sendDiagnostics({ uri, diagnostics: this.host.configDiagnostics(uri) });
  }

  closed(uri: string): void {
    if (!this.host.abilities().pullDiagnostics)
      void this.connection.sendDiagnostics({ uri, diagnostics: [] });
  }

  async pull(
    uri: string,
    previousResultId: string | undefined,
    token: CancellationToken,
  ): Promise<DocumentDiagnosticReport> {
    const session = this.host.session(uri);
    if (!session) return { kind: DocumentDiagnosticReportKind.Full, items: this.host.configDiagnostics(uri) };
    if (previousResultId === session.resultId)
      return { kind: DocumentDiagnosticReportKind.Unchanged, resultId: previousResultId };
    try {
      const work = session.analysisInLull(session.version);
      const analysis = await this.host.foreground.during(unlessCancelled(work, token));
      const items = this.host.diagnostics(uri, analysis);
      return { kind: DocumentDiagnosticReportKind.Full, resultId: session.resultId, items };
    } catch (error) {
      if (error instanceof Stale) throw superseded(this.host.session(uri) === session);
      throw this.host.failure(error);
    }
  }
}

/** The answer would be of a text that is there no more; shall the client ask again? */
function superseded(isOpen: boolean): ResponseError<DiagnosticServerCancellationData> {
  return new ResponseError(LSPErrorCodes.ServerCancelled, 'superseded', { retriggerRequest: isOpen });
}
