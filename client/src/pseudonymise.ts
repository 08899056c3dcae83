import { window, workspace } from 'vscode';
import type { LanguageSetting } from './languageSetting.js';
import { caseInFrontOrTell } from './places.js';
import type { Session } from './session.js';

/**
 * Opens the case with other names as a new, unsaved file; the case itself stays as it is. The key with the real names
 * is written only where the person asks for it and says where.
 */
export async function pseudonymise(session: Session, language: LanguageSetting): Promise<void> {
  const uri = caseInFrontOrTell(language);
  const client = uri && (await session.readyOrTell());
  if (!client) return;
  const made = await client.sendRequest<{ text: string; key: unknown } | null>('vangnet/pseudonymise', {
    uri: String(uri),
  });
  if (!made) return;
  const document = await workspace.openTextDocument({ language: 'vangnet-case', content: made.text });
  await window.showTextDocument(document, { preview: false });
  const save = language.word('saveKey');
  if ((await window.showInformationMessage(language.word('pseudonymised'), save)) !== save) return;
  const target = await window.showSaveDialog({ filters: { JSON: ['json'] }, title: save });
  // The dialog asks before it gives out the name of a file that is there.
  if (target)
    await workspace.fs.writeFile(target, new TextEncoder().encode(`${JSON.stringify(made.key, null, 1)}\n`));
}
