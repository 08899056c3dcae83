import { window, workspace } from 'vscode';
import type { LanguageSetting } from './languageSetting.js';
import { inform, warn } from './notice.js';
import { caseInFrontOrTell } from './places.js';
import { isThere, save, whyNotSaved } from './save.js';
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
  const keep = language.word('saveKey');
  if ((await inform(language.word('pseudonymised'), keep)) !== keep) return;
  const target = await window.showSaveDialog({ filters: { JSON: ['json'] }, title: keep });
  if (!target) return;
  const content = new TextEncoder().encode(`${JSON.stringify(made.key, null, 1)}\n`);
  // The dialog asks before it gives out the name of a file that is there.
  const saved = await save(workspace.fs, target, content, await isThere(workspace.fs, target));
  if (saved !== 'saved') void warn(whyNotSaved(saved, target, language));
}
