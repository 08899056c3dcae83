import { commands, Range, type Uri, window, workspace } from 'vscode';
import type { WorkspaceEdit as ProtocolEdit } from 'vscode-languageclient';
import type { LanguageSetting } from '../languageSetting.js';
import { warn } from '../notice.js';
import { caseInFront, caseInFrontOrTell, editorOf, showCase } from '../places.js';
import type { Session } from '../session.js';
import { type Answers, askForm, type FormField } from './ask.js';
import { isOutdated, placeOfId } from './changes.js';
import { checkAnswer } from './check.js';
import { sent } from './newCase.js';

type Outcome =
  | { readonly edit: ProtocolEdit; readonly id?: string }
  | { readonly field: string; readonly problem: string };

/** The lists of a case, in the order in which a person thinks of them. */
export const SECTIONS = [
  'persons',
  'timeline',
  'procedures',
  'circumstances',
  'letters',
  'documents',
  'arguments',
  'counterArguments',
] as const;
type Section = (typeof SECTIONS)[number];

/** Asks what is to be added and the little that must be known of it, and adds it as an ordinary edit. */
export async function addItem(session: Session, language: LanguageSetting, wanted?: unknown): Promise<void> {
  const uri = caseInFrontOrTell(language);
  const client = uri && (await session.readyOrTell());
  if (!client) return;
  const section = SECTIONS.find((name) => name === wanted) ?? (await chooseSection(language));
  if (section === undefined) return;
  const fields = await client.sendRequest<FormField[] | null>('vangnet/itemForm', {
    uri: String(uri),
    section,
  });
  if (!fields) return;
  const title = language.word(`add-${section}`);
  let answers: Answers | undefined = await askForm(
    title,
    () => fields,
    language,
    (field, answer) => checkAnswer(field, answer, language),
  );
  while (answers !== undefined) {
    const outcome = await client.sendRequest<Outcome | null>('vangnet/addItem', {
      uri: String(uri),
      section,
      answers: sent(answers),
    });
    if (!outcome) return;
    if (!('problem' in outcome)) {
      await apply(session, language, outcome.edit, uri, outcome.id);
      return;
    }
    const { field: wrong, problem } = outcome;
    const field = fields.find(({ name }) => name === wrong);
    void warn(problem);
    const again =
      field &&
      (await askForm(
        title,
        () => [field],
        language,
        () => undefined,
      ));
    answers = again && { ...answers, ...again };
  }
}

async function chooseSection(language: LanguageSetting): Promise<Section | undefined> {
  const items = SECTIONS.map((section) => ({ section, label: language.word(`add-${section}`) }));
  const chosen = await window.showQuickPick(items, { title: language.word('addItem') });
  return chosen?.section;
}

/** Applies a change that the server made, and shows where it came; where it can't be applied, says so. */
export async function apply(
  session: Session,
  language: LanguageSetting,
  edit: ProtocolEdit,
  uri: Uri,
  id?: string,
): Promise<boolean> {
  const converted = await session.client?.protocol2CodeConverter.asWorkspaceEdit(edit);
  const isOld = isOutdated(edit, workspace.textDocuments);
  const applied = converted !== undefined && !isOld && (await workspace.applyEdit(converted));
  if (!applied) {
    void warn(language.word(isOld ? 'notDone' : 'notChanged'));
    return false;
  }
  if (id === undefined) return true;
  const { document } = await showCase(uri);
  const at = placeOfId(document.getText(), id);
  if (at === undefined) return true;
  const position = document.positionAt(at);
  await showCase(uri, new Range(position, position));
  return true;
}

const STATES = ['planned', 'requested', 'received', 'signed', 'refused'] as const;

/** Sets the state of a letter, and asks for its date where that says something. */
export async function setLetter(session: Session, language: LanguageSetting, id: unknown): Promise<void> {
  const uri = caseInFront();
  const client = await session.readyOrTell();
  if (!uri || !client || typeof id !== 'string') return;
  const items = STATES.map((status) => ({ status, label: language.word(`letter-${status}`) }));
  const chosen = await window.showQuickPick(items, { title: language.word('setLetter') });
  if (!chosen) return;
  const isDated = chosen.status === 'received' || chosen.status === 'signed';
  const date = isDated
    ? await window.showInputBox({
        title: language.word('letterDate'),
        placeHolder: language.word('mayStayEmpty'),
        ignoreFocusOut: true,
        validateInput: (typed) =>
          typed.trim() === '' || /\d{4}/.test(typed) ? undefined : language.word('dateHow'),
      })
    : '';
  if (date === undefined) return;
  const params = { uri: String(uri), id, status: chosen.status, ...(date.trim() === '' ? {} : { date }) };
  const outcome = await client.sendRequest<{ edit: ProtocolEdit } | null>('vangnet/setLetter', params);
  if (outcome) await apply(session, language, outcome.edit, uri);
  else void warn(language.word('notChanged'));
}

/** @param id of the item; else the one in which the cursor stands */
export async function moveItem(
  session: Session,
  language: LanguageSetting,
  id: string | undefined,
  by: 1 | -1,
): Promise<void> {
  const uri = caseInFront();
  const client = uri && (await session.readyOrTell());
  if (!client) return;
  const editor = editorOf(uri);
  if (id === undefined && !editor) return;
  const position = editor && client.code2ProtocolConverter.asPosition(editor.selection.active);
  const which = id === undefined ? { position } : { id };
  const outcome = await client.sendRequest<{ edit: ProtocolEdit; id?: string } | null>('vangnet/moveItem', {
    uri: String(uri),
    ...which,
    by,
  });
  if (outcome) await apply(session, language, outcome.edit, uri, outcome.id);
}

/** Opens the fixes at a place, as the light bulb does. */
export async function fixAt(uri: Uri, range: Range): Promise<void> {
  await showCase(uri, range);
  await commands.executeCommand('editor.action.quickFix');
}
