import { type CancellationToken, ThemeColor, ThemeIcon, type Uri, window, workspace } from 'vscode';
import { sayCounts } from '../counts.js';
import type { LanguageSetting } from '../languageSetting.js';
import type { Session } from '../session.js';
import { type Node, node } from './node.js';
import { SEVERITY_ICONS, type Severity } from './overviewNodes.js';
import { ToldTree } from './tree.js';

/** An answer to `vangnet/cases`. */
interface CaseSummary {
  readonly uri: string;
  readonly title: string;
  readonly status: string;
  readonly progress: string;
  readonly counts: Readonly<Record<Severity, number>>;
  readonly deadline?: { readonly title: string; readonly date: string; readonly left: number };
}

const VIEW = 'vangnet.cases';
const CASE_FILES = '**/*.{case,zaak}.{yaml,yml}';
/** Files come and go in numbers: the list waits until it is quiet. */
const PAUSE = 500;

/** All case files of the workspace: their state, what is to be done, the next time limit. */
export class CasesTree extends ToldTree {
  constructor(session: Session, language: LanguageSetting) {
    super(session, language, { id: VIEW, title: 'allCases', pause: PAUSE });
    const watcher = workspace.createFileSystemWatcher(CASE_FILES);
    this.listen(
      watcher,
      watcher.onDidChange(this.soon),
      watcher.onDidCreate(this.soon),
      watcher.onDidDelete(this.soon),
      workspace.onDidSaveTextDocument(this.soon),
      workspace.onDidChangeWorkspaceFolders(this.soon),
      workspace.onDidGrantWorkspaceTrust(this.soon),
    );
  }

  protected async read(token: CancellationToken): Promise<readonly Node[] | undefined> {
    const told = await window.withProgress({ location: { viewId: VIEW } }, async () => {
      const client = await this.session.ready();
      return client?.sendRequest<CaseSummary[]>('vangnet/cases', token).catch(() => undefined);
    });
    if (token.isCancellationRequested) return undefined;
    const empty = workspace.isTrusted ? 'noCases' : 'restrictedWhy';
    if (told) this.view.message = told.length === 0 ? this.language.word(empty) : '';
    return told?.sort(soonestFirst).map((summary) => this.#node(summary));
  }

  #node(summary: CaseSummary): Node {
    const { uri: address, title, status, progress, counts, deadline } = summary;
    const uri = this.session.client?.protocol2CodeConverter.asUri(address);
    const found = sayCounts(
      [counts.error, counts.warning, counts.information, counts.hint],
      this.language.shown,
    );
    const term = deadline && `${deadline.date}: ${deadline.title}`;
    return node({
      key: address,
      uri,
      label: title,
      detail: [...(deadline ? [deadline.date] : []), status, found].join(' · '),
      icon: iconFor(summary),
      context: 'case',
      tooltip: [nameOf(uri), progress, found, ...(term ? [term] : [])].join('\n'),
    });
  }
}

/** A time limit that runs goes before all else; then the name. */
function soonestFirst(a: CaseSummary, b: CaseSummary): number {
  const days = (one: CaseSummary) => one.deadline?.left ?? Number.MAX_SAFE_INTEGER;
  return days(a) - days(b) || a.title.localeCompare(b.title);
}

function iconFor({ counts, deadline }: CaseSummary): ThemeIcon {
  if (deadline) return new ThemeIcon('calendar', new ThemeColor('list.warningForeground'));
  const worst = (['error', 'warning'] as const).find((severity) => counts[severity] > 0);
  return worst ? SEVERITY_ICONS[worst] : new ThemeIcon('pass', new ThemeColor('testing.iconPassed'));
}

function nameOf(uri: Uri | undefined): string {
  return uri ? workspace.asRelativePath(uri) : '';
}
