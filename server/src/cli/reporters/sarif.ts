/** SARIF 2.1.0: the findings with their rules, related places, fixes and what was silenced, for code scanning. */

import { isAbsolute } from 'node:path';
import { pathToFileURL } from 'node:url';
import type {
  Invocation,
  Location,
  ReportingDescriptor,
  Result,
  Fix as SarifFix,
  Run as SarifRun,
} from 'sarif';
import manifest from '../../../package.json' with { type: 'json' };
import type { CaseDocument } from '../../core/document.js';
import type { Fix, Severity } from '../../core/findings.js';
import { type Language, say } from '../../core/words/words.js';
import { type CatalogueEntry, catalogue } from '../../features/catalogue.js';
import { plainText } from '../../features/markdown.js';
import type { FoundReport } from '../../pipeline/analysis.js';
import type { ReportedFile, ReportedFinding, Reporter } from '../reporter.js';

const LEVEL: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
};

export function sarifReport(language: Language): Reporter {
  const rules = catalogue(language);
  const index = new Map(rules.map(({ id }, place) => [id, place]));
  let isFirst = true;
  const results = (found: readonly Result[]) =>
    found
      .map((result) => {
        const before = isFirst ? opening(rules, language) : ',\n';
        isFirst = false;
        return before + JSON.stringify(result);
      })
      .join('');
  return {
    file: (file) => results(resultsOf(file, index, language)),
    end: (_summary, problems) =>
      `${isFirst ? opening(rules, language) : '\n'}],"invocations":${JSON.stringify([invocation(problems)])}}]}\n`,
  };
}

/** Everything before the results, which follow file by file. */
function opening(rules: readonly CatalogueEntry[], language: Language): string {
  const run: Omit<SarifRun, 'results'> = {
    tool: {
      driver: {
        name: 'Vangnet',
        version: manifest.version,
        semanticVersion: manifest.version,
        rules: rules.map(descriptor),
      },
    },
    columnKind: 'utf16CodeUnits',
    language,
  };
  const text = JSON.stringify(run);
  return `{"version":"2.1.0","$schema":"https://json.schemastore.org/sarif-2.1.0.json","runs":[${text.slice(0, -1)},"results":[\n`;
}

/** Whether everything could be checked, and what was in the way. */
function invocation(problems: readonly string[]): Invocation {
  return {
    executionSuccessful: problems.length === 0,
    ...(problems.length > 0
      ? {
          toolExecutionNotifications: problems.map((text) => ({
            level: 'error' as const,
            message: { text: unlinked(text) },
          })),
        }
      : {}),
  };
}

/** Brackets make a link in a message of SARIF (3.11.6), unless a backslash stands before them. */
function unlinked(text: string): string {
  return text.replaceAll(/[\\[\]]/g, '\\$&');
}

function descriptor({
  id,
  group,
  severity,
  off,
  title,
  what,
  markdown,
}: CatalogueEntry): ReportingDescriptor {
  return {
    id,
    name: id.replaceAll(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase()),
    shortDescription: { text: title },
    fullDescription: { text: what },
    help: { text: plainText(markdown), markdown },
    defaultConfiguration: { enabled: !off, level: LEVEL[severity] },
    properties: { tags: [group] },
  };
}

function resultsOf(file: ReportedFile, index: ReadonlyMap<string, number>, language: Language): Result[] {
  const result = (finding: FoundReport): Result => ({
    ruleId: finding.rule,
    ruleIndex: index.get(finding.rule) ?? -1,
    level: LEVEL[finding.severity],
    message: { text: unlinked(say(finding.message, language)) },
    locations: [location(file, finding.start, finding.end)],
    ...(finding.related && finding.related.length > 0
      ? {
          relatedLocations: finding.related.map(({ at, message }, place) => ({
            id: place,
            ...location(file, file.document.startOf(at), file.document.endOf(at)),
            message: { text: unlinked(say(message, language)) },
          })),
        }
      : {}),
  });
  const named = (finding: ReportedFinding, state: 'new' | 'unchanged'): Result => ({
    ...result(finding),
    partialFingerprints: { 'vangnet/v1': finding.fingerprint() },
    ...(file.hasBaseline ? { baselineState: state } : {}),
    ...fixesOf(file, finding, language),
  });
  return [
    ...file.findings.map((finding) => named(finding, 'new')),
    // Code scanning that knows no baselines knows suppressions.
    ...file.known.map((finding) => ({
      ...named(finding, 'unchanged'),
      suppressions: [{ kind: 'external' as const }],
    })),
    ...file.suppressed.map(({ finding, reason }) => ({
      ...result(finding),
      suppressions: [{ kind: 'inSource' as const, justification: reason }],
    })),
  ];
}

function fixesOf(file: ReportedFile, finding: FoundReport, language: Language): { fixes?: SarifFix[] } {
  const fixes = finding.fixes().map((fix) => sarifFix(file, fix, language));
  return fixes.length > 0 ? { fixes } : {};
}

function sarifFix({ path, document }: ReportedFile, { title, edits }: Fix, language: Language): SarifFix {
  return {
    description: { text: unlinked(say(title, language)) },
    artifactChanges: [
      {
        artifactLocation: { uri: address(path) },
        replacements: edits.map(({ start, end, text }) => ({
          deletedRegion: region(document, start, end),
          insertedContent: { text },
        })),
      },
    ],
  };
}

function location({ path, document }: ReportedFile, start: number, end: number): Location {
  return {
    physicalLocation: { artifactLocation: { uri: address(path) }, region: region(document, start, end) },
  };
}

function region(document: CaseDocument, from: number, to: number) {
  const { start, end } = document.lines.range(from, to);
  return {
    startLine: start.line + 1,
    startColumn: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
  };
}

/** A relative path as a relative address; on another drive there is none. */
function address(path: string): string {
  return isAbsolute(path) ? pathToFileURL(path).href : path.split('/').map(encodeURIComponent).join('/');
}
