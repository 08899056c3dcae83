import { type CodeAction, CodeActionKind, type Command } from 'vscode-languageserver';
import { OFFERS } from '../../features/actions/all.js';
import type { Feature } from '../feature.js';
import { type Abilities, runsActions } from '../to-lsp.js';
import { applyActionCommand } from './commands.js';
import { FIX_ALL, offeredActions } from './offered-actions.js';

export const codeActions: Feature = {
  capabilities: (can) => ({ codeActionProvider: announced(can) }),
  serve: (connection, host) => {
    connection.onCodeAction(async (asked, token): Promise<(CodeAction | Command)[]> => {
      const can = host.abilities();
      if (!can.codeActionLiterals && !runsActions(can)) return [];
      const actions = await offeredActions(asked, token, host);
      return can.codeActionLiterals
        ? [...actions]
        : actions.map(({ title }, index) => applyActionCommand(title, { ...asked, index }));
    });
  },
};

/** Only a client that knows actions may be told of their kinds. */
function announced(can: Abilities) {
  if (!can.codeActionLiterals) return runsActions(can);
  return {
    codeActionKinds: [...new Set([CodeActionKind.QuickFix, FIX_ALL, ...OFFERS.map(({ kind }) => kind)])],
  };
}
