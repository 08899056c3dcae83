import { Position, SnippetString, Uri, window, workspace } from 'vscode';
import type { LanguageSetting } from '../languageSetting.js';
import { warn } from '../notice.js';
import type { Session } from '../session.js';
import { type Answers, askForm, type FormField } from './ask.js';
import { checkAnswer } from './check.js';

interface NewFile {
  readonly text: string;
  readonly stops: readonly { readonly start: number; readonly end: number }[];
  readonly fileName: string;
}

interface NewCaseForm {
  readonly template: FormField;
  readonly fields: readonly FormField[];
}

/**
 * Asks a few questions and opens the case that they make: not yet saved, under a name that is free. The blanks in it
 * are tab stops.
 * @param folder where it is to come; else the first folder that is open
 */
export async function newCase(session: Session, language: LanguageSetting, folder?: Uri): Promise<void> {
  const client = await session.readyOrTell();
  if (!client) return;
  const spoken = language.shown;
  const fieldsFor = async ({ template }: Answers): Promise<readonly FormField[]> => {
    const form = await client.sendRequest<NewCaseForm>('vangnet/newCaseForm', {
      language: spoken,
      ...(template === undefined ? {} : { template }),
    });
    return [{ ...form.template, required: true }, ...form.fields];
  };
  const answers = await askForm(language.word('newCase'), fieldsFor, language, (field, answer) =>
    checkAnswer(field, answer, language),
  );
  if (answers === undefined) return;
  const { template, ...rest } = sent(answers);
  const made = await client.sendRequest<NewFile | { problem: string }>('vangnet/newCase', {
    language: spoken,
    template,
    answers: rest,
  });
  if ('problem' in made) {
    void warn(made.problem);
    return;
  }
  await open(made, folder ?? workspace.workspaceFolders?.[0]?.uri);
}

/** What was left open is left out. */
export function sent(answers: Answers): Answers {
  return Object.fromEntries(
    Object.entries(answers).filter(([, answer]) => answer !== undefined && answer !== ''),
  );
}

async function open(file: NewFile, folder: Uri | undefined): Promise<void> {
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
