import { type Disposable, EventEmitter, type LogOutputChannel, workspace } from 'vscode';
import {
  type BaseLanguageClient,
  DidChangeConfigurationNotification,
  ExecuteCommandRequest,
  type LanguageClientOptions,
  State,
} from 'vscode-languageclient';
import { CHECK_SETTING, checkSettings, serveCaseFiles } from './caseFiles.js';
import { clientOptions } from './client.js';
import { PING, watchHeartbeat } from './heartbeat.js';
import type { LanguageSetting } from './languageSetting.js';
import { alarm } from './notice.js';
import { hush } from './quiet.js';
import { describeError } from './redact.js';
import { RestartBudget } from './restarts.js';

/** One run of the server. `kill` ends what a polite stop leaves behind. */
export interface ServerRun {
  readonly client: BaseLanguageClient;
  kill(): void;
}

/** How the desktop and the web start their server. */
export type CreateRun = (options: LanguageClientOptions) => ServerRun;

export type SessionState = 'idle' | 'starting' | 'running' | 'stopped';

/** Keeps one server running: starts it at the first case file, again after a crash, and says so when it gives up. */
export class Session implements Disposable {
  readonly #create: CreateRun;
  readonly #language: LanguageSetting;
  readonly #log: LogOutputChannel;
  readonly #budget = new RestartBudget();
  readonly #stateChanged = new EventEmitter<SessionState>();
  readonly #listeners: readonly Disposable[];
  #run: ServerRun | undefined;
  #stopWatching: () => void = () => undefined;
  #state: SessionState = 'idle';
  #disposed = false;
  /** Those who wait for the end of the start that is under way. */
  #waiting: (() => void)[] = [];
  /** The last thing that was said of a server that isn't there, and whether it is still to be seen. */
  #failure: { readonly message: 'stopped' | 'notStarted'; isShown: boolean } = {
    message: 'notStarted',
    isShown: false,
  };

  readonly onDidChangeState = this.#stateChanged.event;

  constructor(create: CreateRun, language: LanguageSetting, log: LogOutputChannel) {
    this.#create = create;
    this.#language = language;
    this.#log = log;
    this.#listeners = [
      language.onDidChange(() => this.#sendSettings()),
      workspace.onDidGrantWorkspaceTrust(() => this.#sendSettings()),
      workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration(CHECK_SETTING)) this.#sendSettings();
      }),
    ];
  }

  get state(): SessionState {
    return this.#state;
  }

  /** The client to send requests with, while the server runs. */
  get client(): BaseLanguageClient | undefined {
    return this.#state === 'running' ? this.#run?.client : undefined;
  }

  /** Starts the server where it isn't there yet; does nothing after Vangnet gave up, until someone restarts it. */
  async start(): Promise<void> {
    if (this.#state === 'idle') await this.#launch();
  }

  /**
   * The client, started where it isn't yet, also where a start is under way; undefined where Vangnet can't run now, which
   * the status tells.
   */
  async ready(): Promise<BaseLanguageClient | undefined> {
    void this.start();
    if (this.#state === 'starting') await new Promise<void>((resolve) => this.#waiting.push(resolve));
    return this.client;
  }

  /** The same for what a person asked for: where Vangnet can't run, that is said with a way to start it. */
  async readyOrTell(): Promise<BaseLanguageClient | undefined> {
    const client = await this.ready();
    if (!client && !this.#disposed) void this.#offerRestart(this.#failure.message);
    return client;
  }

  async restart(): Promise<void> {
    this.#budget.refill();
    await this.stop();
    await this.#launch();
  }

  /** Checks all case files of the workspace; the server shows how far it is, and tells what it found. */
  async checkFolder(): Promise<void> {
    await this.start();
    await this.client?.sendRequest(ExecuteCommandRequest.type, { command: 'vangnet.checkAllCaseFiles' });
  }

  async stop(): Promise<void> {
    const run = this.#run;
    this.#run = undefined;
    this.#stopWatching();
    this.#enter('idle');
    if (run !== undefined) await retire(run);
  }

  dispose(): void {
    this.#disposed = true;
    for (const listener of this.#listeners) listener.dispose();
    void this.stop();
    this.#stateChanged.dispose();
  }

  async #launch(): Promise<void> {
    if (this.#disposed || this.#run !== undefined) return;
    this.#enter('starting');
    // The library is read when it is first used: not before the activation is over.
    await new Promise((resolve) => setTimeout(resolve));
    if (this.#disposed || this.#state !== 'starting' || this.#run !== undefined) return;
    // Assigned right below; a failure can only be reported once the client has been started.
    let run: ServerRun | undefined;
    const failed = () => {
      if (run !== undefined) this.#onFailure(run);
    };
    try {
      run = this.#create(clientOptions(this.#log, this.#language, failed));
    } catch (error) {
      this.#log.error(`The server can't be set up.\n${describeError(error)}`);
      this.#giveUp('notStarted');
      return;
    }
    this.#run = run;
    hush(run.client, this.#log);
    serveCaseFiles(run.client);
    const { client } = run;
    this.#stopWatching = watchHeartbeat(() => signOfLife(client), failed);
    const language = this.#language.sent;
    const trusted = workspace.isTrusted;
    try {
      await client.start();
    } catch {
      failed();
      return;
    }
    if (this.#run !== run) return;
    this.#enter('running');
    if (language !== this.#language.sent || trusted !== workspace.isTrusted) this.#sendSettings();
  }

  #onFailure(run: ServerRun): void {
    // A crash is reported by several ways at once, and a retired run may still report its end.
    if (this.#run !== run) return;
    const ran = this.#state === 'running';
    this.#run = undefined;
    this.#stopWatching();
    void retire(run);
    if (this.#budget.take(Date.now())) {
      void this.#launch();
      return;
    }
    this.#giveUp(ran ? 'stopped' : 'notStarted');
  }

  #giveUp(message: 'stopped' | 'notStarted'): void {
    this.#enter('stopped');
    void this.#offerRestart(message);
  }

  async #offerRestart(message: 'stopped' | 'notStarted'): Promise<void> {
    if (this.#failure.isShown) return;
    const shown = { message, isShown: true };
    this.#failure = shown;
    const restart = this.#language.word('restart');
    const chosen = await alarm(this.#language.word(message), restart);
    shown.isShown = false;
    if (chosen === restart && this.#state === 'stopped') await this.restart();
  }

  #sendSettings(): void {
    const vangnet = {
      language: this.#language.sent,
      trusted: workspace.isTrusted,
      check: checkSettings(),
    };
    const settings = { vangnet };
    this.client
      ?.sendNotification(DidChangeConfigurationNotification.type, { settings })
      .catch(() => undefined);
  }

  #enter(state: SessionState): void {
    if (this.#state === state) return;
    this.#state = state;
    if (state !== 'starting') for (const resolve of this.#waiting.splice(0)) resolve();
    if (!this.#disposed) this.#stateChanged.fire(state);
  }
}

function signOfLife(client: BaseLanguageClient): Promise<unknown> {
  if (client.state === State.Running) return client.sendRequest(PING);
  // While it starts, the answer to 'initialize' is the sign; this returns the promise of the start under way.
  if (client.state === State.Starting) return client.start();
  return Promise.resolve();
}

async function retire(run: ServerRun): Promise<void> {
  try {
    await run.client.dispose();
  } catch {
    // A client that never ran or has lost its server refuses to stop; there is nothing to stop then.
  } finally {
    run.kill();
  }
}
