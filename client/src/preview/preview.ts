import {
  type CancellationToken,
  CancellationTokenSource,
  Disposable,
  Range,
  type TextDocument,
  TextEditorRevealType,
  Uri,
  ViewColumn,
  type WebviewPanel,
  type WebviewPanelSerializer,
  window,
  workspace,
} from 'vscode';
import { CASE_LANGUAGE } from '../client.js';
import type { LanguageSetting } from '../languageSetting.js';
import { caseInFrontOrTell, setPreviewInFront, showCase } from '../places.js';
import type { Session } from '../session.js';
import { fromPage, type ToPage } from './messages.js';
import { script } from './page/main.ts?bundled';
import { previewPage } from './page.js';

/** The type of the panel, by which VS Code brings it back after a reload. */
const TYPE = 'vangnet.preview';
/** While somebody types, the page waits until they pause. */
const PAUSE_MS = 250;
/** After the preview has scrolled the editor, or the cursor has, the editor's scrolling is not followed. */
const ECHO_MS = 400;

/** LSPErrorCodes.ContentModified */
const CONTENT_MODIFIED = -32801;

interface Readable {
  readonly language: string;
  readonly html: string;
  readonly style: string;
}

/** The case to read, beside the editor: it shows the case in front, as it is being typed. */
export class Preview implements Disposable, WebviewPanelSerializer {
  readonly #session: Session;
  readonly #language: LanguageSetting;
  readonly #listeners: Disposable;
  #panel: WebviewPanel | undefined;
  #uri: Uri | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #asking = new CancellationTokenSource();
  /** Has the page said that it listens? */
  #isReady = false;
  #lastReveal = 0;

