/** Which paper it is to be. */

import type { Steps } from '../../core/steps.js';
import type { Language } from '../../core/words/words.js';
import type { Analysis } from '../../pipeline/analysis.js';
import { readableSteps } from '../readable/readable.js';
import { casePaper } from './case-paper.js';
import type { What } from './choices.js';
import { chronologyPaper } from './chronology-paper.js';
import { lettersPaper } from './letters-paper.js';
import type { Paper } from './paper.js';
import { requestPaper } from './request.js';

/** Undefined where the case has nothing for it: requests for letters where none is planned. */
export function* paperOf(analysis: Analysis, what: What, language: Language): Steps<Paper | undefined> {
  const told = yield* readableSteps(analysis, language);
  switch (what) {
    case 'request':
      return yield* requestPaper(told);
    case 'case':
      return yield* casePaper(told);
    case 'chronology':
      return chronologyPaper(told);
    case 'letters':
      return yield* lettersPaper(told, analysis);
  }
}
