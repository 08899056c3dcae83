import { CURRENT_VERSION, migrations, pendingMigrations } from '../../core/migrations.js';
import { defineRule } from '../../core/rule.js';
import { isEmptyValue, sourceOf } from '../../core/tree.js';
import { isBlankNode } from '../../core/words/placeholders.js';

/** `vangnet` names the version of the format: one that this Vangnet doesn't know can't be judged. */
export const rule = defineRule({
  reads: ['root'],
  needs: [],
  *check({ model, say }) {
    const entry = model.root.keys.find(({ name }) => name === 'vangnet');
    if (!entry || isBlankNode(entry.value)) return;
    const value = entry.value?.kind === 'scalar' ? entry.value.value : undefined;
    const version = typeof value === 'number' && Number.isInteger(value) ? value : undefined;
    if (version !== undefined && isKnown(version)) return;
    const isNewer = version !== undefined && version > CURRENT_VERSION;
    const isOnLine = entry.value?.kind === 'scalar' && !sourceOf(entry.value).includes('\n');
    const at = entry.value && isOnLine && !isEmptyValue(entry.value) ? entry.value : entry.at;
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

/** Of today, or old and to be brought up to date. */
function isKnown(version: number): boolean {
  const isToday = version >= 1 && version <= CURRENT_VERSION;
  return isToday || pendingMigrations(version, migrations()).length > 0;
}
