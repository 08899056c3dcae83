/** What snippets and requests for letters say, by `argument.ID` and `letter.ROLE`. */

import { type PerLanguage, perLanguage } from '../core/words/per-language.js';

type Text = (args: Record<string, unknown>) => string;

export const TEXTS: PerLanguage<Readonly<Record<string, Text>>> = /* @__PURE__ */ perLanguage({
  nl: () => (require('../generated/snippets.nl.js') as typeof import('../generated/snippets.nl.js')).snippets,
  en: () => (require('../generated/snippets.en.js') as typeof import('../generated/snippets.en.js')).snippets,
  de: () => (require('../generated/snippets.de.js') as typeof import('../generated/snippets.de.js')).snippets,
});
