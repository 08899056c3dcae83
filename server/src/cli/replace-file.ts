/** Replaces a file in one step: whoever reads it sees what was there or what is there now, and a full disk loses nothing. */
export async function replaceFile(file: string, content: string | Buffer): Promise<void> {
  // Loaded only where something is written: it loads Node's worker threads at once, as no other command needs them.
  const { default: writeFileAtomic } = await import('write-file-atomic');
  await writeFileAtomic(file, content);
}
