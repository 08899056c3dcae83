/**
 * What is found in one file as plain data: it crosses threads and is kept in the cache, where an analysis, which holds
 * the tree and functions, can do neither. Messages stay keys and data; words come at the end, in the run's language.
 */

import { type CaseDocument, unread } from '../../core/document.js';
import type { Fix, Message, Severity, Tag } from '../../core/findings.js';
import type { Analysis, FoundReport } from '../../pipeline/analysis.js';
import type { CheckedFile } from '../reporter.js';

/** What a report needs of the fixes: nothing, what they are called, or the edits as well (writing them costs most). */
export type FixDetail = 'none' | 'named' | 'whole';

export interface PlainFinding {
  readonly rule: string;
  readonly severity: Severity;
  /** Offsets in the file. */
  readonly start: number;
  readonly end: number;
  readonly message: Message;
  readonly related?: readonly { readonly start: number; readonly end: number; readonly message: Message }[];
  readonly tags?: readonly Tag[];
  /** Only where they were asked for: working them out costs more than most rules. Without edits where only named. */
  readonly fixes?: readonly Fix[];
  readonly silence?: Fix;
}

export interface PlainResult {
  readonly findings: readonly PlainFinding[];
  readonly suppressed: readonly { readonly finding: PlainFinding; readonly reason: string }[];
}

export function plainResult(
  { document, findings, suppressed }: Pick<Analysis, 'document' | 'findings' | 'suppressed'>,
  detail: FixDetail,
): PlainResult {
  const inDetail = (fix: Fix): Fix => (detail === 'whole' ? fix : { ...fix, edits: [] });
  const plain = (found: FoundReport, fixable: boolean): PlainFinding => {
    const { rule, severity, start, end, message, related, tags } = found;
    const silence = fixable ? found.silence() : undefined;
    return {
      rule,
      severity,
      start,
      end,
      message,
      ...(related && related.length > 0
        ? {
            related: related.map(({ at, message: words }) => ({
              start: document.startOf(at),
              end: document.endOf(at),
              message: words,
            })),
          }
        : {}),
      ...(tags ? { tags } : {}),
      ...(fixable ? { fixes: found.fixes().map(inDetail) } : {}),
      ...(silence ? { silence: inDetail(silence) } : {}),
    };
  };
  return {
    findings: findings.map((finding) => plain(finding, detail !== 'none')),
    suppressed: suppressed.map(({ finding, reason }) => ({ finding: plain(finding, false), reason })),
  };
}

/** @param text what the file holds, which the result's offsets count in */
export function checkedFile(path: string, text: string, result: PlainResult): CheckedFile {
  const document = unread(text);
  const [{ unit }] = document.units as [CaseDocument['units'][number]];
  // Field by field: this is done for every finding, also of files that did not change.
  const found = (plain: PlainFinding): FoundReport => {
    const { rule, severity, start, end, message, related, tags, fixes = [], silence } = plain;
    const at = { unit, start, end };
    const base = { rule, severity, start, end, message, at, fixes: () => fixes, silence: () => silence };
    if (!related && !tags) return base;
    const places = related?.map((place) => ({
      at: { unit, start: place.start, end: place.end },
      message: place.message,
    }));
    return { ...base, ...(places ? { related: places } : {}), ...(tags ? { tags } : {}) };
  };
  return {
    path,
    document,
    findings: result.findings.map(found),
    suppressed: result.suppressed.map(({ finding, reason }) => ({ finding: found(finding), reason })),
  };
}
