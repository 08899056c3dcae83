import { commands, FileSystemError, Uri } from 'vscode';
import { control, readJson, writeJson } from './control.js';

/**
 * Real keys, clicks and screenshots, by the browser in which the workbench runs. In a desktop VS Code there is
 * none: then every call answers `undefined`, and tests whose title ends in `@page` are pending.
 */
type PageRequest =
  | { action: 'screenshot'; name: string; clip?: Clip }
  | { action: 'press'; keys: string }
  | { action: 'type'; text: string }
  | { action: 'hover'; selector: string }
  | { action: 'click'; selector: string }
  | { action: 'text'; selector: string }
  | { action: 'axe'; selector: string }
  | { action: 'paste'; text: string; type: string }
  | { action: 'drop'; uris: string }
  | { action: 'form'; name: string; answers: FormAnswers }
  | { action: 'fields'; answers: FieldAnswers };

/** By the label of the question: what is typed, or what is ticked. A question that isn't named stays open. */
export type FormAnswers = Readonly<Record<string, string | readonly string[]>>;

export type FieldAnswers = Readonly<Record<string, string | readonly string[] | FormAnswers>>;

const POLL_MS = 50;
/** Longer than the driver itself waits for an element: its error says more. */
const ANSWER_TIMEOUT_MS = 30_000;

let lastId = 0;

/** A part of the page, in pixels. */
export interface Clip {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Saves what a person would see now as NAME.png; answers its path. */
export const screenshot = (name: string, clip?: Clip) =>
  ask({ action: 'screenshot', name, ...(clip && { clip }) });

/** Presses keys in Playwright's names, chords by `+`, one after the other by spaces: `Control+K Control+I`. */
export const press = (keys: string) => ask({ action: 'press', keys });

/** Types as a person does, key by key, so that the editor completes and closes brackets. */
export const type = (text: string) => ask({ action: 'type', text });

/** Puts the mouse on the first element that matches, once it is there. */
export const hover = (selector: string) => ask({ action: 'hover', selector });

/** Clicks the first element that matches, once it is there. */
export const click = (selector: string) => ask({ action: 'click', selector });

/** Pastes a text, or addresses of files (`text/uri-list`), where the focus is, as the keyboard does it. */
export const paste = (text: string, type = 'text/plain') => ask({ action: 'paste', text, type });

/** Drops files on the text in front, with Shift held down; their addresses a line each. */
export const drop = (uris: string) => ask({ action: 'drop', uris });

/** Answers a form from its first question to its last, as `Name: Label (1/6)` stands above each. */
export const fillForm = (name: string, answers: FormAnswers) => ask({ action: 'form', name, answers });

/** Chooses fields from the list of them by their labels, answers each, and leaves the list. */
export const fillFields = (answers: FieldAnswers) => ask({ action: 'fields', answers });

/** The visible text of the first element that matches, once it is there. */
export const text = (selector: string) => ask({ action: 'text', selector });

/** What axe-core has against an element and what is in it, a line each; empty where it has nothing. */
export const axe = (selector: string) => ask({ action: 'axe', selector });

/** What the notices say that are there, seen or not: on a busy machine they may not have come up yet. */
export async function notices(): Promise<string> {
  await commands.executeCommand('notifications.showList');
  return (await text('.notifications-center')) ?? '';
}

/** A selector for something inside a webview, which sits in two frames. */
export const inWebview = (selector: string) =>
  ['iframe.webview', 'iframe#active-frame', selector].join(' >> internal:control=enter-frame >> ');

async function ask(request: PageRequest): Promise<string | undefined> {
  const { folder, page } = control();
  if (!page) return undefined;
  lastId += 1;
  const requests = Uri.joinPath(folder, 'requests');
  await writeJson(Uri.joinPath(requests, `${lastId}.json`), request);
  const { result, error } = await answerTo(Uri.joinPath(requests, `${lastId}.answer.json`), request);
  if (error !== undefined) throw new Error(`${request.action}: ${error}`);
  return typeof result === 'string' ? result : undefined;
}

async function answerTo(uri: Uri, request: PageRequest): Promise<{ result?: unknown; error?: string }> {
  for (const start = Date.now(); Date.now() - start < ANSWER_TIMEOUT_MS; ) {
    try {
      return (await readJson(uri)) as { result?: unknown; error?: string };
    } catch (error) {
      if (!(error instanceof FileSystemError && error.code === 'FileNotFound')) throw error;
      await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    }
  }
  throw new Error(`The driver did not answer ${JSON.stringify(request)}`);
}
