import { type CancellationToken, env, ProgressLocation, Uri, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { LanguageSetting } from '../languageSetting.js';
import { inform, warn } from '../notice.js';
import { caseInFront } from '../places.js';
import { isThere, save, whyNotSaved } from '../save.js';
import type { Session } from '../session.js';
import { plain, serverWords } from '../shownText.js';
import { chooseExport, type ExportChoice } from './choose.js';
import { making } from './making.js';

/** The answer to `vangnet/export`. */
interface Paper {
  readonly name: string;
  readonly text?: string;
  readonly base64?: string;
}

const CASE_FILES = '**/*.{case,zaak}.{yaml,yml}';

/** Of the case in front, or of those chosen in the explorer. */
export async function exportCases(
  session: Session,
  language: LanguageSetting,
  chosen: readonly Uri[],
): Promise<void> {
  const uris = chosen.length > 0 ? chosen : [caseInFront()].filter((uri) => uri !== undefined);
  await exportAll(session, language, uris, await choiceFor(uris, language));
}

/** Requests for the letters that are planned, a page each. */
export async function exportLetters(session: Session, language: LanguageSetting, uri?: Uri): Promise<void> {
  const uris = [uri ?? caseInFront()].filter((one) => one !== undefined);
  if (uris.length === 0) await choiceFor(uris, language);
  else await exportAll(session, language, uris, { what: 'letters', to: 'docx' });
}

/** Of all cases of the workspace. */
export async function exportFolder(session: Session, language: LanguageSetting): Promise<void> {
  const uris = await workspace.findFiles(CASE_FILES, '**/node_modules/**');
  const sorted = uris.sort((a, b) => a.path.localeCompare(b.path));
  if (sorted.length === 0) void inform(language.word('noCases'));
  else await exportAll(session, language, sorted, await chooseExport(language));
}

async function choiceFor(uris: readonly Uri[], language: LanguageSetting): Promise<ExportChoice | undefined> {
  if (uris.length > 0) return chooseExport(language);
  void inform(language.word('openCaseFirst'));
  return undefined;
}

async function exportAll(
  session: Session,
  language: LanguageSetting,
  uris: readonly Uri[],
  choice: ExportChoice | undefined,
): Promise<void> {
  if (!choice) return;
  const client = await session.ready();
  if (!client) {
    void warn(language.word('off'));
    return;
  }
  const [first] = uris;
  if (uris.length === 1 && first) await exportOne(client, language, first, choice);
  else await exportMany(client, language, uris, choice);
}

/**
 * The person says where, and VS Code asks before it gives out the name of a file that is there; one that comes after that
 * is left alone.
 */
async function exportOne(
  client: BaseLanguageClient,
  language: LanguageSetting,
  uri: Uri,
  choice: ExportChoice,
): Promise<void> {
  let paper: Paper | null | undefined;
  try {
    paper = await making(language.word('exporting'), (token) => paperOf(client, uri, choice, token));
  } catch (error) {
    void warn(serverWords(error) ?? language.word('caseGone'));
    return;
  }
  if (!paper) {
    // Who broke it off knows.
    if (paper === null) void warn(language.word('caseGone'));
    return;
  }
  const target = await window.showSaveDialog({
    defaultUri: besideCase(uri, paper.name),
    title: language.word('export'),
    filters: { [language.word(`format-${choice.to}`)]: [choice.to] },
  });
  if (!target) return;
  const isKnown = await isThere(workspace.fs, target);
  const saved = await save(workspace.fs, target, bytesOf(paper), isKnown);
  if (saved !== 'saved') {
    void warn(whyNotSaved(saved, target, language));
    return;
  }
  const open = language.word('open');
  const made = language.say('exported', { name: nameOf(target) });
  if ((await inform(made, open)) === open) await openPaper(target);
}

/** Each beside its case; what is there already is replaced only where the person says so, once for all. */
async function exportMany(
  client: BaseLanguageClient,
  language: LanguageSetting,
  uris: readonly Uri[],
  choice: ExportChoice,
): Promise<void> {
  const papers: Made[] = [];
  const taken = new Set<string>();
  const problems: string[] = [];
  const options = {
    location: ProgressLocation.Notification,
    title: language.word('exporting'),
    cancellable: true,
  };
  const isWhole = await window.withProgress(options, async (progress, token) => {
    for (const [index, uri] of uris.entries()) {
      if (token.isCancellationRequested) return false;
      const done = `${index + 1}/${uris.length} ${nameOf(uri)}`;
      progress.report({ message: plain(done), increment: 100 / uris.length });
      try {
        const paper = await paperOf(client, uri, choice, token);
        const target = paper && besideCase(uri, paper.name);
        if (!target) problems.push(`${nameOf(uri)}: ${language.word('caseGone')}`);
        // Two cases whose names differ only in what a disk may not tell apart.
        else if (taken.has(nameOnAnyDisk(target)))
          problems.push(`${nameOf(uri)}: ${language.say('sameName', { name: nameOf(target) })}`);
        else {
          taken.add(nameOnAnyDisk(target));
          papers.push({ target, paper });
        }
      } catch (error) {
        problems.push(`${nameOf(uri)}: ${serverWords(error) ?? language.word('caseGone')}`);
      }
    }
    return !token.isCancellationRequested;
  });
  // Nothing has been written so far.
  if (!isWhole) return;
  const wanted = await withoutUnwanted(papers, language);
  if (!wanted) return;
  let count = 0;
  for (const { target, paper, mayReplace } of wanted) {
    const saved = await save(workspace.fs, target, bytesOf(paper), mayReplace);
    if (saved === 'saved') count++;
    else problems.push(whyNotSaved(saved, target, language));
  }
  const told = [language.say('exportedMany', { count: String(count) }), ...problems.slice(0, 5)];
  const rest = problems.length > 5 ? [`+ ${problems.length - 5}`] : [];
  const show = problems.length > 0 ? warn : inform;
  void show([...told, ...rest].join(' · '));
}

interface Made {
  readonly target: Uri;
  readonly paper: Paper;
}

/** Undefined when the person breaks off. */
async function withoutUnwanted(
  papers: readonly Made[],
  language: LanguageSetting,
): Promise<readonly (Made & { readonly mayReplace: boolean })[] | undefined> {
  const seen = await Promise.all(
    papers.map(async (one) => ({ ...one, mayReplace: await isThere(workspace.fs, one.target) })),
  );
  const there = seen.filter(({ mayReplace }) => mayReplace);
  if (there.length === 0) return seen;
  const skip = language.word('skip');
  const title = language.say('alreadyThere', { count: String(there.length) });
  const chosen = await window.showQuickPick([skip, language.word('replace')], {
    title,
    ignoreFocusOut: true,
  });
  if (chosen === undefined) return undefined;
  return chosen === skip ? seen.filter(({ mayReplace }) => !mayReplace) : seen;
}

/** Some disks know no capitals, and some write an accent apart from its letter. */
function nameOnAnyDisk(target: Uri): string {
  return String(target).normalize().toLowerCase();
}

async function paperOf(
  client: BaseLanguageClient,
  uri: Uri,
  choice: ExportChoice,
  token: CancellationToken,
): Promise<Paper | null> {
  // The server answers of what is open.
  await workspace.openTextDocument(uri);
  const params = { textDocument: { uri: String(uri) }, ...choice };
  return client.sendRequest<Paper | null>('vangnet/export', params, token);
}

function besideCase(uri: Uri, name: string): Uri {
  const folder = uri.scheme === 'untitled' ? workspace.workspaceFolders?.[0]?.uri : Uri.joinPath(uri, '..');
  return Uri.joinPath(folder ?? Uri.joinPath(uri.with({ scheme: 'file' }), '..'), name);
}

function bytesOf({ text, base64 }: Paper): Uint8Array {
  if (base64 === undefined) return new TextEncoder().encode(text ?? '');
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}

/** What VS Code can show as text it shows; the rest is for the program that the person has for it. */
async function openPaper(uri: Uri): Promise<void> {
  if (/\.(md|json|ics)$/.test(uri.path)) await window.showTextDocument(uri);
  else await env.openExternal(uri);
}

function nameOf(uri: Uri): string {
  return uri.path.slice(uri.path.lastIndexOf('/') + 1);
}
