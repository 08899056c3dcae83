// @ts-check
/**
 * The driver's half of `client/test/driver.ts`: the suite writes `requests/N.json`, we do on the page what it says
 * and write `requests/N.answer.json`. Files, because that works from a web worker as from a Node process.
 */
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { stripVTControlCharacters } from 'node:util';

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const POLL_MS = 50;
const ACTION_TIMEOUT_MS = 20_000;

/**
 * @typedef {{action: 'screenshot', name: string, clip?: {x: number, y: number, width: number, height: number}}
 *   | {action: 'press', keys: string}
 *   | {action: 'type', text: string}
 *   | {action: 'hover', selector: string}
 *   | {action: 'click', selector: string}
 *   | {action: 'text', selector: string}
 *   | {action: 'axe', selector: string}
 *   | {action: 'paste', text: string, type: string}
 *   | {action: 'drop', uris: string}
 *   | {action: 'form', name: string, answers: Answers}
 *   | {action: 'fields', answers: Record<string, string | string[] | Answers>}} PageRequest
 * @typedef {Record<string, string | string[]>} Answers to the questions of a form, by their labels
 */

/**
 * Answers requests until the signal says stop.
 * @param {{control: string, page: any, screenshots: string, signal: AbortSignal}} options `page` is Playwright's
 */
export async function answerPageRequests({ control, page, screenshots, signal }) {
  const folder = join(control, 'requests');
  const done = new Set();
  while (!signal.aborted) {
    for (const name of readdirSync(folder)) {
      const id = /^(\d+)\.json$/.exec(name)?.[1];
      if (id === undefined || done.has(id)) continue;
      done.add(id);
      const answer = await perform(
        JSON.parse(readFileSync(join(folder, name), 'utf8')),
        page,
        screenshots,
      ).then(
        (result) => ({ result }),
        (error) => ({ error: stripVTControlCharacters(String(error?.message ?? error)).trim() }),
      );
      if (signal.aborted) return;
      // Renamed into place, so that the suite never reads half an answer.
      writeFileSync(join(folder, `${id}.tmp`), JSON.stringify(answer));
      renameSync(join(folder, `${id}.tmp`), join(folder, `${id}.answer.json`));
    }
    await sleep(POLL_MS);
  }
}

/** @param {PageRequest} request @param {any} page @param {string} screenshots @returns {Promise<unknown>} */
async function perform(request, page, screenshots) {
  switch (request.action) {
    case 'screenshot':
      return saveScreenshot(page, screenshots, request.name, request.clip);
    case 'press':
      for (const key of request.keys.split(' ').filter(Boolean)) await page.keyboard.press(key);
      return null;
    case 'type':
      await page.keyboard.type(request.text);
      return null;
    case 'paste':
      return page.evaluate(pasteThere, [request.text, request.type]);
    case 'drop':
      return page.evaluate(dropThere, request.uris);
    case 'form':
      return fillForm(page, request.name, request.answers);
    case 'fields':
      return fillFields(page, request.answers);
    case 'hover':
      return page.locator(request.selector).first().hover({ timeout: ACTION_TIMEOUT_MS });
    case 'click':
      return page.locator(request.selector).first().click({ timeout: ACTION_TIMEOUT_MS });
    case 'text':
      return page.locator(request.selector).first().innerText({ timeout: ACTION_TIMEOUT_MS });
    case 'axe':
      return accessibility(page, request.selector);
    default:
      throw new Error(`No such page request: ${JSON.stringify(request)}`);
  }
}

const WIDGET = '.quick-input-widget:not([style*="display: none"])';

/**
 * Answers the questions of a form one after the other, as `Name: Label (1/6)` stands above them: types or ticks what
 * is given for the label and presses Enter, or Enter alone. Here and not in the suite, whose every wish takes a file.
 * @param {any} page @param {string} name what stands before the label
 * @param {Answers} answers
 */
async function fillForm(page, name, answers) {
  const unasked = new Set(Object.keys(answers));
  for (let step = 1, steps = 1; step <= steps; step++) {
    const title = await questionOf(page, String.raw`\(${step}\/\d+\)$`);
    const [, label = '', of] = /^.*: (.*?) \(\d+\/(\d+)\)$/.exec(title) ?? [];
    if (!title.startsWith(`${name}: `)) throw new Error(`‘${title}’ is asked, not ‘${name}’`);
    steps = Number(of);
    unasked.delete(label);
    await giveAnswer(page, answers[label] ?? '');
  }
  if (unasked.size > 0) throw new Error(`‘${name}’ doesn’t ask for ${[...unasked].join(', ')}`);
}

/**
 * Fills in fields from the list of them, one after the other, then Escape. A label that ends in `…` opens a form of its
 * own, whose answers are a record too.
 * @param {any} page @param {Record<string, string | string[] | Answers>} answers
 */
