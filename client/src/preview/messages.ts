/** What passes between the preview's page and the extension. */

/** To the page. */
export type ToPage =
  /** The case as an `article`, with its own style; `uri` is kept by the page, for a reload of the window. */
  | {
      readonly type: 'show';
      readonly html: string;
      readonly style: string;
      readonly language: string;
      readonly uri: string;
      /** A tooltip for what leads to the file, with `{line}` in it. */
      readonly goTo: string;
    }
  /** Something to say instead of the case, or above the last one that was shown. */
  | { readonly type: 'notice'; readonly text: string }
  /** The line that is at the top of the editor, or that the cursor is in; from zero. */
  | { readonly type: 'follow'; readonly line: number; readonly isCursor: boolean };

/** From the page. */
export type FromPage =
  | { readonly type: 'ready' }
  /** A part was clicked, or chosen with the keyboard: where it starts, in UTF-16 units. */
  | { readonly type: 'goTo'; readonly start: number }
  /** The person scrolled: the line of the part that is at the top. */
  | { readonly type: 'scrolled'; readonly line: number };

/** Nothing that arrives is trusted to have the right form. */
export function fromPage(message: unknown): FromPage | undefined {
  if (typeof message !== 'object' || message === null || !('type' in message)) return undefined;
  const { type, start, line } = message as { type: unknown; start?: unknown; line?: unknown };
  if (type === 'ready') return { type };
  if (type === 'goTo' && isCount(start)) return { type, start };
  if (type === 'scrolled' && isCount(line)) return { type, line };
  return undefined;
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}
