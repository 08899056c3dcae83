import Mocha from 'mocha';
import { commands, Uri, window, workspace } from 'vscode';
import { type Control, openControl, writeJson } from './control.js';
import { screenshot } from './driver.js';
import { SuiteReporter } from './report.js';

/** Longer than anything that a test waits for: what was waited for in vain says more than a timeout. */
const TEST_TIMEOUT_MS = 60_000;

/**
 * Runs the tests that `load` defines and rejects when one fails or none ran; VS Code makes that its exit code.
 * The harness reads the counts from `results.json` in the control folder.
 */
export async function runSuite(
  testsPath: string,
  load: Readonly<Record<Control['part'], () => Promise<unknown>>>,
): Promise<void> {
  const control = await openControl(testsPath);
  // On a busy machine VS Code drops a request now and then: what fails twice is broken.
  const runner = new Mocha({ timeout: TEST_TIMEOUT_MS, retries: 1 });
  runner.reporter(SuiteReporter as unknown as Mocha.ReporterConstructor);
  checkHost(control.flavour);
  runner.suite.emit('pre-require', globalThis, '', runner);
  await load[control.part]();
  const { suites } = control;
  if (suites) runner.suite.suites = runner.suite.suites.filter(({ title }) => suites.includes(title));
  if (control.grep) runner.fgrep(control.grep);
  if (control.forbidOnly) runner.forbidOnly();
  if (!control.page) markPageTestsPending(runner.suite);
  for (const suite of runner.suite.suites) suite.afterAll('take back what was left unsaved', revertAll);
  runner.suite.afterEach('photograph a failure', async function () {
    const test = this.currentTest;
    // A page that can't be photographed must not hide why the test failed.
    if (test?.state === 'failed') await screenshot(`failed-${test.fullTitle()}`).catch(() => undefined);
  });

  const detach = reportUncaught();
  const failures = await new Promise<number>((resolve) => runner.run(resolve));
  detach();
  const results = SuiteReporter.latest;
  await writeJson(Uri.joinPath(control.folder, 'results.json'), results);
  if (failures > 0) throw new Error(`${failures} failed`);
  if (!results || results.stats.passes === 0) throw new Error('No test ran');
}

/** VS Code chooses the host by where the suite lies: make sure a test of the web flavour is one. */
function checkHost(flavour: Control['flavour']): void {
  const worker = 'importScripts' in globalThis;
  if (worker !== (flavour === 'web')) {
    throw new Error(`The ${flavour} suite runs in ${worker ? 'a web worker' : 'Node'}.`);
  }
}

/** What a test that failed left behind, the next ones would meet. */
async function revertAll(): Promise<void> {
  for (const document of workspace.textDocuments)
    if (document.isDirty && !document.isUntitled && !document.isClosed) {
      await window.showTextDocument(document);
      await commands.executeCommand('workbench.action.files.revert');
    }
}

function markPageTestsPending(suite: Mocha.Suite): void {
  for (const test of suite.tests) if (test.title.includes('@page')) test.pending = true;
  suite.suites.forEach(markPageTestsPending);
}

/** Mocha's browser build listens to `onerror`, which a Node host doesn't have: pass its errors on. */
function reportUncaught(): () => void {
  const node = (globalThis as { process?: NodeJS.Process }).process;
  if (!node?.versions?.node) return () => undefined;
  const fail = (error: Error) => {
    const { onerror } = globalThis as { onerror?: ((...args: unknown[]) => unknown) | null };
    onerror?.(error.message, '', 0, 0, error);
  };
  node.on('uncaughtException', fail);
  return () => node.off('uncaughtException', fail);
}
