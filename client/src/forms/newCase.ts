import { Position, SnippetString, Uri, window, workspace } from 'vscode';
import type { LanguageSetting } from '../languageSetting.js';
import type { Session } from '../session.js';
import { type Answers, askForm, type FormField } from './ask.js';
import { checkAnswer } from './check.js';

interface NewFile {
  readonly text: string;
  readonly stops: readonly { readonly start: number; readonly end: number }[];
  readonly fileName: string;
}

/**
 * Asks a few questions and opens the case that they make: not yet saved, in the folder that is open, under a name
 * that is free. The blanks in it are tab stops.
 */
export async function newCase(session: Session, language: LanguageSetting): Promise<void> {
  const client = await session.ready();
  if (!client) return;
  const title = language.word('newCase');
  const spoken = language.shown;
  const form = (template?: string) =>
    client.sendRequest<{ template: FormField; fields: FormField[] }>('vangnet/newCaseForm', {
      language: spoken,
      ...(template === undefined ? {} : { template }),
    });
  const ask = (fields: readonly FormField[]) =>
    askForm(title, fields, language, (field, answer) => checkAnswer(field, answer, language));
  const first = await ask([(await form()).template]);
  const template = first?.template;
  if (typeof template !== 'string') return;
  const answers = await ask((await form(template)).fields);
  if (answers === undefined) return;
  const made = await client.sendRequest<NewFile | { problem: string }>('vangnet/newCase', {
    language: spoken,
    template,
    answers: sent(answers),
  });
  if ('problem' in made) {
    void window.showWarningMessage(made.problem);
    return;
  }
  await open(made);
}

/** What was left open is left out. */
export function sent(answers: Answers): Answers {
  return Object.fromEntries(
    Object.entries(answers).filter(([, answer]) => answer !== undefined && answer !== ''),
  );
}

async function open(file: NewFile): Promise<void> {
  const folder = workspace.workspaceFolders?.[0]?.uri;
  const document = await workspace.openTextDocument(
    folder
      ? (await freeName(folder, file.fileName)).with({ scheme: 'untitled' })
      : Uri.parse(`untitled:${file.fileName}`),
  );
  const editor = await window.showTextDocument(document);
  await editor.insertSnippet(snippetOf(file), new Position(0, 0));
}

async function freeName(folder: Uri, fileName: string): Promise<Uri> {
  const stem = fileName.replace(/\.case\.yaml$/, '');
  for (let number = 1; ; number++) {
    const uri = Uri.joinPath(folder, number === 1 ? fileName : `${stem}-${number}.case.yaml`);
    const isOpen = workspace.textDocuments.some((document) => document.uri.path === uri.path);
    const isThere = await workspace.fs.stat(uri).then(
      () => true,
      () => false,
    );
    if (!isOpen && !isThere) return uri;
  }
}

/** The same blank twice is one stop: what is typed for it stands in both places. */
function snippetOf({ text, stops }: NewFile): SnippetString {
  const snippet = new SnippetString();
  const numbers = new Map<string, number>();
  let at = 0;
  for (const { start, end } of stops) {
    const blank = text.slice(start, end);
    const number = numbers.get(blank) ?? numbers.size + 1;
    numbers.set(blank, number);
    snippet.appendText(text.slice(at, start)).appendPlaceholder(blank, number);
    at = end;
  }
  return snippet.appendText(text.slice(at));
}
