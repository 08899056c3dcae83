import {
  Disposable,
  languages,
  StatusBarAlignment,
  type StatusBarItem,
  ThemeColor,
  type Uri,
  window,
  workspace,
} from 'vscode';
import { CASE_LANGUAGE, CLIENT_NAME, isServed, SOURCE } from './client.js';
import { count, sayCounts } from './counts.js';
import type { LanguageSetting } from './languageSetting.js';
import type { Session } from './session.js';

/** Opens the list; VS Code's other command for it closes the list where it is open. */
const SHOW_PROBLEMS = 'workbench.panel.markers.view.focus';
const RESTART = 'vangnet.restartServer';

/**
 * What Vangnet says of the case in front, counted by severity, in the status bar; a click opens the list. While
 * nothing is checked it says that instead: no findings must never look like a case without weaknesses.
 */
export class StatusBar implements Disposable {
  readonly #session: Session;
  readonly #language: LanguageSetting;
  readonly #item: StatusBarItem;
  readonly #listeners: Disposable;
  /** The documents whose findings have arrived from the server that runs now. */
  readonly #checked = new Set<string>();

  constructor(session: Session, language: LanguageSetting) {
    this.#session = session;
    this.#language = language;
    // On the left: on the right, in a small window, VS Code leaves out what comes first.
    this.#item = window.createStatusBarItem('vangnet.findings', StatusBarAlignment.Left);
    this.#item.name = CLIENT_NAME;
    const update = () => this.#update();
    this.#listeners = Disposable.from(
      session.onDidChangeState((state) => {
        if (state !== 'running') this.#checked.clear();
        update();
      }),
      language.onDidChange(update),
      window.onDidChangeActiveTextEditor(update),
      workspace.onDidGrantWorkspaceTrust(update),
      workspace.onDidCloseTextDocument(({ uri }) => this.#checked.delete(uri.toString())),
      languages.onDidChangeDiagnostics(({ uris }) => {
        if (session.state === 'running') for (const uri of uris) this.#checked.add(uri.toString());
        update();
      }),
    );
    update();
  }

  dispose(): void {
    this.#listeners.dispose();
    this.#item.dispose();
  }

  #update(): void {
    const document = window.activeTextEditor?.document;
    if (document?.languageId !== CASE_LANGUAGE || !isServed(document)) {
      this.#item.hide();
      return;
    }
    const isStopped = this.#session.state === 'stopped';
    this.#item.backgroundColor = isStopped ? new ThemeColor('statusBarItem.errorBackground') : undefined;
    this.#item.command = isStopped ? RESTART : SHOW_PROBLEMS;
    if (isStopped) this.#say('error', this.#language.word('off'), this.#language.word('restart'));
    else if (!this.#checked.has(document.uri.toString()))
      this.#say('sync~spin', this.#language.word(this.#session.state === 'running' ? 'reading' : 'starting'));
    else this.#sayCounts(document.uri);
    this.#item.show();
  }

  #sayCounts(uri: Uri): void {
    const own = languages.getDiagnostics(uri).filter(({ source }) => source === SOURCE);
    const counts = count(own.map(({ severity }) => severity));
    const { shown } = this.#language;
    const restricted = workspace.isTrusted ? '' : ` · ${this.#language.word('restricted')}`;
    const details = [
      `${this.#language.word('thisCase')}: ${sayCounts(counts, shown, ', ')}.`,
      this.#language.word('showList'),
      ...(workspace.isTrusted ? [] : [this.#language.word('restrictedWhy')]),
    ];
    this.#say('law', sayCounts(counts, shown) + restricted, details.join(' '));
  }

  #say(icon: string, text: string, tooltip: string = text): void {
    this.#item.text = `$(${icon}) ${text}`;
    this.#item.tooltip = tooltip;
    this.#item.accessibilityInformation = { label: `${CLIENT_NAME}: ${tooltip}` };
  }
}
