/** The argument that the minister kept the power, as the rules on a claim after the first procedure insert it. */

import type { Draft } from '../../core/edits/draft.js';
import type { TextEdit } from '../../core/findings.js';
import { argumentsEdit } from '../../knowledge/arguments.js';

const SNIPPET = 'minister-remains-competent';

/** Undefined where the file has it already. */
export function ministerArgument(draft: Draft, today: number): TextEdit | undefined {
  const isThere = draft.model.arguments.some(({ data }) => data.snippet === SNIPPET);
  return isThere ? undefined : argumentsEdit(draft, [SNIPPET], { today });
}
