import { commands, extensions, type TextDocument } from 'vscode';
import { deepEqual, equal, eventually, match, ok } from '../assert.js';
import {
  closeCase,
  codeOf,
  EXTENSION,
  findings,
  HEAD,
  hoverAt,
  openCase,
  rangeOf,
  setLanguage,
  typeText,
} from '../case.js';
import { control } from '../control.js';
import { notices, text } from '../driver.js';
import { STATUS } from '../status.js';

/** What the extension gives to who activates it, as far as it matters here. */
interface Session {
  readonly state: 'idle' | 'starting' | 'running' | 'stopped';
  /** The library keeps its process to itself. */
  readonly client:
    | { readonly _serverProcess?: { readonly pid?: number; kill(signal: 'SIGKILL'): boolean } }
    | undefined;
}

const session = () => extensions.getExtension(EXTENSION)?.exports as Session;
const server = () => session().client?._serverProcess;

/** In a browser the server is a worker of the extension, which nothing from outside can end. */
const runsProcess = () => control().flavour === 'desktop-host';

/** Ends the server's process at once, wherever it is; answers when the client has noticed. */
async function kill(): Promise<void> {
  const process = await eventually('a server that runs', server);
  const { pid } = process;
  ok(pid !== undefined, 'the server has a process of its own');
  process.kill('SIGKILL');
  await eventually('the client notices', () => server()?.pid !== pid);
}

/** Rule, place and words of each finding. */
function told(document: TextDocument): string[] {
  return findings(document)
    .map((one) => `${codeOf(one)} ${one.range.start.line}:${one.range.start.character} ${one.message}`)
    .sort();
}

if (runsProcess())
  describe('a server that dies', () => {
    // A count of its own: the one of whoever was here before doesn't matter.
    beforeEach(() => commands.executeCommand('vangnet.restartServer'));
    after(closeCase);

    it('while somebody types comes back: all that was typed is there, and each finding once', async () => {
      const { document } = await openCase(`${HEAD}claim:\n  id: v\n  knd: deferral\n  request: █\n`);
      await eventually('findings', () => findings(document, 'unknown-key').length === 1);
      await typeText('Een verzoek');
      const killed = kill();
      await typeText(' dat blijft');
      await killed;
      await typeText(' staan');
      ok(document.getText().includes('request: Een verzoek dat blijft staan\n'), document.getText());
      await eventually('a server that runs', server);
      // What follows from what was typed after the death: the new server knows all of it.
      await typeText('\nknd2: x');
      await eventually('findings of the whole text', () => findings(document, 'unknown-key').length >= 2);
      const after = told(document);
      equal(new Set(after).size, after.length, `none twice: ${after.join('\n')}`);
      match(await hoverAt(document, rangeOf(document, 'claim').start), /./);
      await commands.executeCommand('vangnet.restartServer');
      await eventually(
        'the same from a server that never died',
        () => told(document).length === after.length,
      );
      deepEqual(told(document), after);
    });

    it('five times in a row stays away and says so; a restart brings everything back', async () => {
      const { document } = await openCase(`${HEAD}claim:\n  id: v\n  knd: deferral█\n`);
      const before = await eventually('findings', () => {
        const now = told(document);
        return findings(document, 'unknown-key').length === 1 ? now : undefined;
      });
      for (let death = 1; death <= 5; death++) {
        equal(session().state === 'stopped', false, `stopped after ${death - 1}`);
        await kill();
      }
      await eventually('Vangnet gives up', () => session().state === 'stopped');
      equal(server(), undefined);
      if (control().page) {
        for (const [language, off] of OFF) {
          await setLanguage(language);
          await eventually(`the status in ${language}`, async () =>
            ((await text(STATUS)) ?? '').includes(off),
          );
        }
        match(
          await notices(),
          /een paar keer gestopt en controleert nu niets. De tekst van de zaak is er nog/,
        );
        await commands.executeCommand('notifications.clearAll');
      }
      await typeText(' # nog te lezen');
      ok(document.getText().includes('deferral # nog te lezen'));
      await commands.executeCommand('vangnet.restartServer');
      await eventually('the findings again', () => told(document).length === before.length);
      deepEqual(told(document), before);
    });
  });

const OFF = [
  ['en', 'Vangnet checks nothing now'],
  ['de', 'Vangnet prüft zurzeit nichts'],
  ['nl', 'Vangnet controleert nu niets'],
] as const;
