import { commands, type Disposable, EventEmitter, env, workspace } from 'vscode';
import { resolveLanguage, type SentLanguage, shownLanguage, systemLocale } from './language.js';
import { type Language, type Word, word } from './words.js';

const SETTING = 'vangnet.language';

/** Keeps the resolved language, the context key that the manifest's `when` clauses read, and who wants to know. */
export class LanguageSetting implements Disposable {
  readonly #changed = new EventEmitter<SentLanguage>();
  readonly #listener: Disposable;
  #sent = resolveSetting();

  readonly onDidChange = this.#changed.event;

  constructor() {
    this.#publish();
    this.#listener = workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration(SETTING)) this.#update();
    });
  }

  get sent(): SentLanguage {
    return this.#sent;
  }

  get shown(): Language {
    return shownLanguage(this.#sent);
  }

  word(key: Word): string {
    return word(this.shown, key);
  }

  /** A sentence with its blanks filled, whatever is in what fills them. */
  say(key: Word, values: Readonly<Record<string, string>>): string {
    return this.word(key).replaceAll(/\{(\w+)\}/g, (all, name: string) => values[name] ?? all);
  }

  dispose(): void {
    this.#listener.dispose();
    this.#changed.dispose();
  }

  #update(): void {
    const next = resolveSetting();
    if (next === this.#sent) return;
    this.#sent = next;
    this.#publish();
    this.#changed.fire(next);
  }

  #publish(): void {
    void commands.executeCommand('setContext', SETTING, this.shown);
  }
}

export function resolveSetting(): SentLanguage {
  const setting = workspace.getConfiguration().get(SETTING);
  return resolveLanguage(setting, env.language, systemLocale());
}
