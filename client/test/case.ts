import {
  commands,
  type Diagnostic,
  EndOfLine,
  type Hover,
  languages,
  type Position,
  Range,
  Selection,
  type TextDocument,
  type TextEditor,
  Uri,
  window,
  workspace,
} from 'vscode';
import { equal, eventually, ok } from './assert.js';
import { registerMemory } from './memory.js';

export const EXTENSION = 'vangnet.vangnet-vscode';

const CURSOR = '█';
const PATIENCE_MS = 15_000;

/** The folder that is open, the first one. */
export function folder(): Uri {
  const uri = workspace.workspaceFolders?.[0]?.uri;
  ok(uri, 'a folder is open');
  return uri;
}

/** Waits until the server answers: what is typed before that, nobody helps with. */
export async function serverRuns(): Promise<void> {
  await openSample('semon-weak.case.yaml');
}

/** A sample as a person opens it; the server knows it. */
export async function openSample(name: string): Promise<TextEditor> {
  const uri = Uri.joinPath(folder(), name);
  const editor = await window.showTextDocument(await workspace.openTextDocument(uri));
  await eventually(`an outline of ${name}`, async () => {
    const symbols = await commands.executeCommand<unknown[]>('vscode.executeDocumentSymbolProvider', uri);
    return symbols?.length > 0;
  });
  return editor;
}

const MEMORY = 'vangnet-cases';
const cases = new Map<string, Uint8Array>();

/** A case with the cursor where `█` stands (or between two: the selection), in a file of its own that is on no disk. */
export async function openCase(marked: string): Promise<TextEditor> {
  await closeCase();
  const [before = '', inner, after] = marked.split(CURSOR);
  if (cases.size === 0) registerMemory(MEMORY, cases);
  // Another name each time: VS Code may still be closing the one before.
  const path = `/proef-${cases.size + 1}.case.yaml`;
  cases.set(path, new TextEncoder().encode(before + (inner ?? '') + (after ?? '')));
  const document = await workspace.openTextDocument(Uri.from({ scheme: MEMORY, path }));
  const editor = await window.showTextDocument(document, { preview: false });
  const start = document.positionAt(before.length);
  const end = after === undefined ? start : document.positionAt(before.length + (inner ?? '').length);
  editor.selection = new Selection(start, end);
  // The server has read it: while nobody knows the text, nobody helps with it either.
  await commands.executeCommand('vscode.executeDocumentSymbolProvider', document.uri);
  return editor;
}

/**
 * Closes what `openCase` opened, as it is. Not before the next one is opened, or after the last: until then it can be
 * seen on the picture of a failure.
 */
export async function closeCase(): Promise<void> {
  if (window.activeTextEditor?.document.uri.scheme === MEMORY)
    await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
}

export function findings({ uri }: TextDocument, rule?: string): Diagnostic[] {
  return languages
    .getDiagnostics(uri)
    .filter((finding) => finding.source === 'vangnet' && (rule === undefined || codeOf(finding) === rule));
}

export function codeOf({ code }: Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}

/** What is shown to whom points there, as one text. */
export async function hoverAt({ uri }: TextDocument, at: Position): Promise<string> {
  const hovers = await commands.executeCommand<Hover[]>('vscode.executeHoverProvider', uri, at);
  const parts = hovers.flatMap(({ contents }) => contents);
  return parts.map((part) => (typeof part === 'string' ? part : part.value)).join('\n');
}

/** Where a text stands for the first time, behind another one if that is given. */
export function rangeOf(document: TextDocument, text: string, behind = ''): Range {
  const all = document.getText();
  const from = all.indexOf(behind);
  const at = all.indexOf(text, from + behind.length);
  ok(from !== -1 && at !== -1, `‘${text}’ is in the document`);
  return new Range(document.positionAt(at), document.positionAt(at + text.length));
}

/** Puts the cursor there, in sight. */
export function putCursor(editor: TextEditor, at: Position): void {
  editor.selection = new Selection(at, at);
  editor.revealRange(new Range(at, at));
}

/** The text with the cursor or the selection in it. */
export function shown({ document, selection }: TextEditor): string {
  const text = document.getText();
  const [start, end] = [document.offsetAt(selection.start), document.offsetAt(selection.end)];
  const selected = start === end ? '' : text.slice(start, end) + CURSOR;
  return text.slice(0, start) + CURSOR + selected + text.slice(end);
}

/** Waits until text and cursor are as marked; says what they are where they never come to be so. */
export async function expectShown(editor: TextEditor, marked: string): Promise<void> {
  const expected = editor.document.eol === EndOfLine.CRLF ? marked.replaceAll('\n', '\r\n') : marked;
  for (const start = Date.now(); shown(editor) !== expected && Date.now() - start < PATIENCE_MS; )
    await new Promise((resolve) => setTimeout(resolve, 20));
  equal(shown(editor), expected, 'text and cursor');
}

/** Waits until the text is another one. */
export async function expectChange(
  { document }: TextEditor,
  original: string,
  patienceMs?: number,
): Promise<void> {
  await eventually('the text changes', () => document.getText() !== original, patienceMs);
}

/**
 * Does something that changes the text, again where nothing came of it: VS Code drops an answer when the cursor moved
 * or another text arrived meanwhile, and a person presses the key once more.
 */
export async function insist(editor: TextEditor, act: () => unknown): Promise<void> {
  const original = editor.document.getText();
  for (let tries = 1; editor.document.getText() === original; tries++) {
    await act();
    await expectChange(editor, original, 3_000).catch((error: unknown) => {
      if (tries === 3) throw error;
    });
  }
}

/** Types as the keyboard does, also where there is no page: brackets, Enter and formatting while typing included. */
export async function typeText(text: string): Promise<void> {
  for (const character of text) await commands.executeCommand('type', { text: character });
}

export async function setLanguage(language: 'nl' | 'en' | 'de'): Promise<void> {
  await workspace.getConfiguration('vangnet').update('language', language, true);
}

export const HEAD = `vangnet: 1
case:
  id: proef
  title: Proef
  jurisdiction: nl
  language: nl
  referenceDate: 2024-06-01
  confidentiality: fictional
persons:
  - id: ada
    name: Ada
    role: applicant
    arrivalDate: 2015
`;
