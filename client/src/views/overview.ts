import { type CancellationToken, commands, languages, type Uri, window, workspace } from 'vscode';
import { CASE_LANGUAGE } from '../client.js';
import type { LanguageSetting } from '../languageSetting.js';
import { caseInFront, editorOf, groupOf } from '../places.js';
import type { Session } from '../session.js';
import type { Node } from './node.js';
import { type Overview, overviewNodes } from './overviewNodes.js';
import { ToldTree } from './tree.js';

/** While somebody types, the tree waits until they pause. */
const PAUSE = 300;
/** Is a case shown? The welcome of the empty view depends on it. */
const HAS_CASE = 'vangnet.hasCase';

/** The case in front at a glance. It follows the cursor, and a click goes to the line. */
export class OverviewTree extends ToldTree {
  #uri: Uri | undefined;

  constructor(session: Session, language: LanguageSetting) {
    super(session, language, {
      id: 'vangnet.overview',
      title: 'overview',
      pause: PAUSE,
      showCollapseAll: true,
    });
    this.listen(
      window.onDidChangeActiveTextEditor(this.soon),
      window.tabGroups.onDidChangeTabs(this.soon),
      languages.onDidChangeDiagnostics(({ uris }) => {
        if (uris.some((uri) => String(uri) === String(caseInFront()))) this.soon();
      }),
      workspace.onDidChangeTextDocument(({ document }) => {
        if (document.languageId === CASE_LANGUAGE) this.soon();
      }),
      window.onDidChangeTextEditorSelection(({ textEditor, selections }) => {
        const [selection] = selections;
        if (selection && String(textEditor.document.uri) === String(this.#uri))
          this.#follow(selection.active.line);
      }),
    );
  }

  protected async read(token: CancellationToken): Promise<readonly Node[] | undefined> {
    const uri = caseInFront() ?? (groupOf(this.#uri) ? this.#uri : undefined);
    const told =
      uri &&
      (await this.session.client
        ?.sendRequest<Overview | null>('vangnet/overview', { uri: String(uri) }, token)
        .catch(() => undefined));
    if (token.isCancellationRequested) return undefined;
    this.#uri = uri;
    return uri && told ? overviewNodes(uri, told, this.language) : [];
  }

  protected override shown(): void {
    void commands.executeCommand('setContext', HAS_CASE, this.roots.length > 0);
    const uri = String(this.#uri);
    const editor = editorOf(uri);
    // Lines above may have come or gone since the cursor was followed.
    if (editor) this.#follow(editor.selection.active.line);
  }

  /** Shows the line that the cursor is in, without taking the focus. */
  #follow(line: number): void {
    if (!this.view.visible) return;
    // A click on a finding puts the cursor there: the finding stays selected.
    const [selected] = this.view.selection;
    if (selected?.range?.start.line === line) return;
    const node = nodeAt(line, this.roots.find(({ key }) => key === 'parts')?.children ?? []);
    if (node && node.key !== selected?.key)
      void Promise.resolve(this.view.reveal(node, { select: true, focus: false })).catch(() => undefined);
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
