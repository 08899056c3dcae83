import {
  type CancellationToken,
  CancellationTokenSource,
  type Disposable,
  EventEmitter,
  type TreeDataProvider,
  type TreeItem,
  type TreeView,
  window,
} from 'vscode';
import type { LanguageSetting } from '../languageSetting.js';
import type { Session } from '../session.js';
import type { Word } from '../words.js';
import type { Node } from './node.js';

interface TreeParts {
  readonly id: string;
  readonly title: Word;
  /** How long it has to be quiet before the server is asked anew, in milliseconds. */
  readonly pause: number;
  readonly showCollapseAll?: boolean;
}

/** A tree in the side bar that the server tells: it asks anew when something changes, once it is quiet and in sight. */
export abstract class ToldTree implements TreeDataProvider<Node>, Disposable {
  protected readonly view: TreeView<Node>;
  protected roots: readonly Node[] = [];
  readonly #title: Word;
  readonly #pause: number;
  readonly #changed = new EventEmitter<undefined>();
  readonly #listeners: Disposable[];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #asking = new CancellationTokenSource();

  readonly onDidChangeTreeData = this.#changed.event;

  constructor(
    protected readonly session: Session,
    protected readonly language: LanguageSetting,
    { id, title, pause, ...options }: TreeParts,
  ) {
    this.#title = title;
    this.#pause = pause;
    this.view = window.createTreeView(id, { treeDataProvider: this, ...options });
    this.#listeners = [
      this.view,
      session.onDidChangeState(this.soon),
      language.onDidChange(this.soon),
      this.view.onDidChangeVisibility(this.soon),
    ];
    this.soon();
  }

  /** @returns what is to be shown; undefined leaves the tree as it is */
  protected abstract read(token: CancellationToken): Promise<readonly Node[] | undefined>;

  /** Called when the tree shows what was read. */
  protected shown(): void {}

  protected listen(...listeners: readonly Disposable[]): void {
    this.#listeners.push(...listeners);
  }

  protected readonly soon = (): void => {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#refresh(), this.#pause);
  };

  dispose(): void {
    clearTimeout(this.#timer);
    this.#asking.cancel();
    for (const listener of this.#listeners) listener.dispose();
    this.#changed.dispose();
  }

  getTreeItem({ item }: Node): TreeItem {
    return item;
  }

  getChildren(node?: Node): Node[] {
    return [...(node ? node.children : this.roots)];
  }

  getParent({ parent }: Node): Node | undefined {
    return parent;
  }

  async #refresh(): Promise<void> {
    this.view.title = this.language.word(this.#title);
    if (!this.view.visible) return;
    this.#asking.cancel();
    this.#asking.dispose();
    this.#asking = new CancellationTokenSource();
    const { token } = this.#asking;
    const roots = await this.read(token);
    // A newer question is under way.
    if (token.isCancellationRequested || !roots) return;
    this.roots = roots;
    this.#changed.fire(undefined);
    this.shown();
  }
}
