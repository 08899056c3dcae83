/** Tells the person how far a check of many files is, where the client shows that; a short one isn't worth a word. */

import type { CancellationToken, Connection, WorkDoneProgressServerReporter } from 'vscode-languageserver';
import { type Language, say } from '../../core/words/words.js';

/** From how many files on it is told. */
const WORTH_TELLING = 20;

export class FolderProgress {
  private reporter: Promise<WorkDoneProgressServerReporter | undefined> | undefined;
  private token: CancellationToken | undefined;
  private done = 0;

  constructor(
    private readonly connection: Connection,
    private readonly canShow: boolean,
    private readonly language: Language,
    private readonly all: number,
  ) {}

  /** Did the person stop it? */
  get isCancelled(): boolean {
    return this.token?.isCancellationRequested ?? false;
  }

  /** One more file was analysed. */
  async step(at: number): Promise<void> {
    this.done++;
    if (!this.canShow || this.done < WORTH_TELLING) return;
    this.reporter ??= this.begin();
    const reporter = await this.reporter;
    const message = say({ key: 'lsp.checked', args: { done: at, all: this.all } }, this.language);
    reporter?.report(Math.floor((100 * at) / this.all), message);
  }

  async end(): Promise<void> {
    (await this.reporter)?.done();
  }

  private async begin(): Promise<WorkDoneProgressServerReporter | undefined> {
    try {
      const reporter = await this.connection.window.createWorkDoneProgress();
      this.token = reporter.token;
      reporter.begin(say({ key: 'lsp.checking' }, this.language), 0, undefined, true);
      return reporter;
    } catch {
      // A client that refuses after all: the check itself goes on.
      return undefined;
    }
  }
}
