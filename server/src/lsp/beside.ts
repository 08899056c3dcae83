/**
 * The address of a file that a case names, from the address of the case file alone: nothing is looked up. Undefined for
 * what is no path below the case's own folder.
 */
export function addressBeside(caseFile: string, path: string): string | undefined {
  // A drive, a scheme, an absolute path, a path of Windows, or something that is no name: none of them is beside it.
  if (/^\/|[\\:\p{Cc}\p{Cs}]/u.test(path)) return undefined;
  const [address = ''] = caseFile.split(/[?#]/);
  const folder = address.slice(0, address.lastIndexOf('/') + 1);
  // An unsaved text has an address without folders.
  if (!/^[a-z][a-z\d+.-]*:\/\//i.test(folder)) return undefined;
  const steps: string[] = [];
  for (const step of path.split('/')) {
    if (step === '..') {
      if (steps.pop() === undefined) return undefined;
    } else if (step !== '' && step !== '.') steps.push(step);
  }
  if (steps.length === 0) return undefined;
  return folder + steps.map(encodeURIComponent).join('/');
}
