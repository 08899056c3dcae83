import { CURRENT_VERSION } from '../../core/migrations.js';
import { defineRule } from '../../core/rule.js';
import { isEmptyValue } from '../../core/tree.js';

/** `vangnet` names the version of the format: one that this Vangnet doesn't know can't be judged. */
export const rule = defineRule({
  reads: ['root'],
  needs: [],
  *check({ model, say }) {
    const entry = model.root.keys.find(({ name }) => name === 'vangnet');
    if (!entry) return;
    const value = entry.value?.kind === 'scalar' ? entry.value.value : undefined;
    if (typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= CURRENT_VERSION)
      return;
    const isNewer = typeof value === 'number' && value > CURRENT_VERSION;
    const at =
      entry.value && !isEmptyValue(entry.value) && entry.value.kind === 'scalar' ? entry.value : entry.at;
    yield {
      at,
      message: say(isNewer ? 'newer' : 'unknown', { current: CURRENT_VERSION }),
      fixes: (draft) => {
        if (isNewer) return [];
        const edit =
          entry.value?.kind === 'scalar' ? draft.replace(entry.value, String(CURRENT_VERSION)) : undefined;
        return edit
          ? [
              draft.fix('set-version', say('fix-set', { current: CURRENT_VERSION }), [edit], {
                preferred: true,
              }),
            ]
          : [];
      },
    };
  },
});
