import {
  type Disposable,
  EventEmitter,
  languages,
  Range,
  ThemeColor,
  ThemeIcon,
  type TreeDataProvider,
  TreeItem,
  TreeItemCollapsibleState,
  type TreeView,
  type Uri,
  window,
  workspace,
} from 'vscode';
import type { Position as ProtocolPosition, Range as ProtocolRange } from 'vscode-languageclient';
import { CASE_LANGUAGE } from '../client.js';
import { caseInFront } from '../forms/addItem.js';
import type { LanguageSetting } from '../languageSetting.js';
import type { Session } from '../session.js';

type State = 'ready' | 'open' | 'missing';
type Severity = 'error' | 'warning' | 'information' | 'hint';

interface Item {
  readonly id?: string;
  readonly label: string;
  readonly detail: string;
  readonly state: State;
  readonly range: ProtocolRange;
  readonly status?: string;
}

interface Part {
  readonly id: string;
  readonly label: string;
  readonly detail: string;
  readonly state: State;
  readonly at?: ProtocolPosition;
  readonly items: readonly Item[];
  readonly isList: boolean;
}

interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly range: ProtocolRange;
}

interface Overview {
  readonly title: string;
  readonly status: string;
  readonly progress: string;
  readonly parts: readonly Part[];
  readonly findings: readonly Finding[];
  readonly deadlines: readonly {
    readonly title: string;
    readonly date: string;
    readonly at?: ProtocolPosition;
  }[];
}

/** A line of the tree; `range` is where it leads. */
interface Node {
  readonly key: string;
  readonly parent: Node | undefined;
  readonly item: TreeItem;
  readonly range: Range | undefined;
  readonly children: readonly Node[];
  /** The list to which the plus beside it adds. */
  readonly section?: string | undefined;
  /** The item's id, for what can be done with it. */
  readonly id?: string | undefined;
}

const STATE_ICONS: Readonly<Record<State, ThemeIcon>> = {
  ready: new ThemeIcon('pass', new ThemeColor('testing.iconPassed')),
  open: new ThemeIcon('circle-large-outline', new ThemeColor('list.warningForeground')),
  missing: new ThemeIcon('circle-slash'),
};
const SEVERITY_ICONS: Readonly<Record<Severity, ThemeIcon>> = {
  error: new ThemeIcon('error', new ThemeColor('problemsErrorIcon.foreground')),
  warning: new ThemeIcon('warning', new ThemeColor('problemsWarningIcon.foreground')),
  information: new ThemeIcon('info', new ThemeColor('problemsInfoIcon.foreground')),
  hint: new ThemeIcon('lightbulb'),
};
/** While somebody types, the tree waits until they pause. */
const PAUSE = 300;

/** The case in front at a glance. It follows the cursor, and a click goes to the line. */
export class OverviewTree implements TreeDataProvider<Node>, Disposable {
  readonly #session: Session;
  readonly #language: LanguageSetting;
  readonly #changed = new EventEmitter<undefined>();
  readonly #view: TreeView<Node>;
  readonly #listeners: readonly Disposable[];
  #uri: Uri | undefined;
  #roots: readonly Node[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #asked = 0;

  readonly onDidChangeTreeData = this.#changed.event;

