/** Addresses of files as editors write them: each in its own way, so they are compared by what they mean. */

/** The same for every way to write the address of one file: what is escaped, and how a drive is written. */
export function keyOf(address: string): string {
  // Elsewhere a query may tell two texts apart (another state of a file, say).
  const path = /^file:/i.test(address) ? (address.split(/[?#]/)[0] ?? '') : address;
  return decoded(path)
    .replace(/^file:\/\/\/([A-Z]):/, (_, drive: string) => `file:///${drive.toLowerCase()}:`)
    .normalize('NFC');
}

/** Is the file this folder or in it? Both by their keys. */
export function isWithin(key: string, folder: string): boolean {
  return key === folder || key.startsWith(folder.endsWith('/') ? folder : `${folder}/`);
}

/** The way from a file (by its key) to another, as a case file has it; undefined where they share no root. */
export function pathBetween(from: string, to: string): string | undefined {
  const [own, other] = [from, to].map((key) => /^([a-z][a-z\d+.-]*:(?:\/\/[^/]*)?)\/(.*)$/is.exec(key));
  if (!own || !other || own[1] !== other[1]) return undefined;
  const folder = (own[2] as string).split('/').slice(0, -1);
  const steps = (other[2] as string).split('/');
  let same = 0;
  while (same < folder.length && same < steps.length - 1 && folder[same] === steps[same]) same++;
  return [...folder.slice(same).map(() => '..'), ...steps.slice(same)].join('/');
}

/** Where the path in a case file (by its key) leads: a key, or undefined for what is no path. */
export function keyBeside(caseFile: string, path: string): string | undefined {
  return /^[\\/]|:|\p{Cc}/u.test(path) ? undefined : wayFrom(caseFile, path)?.normalize('NFC');
}

/** The same by addresses: what is escaped in the case file's own stays so, what is special in the path is escaped. */
export function addressFrom(caseFile: string, path: string): string | undefined {
  if (/^[\\/]|:|[\p{Cc}\p{Cs}]/u.test(path)) return undefined;
  return wayFrom(caseFile.split(/[?#]/)[0] ?? '', path, encodeURIComponent);
}

function wayFrom(caseFile: string, path: string, written = (step: string) => step): string | undefined {
  const root = ROOT.exec(caseFile)?.[0];
  if (root === undefined) return undefined;
  const steps = caseFile.slice(root.length).split('/').slice(0, -1);
  for (const step of path.split(/[\\/]/)) {
    if (step === '..') {
      if (steps.pop() === undefined) return undefined;
    } else if (step !== '' && step !== '.') steps.push(written(step));
  }
  return root + steps.join('/');
}

/** Some kinds of address name no computer: `memfs:/folder`. */
const ROOT = /^[a-z][a-z\d+.-]*:(?:\/\/[^/]*)?\//i;

function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}
