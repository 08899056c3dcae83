/** Of a file that is dropped on a case: may it be evidence, and what is it called from the case file on? */

const ENDINGS = 'pdf doc docx odt rtf pages eml msg jpg jpeg png gif tif tiff webp heic bmp'.split(' ');
const EVIDENCE = new RegExp(`\\.(?:${ENDINGS.join('|')})$`, 'i');
/** For looking such files up. */
export const EVIDENCE_GLOB = `**/*.{${[...ENDINGS, ...ENDINGS.map((one) => one.toUpperCase())].join(',')}}`;

export function isEvidence(path: string): boolean {
  return EVIDENCE.test(path);
}

/** From the folder of one file to the other, with slashes; both are paths from the root of the same place. */
export function relativePath(from: string, to: string): string {
  const folders = from.split('/').slice(0, -1);
  const parts = to.split('/');
  let same = 0;
  while (same < folders.length && same < parts.length - 1 && folders[same] === parts[same]) same++;
  return [...folders.slice(same).map(() => '..'), ...parts.slice(same)].join('/');
}
