import { isLetter } from '../../core/case/evidence.js';
import { defineRule } from '../../core/rule.js';
import { filesThatAre } from './files.js';

/** A file that lies outside the working folder: whoever gets the folder doesn't get it, and it may be anything. */
export const rule = defineRule({
  reads: ['letters', 'documents'],
  needs: [],
  *check({ model, files, say }) {
    for (const { piece, path, at } of filesThatAre('outside', model, files))
      yield { at, message: say(isLetter(piece) ? 'letter' : 'document', { path }) };
  },
});
