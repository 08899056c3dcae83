import { nearest } from '../../core/nearest.js';
import { defineRule, type Report, type RuleContext } from '../../core/rule.js';
import type { SchemaIssue } from '../../core/schema/issues.js';
import { enumTitle, LANGUAGES } from '../../core/words/words.js';
import { allIssues, ITEM_SECTIONS } from './issues.js';

/** A value that isn't one of those that the field can have. */
export const rule = defineRule({
  reads: ITEM_SECTIONS,
  needs: [],
  *check({ model, say }) {
    for (const issue of allIssues(model, 'unknown-value')) yield report(say, issue);
  },
});

/** Longer lists (countries, snippets) are not listed in a message: completion shows them. */
const MOST_LISTED = 12;

function report(say: RuleContext<never>['say'], { at, def, key, shape, node }: SchemaIssue): Report {
  const value = node?.kind === 'scalar' ? String(node.value) : '';
  const values = shape?.values ?? [];
  const near = meant(value, values, `${def}.${key}`);
  const args = { value, field: { field: key, of: def } as const };
  const best = near[0];
  const choices = { list: values.slice(0, MOST_LISTED), type: 'or' } as const;
  const message =
    best !== undefined
      ? say('misspelt', { ...args, meant: best, title: { enumValue: best, of: `${def}.${key}` } })
      : values.length <= MOST_LISTED
        ? say('unknown', { ...args, choices })
        : say('unknown-of-many', args);
  return {
    at,
    message,
    fixes: (draft) =>
      node
        ? near.map((name, index) =>
            draft.fix(`use-${name}`, say('fix-use', { name }), [draft.setScalar(node, name)], {
              preferred: index === 0,
            }),
          )
        : [],
  };
}

/** Values near to what was written, or called so in one of our languages: 'burgemeester' means `mayor`. */
function meant(value: string, values: readonly string[], of: string): string[] {
  const word = value.trim().toLowerCase();
  const called = values.filter((name) =>
    LANGUAGES.some((language) => enumTitle(of, name, language).toLowerCase() === word),
  );
  return called.length > 0 ? called : nearest(value, values);
}
