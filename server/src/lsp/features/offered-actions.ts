/** The actions offered for a place, whichever way they go to the client. */

import {
  type CancellationToken,
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
} from 'vscode-languageserver';
import { REASON_TO_COME } from '../../core/edits/silence.js';
import type { Fix } from '../../core/findings.js';
import { mapped, type Steps } from '../../core/steps.js';
import { type Language, say } from '../../core/words/words.js';
import type { Selection } from '../../features/actions/action.js';
import { actionsAt } from '../../features/actions/all.js';
import { configFixesIn } from '../../features/config/fixes.js';
import { Analysis, type FoundReport } from '../../pipeline/analysis.js';
import type { ReadConfig } from '../../pipeline/config.js';
import { difference, fixAll } from '../../pipeline/fix-all.js';
import { toConfigDiagnostic } from '../configs.js';
import type { Host } from '../feature.js';
import { type Abilities, toCodeAction, toDiagnostic, workspaceEdit } from '../to-lsp.js';

export const FIX_ALL = `${CodeActionKind.SourceFixAll}.vangnet`;

/** What is asked of a request for code actions; its diagnostics don't matter, the analysis knows them. */
export interface Asked extends Pick<CodeActionParams, 'textDocument' | 'range'> {
  readonly context: { readonly only?: readonly string[] };
}

/** Of an open case file or configuration, in its newest version. */
export async function offeredActions(
  asked: Asked,
  token: CancellationToken,
  host: Host,
): Promise<readonly CodeAction[]> {
  const { uri } = asked.textDocument;
  const found = await host.answer<Analysis | readonly CodeAction[]>(
    uri,
    token,
    [],
    (analysis) => analysis,
    (config) => configFixes(config, asked, host),
  );
  if (!(found instanceof Analysis)) return found;
  // Who selects a whole file is offered a hundred fixes, which take a while to make.
  return host.behind(new Answer(found, asked, host).all(), token, uri);
}

function configFixes(
  config: ReadConfig,
  { textDocument: { uri }, range, context: { only } }: Asked,
  host: Host,
): CodeAction[] {
  const { document } = config;
  if (only && !only.some((kind) => isKindOf(CodeActionKind.QuickFix, kind))) return [];
  const lines = host.lines(config);
  const selection = { start: lines.offsetAt(range.start), end: lines.offsetAt(range.end) };
  const language = host.languageFor(config);
  const can = host.abilities();
  const target = { uri, version: host.versionOf(uri) ?? null };
  return configFixesIn(config, selection).map(({ problem, title, edits }) => ({
    title: say(title, language),
    kind: CodeActionKind.QuickFix,
    diagnostics: [toConfigDiagnostic(problem, document, language, can.positions)],
    ...(can.isPreferred ? { isPreferred: true } : {}),
    edit: workspaceEdit(config, edits, target, can),
  }));
}

/** Of more findings nobody reads the fixes in one list; who selects all of a long file would wait for thousands. */
const MOST_MENDED = 100;

/** Is it of the kind that was asked for, or below it? */
function isKindOf(kind: string, asked: string): boolean {
  return kind === asked || kind.startsWith(`${asked}.`);
}

/** What is offered for one place, and nothing worked out that was not asked for. */
class Answer {
  private readonly selection: Selection;
  private readonly only: readonly string[] | undefined;
  private readonly target: { readonly uri: string; readonly version: number | null };
  private readonly language: Language;
  private readonly can: Abilities;

  constructor(
    private readonly analysis: Analysis,
    { textDocument: { uri }, range, context }: Asked,
    host: Host,
  ) {
    const lines = host.lines(analysis);
    this.selection = { start: lines.offsetAt(range.start), end: lines.offsetAt(range.end) };
    this.only = context.only;
    this.target = { uri, version: host.versionOf(uri) ?? null };
    this.language = host.languageFor(analysis);
    this.can = host.abilities();
  }

  *all(): Steps<CodeAction[]> {
    return [
      ...(this.isWanted(CodeActionKind.QuickFix) ? [...(yield* this.fixes()), ...this.silences()] : []),
      ...this.changes(),
      // Fix-all walks the whole file: only for those who ask for it, not for every light bulb.
      ...(this.isAskedFor(FIX_ALL) ? this.fixAll() : []),
    ];
  }

  private isWanted(kind: string): boolean {
    return this.only === undefined || this.isAskedFor(kind);
  }

  private isAskedFor(kind: string): boolean {
    return this.only?.some((only) => isKindOf(kind, only)) ?? false;
  }

  private *fixes(): Steps<CodeAction[]> {
    const made = yield* mapped(this.findings(), (finding) =>
      finding.fixes().map((fix) => this.quickFix(fix, finding)),
    );
    return made.flat();
  }

  /** Last among the fixes, one for each rule that speaks here. */
  private silences(): CodeAction[] {
    const byRule = new Map(this.findings().map((finding) => [finding.rule, finding]));
    return [...byRule.values()].flatMap((finding) => {
      const fix = finding.silence();
      return fix ? [this.quickFix(fix, finding, REASON_TO_COME[this.analysis.draft.language])] : [];
    });
  }

  private quickFix(fix: Fix, finding: FoundReport, stop?: string): CodeAction {
    const { analysis, language, target, can } = this;
    const diagnostic = toDiagnostic(analysis, finding, target.uri, language, can);
    return toCodeAction(analysis, fix, diagnostic, target, language, can, {
      text: stop,
      from: finding.start,
    });
  }

  private findings(): readonly FoundReport[] {
    const { start, end } = this.selection;
    const here = this.analysis.findings.filter((finding) => finding.end >= start && finding.start <= end);
    return here.slice(0, MOST_MENDED);
  }

  /** Source actions and refactorings. */
  private changes(): CodeAction[] {
    const { analysis, language, target, can } = this;
    return actionsAt(analysis, this.selection, ({ kind, onlyWhenAsked }) =>
      onlyWhenAsked ? this.isAskedFor(kind) : this.isWanted(kind),
    ).map(({ title, kind, edits }) => ({
      title: say(title, language),
      kind,
      edit: workspaceEdit(analysis, edits, target, can),
    }));
  }

  private fixAll(): CodeAction[] {
    const { analysis, language, target, can } = this;
    const fixed = fixAll(analysis);
    if (fixed.applied === 0) return [];
    const edit = workspaceEdit(analysis, [difference(analysis.text, fixed.text)], target, can);
    return [{ title: say({ key: 'lsp.fix-all' }, language), kind: FIX_ALL, edit }];
  }
}