async function fillFields(page, answers) {
  for (const [label, answer] of Object.entries(answers)) {
    await questionOf(page, String.raw`^(?!.*\(\d+\/\d+\)$)`);
    await page.keyboard.insertText(label);
    await page.keyboard.press('Enter');
    if (typeof answer === 'string' || Array.isArray(answer)) {
      await questionOf(page, `: ${label.replaceAll(/[?()]/g, String.raw`\$&`)} \\(1\\/1\\)$`);
      await giveAnswer(page, answer);
    } else await fillForm(page, label.replace(' …', ''), answer);
  }
  await questionOf(page, String.raw`^(?!.*\(\d+\/\d+\)$)`);
  await page.keyboard.press('Escape');
}

/** Waits for a question by its title. @param {any} page @param {string} pattern @returns {Promise<string>} the title */
async function questionOf(page, pattern) {
  const title = page.locator(`${WIDGET} .quick-input-title`, { hasText: new RegExp(pattern) });
  return (await title.first().innerText({ timeout: ACTION_TIMEOUT_MS })).replaceAll(/\s+/g, ' ');
}

/** @param {any} page @param {string | string[]} answer */
async function giveAnswer(page, answer) {
  for (const one of [answer].flat()) {
    // Over what stands there already.
    if (one !== '') await page.keyboard.press('Control+A');
    if (one !== '') await page.keyboard.insertText(one);
    if (!Array.isArray(answer)) continue;
    const row = page.locator(`${WIDGET} .monaco-list-row`, { hasText: one }).first();
    await row.click({ timeout: ACTION_TIMEOUT_MS });
    await page.locator(`${WIDGET} .quick-input-box input`).first().focus();
    await page.keyboard.press('Control+A');
    await page.keyboard.press('Backspace');
  }
  await page.keyboard.press('Enter');
}

/**
 * What axe-core has against an element and what is in it, as `impact rule: where` a line. It runs in the element's own
 * frame, whatever that lets in.
 * @param {any} page @param {string} selector
 */
async function accessibility(page, selector) {
  const element = await page.locator(selector).first().elementHandle({ timeout: ACTION_TIMEOUT_MS });
  const frame = await element.ownerFrame();
  await frame.evaluate(readFileSync(AXE, 'utf8'));
  const { violations, passes } = await element.evaluate((/** @type {Element} */ root) =>
    /** @type {any} */ (globalThis).axe.run(root),
  );
  if (passes.length === 0) throw new Error('axe-core looked at nothing');
  return violations
    .map(
      (/** @type {any} */ { impact, id, nodes }) =>
        `${impact} ${id}: ${nodes[0].html} (${nodes[0].failureSummary})`,
    )
    .join('\n');
}

/**
 * In the page: what Ctrl+V does, which a headless browser leaves to nobody.
 * @param {readonly [text: string, type: string]} what
 */
function pasteThere([text, type]) {
  const { document, location, DataTransfer, ClipboardEvent } = /** @type {any} */ (globalThis);
  const clipboardData = new DataTransfer();
  // What is a file to the extension host is one of a server to the page.
  const seen =
    type === 'text/uri-list' ? text.replaceAll('file://', `vscode-remote://${location.host}`) : text;
  clipboardData.setData(type, seen);
  const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
  document.activeElement.dispatchEvent(event);
}

/**
 * In the page: files dragged onto the first line of the text in front and let go there, with Shift held down as VS Code
 * wants it.
 * @param {string} uris
 */
function dropThere(uris) {
  const { document, location, DataTransfer, DragEvent } = /** @type {any} */ (globalThis);
  const line = document.querySelector('.editor-group-container.active .monaco-editor .view-line > span');
  const { left, top, height } = line.getBoundingClientRect();
  const dataTransfer = new DataTransfer();
  dataTransfer.setData('text/uri-list', uris.replaceAll('file://', `vscode-remote://${location.host}`));
  const at = { clientX: left + 2, clientY: top + height / 2, shiftKey: true };
  for (const type of ['dragenter', 'dragover', 'drop'])
    line.dispatchEvent(
      new DragEvent(type, { ...at, dataTransfer, bubbles: true, cancelable: true, composed: true }),
    );
}

/**
 * @param {any} page @param {string} folder @param {string} name
 * @param {{x: number, y: number, width: number, height: number}} [clip] the part of the page; default: all of it
 */
export async function saveScreenshot(page, folder, name, clip) {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `${name.replace(/[^\w.-]+/g, '-').slice(0, 80)}.png`);
  await page.screenshot({ path, timeout: ACTION_TIMEOUT_MS, ...(clip && { clip }) });
  return path;
}
