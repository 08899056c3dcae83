/** One look at every case file of the workspace. */

import {
  type CancellationToken,
  type Connection,
  type Diagnostic,
  DocumentDiagnosticReportKind,
  type PreviousResultId,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import { keyOf } from '../../core/addresses.js';
import type { Severity } from '../../core/findings.js';
import type { Language } from '../../core/words/words.js';
import { Cancelled, Stale } from '../schedule.js';
import type { CaseSession } from '../sessions.js';
import type { Abilities } from '../to-lsp.js';
import { type Checked, type ClosedCases, type Counts, countsOf, type Surroundings } from './closed-cases.js';
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
export type Had = Map<string, PreviousResultId>;

export type Give = (report: WorkspaceDocumentDiagnosticReport) => void;

/** One look at every file: whatever is other than the asker has it is given. */
export class Sweep {
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
