// @ts-check
/**
 * Opens a sample in the light editor, in headless Chromium, as a person would: a finding must show, so must fixes, hover,
 * completion and what stands above and behind the lines; a change must be saved, and nothing may ask for an address
 * outside this computer.
 * `node scripts/web-editor/smoke.mjs [--extension DIR] [--folder DIR] [--file NAME]`; the picture is
 * out/editor/light-editor.png. Needs what scripts/editor/install.mjs installs.
 */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { installedTools } from '../editor/cache.mjs';
import { startWebEditor } from './serve.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const picture = path.join(root, 'out', 'editor', 'light-editor.png');
const patience = 60_000;
const SAMPLE = 'semon-weak.case.yaml';

const chromiumFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Replaces Playwright's own list, which breaks the service workers of webviews.
  '--disable-features=AutofillServerCommunication',
];

/**
 * The part of playwright-core's page that is used here: the package is not among the project's own.
 * @typedef {{ waitFor(options: object): Promise<void>, first(): Locator, click(): Promise<void>,
 *   count(): Promise<number>, getAttribute(name: string): Promise<string | null> }} Locator
 * @typedef {{ frameLocator(selector: string): FrameLocator, locator(selector: string): Locator }} FrameLocator
 * @typedef {{ press(keys: string): Promise<void>, type(text: string): Promise<void> }} Keyboard
 * @typedef {{ goto(address: string): Promise<unknown>, reload(): Promise<unknown>, locator(selector: string, options?: object): Locator,
 *   frameLocator(selector: string): FrameLocator, context(): { on(event: string, listener: (value: PageEvent) => void): void }, keyboard: Keyboard, screenshot(options: object): Promise<unknown>, waitForTimeout(time: number): Promise<void>,
 *   on(event: string, listener: (value: PageEvent) => void): void }} Page
 * @typedef {{ url(): string, type(): string, text(): string }} PageEvent
 */

/** @param {string} address */
function isOnThisComputer(address) {
  const { protocol, hostname } = new URL(address);
  if (protocol === 'blob:' || protocol === 'data:') return true;
  // Resources of webviews have addresses at vscode-cdn.net, which the webview's service worker answers.
  return hostname === '127.0.0.1' || hostname.endsWith('.localhost') || hostname.endsWith('.vscode-cdn.net');
}

/**
 * @param {Page} page
 * @param {string} file
 */
async function openFile(page, file) {
  await page
    .locator('.explorer-folders-view .monaco-list-row', { hasText: file })
    .first()
    .waitFor({ timeout: patience });
  await page.keyboard.press('Control+P');
  await page.locator('.quick-input-widget .quick-input-box input').first().waitFor({ timeout: patience });
  await page.keyboard.type(file);
  await page.locator('.quick-input-list .monaco-list-row', { hasText: file }).first().click();
  await page.locator('.monaco-editor .view-line').first().waitFor({ timeout: patience });
}

/**
 * Waits for a finding in the list of problems that says it is ours; a click on it shows its squiggle.
 * @param {Page} page
 * @returns {Promise<string>} the first finding
 */
async function firstFinding(page) {
  const squiggle = '.squiggly-error, .squiggly-warning, .squiggly-info, .squiggly-hint';
  await page.keyboard.press('Control+Shift+M');
  const rows = page.locator('.markers-panel .monaco-list-row', {
    has: page.locator('.marker-source', { hasText: /^vangnet$/i }),
  });
  await rows.first().waitFor({ timeout: patience });
  // Only what is in sight is drawn.
  await rows.first().click();
  await page.locator(squiggle).first().waitFor({ timeout: patience, state: 'attached' });
  return (await rows.first().getAttribute('aria-label')) ?? '';
}

/**
 * At the finding that `firstFinding` went to, and at the end of the file.
 * @param {Page} page
 */
async function seeFeatures(page) {
  /** @param {string} what @param {string} selector @param {RegExp} [text] */
  const see = async (what, selector, text) => {
    const locator = page.locator(selector, text ? { hasText: text } : {});
    await locator
      .first()
      .waitFor({ timeout: 20_000 })
      .catch(() => Promise.reject(new Error(`not seen: ${what}`)));
  };
  await see('counts in the status bar', '.statusbar-item[id*="vangnet.findings"]', /caution|let op|Achtung/);
  await page.keyboard.press('Control+1');
  await page.keyboard.press('Control+.');
  await see('fixes', '.action-widget .monaco-list-row.action');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+K');
  await page.keyboard.press('Control+I');
  await see('a hover', '.monaco-editor .monaco-hover', /vangnet/);
  await page.keyboard.press('Escape');
  // The editor draws the blanks in a hint as no-break spaces.
  await see('a hint', '.view-line', /1986-09-04\s?34\s(?:years|jaar|Jahre)/);
  await page.keyboard.press('Control+End');
  await see('a lens that can be clicked', '.codelens-decoration a', /rebuttal|weerwoord|Erwiderung/i);
  await page.keyboard.type('l');
  await see('completion', '.suggest-widget .monaco-list-row', /letters/);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Backspace');
}

/**
 * What needs more than an editor: the side bar, and the case to read beside its file, which is a page of its own.
 * @param {Page} page
 */
