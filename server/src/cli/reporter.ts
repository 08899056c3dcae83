/** What a reporter is handed, and what it is. One file a reporter in `reporters/`, named in `formats.ts`. */

import type { CaseDocument } from '../core/document.js';
import type { Severity } from '../core/findings.js';
import type { FoundReport, Suppressed } from '../pipeline/analysis.js';

/** A case file that was analysed. */
export interface CheckedFile {
  readonly path: string;
  readonly document: CaseDocument;
  readonly findings: readonly FoundReport[];
  /** What the file silences, with the reasons that it gives. */
  readonly suppressed: readonly Suppressed[];
}

export interface ReportedFinding extends FoundReport {
  /** A name that outlives the moving of lines, equal for no other finding of the file. Worked out when asked for. */
  readonly fingerprint: () => string;
}

/** A file on its way into a report: what is left of its findings, and which of them the baseline holds. */
export interface ReportedFile extends CheckedFile {
  readonly findings: readonly ReportedFinding[];
  /** What the baseline knows: no finding of this run. */
  readonly known: readonly ReportedFinding[];
  /** Is there a baseline at all? */
  readonly hasBaseline: boolean;
}

export type Counts = Readonly<Record<Severity, number>>;

export type Summary = Counts & {
  readonly files: number;
  /** How many findings the baseline holds; undefined where there is none. */
  readonly known?: number;
};

/** Writes a report piece by piece, so that memory does not grow with the files. */
export interface Reporter {
  file(file: ReportedFile): string;
  /** @param problems what kept the run from checking everything, in words */
  end(summary: Summary, problems: readonly string[]): string;
}