  constructor(session: Session, language: LanguageSetting) {
    this.#session = session;
    this.#language = language;
    this.#listeners = Disposable.from(
      window.registerWebviewPanelSerializer(TYPE, this),
      session.onDidChangeState(() => this.#soon()),
      language.onDidChange(() => {
        if (this.#panel) this.#panel.title = language.word('preview');
        this.#soon();
      }),
      window.onDidChangeActiveTextEditor((editor) => {
        if (editor?.document.languageId === CASE_LANGUAGE) this.#change(editor.document.uri);
      }),
      workspace.onDidChangeTextDocument(({ document }) => {
        if (this.#shows(document)) this.#soon();
      }),
      workspace.onDidCloseTextDocument((document) => {
        if (this.#shows(document)) this.#soon();
      }),
      window.onDidChangeTextEditorSelection(({ textEditor, selections }) => {
        const line = selections[0]?.active.line;
        if (line === undefined || !this.#shows(textEditor.document)) return;
        this.#lastReveal = Date.now();
        this.#send({ type: 'follow', line, isCursor: true });
      }),
      window.onDidChangeTextEditorVisibleRanges(({ textEditor, visibleRanges }) => {
        const line = visibleRanges[0]?.start.line;
        const isEcho = Date.now() - this.#lastReveal < ECHO_MS;
        if (line !== undefined && !isEcho && this.#shows(textEditor.document))
          this.#send({ type: 'follow', line, isCursor: false });
      }),
    );
  }

  dispose(): void {
    this.#listeners.dispose();
    this.#panel?.dispose();
  }

  /** Opens the preview of the case in front beside it, and leaves the focus in the editor. */
  async open(uri: Uri | undefined): Promise<void> {
    const wanted = uri ?? caseInFrontOrTell(this.#language);
    if (!wanted) return;
    if (String(wanted) !== String(window.activeTextEditor?.document.uri)) await showCase(wanted);
    this.#change(wanted);
    if (this.#panel) {
      this.#panel.reveal(undefined, true);
      return;
    }
    const column = { viewColumn: ViewColumn.Beside, preserveFocus: true };
    this.#adopt(window.createWebviewPanel(TYPE, this.#language.word('preview'), column));
  }

  async deserializeWebviewPanel(panel: WebviewPanel, state: unknown): Promise<void> {
    const { uri } = (state ?? {}) as { uri?: unknown };
    this.#panel?.dispose();
    if (typeof uri === 'string') this.#uri = Uri.parse(uri, true);
    this.#adopt(panel);
  }

  #adopt(panel: WebviewPanel): void {
    this.#panel = panel;
    this.#isReady = false;
    panel.title = this.#language.word('preview');
    const own = Disposable.from(
      panel.webview.onDidReceiveMessage((message: unknown) => this.#onMessage(message)),
      panel.onDidChangeViewState(() => {
        setPreviewInFront(panel.active ? this.#uri : undefined);
        if (panel.visible) this.#soon();
        // A page that is out of sight is thrown away, and says again when it is there.
        else this.#isReady = false;
      }),
    );
    panel.onDidDispose(() => {
      own.dispose();
      setPreviewInFront(undefined);
      if (this.#panel === panel) this.#panel = undefined;
    });
    panel.webview.options = { enableScripts: true, localResourceRoots: [] };
    panel.webview.html = previewPage({
      nonce: nonce(),
      script,
      language: this.#language.shown,
      title: this.#language.word('preview'),
      waiting: this.#language.word('reading'),
    });
  }

  #shows({ uri }: TextDocument): boolean {
    return this.#panel !== undefined && String(uri) === String(this.#uri);
  }

  #change(uri: Uri): void {
    if (String(uri) === String(this.#uri)) return;
    this.#uri = uri;
    this.#soon(0);
  }

  #soon(pause = PAUSE_MS): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#refresh(), pause);
  }

  async #refresh(): Promise<void> {
    const uri = this.#uri;
    if (!this.#panel?.visible || !this.#isReady || !uri) return;
    this.#asking.cancel();
    this.#asking.dispose();
    this.#asking = new CancellationTokenSource();
    const { token } = this.#asking;
    const told = await this.#read(uri, token);
    if (token.isCancellationRequested || !told) return;
    if (typeof told === 'string') {
      this.#send({ type: 'notice', text: told });
      return;
    }
    const goTo = this.#language.word('goToLine');
    this.#send({ type: 'show', ...told, uri: String(uri), goTo });
  }

  /** The case, or what to say instead; undefined where nothing is to be said yet. */
  async #read(uri: Uri, token: CancellationToken): Promise<Readable | string | undefined> {
    try {
      // The server answers of what is open; after a reload the case need not be. One never saved is not made anew.
      const isOpen = workspace.textDocuments.some((document) => this.#shows(document));
      if (!isOpen && uri.scheme === 'untitled') return this.#language.word('caseGone');
      await workspace.openTextDocument(uri);
    } catch {
      return this.#language.word('caseGone');
    }
    const client = await this.#session.ready();
    if (!client) return this.#language.word(this.#session.state === 'stopped' ? 'off' : 'starting');
    try {
      const params = { textDocument: { uri: String(uri) }, withCase: false };
      const told = await client.sendRequest<Readable | null>('vangnet/readable', params, token);
      if (!told) return this.#language.word('reading');
      return { html: told.html, style: told.style, language: told.language };
    } catch (error) {
      // The text is another by now, and is asked about soon: until then the page stays as it is.
      if ((error as { code?: unknown }).code === CONTENT_MODIFIED) return undefined;
      return this.#language.word('reading');
    }
  }

  #send(message: ToPage): void {
    if (this.#panel?.visible && this.#isReady) void this.#panel.webview.postMessage(message);
  }

  #onMessage(raw: unknown): void {
    const message = fromPage(raw);
    if (message?.type === 'ready') {
      this.#isReady = true;
      this.#soon(0);
    } else if (message?.type === 'goTo') void this.#goTo(message.start);
    else if (message?.type === 'scrolled') this.#reveal(message.line);
  }

  async #goTo(start: number): Promise<void> {
    if (!this.#uri) return;
    const document = await workspace.openTextDocument(this.#uri);
    const at = document.positionAt(start);
    this.#lastReveal = Date.now();
    await showCase(this.#uri, new Range(at, at));
  }

  #reveal(line: number): void {
    const editor = window.visibleTextEditors.find(({ document }) => this.#shows(document));
    this.#lastReveal = Date.now();
    editor?.revealRange(new Range(line, 0, line, 0), TextEditorRevealType.AtTop);
  }
}

/** Unguessable, for one page. */
function nonce(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(18));
  return btoa(String.fromCharCode(...bytes));
}