async function seeViews(page) {
  await page.locator('.activitybar .action-label[aria-label*="Vangnet"]').first().click();
  const item = page.locator('.sidebar .monaco-list-row', { hasText: /Letters|Steunbrieven|Schreiben/i });
  await item
    .first()
    .waitFor({ timeout: 20_000 })
    .catch(() => Promise.reject(new Error('not seen: the overview')));
  await page.keyboard.press('Control+1');
  await page.keyboard.press('F1');
  await page.locator('.quick-input-widget .quick-input-box input').first().waitFor({ timeout: 20_000 });
  await page.keyboard.type('Vangnet: Open reading view');
  await page.locator('.quick-input-list .monaco-list-row').first().click();
  const paper = page.frameLocator('iframe.webview').frameLocator('iframe#active-frame').locator('#paper svg');
  await paper
    .first()
    .waitFor({ timeout: patience })
    .catch(() => Promise.reject(new Error('not seen: the reading view with its timeline')));
  await page.screenshot({ path: picture.replace(/\.png$/, '-views.png') });
  // It comes back with the window. In a browser VS Code keeps what is open every 5 seconds. Playwright finds no way into
  // frames of a reloaded page: what stands in it is for the eye, on the picture.
  await page.waitForTimeout(7_000);
  await page.reload();
  for (const selector of ['.tab[aria-label*="Reading view"]', 'iframe.webview.ready'])
    await page
      .locator(selector)
      .first()
      .waitFor({ timeout: patience })
      .catch(() => Promise.reject(new Error(`not seen after a reload: ${selector}`)));
  await item.first().waitFor({ timeout: patience });
  await page.screenshot({ path: picture.replace(/\.png$/, '-reloaded.png') });
  await page.locator('.monaco-editor .view-line').first().waitFor({ timeout: patience });
  await page.keyboard.press('Control+1');
}

/**
 * @param {Page} page
 * @param {string} file on the disk
 */
async function changeAndSave(page, file) {
  const before = fs.readFileSync(file);
  const mark = '# smoke ';
  // By the keyboard: VS Code's sticky lines may lie over the first one.
  await page.keyboard.press('Control+1');
  await page.keyboard.press('Control+Home');
  await page.keyboard.type(mark);
  await page.keyboard.press('Control+S');
  const expected = Buffer.concat([Buffer.from(mark), before]);
  for (let waited = 0; !fs.readFileSync(file).equals(expected); waited += 100) {
    if (waited > 10_000) throw new Error(`${path.basename(file)} was not saved as it was changed`);
    await page.waitForTimeout(100);
  }
}

/**
 * @param {Page} page
 * @param {string} address
 * @param {string} file
 */
async function tryPage(page, address, file) {
  /** @type {string[]} */
  const outside = [];
  /** @type {string[]} */
  const messages = [];
  // Of the whole context: what the extension host and webviews ask for as well.
  page.context().on('request', (request) => {
    if (!isOnThisComputer(request.url())) outside.push(new URL(request.url()).host);
  });
  page.on('console', (message) => {
    if (message.type() === 'error') messages.push(message.text());
  });
  const started = Date.now();
  try {
    await page.goto(address);
    await openFile(page, path.basename(file));
    const finding = await firstFinding(page);
    console.log(`first finding after ${Date.now() - started} ms: ${finding}`);
    await page.screenshot({ path: picture });
    // What is looked for stands in this sample.
    if (path.basename(file) === SAMPLE) {
      await seeFeatures(page);
      await seeViews(page);
    }
    await changeAndSave(page, file);
  } catch (error) {
    await page.screenshot({ path: picture });
    console.error(messages.join('\n'));
    throw error;
  }
  if (outside.length > 0) throw new Error(`asked for addresses elsewhere: ${outside.join(', ')}`);
}

/** @param {{ extension?: string | undefined, folder: string, file: string }} options */
async function smoke({ extension, folder, file }) {
  const tools = installedTools();
  if (!tools) throw new Error('first run: node scripts/editor/install.mjs');
  const { chromium } = await import(pathToFileURL(tools.playwright).href);
  // A copy, since the test saves.
  const copy = fs.mkdtempSync(path.join(os.tmpdir(), 'vangnet-smoke-'));
  fs.cpSync(folder, copy, { recursive: true });
  fs.mkdirSync(path.dirname(picture), { recursive: true });
  const editor = await startWebEditor(
    extension === undefined ? { folder: copy, port: 0 } : { folder: copy, port: 0, extension },
  );
  try {
    const browser = await chromium.launch({ executablePath: tools.chromium, args: chromiumFlags });
    try {
      await tryPage(
        await browser.newPage({ viewport: { width: 1400, height: 900 } }),
        editor.address,
        path.join(copy, file),
      );
    } finally {
      await browser.close();
    }
  } finally {
    await editor.close();
    fs.rmSync(copy, { recursive: true, force: true });
  }
}

const { values } = parseArgs({
  options: {
    extension: { type: 'string' },
    folder: { type: 'string', default: path.join(root, 'samples') },
    file: { type: 'string', default: SAMPLE },
  },
});

try {
  await smoke(values);
  console.log(`light editor works; picture: ${path.relative(root, picture)}`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
