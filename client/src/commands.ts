import { commands, type Disposable } from 'vscode';
import table from './commands.table.json' with { type: 'json' };

export type Action = (...args: unknown[]) => unknown;

/**
 * Registers each command of the table under its own id and under the aliases that carry the Dutch and the German
 * title (scripts/manifest.mjs writes them into the manifest). A command without action, or the other way round, is a
 * mistake of ours that has to show at the first start.
 * @param failed hears of an action that broke off: VS Code would tell it in English, and write the error's own words,
 *   which may quote a case or name a file, into its log
 */
export function registerCommands(
  actions: Readonly<Record<string, Action>>,
  failed: (id: string, error: unknown) => void,
): Disposable[] {
  const listed = table.map(({ id }) => id);
  const astray = Object.keys(actions).filter((id) => !listed.includes(id));
  if (astray.length > 0) throw new Error(`Not in commands.table.json: ${astray.join(', ')}`);
  return listed.flatMap((id) => {
    const action = actions[id];
    if (action === undefined) throw new Error(`No action for ${id}`);
    const run = async (...args: unknown[]) => {
      try {
        return await action(...args);
      } catch (error) {
        failed(id, error);
        return undefined;
      }
    };
    return [id, `${id}.nl`, `${id}.de`].map((alias) => commands.registerCommand(alias, run));
  });
}
