import { Disposable, EventEmitter, type Memento, Uri, workspace } from 'vscode';
import { showHelp } from './help.js';
import type { LanguageSetting } from './languageSetting.js';
import { dayInWords, isReminderDue, type LawStamp } from './lawAge.js';
import { inform, warn } from './notice.js';
import type { Session } from './session.js';

const FILE_SETTING = 'vangnet.law.file';
const MONTHS_SETTING = 'vangnet.law.remindAfterMonths';
const REMINDED_AT = 'vangnet.law.remindedAt';
/** More bytes are no such file. */
const MOST_BYTES = 20_000_000;

type Answer = LawStamp & { readonly refused?: string };

/**
 * Which state of the law the server goes by: its own, or that of the file that the setting names, once the folder is
 * trusted. Says why such a file isn't taken, and now and then that the data are old.
 */
export class Law implements Disposable {
  readonly #session: Session;
  readonly #language: LanguageSetting;
  readonly #memory: Memento;
  readonly #changed = new EventEmitter<void>();
  readonly #listeners: Disposable;
  #stamp: LawStamp | undefined;
  #told: string | undefined;

  readonly onDidChange = this.#changed.event;

  constructor(session: Session, language: LanguageSetting, memory: Memento) {
    this.#session = session;
    this.#language = language;
    this.#memory = memory;
    const load = () => void this.#load();
    this.#listeners = Disposable.from(
      session.onDidChangeState((state) => {
        if (state === 'running') load();
      }),
      workspace.onDidGrantWorkspaceTrust(load),
      workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration(FILE_SETTING)) load();
      }),
    );
  }

  /** Undefined until the server told. */
  get stamp(): LawStamp | undefined {
    return this.#stamp;
  }

  dispose(): void {
    this.#listeners.dispose();
    this.#changed.dispose();
  }

  async #load(): Promise<void> {
    const { client } = this.#session;
    if (client === undefined) return;
    const file = lawFile();
    const text = file === undefined ? null : await read(file);
    try {
      const { refused, ...stamp } = await (text === undefined
        ? client.sendRequest<Answer>('vangnet/law')
        : client.sendRequest<Answer>('vangnet/useLaw', { text }));
      this.#stamp = stamp;
      this.#changed.fire();
      this.#tell(text === undefined ? this.#language.word('lawUnreadable') : refused);
      this.#remind(stamp);
    } catch {
      // The server went meanwhile: the next one is told again.
    }
  }

  /** Once for each reason: the server may be started often. */
  #tell(refused: string | undefined): void {
    if (refused !== undefined && refused !== this.#told)
      void warn([this.#language.word('lawNotTaken'), refused].join(' '));
    this.#told = refused;
  }

  #remind({ date }: LawStamp): void {
    const now = Date.now();
    const months = workspace.getConfiguration().get(MONTHS_SETTING);
    if (!isReminderDue(date, months, this.#memory.get<number>(REMINDED_AT), now)) return;
    void this.#memory.update(REMINDED_AT, now);
    void this.#offerHelp(date);
  }

  async #offerHelp(date: string): Promise<void> {
    const { shown } = this.#language;
    const where = this.#language.word('lawWhere');
    const words = this.#language.say('lawOld', { date: dayInWords(date, shown) });
    if ((await inform(words, where)) === where) await showHelp('law', shown);
  }
}

/** Where the person's own settings say that it is; undefined where they don't, or the folder isn't trusted. */
function lawFile(): Uri | undefined {
  const file = workspace.getConfiguration().get<unknown>(FILE_SETTING);
  if (typeof file !== 'string' || file.trim() === '' || !workspace.isTrusted) return undefined;
  return /^[a-z][a-z0-9+.-]+:\/\//i.test(file) ? Uri.parse(file) : Uri.file(file.trim());
}

/** Undefined where it can't be read. */
async function read(file: Uri): Promise<string | undefined> {
  try {
    if ((await workspace.fs.stat(file)).size > MOST_BYTES) return undefined;
    return new TextDecoder().decode(await workspace.fs.readFile(file));
  } catch {
    return undefined;
  }
}