  constructor(session: Session, language: LanguageSetting) {
    this.#session = session;
    this.#language = language;
    this.#view = window.createTreeView('vangnet.overview', { treeDataProvider: this, showCollapseAll: true });
    const soon = () => this.#soon();
    this.#listeners = [
      this.#view,
      session.onDidChangeState(soon),
      language.onDidChange(soon),
      window.onDidChangeActiveTextEditor(soon),
      this.#view.onDidChangeVisibility(soon),
      languages.onDidChangeDiagnostics(({ uris }) => {
        if (uris.some((uri) => String(uri) === String(caseInFront()))) soon();
      }),
      workspace.onDidChangeTextDocument(({ document }) => {
        if (document.languageId === CASE_LANGUAGE) soon();
      }),
      window.onDidChangeTextEditorSelection(({ textEditor, selections }) => {
        const [selection] = selections;
        if (selection && String(textEditor.document.uri) === String(this.#uri))
          this.#follow(selection.active.line);
      }),
    ];
    soon();
  }

  dispose(): void {
    clearTimeout(this.#timer);
    for (const listener of this.#listeners) listener.dispose();
    this.#changed.dispose();
  }

  getTreeItem({ item }: Node): TreeItem {
    return item;
  }

  getChildren(node?: Node): Node[] {
    return [...(node ? node.children : this.#roots)];
  }

  getParent({ parent }: Node): Node | undefined {
    return parent;
  }

  #soon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#read(), PAUSE);
  }

  async #read(): Promise<void> {
    if (!this.#view.visible) return;
    const uri = caseInFront();
    const asked = ++this.#asked;
    const told =
      uri &&
      (await this.#session.client
        ?.sendRequest<Overview | null>('vangnet/overview', { uri: String(uri) })
        .catch(() => null));
    // A newer question is under way, or a form of VS Code's own has the focus: what is shown stays.
    if (asked !== this.#asked || (uri === undefined && this.#uri !== undefined && stillOpen(this.#uri)))
      return;
    this.#uri = uri;
    this.#roots = uri && told ? this.#nodes(uri, told) : [];
    this.#view.description = told ? told.progress : '';
    this.#view.message = told ? '' : this.#language.word('overviewEmpty');
    this.#changed.fire(undefined);
  }

  #nodes(uri: Uri, { title, status, parts, findings, deadlines }: Overview): Node[] {
    const root = this.#node({ key: 'case', label: title, detail: status, icon: new ThemeIcon('law') });
    const mend = this.#group(
      'mend',
      this.#language.word('toMend'),
      String(findings.length),
      findings.length > 0,
      (parent) =>
        findings.map(({ rule, severity, message, range }, index) =>
          this.#node({
            key: `mend/${rule}/${index}`,
            parent,
            uri,
            label: message,
            icon: SEVERITY_ICONS[severity],
            range,
            context: 'finding',
            tooltip: message,
          }),
        ),
    );
    const terms = this.#group(
      'terms',
      this.#language.word('timeLimits'),
      String(deadlines.length),
      true,
      (parent) =>
        deadlines.map(({ title: name, date, at }, index) =>
          this.#node({
            key: `terms/${index}`,
            parent,
            uri,
            label: name,
            detail: date,
            icon: new ThemeIcon('calendar'),
            range: at && { start: at, end: at },
          }),
        ),
    );
    return [
      root,
      ...(deadlines.length > 0 ? [terms] : []),
      mend,
      ...parts.map((part) => this.#part(uri, part)),
    ];
  }

  #part(uri: Uri, { id, label, detail, state, at, items, isList }: Part): Node {
    const node = this.#node({
      key: `part/${id}`,
      uri,
      label,
      detail,
      icon: STATE_ICONS[state],
      range: at && { start: at, end: at },
      context: isList ? 'section' : 'part',
      tooltip: `${label}: ${this.#language.word(`state-${state}`)}`,
      section: isList ? id : undefined,
      isParent: items.length > 0,
    });
    const children = items.map((item, index) =>
      this.#node({
        key: `part/${id}/${item.id ?? index}`,
        parent: node,
        uri,
        label: item.label,
        detail: item.detail,
        icon: STATE_ICONS[item.state],
        range: item.range,
        context: item.status === undefined ? (isList ? 'item' : 'mention') : 'letter',
        tooltip: `${item.label}: ${this.#language.word(`state-${item.state}`)}`,
        id: item.id,
      }),
    );
    return withChildren(node, children);
  }

  #group(
    key: string,
    label: string,
    detail: string,
    isOpen: boolean,
    make: (parent: Node) => readonly Node[],
  ): Node {
    const node = this.#node({ key, label, detail, icon: new ThemeIcon('checklist'), isParent: true, isOpen });
    return withChildren(node, make(node));
  }

  #node(given: Given): Node {
    const { key, parent, uri, label, detail, icon, range, context, tooltip, section, id, isParent, isOpen } =
      given;
    const state = !isParent
      ? TreeItemCollapsibleState.None
      : isOpen
        ? TreeItemCollapsibleState.Expanded
        : TreeItemCollapsibleState.Collapsed;
    const item = new TreeItem(label, state);
    item.id = key;
    item.iconPath = icon;
    if (detail) item.description = detail;
    if (context) item.contextValue = context;
    if (tooltip) item.tooltip = tooltip;
    const place =
      range && new Range(range.start.line, range.start.character, range.end.line, range.end.character);
    if (uri && place)
      item.command = {
        command: 'vscode.open',
        title: label,
        arguments: [uri, { selection: new Range(place.start, place.start), preserveFocus: false }],
      };
    return { key, parent, item, range: place, children: [], section, id };
  }

  /** Shows the line that the cursor is in, without taking the focus. */
  #follow(line: number): void {
    if (!this.#view.visible) return;
    const items = this.#roots
      .filter(({ key }) => key.startsWith('part/'))
      .flatMap((node) => [...node.children, node])
      .filter(({ item, range }) => range && item.contextValue !== 'mention' && range.start.line <= line);
    const within = items.find(
      ({ range, children }) => children.length === 0 && range && line <= range.end.line,
    );
    const above = [...items].sort((a, b) => (b.range?.start.line ?? 0) - (a.range?.start.line ?? 0))[0];
    const node = within ?? above;
    if (node)
      void Promise.resolve(this.#view.reveal(node, { select: true, focus: false })).catch(() => undefined);
  }

  /** Where a line of the tree leads, for commands on it. */
  placeOf(node: unknown): { readonly uri: Uri; readonly range: Range } | undefined {
    const range = isNode(node) ? node.range : undefined;
    return this.#uri && range ? { uri: this.#uri, range } : undefined;
  }
}

interface Given {
  readonly key: string;
  readonly label: string;
  readonly icon: ThemeIcon;
  readonly uri?: Uri;
  readonly parent?: Node;
  readonly detail?: string;
  readonly range?: ProtocolRange | undefined;
  readonly context?: string;
  readonly tooltip?: string;
  readonly section?: string | undefined;
  readonly id?: string | undefined;
  readonly isParent?: boolean;
  readonly isOpen?: boolean;
}

/** The children know their parent, which must be the very same object: it is filled afterwards. */
function withChildren(node: Node, children: readonly Node[]): Node {
  return Object.assign(node, { children });
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'key' in value && 'item' in value;
}

export function idOf(node: unknown): string | undefined {
  return isNode(node) ? node.id : typeof node === 'string' ? node : undefined;
}

export function sectionOf(node: unknown): string | undefined {
  return isNode(node) ? node.section : typeof node === 'string' ? node : undefined;
}

function stillOpen(uri: Uri): boolean {
  return workspace.textDocuments.some((document) => String(document.uri) === String(uri));
}
