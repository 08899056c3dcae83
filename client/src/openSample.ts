import { Uri, window, workspace } from 'vscode';
import { CASE_LANGUAGE } from './client.js';
import type { LanguageSetting } from './languageSetting.js';

/** The samples that come with the extension (scripts/build.mjs copies them), with what is told of each. */
const SAMPLES = [
  { file: 'semon-weak', word: 'sample-semon-weak' },
  { file: 'semon', word: 'sample-semon' },
  { file: 'afia-weak', word: 'sample-afia-weak' },
  { file: 'afia', word: 'sample-afia' },
  { file: 'haertefall-sh-weak', word: 'sample-haertefall-weak' },
  { file: 'haertefall-sh', word: 'sample-haertefall' },
  { file: 'exercises/1-semon', word: 'exercise-semon' },
  { file: 'exercises/2-afia', word: 'exercise-afia' },
  { file: 'exercises/3-haertefall', word: 'exercise-haertefall' },
] as const;

const isGerman = ({ file }: { readonly file: string }) => file.includes('haertefall');

/** Opens a sample as a new file that isn't saved: to try things in, and to throw away. */
export async function openSample(extension: Uri, language: LanguageSetting): Promise<void> {
  const items = SAMPLES.map(({ file, word }) => ({ file, label: language.word(word) }));
  const first =
    language.shown === 'de' ? items.sort((a, b) => Number(isGerman(b)) - Number(isGerman(a))) : items;
  const chosen = await window.showQuickPick(first, { title: language.word('openSample') });
  if (!chosen) return;
  const uri = Uri.joinPath(extension, 'client/dist/samples', `${chosen.file}.case.yaml`);
  const content = new TextDecoder().decode(await workspace.fs.readFile(uri));
  const document = await workspace.openTextDocument({ language: CASE_LANGUAGE, content });
  await window.showTextDocument(document);
}
