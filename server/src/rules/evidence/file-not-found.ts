import { isLetter } from '../../core/case/evidence.js';
import { defineRule } from '../../core/rule.js';
import { filesThatAre } from './files.js';

/** A file that a letter or document names is not where the case says. */
export const rule = defineRule({
  reads: ['letters', 'documents'],
  needs: [],
  *check({ model, files, say }) {
    for (const { piece, path, at } of filesThatAre('missing', model, files))
      yield { at, message: say(isLetter(piece) ? 'letter' : 'document', { path }) };
  },
});
