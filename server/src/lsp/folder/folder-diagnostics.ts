/**
 * The findings of all case files of the workspace, open or not. Clients that can ask for them are answered when
 * something has changed (until then their request waits); to others they are sent. Files that nobody looks at wait
 * for whatever somebody is waiting for.
 */

import {
  type CancellationToken,
  CancellationTokenSource,
  type Connection,
  type Diagnostic,
  DocumentDiagnosticReportKind,
  type PreviousResultId,
  type ResultProgressReporter,
  type WorkspaceDiagnosticParams,
  type WorkspaceDiagnosticReport,
  type WorkspaceDiagnosticReportPartialResult,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import { keyOf } from '../../core/addresses.js';
import type { Severity } from '../../core/findings.js';
import type { Language } from '../../core/words/words.js';
import { Cancelled, Stale } from '../schedule.js';
import type { CaseSession } from '../sessions.js';
import type { Abilities } from '../to-lsp.js';
import { type Checked, ClosedCases, type Counts, countsOf, type Surroundings } from './closed-cases.js';
import { FolderProgress } from './folder-progress.js';

/** Which files are checked: those that are open, or all of the workspace. */
export type Scope = 'open' | 'all';

export function isScope(value: unknown): value is Scope {
  return value === 'open' || value === 'all';
}

export type Summary = Readonly<Record<Severity | 'files', number>>;

/** What else this needs of the server. */
export interface FolderHost extends Surroundings {
  abilities(): Abilities;
  language(): Language;
  session(address: string): CaseSession | undefined;
  report(error: unknown): void;
}

/** What a client has of each file, by the key of its address. */
type Had = Map<string, PreviousResultId>;

type Give = (report: WorkspaceDocumentDiagnosticReport) => void;

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
  private isSending = false;
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

  get checks(): Scope {
    return this.scope;
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
      if (given > 0 || this.ending.token.isCancellationRequested) return { items };
      while (this.changes === changes) await this.nextChange(token);
    }
  }

  /** Does the client ask for the files that aren't open, or must it be told? */
  private get isPulled(): boolean {
    const { pullDiagnostics, pullsFolder } = this.host.abilities();
    return pullDiagnostics && (this.isAsked || pullsFolder);
  }

  private async send(): Promise<void> {
    if (this.isSending || (this.scope === 'open' && this.sent.size === 0)) return;
    this.isSending = true;
    try {
      for (let seen = -1; seen !== this.changes && !this.isPulled; ) {
        seen = this.changes;
        await this.sweep(this.sent, this.ending.token, (report) => this.sendOne(report));
      }
    } catch (error) {
      if (!(error instanceof Cancelled)) this.host.report(error);
    } finally {
      this.isSending = false;
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

/** One look at every file: whatever is other than the asker has it is given. */
class Sweep {
  /** The sum of all findings so far. */
  readonly counts = { files: 0, error: 0, warning: 0, information: 0, hint: 0 };

  constructor(
    private readonly connection: Connection,
    private readonly host: FolderHost,
    private readonly closed: ClosedCases,
    private readonly token: CancellationToken,
    private readonly give: Give,
  ) {}

  /** What the person stopped is not begun again until something changes. */
  async run(had: Had, scope: Scope): Promise<'done' | 'stopped'> {
    const files = scope === 'all' ? await this.host.index.files() : [];
    const seen = new Set<string>();
    const language = this.host.language();
    const progress = new FolderProgress(
      this.connection,
      this.host.abilities().workDoneProgress,
      language,
      files.length,
    );
    try {
      for (const [at, address] of files.entries()) {
        await this.host.pause();
        if (this.token.isCancellationRequested) throw new Cancelled();
        if (progress.isCancelled) return 'stopped';
        const key = keyOf(address);
        const checked = await this.check(address, had.get(key)?.value);
        if (!checked) continue;
        seen.add(key);
        if (checked.items) await progress.step(at + 1);
      }
    } finally {
      await progress.end();
    }
    this.clear(had, seen);
    return 'done';
  }

  private async check(address: string, has: string | undefined): Promise<Checked | undefined> {
    try {
      const session = this.host.session(address);
      const checked = session
        ? await this.checkOpen(session, has)
        : await this.closed.check(address, has, () => !this.token.isCancellationRequested);
      if (!checked) return undefined;
      const { resultId, items, counts } = checked;
      this.count(counts);
      const uri = session?.uri ?? address;
      const version = session?.version ?? null;
      if (items) this.give({ kind: DocumentDiagnosticReportKind.Full, uri, version, resultId, items });
      return checked;
    } catch (error) {
      if (error instanceof Cancelled || this.token.isCancellationRequested) throw new Cancelled();
      // One odd file doesn't keep the others from being checked; of one that is being edited its own answer tells.
      if (!(error instanceof Stale)) this.host.report(error);
      return undefined;
    }
  }

  private async checkOpen(session: CaseSession, has: string | undefined): Promise<Checked> {
    const analysis = await session.analysis();
    const { resultId } = session;
    const items: Diagnostic[] | undefined =
      resultId === has ? undefined : this.host.diagnostics(session.uri, analysis);
    return { resultId, counts: countsOf(analysis), items };
  }

  private count(counts: Counts): void {
    this.counts.files++;
    for (const severity of Object.keys(counts) as Severity[]) this.counts[severity] += counts[severity];
  }

  /** What is there no more, or is no more to be checked. */
  private clear(had: Had, seen: ReadonlySet<string>): void {
    for (const [key, { uri }] of [...had]) {
      if (seen.has(key) || this.host.session(uri)) continue;
      had.delete(key);
      this.give({ kind: DocumentDiagnosticReportKind.Full, uri, version: null, items: [] });
    }
  }
}
