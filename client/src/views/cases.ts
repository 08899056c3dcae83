import {
  CancellationTokenSource,
  type Disposable,
  EventEmitter,
  ThemeColor,
  ThemeIcon,
  type TreeDataProvider,
  type TreeItem,
  type TreeView,
  type Uri,
  window,
  workspace,
} from 'vscode';
import { sayCounts } from '../counts.js';
import type { LanguageSetting } from '../languageSetting.js';
import type { Session } from '../session.js';
import { type Node, node } from './node.js';
import { SEVERITY_ICONS, type Severity } from './overviewNodes.js';

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
export class CasesTree implements TreeDataProvider<Node>, Disposable {
  readonly #session: Session;
  readonly #language: LanguageSetting;
  readonly #changed = new EventEmitter<undefined>();
  readonly #view: TreeView<Node>;
  readonly #listeners: readonly Disposable[];
  #nodes: readonly Node[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #asking = new CancellationTokenSource();

  readonly onDidChangeTreeData = this.#changed.event;

  constructor(session: Session, language: LanguageSetting) {
    this.#session = session;
    this.#language = language;
    this.#view = window.createTreeView(VIEW, { treeDataProvider: this });
    const soon = () => this.#soon();
    const watcher = workspace.createFileSystemWatcher(CASE_FILES);
    this.#listeners = [
      this.#view,
      watcher,
      watcher.onDidChange(soon),
      watcher.onDidCreate(soon),
      watcher.onDidDelete(soon),
      workspace.onDidSaveTextDocument(soon),
      workspace.onDidChangeWorkspaceFolders(soon),
      workspace.onDidGrantWorkspaceTrust(soon),
      session.onDidChangeState(soon),
      language.onDidChange(soon),
      this.#view.onDidChangeVisibility(soon),
    ];
    soon();
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#asking.cancel();
    for (const listener of this.#listeners) listener.dispose();
    this.#changed.dispose();
  }

  getTreeItem({ item }: Node): TreeItem {
    return item;
  }

  getChildren(parent?: Node): Node[] {
    return [...(parent ? parent.children : this.#nodes)];
  }

  #soon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#read(), PAUSE);
  }

  async #read(): Promise<void> {
    this.#view.title = this.#language.word('allCases');
    if (!this.#view.visible) return;
    this.#asking.cancel();
    this.#asking.dispose();
    this.#asking = new CancellationTokenSource();
    const { token } = this.#asking;
    const told = await window.withProgress({ location: { viewId: VIEW } }, async () => {
      const client = await this.#session.ready();
      return client?.sendRequest<CaseSummary[]>('vangnet/cases', token).catch(() => undefined);
    });
    if (token.isCancellationRequested || !told) return;
    const sorted = [...told].sort(soonestFirst);
    this.#nodes = sorted.map((summary) => this.#node(summary));
    const empty = workspace.isTrusted ? 'noCases' : 'restrictedWhy';
    this.#view.message = sorted.length === 0 ? this.#language.word(empty) : '';
    this.#changed.fire(undefined);
  }

  #node(summary: CaseSummary): Node {
    const { uri: address, title, status, progress, counts, deadline } = summary;
    const uri = this.#session.client?.protocol2CodeConverter.asUri(address);
    const found = sayCounts(
      [counts.error, counts.warning, counts.information, counts.hint],
      this.#language.shown,
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
