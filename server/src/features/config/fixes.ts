/** What was probably meant, in the place of what stands there. */

import type { Message, TextEdit } from '../../core/findings.js';
import type { ConfigProblem, ReadConfig } from '../../pipeline/config.js';

export interface ConfigFix {
  readonly problem: ConfigProblem;
  readonly title: Message;
  readonly edits: readonly TextEdit[];
}

export function configFixesIn(
  { document, problems }: ReadConfig,
  selection: { readonly start: number; readonly end: number },
): readonly ConfigFix[] {
  return problems.flatMap((problem) => {
    const { at, meant } = problem;
    const start = document.startOf(at);
    const end = document.endOf(at);
    if (meant === undefined || end < selection.start || start > selection.end) return [];
    const title = { key: 'config.fix-use', args: { name: meant } };
    return [{ problem, title, edits: [{ start, end, text: meant }] }];
  });
}
