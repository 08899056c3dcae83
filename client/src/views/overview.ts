import {
  commands,
  type Disposable,
  EventEmitter,
  languages,
  type TreeDataProvider,
  type TreeItem,
  type TreeView,
  type Uri,
  window,
  workspace,
} from 'vscode';
import { CASE_LANGUAGE } from '../client.js';
import type { LanguageSetting } from '../languageSetting.js';
import { caseInFront, groupOf } from '../places.js';
import type { Session } from '../session.js';
import type { Node } from './node.js';
import { type Overview, overviewNodes } from './overviewNodes.js';

/** While somebody types, the tree waits until they pause. */
const PAUSE = 300;
/** Is a case shown? The welcome of the empty view depends on it. */
const HAS_CASE = 'vangnet.hasCase';

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
      window.tabGroups.onDidChangeTabs(soon),
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
    this.#view.title = this.#language.word('overview');
    if (!this.#view.visible) return;
    const uri = caseInFront() ?? (groupOf(this.#uri) ? this.#uri : undefined);
    const asked = ++this.#asked;
    const told =
      uri &&
      (await this.#session.client
        ?.sendRequest<Overview | null>('vangnet/overview', { uri: String(uri) })
        .catch(() => undefined));
    // A newer question is under way.
    if (asked !== this.#asked) return;
    const isOther = String(uri) !== String(this.#uri);
    this.#uri = uri;
    this.#roots = uri && told ? overviewNodes(uri, told, this.#language) : [];
    void commands.executeCommand('setContext', HAS_CASE, this.#roots.length > 0);
    this.#changed.fire(undefined);
    const editor = window.visibleTextEditors.find(({ document }) => String(document.uri) === String(uri));
    if (isOther && editor) this.#follow(editor.selection.active.line);
  }

  /** Shows the line that the cursor is in, without taking the focus. */
  #follow(line: number): void {
    if (!this.#view.visible) return;
    // A click on a finding puts the cursor there: the finding stays selected.
    const [selected] = this.#view.selection;
    if (selected?.range?.start.line === line) return;
    const node = nodeAt(line, this.#roots.find(({ key }) => key === 'parts')?.children ?? []);
    if (node && node !== selected)
      void Promise.resolve(this.#view.reveal(node, { select: true, focus: false })).catch(() => undefined);
  }
}

/** The item in which the line lies, else the part that begins nearest above it. */
function nodeAt(line: number, parts: readonly Node[]): Node | undefined {
  const sections = parts.filter(({ item, range }) => item.contextValue !== 'mention' && range !== undefined);
  const item = sections
    .flatMap(({ children }) => children)
    .find(({ range }) => range && range.start.line <= line && line <= range.end.line);
  if (item) return item;
  const above = sections.filter(({ range }) => range && range.start.line <= line);
  return above.sort((a, b) => (b.range?.start.line ?? 0) - (a.range?.start.line ?? 0))[0];
}
