/** Controls, halves of pairs, and marks that turn the direction of what follows; not line breaks. */
const HARMFUL = /(?!\n)\p{Cc}|\p{Cs}|[\u202A-\u202E\u2066-\u2069]/gu;
/** Between the two halves of a link, `[x](command:y)`, and of an icon, `$(x)`. */
const OBEYED = /(?<=[\]$])(?=\()/g;
const WORD_JOINER = '\u2060';

/**
 * A text that may hold something of a case, or the name of a file, for notices and pickers: there VS Code makes links of
 * `[x](command:y)`, which run a command when they are clicked, and icons of `$(x)`. Looks the same, and does nothing.
 */
export function plain(text: string): string {
  return text.replaceAll(HARMFUL, '').replaceAll(OBEYED, WORD_JOINER);
}

/** The server's own words for why it can't, which are for the person; anything else may quote a path or worse. */
export function serverWords(error: unknown): string | undefined {
  const { code, message } = (error ?? {}) as { code?: unknown; message?: unknown };
  // LSPErrorCodes.RequestFailed
  return code === -32803 && typeof message === 'string' ? message : undefined;
}
