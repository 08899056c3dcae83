import { migrations, pendingMigrations } from '../../core/migrations.js';
import { defineRule } from '../../core/rule.js';

/** A file of an older format that can be brought up to date. There is no older format yet. */
export const rule = defineRule({
  reads: ['root'],
  needs: [],
  *check({ model, say }) {
    const entry = model.root.keys.find(({ name }) => name === 'vangnet');
    if (entry?.value?.kind !== 'scalar' || typeof entry.value.value !== 'number') return;
    const pending = pendingMigrations(entry.value.value, migrations());
    if (pending.length === 0) return;
    const to = pending.at(-1)?.to ?? 0;
    yield {
      at: entry.value,
      message: say('old', { from: entry.value.value, to }),
      tags: ['deprecated'],
      fixes: (draft) => [
        draft.fix(
          'migrate',
          say('fix-migrate', { to }),
          pending.flatMap((migration) => migration.edits(draft)),
          { safe: true, preferred: true },
        ),
      ],
    };
  },
});
