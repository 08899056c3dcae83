/** What the person has set in the editor, as the client sends it: `{language, trusted, check: {files}}`. */

import { isLanguage, type Language } from '../core/words/words.js';
import { isRecord } from './arguments.js';
import { isScope, type Scope } from './folder/sweep.js';

export class Settings {
  now: { language: Language | 'auto'; scope: Scope; trusted: boolean } = {
    language: 'auto',
    scope: 'open',
    trusted: true,
  };
  /** Did the client send any? */
  isKnown = false;

  get scope(): Scope {
    return this.now.scope;
  }

  /** What is left out, or isn't one of the choices, stays as it was; but no language is the file's own. */
  take(sent: unknown): void {
    if (!isRecord(sent)) return;
    this.isKnown = true;
    const { language, trusted, check } = sent;
    this.now.language = isLanguage(language) ? language : 'auto';
    // Editors that know no trust say nothing of it: what is open in them is trusted.
    if (typeof trusted === 'boolean') this.now.trusted = trusted;
    if (isRecord(check) && isScope(check.files)) this.now.scope = check.files;
  }
}
