import type { FileSystem, Uri } from 'vscode';
import type { LanguageSetting } from './languageSetting.js';

export type Saved = 'saved' | 'isCase' | 'failed';

const CASE_NAME = /\.(?:case|zaak)\.ya?ml$/i;
/** FileType.File alone: no folder, and no link to elsewhere. */
const PLAIN_FILE = 1;

/**
 * Puts what was made under its name, whole or not at all: a full disk, or an editor that is closed, leaves what was
 * there. A case file is never written over, whatever the person chose in a dialog.
 * @param mayReplace what is there; a file that came meanwhile, unseen by the person, stays
 */
export async function save(
  fs: Pick<FileSystem, 'stat' | 'writeFile' | 'rename' | 'delete'>,
  target: Uri,
  content: Uint8Array,
  mayReplace: boolean,
): Promise<Saved> {
  if (CASE_NAME.test(target.path)) return 'isCase';
  const there = await typeOf(fs, target);
  try {
    if (there !== undefined && !mayReplace) return 'failed';
    // Through a link, or into what only the disk knows how to write.
    if (there !== undefined && there !== PLAIN_FILE) await fs.writeFile(target, content);
    else await putInPlace(fs, target, content, mayReplace);
    return 'saved';
  } catch {
    return 'failed';
  }
}

async function putInPlace(
  fs: Pick<FileSystem, 'writeFile' | 'rename' | 'delete'>,
  target: Uri,
  content: Uint8Array,
  overwrite: boolean,
): Promise<void> {
  const name = `.vangnet-${Math.random().toString(36).slice(2)}.tmp`;
  const draft = target.with({ path: target.path.slice(0, target.path.lastIndexOf('/') + 1) + name });
  try {
    await fs.writeFile(draft, content);
    await fs.rename(draft, target, { overwrite });
  } catch (error) {
    await Promise.resolve(fs.delete(draft)).catch(() => undefined);
    throw error;
  }
}

export function isThere(fs: Pick<FileSystem, 'stat'>, target: Uri): Promise<boolean> {
  return typeOf(fs, target).then((type) => type !== undefined);
}

/** Undefined where there is nothing. */
function typeOf(fs: Pick<FileSystem, 'stat'>, target: Uri): Promise<number | undefined> {
  return Promise.resolve(fs.stat(target)).then(
    ({ type }) => type,
    () => undefined,
  );
}

export function whyNotSaved(
  saved: Exclude<Saved, 'saved'>,
  { path }: Uri,
  language: LanguageSetting,
): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return language.say(saved === 'isCase' ? 'neverOverCase' : 'notSaved', { name });
}
