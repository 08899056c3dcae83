/**
 * The findings of all case files of the workspace, open or not. Clients that can ask for them are answered when
 * something has changed (until then their request waits); to others they are sent. Files that nobody looks at wait
 * for whatever somebody is waiting for.
 */

import {
  type CancellationToken,
  CancellationTokenSource,
  type Connection,
  DocumentDiagnosticReportKind,
  type ResultProgressReporter,
  type WorkspaceDiagnosticParams,
  type WorkspaceDiagnosticReport,
  type WorkspaceDiagnosticReportPartialResult,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import { keyOf } from '../../core/addresses.js';
import type { Analysis } from '../../pipeline/analysis.js';
import { Cancelled, Stale } from '../schedule.js';
import { ClosedCases, type Made } from './closed-cases.js';
import { type FolderHost, type Give, type Had, type Scope, type Summary, Sweep } from './sweep.js';

/** How many reports are sent at once to a client that takes them piece by piece. */
const PIECE = 20;

export class FolderDiagnostics {
  private readonly closed: ClosedCases;
  private scope: Scope = 'open';
  private changes = 0;
  private readonly waiting = new Set<() => void>();
  /** What the clients that wait for an answer have. */
  private readonly asking = new Set<Had>();
  private isAsked = false;
  private readonly sent: Had = new Map();
  private sending: CancellationTokenSource | undefined;
  /** One sweep at a time: the second then finds what the first worked out. */
  private last: Promise<unknown> = Promise.resolve();
  private summary: Summary | undefined;
  /** The changes up to which the person wants to see no more. */
  private stopped = -1;
  private readonly ending = new CancellationTokenSource();

  constructor(
    private readonly connection: Connection,
    private readonly host: FolderHost,
  ) {
    this.closed = new ClosedCases(host);
  }

  /** What is made of a file that is not open: see {@link ClosedCases.make}. */
  async make<T>(
    address: string,
    before: Made<T> | undefined,
    make: (analysis: Analysis) => T,
    token: CancellationToken,
  ): Promise<Made<T> | undefined> {
    try {
      return await this.closed.make(address, before, make, () => !token.isCancellationRequested);
    } catch (error) {
      throw error instanceof Stale ? new Cancelled() : error;
    }
  }

  setScope(scope: Scope): void {
    this.scope = scope;
    this.changed();
  }

  /** Something in the folders may be other than before, or other files are to be checked. */
  changed(): void {
    this.changes++;
    for (const wake of [...this.waiting]) wake();
    if (!this.isPulled) void this.send();
  }

  /** The client asks for this file itself from now on, or is sent it as an open one. */
  opened(address: string): void {
    const wasSent = this.sent.delete(keyOf(address));
    if (wasSent && this.host.abilities().pullDiagnostics)
      void this.connection.sendDiagnostics({ uri: address, diagnostics: [] });
  }

  /** What the client has of it is of the open file. */
  closedFile(address: string): void {
    for (const had of this.asking) had.delete(keyOf(address));
    this.changed();
  }

  stop(): void {
    this.ending.cancel();
    this.sending?.cancel();
    for (const wake of [...this.waiting]) wake();
  }

  async pull(
    { previousResultIds }: WorkspaceDiagnosticParams,
    token: CancellationToken,
    pieces: ResultProgressReporter<WorkspaceDiagnosticReportPartialResult> | undefined,
  ): Promise<WorkspaceDiagnosticReport> {
    if (!this.isAsked) this.takeBack();
    this.isAsked = true;
    const had: Had = new Map(previousResultIds.map((one) => [keyOf(one.uri), one]));
    this.asking.add(had);
    try {
      return await this.answer(had, token, pieces);
    } finally {
      this.asking.delete(had);
    }
  }

  /** How many findings there are in all, once all files have been looked at. */
  async checkAll(token: CancellationToken): Promise<Summary> {
    this.summary = undefined;
    this.setScope('all');
    while (!this.summary) await this.nextChange(token);
    return this.summary;
  }

  private async answer(
    had: Had,
    token: CancellationToken,
    pieces: ResultProgressReporter<WorkspaceDiagnosticReportPartialResult> | undefined,
  ): Promise<WorkspaceDiagnosticReport> {
    let items: WorkspaceDocumentDiagnosticReport[] = [];
    let given = 0;
    const give: Give = (report) => {
      given++;
      items.push(report);
      if (!pieces || items.length < PIECE) return;
      pieces.report({ items });
      items = [];
    };
    for (;;) {
      const { changes } = this;
      await this.sweep(had, token, give);
      // Given nothing, the client would ask again and again: it is told when there is something to tell.
      if (given > 0 || this.ending.token.isCancellationRequested) {
        if (!pieces) return { items };
        // The protocol wants the answer itself empty for whoever takes it piece by piece.
        if (items.length > 0) pieces.report({ items });
        return { items: [] };
      }
      while (this.changes === changes) await this.nextChange(token);
    }
  }

  /** Does the client ask for the files that aren't open, or must it be told? */
  private get isPulled(): boolean {
    const { pullDiagnostics, pullsFolder } = this.host.abilities();
    return pullDiagnostics && (this.isAsked || pullsFolder);
  }

  private async send(): Promise<void> {
    if (this.sending || (this.scope === 'open' && this.sent.size === 0)) return;
    this.sending = new CancellationTokenSource();
    const { token } = this.sending;
    try {
      for (let seen = -1; seen !== this.changes && !this.isPulled; ) {
        seen = this.changes;
        await this.sweep(this.sent, token, (report) => this.sendOne(report));
      }
    } catch (error) {
      if (!(error instanceof Cancelled)) this.host.report(error);
    } finally {
      this.sending = undefined;
    }
  }

  private sendOne(report: WorkspaceDocumentDiagnosticReport): void {
    const { uri } = report;
    if (this.host.session(uri) || report.kind !== DocumentDiagnosticReportKind.Full) return;
    const { items, resultId } = report;
    if (resultId === undefined) this.sent.delete(keyOf(uri));
    else this.sent.set(keyOf(uri), { uri, value: resultId });
    void this.connection.sendDiagnostics({ uri, diagnostics: items });
  }

  /** A client that asks must not be shown the same twice. */
  private takeBack(): void {
    for (const { uri } of this.sent.values()) void this.connection.sendDiagnostics({ uri, diagnostics: [] });
    this.sent.clear();
    this.sending?.cancel();
    this.stopped = -1;
  }

  private sweep(had: Had, token: CancellationToken, give: Give): Promise<void> {
    const next = this.last.then(() => this.sweepNow(had, token, give));
    this.last = next.catch(() => undefined);
    return next;
  }

  private async sweepNow(had: Had, token: CancellationToken, give: Give): Promise<void> {
    const { changes } = this;
    if (this.stopped === changes) return;
    const sweep = new Sweep(this.connection, this.host, this.closed, token, give);
    const outcome = await sweep.run(had, this.scope);
    if (outcome === 'stopped') this.stopped = changes;
    if (this.scope === 'open') return;
    this.summary = sweep.counts;
    for (const wake of [...this.waiting]) wake();
  }

  private async nextChange(token: CancellationToken): Promise<void> {
    if (token.isCancellationRequested || this.ending.token.isCancellationRequested) throw new Cancelled();
    await new Promise<void>((resolve, reject) => {
      const listener = token.onCancellationRequested(() => finish(() => reject(new Cancelled())));
      const finish = (settle: () => void) => {
        this.waiting.delete(wake);
        listener.dispose();
        settle();
      };
      const wake = () => finish(resolve);
      this.waiting.add(wake);
    });
  }
}
