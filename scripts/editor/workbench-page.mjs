// @ts-check
/** Opens VS Code's workbench in headless Chromium with a suite to run in its extension host. */
import { pathToFileURL } from 'node:url';

/** Nothing that calls out, and nothing that needs a desktop. */
export const CHROMIUM_FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Replaces Playwright's own list, with which webviews fail ('user denied permission to use Service Worker'). The page
  // that we answer ourselves counts as one from outside, which may not call this computer: here it must.
  '--disable-features=AutofillServerCommunication,LocalNetworkAccessChecks,LocalNetworkAccessChecksWebSockets',
];

/** High enough for the lists that tests read: VS Code draws only the rows that are in sight. */
const VIEWPORT = { width: 1280, height: 1100 };

/** The most that our log can be made to tell: a test looks whether it holds nothing of a case. */
export const LOG_LEVEL = 'vangnet.vangnet-vscode=trace';

/**
 * @typedef {object} Workbench
 * @property {any} page Playwright's page
 * @property {(url: string) => Promise<void>} open
 * @property {Promise<number | Error>} ended the suite's exit code, or what broke the page
 * @property {() => Promise<void>} close
 */

/**
 * @param {object} options
 * @param {import('./cache.mjs').EditorTools} options.tools
 * @param {string | undefined} options.locale
 * @param {{width: number, height: number} | undefined} [options.viewport]
 * @param {(type: string, args: unknown[]) => void} options.onLog what the workbench and extension host log
 * @param {(line: string) => void} options.onConsole the browser's console
 * @returns {Promise<Workbench>}
 */
export async function openBrowser({ tools, locale, viewport = VIEWPORT, onLog, onConsole }) {
  const { chromium } = await import(pathToFileURL(tools.playwright).href);
  const browser = await chromium.launch({
    executablePath: tools.chromium,
    args: CHROMIUM_FLAGS,
    // The runner itself answers to signals, so that everything is stopped in order.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });
  const close = () => browser.close();
  try {
    const context = await browser.newContext({
      viewport,
      locale: locale ?? 'en-GB',
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    const page = await context.newPage();
    page.on('console', (/** @type {any} */ message) => onConsole(`${message.type()} ${message.text()}`));
    page.on('pageerror', (/** @type {Error} */ error) =>
      onConsole(`pageerror ${error.stack ?? error.message}`),
    );
    await page.exposeFunction('codeAutomationLog', onLog);
    const ended = watchForEnd(page, browser);
    await ended.ready;
    const open = async (/** @type {string} */ url) => {
      await page.goto(url, { waitUntil: 'domcontentloaded' });
    };
    return { page, ended: ended.outcome, close, open };
  } catch (error) {
    await close();
    throw error;
  }
}

/**
 * The first of: the suite's exit code, a crash of the page, the end of the browser.
 * @param {any} page
 * @param {any} browser
 * @returns {{ready: Promise<void>, outcome: Promise<number | Error>}} `ready` before the page may be opened
 */
function watchForEnd(page, browser) {
  /** @type {(outcome: number | Error) => void} */
  let end = () => {};
  /** @type {Promise<number | Error>} */
  const outcome = new Promise((resolve) => {
    end = resolve;
  });
  page.once('crash', () => end(new Error('The page crashed')));
  browser.once('disconnected', () => end(new Error('The browser ended by itself')));
  const ready = page.exposeFunction('codeAutomationExit', (/** @type {number} */ code) => end(code));
  return { ready, outcome };
}

/**
 * The address of the workbench with a folder. For the Node host it also names extension and suite.
 * @param {{port: number, workspace: string, several?: string | undefined,
 *   development?: {extension: string, tests: string} | undefined}} options
 */
export function workbenchUrl({ port, workspace, several, development }) {
  const query = new URLSearchParams(several ? { workspace: several } : { folder: workspace });
  const payload = [['logLevel', LOG_LEVEL]];
  if (development) {
    const remote = (/** @type {string} */ path) => `vscode-remote://127.0.0.1:${port}${encodeURI(path)}`;
    payload.push(['extensionDevelopmentPath', remote(development.extension)]);
    payload.push(['extensionTestsPath', remote(development.tests)]);
  }
  query.set('payload', JSON.stringify(payload));
  return `http://127.0.0.1:${port}/?${query}`;
}

/**
 * Names extension and suite for the web worker host: that takes them only from the page's own configuration.
 * @param {any} page
 * @param {{port: number, extensions: readonly string[], tests: string}} options `port` is where they are served
 */
export async function configureWebDevelopment(page, { port, extensions, tests }) {
  // By name: the policy of the web worker's frame lets scripts come from localhost, not from 127.0.0.1.
  const http = (/** @type {string} */ path) => ({ scheme: 'http', authority: `localhost:${port}`, path });
  const isWorkbench = (/** @type {URL} */ url) => url.pathname === '/' && url.searchParams.has('folder');
  await page.route(isWorkbench, async (/** @type {any} */ route) => {
    const response = await route.fetch();
    const body = withDevelopmentOptions(await response.text(), {
      extensions: extensions.map(http),
      extensionTestsPath: http(tests),
    });
    await route.fulfill({
      response,
      body,
      headers: withOrigin(response.headers(), `http://localhost:${port}`),
    });
  });
}

/**
 * The workbench's policy lets it fetch from its own address alone; extensions of the web come from others, by https.
 * @param {Record<string, string>} headers @param {string} origin
 */
function withOrigin(headers, origin) {
  const policy = headers['content-security-policy'];
  return policy === undefined
    ? headers
    : { ...headers, 'content-security-policy': policy.replace(/\bconnect-src\b/, `$& ${origin}`) };
}

const CONFIGURATION = /(id="vscode-workbench-web-configuration" data-settings=")([^"]*)"/;

/** @param {string} html @param {Record<string, unknown>} options */
function withDevelopmentOptions(html, options) {
  if (!CONFIGURATION.test(html)) throw new Error('The workbench page has no configuration to change.');
  return html.replace(CONFIGURATION, (_all, start, escaped) => {
    const settings = JSON.parse(escaped.replaceAll('&quot;', '"').replaceAll('&amp;', '&'));
    settings.developmentOptions = { ...settings.developmentOptions, ...options };
    return `${start}${JSON.stringify(settings).replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"`;
  });
}
