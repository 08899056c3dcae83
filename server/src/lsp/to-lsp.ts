/** From findings to what the protocol calls them. */

import {
  type CodeAction,
  CodeActionKind,
  type Diagnostic,
  DiagnosticSeverity,
  DiagnosticTag,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import type { CaseDocument } from '../core/document.js';
import type { Fix, Severity, TextEdit } from '../core/findings.js';
import { type Language, say } from '../core/words/words.js';
import { RULES } from '../generated/rules.js';
import { sourceById } from '../knowledge/sources.js';
import type { Analysis, FoundReport } from '../pipeline/analysis.js';
import type { CompletionAbilities } from './completion-abilities.js';
import type { Positions } from './positions.js';
import type { ReadingAbilities } from './reading-abilities.js';
import { type StopOptions, withTabStops } from './tab-stops.js';

export const SOURCE = 'vangnet';

const SEVERITY: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

const TAGS = { unnecessary: DiagnosticTag.Unnecessary, deprecated: DiagnosticTag.Deprecated } as const;

/** What the client can show, as it said when it connected. */
export interface Abilities {
  readonly relatedInformation: boolean;
  readonly tags: boolean;
  readonly codeDescription: boolean;
  readonly documentChanges: boolean;
  readonly snippetEdits: boolean;
  readonly hoverMarkdown: boolean;
  readonly definitionLinks: boolean;
  readonly prepareRename: boolean;
  readonly linkedEditing: boolean;
  readonly nestedSymbols: boolean;
  /** How many folding ranges the client takes. */
  readonly mostFolds: number;
  readonly isPreferred: boolean;
  readonly codeActionLiterals: boolean;
  readonly pullDiagnostics: boolean;
  /** Can the server announce its diagnostics anew when it checks other files? */
  readonly dynamicDiagnostics: boolean;
  /** Does it ask for the findings of files that aren't open? */
  readonly pullsFolder: boolean;
  readonly refreshDiagnostics: boolean;
  readonly completion: CompletionAbilities;
  readonly reading: ReadingAbilities;
  /** Can it be asked to tell of files that come and go? */
  readonly watchedFiles: boolean;
  /** Does it tell of folders that join or leave the workspace? */
  readonly workspaceFolders: boolean;
  /** Does it ask what follows from files being renamed? */
  readonly followsFiles: boolean;
  /** Can it be asked for the person's settings? */
  readonly configuration: boolean;
  readonly workDoneProgress: boolean;
  /** Does it read files for a server that can't? */
  readonly readsFiles: boolean;
  readonly positions: Positions;
  /** The address of a rule's page: of the client's own scheme where it has one. */
  readonly docsAddress: ((rule: string, language: Language) => string) | undefined;
}

/** Is an action a command of ours in this client? It knows no actions, and may be asked to change a text. */
export function runsActions({ codeActionLiterals, reading }: Abilities): boolean {
  return !codeActionLiterals && reading.applyEdits;
}

export function toDiagnostic(
  analysis: Analysis,
  finding: FoundReport,
  uri: string,
  language: Language,
  can: Abilities,
): Diagnostic {
  const lines = can.positions.in(analysis.document);
  const diagnostic: Diagnostic = {
    range: lines.range(finding.start, finding.end),
    severity: SEVERITY[finding.severity],
    code: finding.rule,
    source: SOURCE,
    message: firstSentenceApart(say(finding.message, language)),
  };
  const page = can.docsAddress?.(finding.rule, language) ?? firstSourceOf(finding.rule);
  if (can.codeDescription && page) diagnostic.codeDescription = { href: page };
  if (can.tags && finding.tags) diagnostic.tags = finding.tags.map((tag) => TAGS[tag]);
  if (can.relatedInformation && finding.related) {
    diagnostic.relatedInformation = finding.related.map(({ at, message }) => ({
      location: { uri, range: can.positions.spot(analysis.document, at) },
      message: say(message, language),
    }));
  }
  return diagnostic;
}

/** For who can't show the page of the check: the law or the publication that it rests on most. */
function firstSourceOf(rule: string): string | undefined {
  const sources = RULES.find(({ meta }) => meta.id === rule)?.meta.sources ?? [];
  return sources.map((id) => sourceById(id)?.url).find((url) => url?.startsWith('https:'));
}

/** The list of problems shows one line: the first sentence, which says what; why and what helps follow below it. */
export function firstSentenceApart(message: string): string {
  // Not behind the day of a German date: ‘3. März’.
  return message.replace(/(?<!\b\d{1,2})([.?!][’”“»")]*) (?=[\p{Lu}‘„“])/u, '$1\n');
}

export function toCodeAction(
  analysis: Analysis,
  fix: Fix,
  diagnostic: Diagnostic,
  target: { uri: string; version: number | null },
  language: Language,
  can: Abilities,
  stops: StopOptions,
): CodeAction {
  return {
    title: say(fix.title, language),
    kind: CodeActionKind.QuickFix,
    diagnostics: [diagnostic],
    ...(can.isPreferred && fix.preferred ? { isPreferred: true } : {}),
    edit: workspaceEdit(analysis, fix.edits, target, can, stops),
  };
}

export function workspaceEdit(
  { document }: { readonly document: CaseDocument },
  edits: readonly TextEdit[],
  { uri, version }: { uri: string; version: number | null },
  can: Abilities,
  stops?: StopOptions,
): WorkspaceEdit {
  const lines = can.positions.in(document);
  if (can.snippetEdits && can.documentChanges)
    return {
      documentChanges: [
        { textDocument: { uri, version }, edits: withTabStops(document, lines, edits, stops) },
      ],
    };
  const changes = edits.map(({ start, end, text }) => ({ range: lines.range(start, end), newText: text }));
  // With the version the client refuses the edit when the text has moved on meanwhile.
  return can.documentChanges
    ? { documentChanges: [{ textDocument: { uri, version }, edits: changes }] }
    : { changes: { [uri]: changes } };
}
