import {
  type ApplyWorkspaceEditParams,
  type CancellationToken,
  type Command,
  type Connection,
  ErrorCodes,
  LSPErrorCodes,
  MessageType,
  Range,
  ResponseError,
  ShowMessageNotification,
} from 'vscode-languageserver';
import { say } from '../../core/words/words.js';
import { fixOf, type Offer, placeOf } from '../../features/lenses/lenses.js';
import { isRecord, notUnderstood } from '../arguments.js';
import type { Feature, Host } from '../feature.js';
import type { Summary } from '../folder/sweep.js';
import { runsActions, workspaceEdit } from '../to-lsp.js';
import { type Asked, offeredActions } from './offered-actions.js';

const APPLY_FIX = 'vangnet.applyFix';
/** Where the client knows no code actions, only commands: makes the change of one. */
const APPLY_ACTION = 'vangnet.applyAction';
/** Another name than the command that VS Code's palette has. */
const CHECK_FOLDER = 'vangnet.checkAllCaseFiles';

interface Target extends Offer {
  readonly uri: string;
  readonly fix: string;
}

/** Runs a fix of a finding: the server asks the client for the edit, on the version that is there by then. */
export function applyFixCommand(title: string, target: Target): Command {
  return { title, command: APPLY_FIX, arguments: [target] };
}

/** An action by the place and the kinds that were asked for, and its number and title among those offered there. */
interface ActionTarget {
  readonly uri: string;
  readonly range: Range;
  readonly only: readonly string[] | undefined;
  readonly index: number;
  readonly title: string;
}

export function applyActionCommand(
  title: string,
  { textDocument: { uri }, range, context: { only }, index }: Asked & { readonly index: number },
): Command {
  const target: ActionTarget = { uri, range, only, index, title };
  return { title, command: APPLY_ACTION, arguments: [target] };
}

export const commands: Feature = {
  capabilities: (can) => ({
    executeCommandProvider: {
      commands: [
        ...(can.reading.applyEdits ? [APPLY_FIX] : []),
        ...(runsActions(can) ? [APPLY_ACTION] : []),
        CHECK_FOLDER,
      ],
    },
  }),
  serve: (connection, host) => {
    connection.onExecuteCommand(({ command, arguments: given }, token) => {
      if (command === CHECK_FOLDER) return checkFolder(connection, host, token);
      if (command === APPLY_ACTION) return applyAction(connection, host, token, actionFrom(given));
      if (command !== APPLY_FIX) throw new ResponseError(ErrorCodes.InvalidParams, 'no such command');
      return applyFix(connection, host, token, targetFrom(given));
    });
  },
};

/** Tells the person what was found in all; the findings themselves go the way of all findings. */
async function checkFolder(connection: Connection, host: Host, token: CancellationToken): Promise<Summary> {
  try {
    const summary = await host.checkFolder(token);
    const key = summary.files === 0 ? 'lsp.no-case-files' : 'lsp.checked-all';
    const args = { ...summary };
    const message = say({ key, args }, host.language());
    void connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Info, message });
    return summary;
  } catch (error) {
    throw host.failure(error);
  }
}

/** Was the text changed? */
async function applyFix(
  connection: Connection,
  host: Host,
  token: CancellationToken,
  target: Target,
): Promise<boolean> {
  const { uri } = target;
  const change = await host.answer<ApplyWorkspaceEditParams | null>(uri, token, null, (analysis) => {
    const language = host.languageFor(analysis);
    const fix = fixOf(analysis, target, target.fix);
    if (!fix) throw new ResponseError(LSPErrorCodes.RequestFailed, say({ key: 'lenses.gone' }, language));
    const version = host.versionOf(uri) ?? null;
    const from = placeOf(analysis, target);
    const edit = workspaceEdit(analysis, fix.edits, { uri, version }, host.abilities(), { from });
    return { label: say(fix.title, language), edit };
  });
  if (!change) return false;
  return (await connection.workspace.applyEdit(change)).applied;
}

/** Was the text changed? The change is worked out now, on the version that is there. */
async function applyAction(
  connection: Connection,
  host: Host,
  token: CancellationToken,
  { uri, range, only, index, title }: ActionTarget,
): Promise<boolean> {
  const asked = { textDocument: { uri }, range, context: only ? { only } : {} };
  const offered = await offeredActions(asked, token, host);
  const there = offered[index];
  const action = there?.title === title ? there : offered.find((one) => one.title === title);
  if (!action?.edit)
    throw new ResponseError(LSPErrorCodes.RequestFailed, say({ key: 'lenses.gone' }, host.language()));
  return (await connection.workspace.applyEdit({ label: title, edit: action.edit })).applied;
}

function actionFrom(given: readonly unknown[] | undefined): ActionTarget {
  const [target] = given ?? [];
  if (!isRecord(target)) throw notUnderstood();
  const { uri, range, only, index, title } = target;
  const isList = only === undefined || (Array.isArray(only) && only.every((one) => typeof one === 'string'));
  if (typeof uri !== 'string' || typeof title !== 'string' || !Range.is(range) || !isList)
    throw notUnderstood();
  return { uri, range, only, index: Number(index), title };
}

function targetFrom(given: readonly unknown[] | undefined): Target {
  const [target] = given ?? [];
  if (!isRecord(target)) throw notUnderstood();
  const { uri, rule, item, fix } = target;
  if ([uri, rule, item, fix].some((part) => typeof part !== 'string')) throw notUnderstood();
  return { uri, rule, item, fix } as Target;
}
