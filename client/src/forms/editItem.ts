import {
  commands,
  type DocumentSymbol,
  type Position,
  type QuickPickItem,
  Range,
  RelativePattern,
  type Uri,
  window,
  workspace,
} from 'vscode';
import type {
  BaseLanguageClient,
  WorkspaceEdit as ProtocolEdit,
  Position as ProtocolPosition,
} from 'vscode-languageclient';
import { helpButton, showHelp } from '../help.js';
import type { LanguageSetting } from '../languageSetting.js';
import { warn } from '../notice.js';
import { EVIDENCE_GLOB, relativePath } from '../paste/paths.js';
import { caseInFrontOrTell, editorOf, showCase } from '../places.js';
import type { Session } from '../session.js';
import { plain } from '../shownText.js';
import { partOf, placeOf } from '../views/node.js';
import { apply } from './addItem.js';
import { type Answers, askForm, type FormField } from './ask.js';
import { checkAnswer } from './check.js';
import { sent } from './newCase.js';

/** An answer to `vangnet/fieldsForm` (server/src/features/forms/fields.ts). */
interface FieldsForm {
  readonly at: string;
  readonly title: string;
  readonly fields: readonly FilledField[];
  readonly below: readonly { readonly at: string; readonly label: string }[];
  readonly addable: readonly {
    readonly name: string;
    readonly label: string;
    readonly help: string;
    readonly fields: readonly FormField[];
  }[];
}

interface FilledField extends FormField {
  /** What stands there now, in words. */
  readonly shown?: string;
  /** Of a text of several paragraphs: it is changed where it stands. */
  readonly position?: ProtocolPosition;
}

type Outcome = { readonly edit: ProtocolEdit } | { readonly field: string; readonly problem: string };

/** What a person chooses from the list of fields. */
type Choice =
  | { readonly field: FilledField }
  | { readonly below: string }
  | { readonly add: FieldsForm['addable'][number] };

interface Asked {
  readonly session: Session;
  readonly client: BaseLanguageClient;
  readonly language: LanguageSetting;
  readonly uri: Uri;
}

/**
 * Lists the fields of a thing with what is in them, asks for the one that is chosen, writes it down, and goes on with
 * the next until Escape. Each answer is an edit of its own.
 * @param target a line of the overview; else what the cursor stands in, or what is chosen from all there is
 */
export async function editItem(session: Session, language: LanguageSetting, target: unknown): Promise<void> {
  const uri = caseInFrontOrTell(language);
  const client = uri && (await session.readyOrTell());
  if (!client) return;
  const asked: Asked = { session, client, language, uri };
  let form = await firstForm(asked, target);
  for (let last: string | undefined; form; ) {
    const choice = await chooseField(form, last, language);
    if (!choice) return;
    if ('below' in choice) {
      form = await formAt(asked, { at: choice.below });
      last = undefined;
      continue;
    }
    const isSet =
      'add' in choice ? await add(asked, form, choice.add) : await fillIn(asked, form, choice.field);
    if (isSet === 'elsewhere') return;
    if (isSet) last = 'add' in choice ? undefined : choice.field.name;
    form = await formAt(asked, { at: form.at });
  }
}

type Where = { readonly at: string } | { readonly position: Position };

async function formAt({ client, uri }: Asked, where: Where): Promise<FieldsForm | undefined> {
  const form = await client.sendRequest<FieldsForm | null>('vangnet/fieldsForm', {
    uri: String(uri),
    // In a browser an object of VS Code's arrives without its getters.
    ...('at' in where ? where : { position: client.code2ProtocolConverter.asPosition(where.position) }),
  });
  return form ?? undefined;
}

async function firstForm(asked: Asked, target: unknown): Promise<FieldsForm | undefined> {
  const { uri, language } = asked;
  const part = partOf(target);
  if (part !== undefined) return formAt(asked, { at: part });
  const place = placeOf(target);
  if (place) return formAt(asked, { position: place.range.start });
  const editor = editorOf(uri);
  const here = editor && (await formAt(asked, { position: editor.selection.active }));
  if (here) return here;
  const symbols = await commands.executeCommand<DocumentSymbol[]>(
    'vscode.executeDocumentSymbolProvider',
    uri,
  );
  const items = (symbols ?? [])
    .flatMap((symbol) => (symbol.children.length > 0 ? symbol.children : [symbol]))
    .map(({ name, detail, selectionRange }) => ({
      label: plain(name),
      description: plain(detail),
      position: selectionRange.start,
    }));
  const chosen = await window.showQuickPick(items, {
    title: language.word('editItem'),
    matchOnDescription: true,
  });
  return chosen && formAt(asked, { position: chosen.position });
}

/** @param last the field that was filled in last: the next one is at hand */
function chooseField(
  { title, fields, below, addable }: FieldsForm,
  last: string | undefined,
  language: LanguageSetting,
): Promise<Choice | undefined> {
  const items: (QuickPickItem & { readonly choice: Choice })[] = [
    ...fields.map((field) => ({
      label: field.label,
      description: field.shown === undefined ? language.word('notFilledIn') : plain(short(field.shown)),
      choice: { field },
    })),
    ...below.map(({ at, label }) => ({ label: plain(label), choice: { below: at } })),
    ...addable.map((one) => ({ label: `${one.label} …`, detail: one.help, choice: { add: one } })),
  ];
  const next = items[fields.findIndex(({ name }) => name === last) + 1];
  const pick = window.createQuickPick<(typeof items)[number]>();
  Object.assign(pick, {
    title,
    items,
    placeholder: language.word('chooseField'),
    ignoreFocusOut: true,
    matchOnDescription: true,
  });
  // One above the list, not one a line: what can be chosen should hold nothing else that can be pressed.
  pick.buttons = [helpButton(language)];
  if (next) pick.activeItems = [next];
  return new Promise((resolve) => {
    pick.onDidAccept(() => {
      resolve(pick.selectedItems[0]?.choice);
      pick.dispose();
    });
    pick.onDidTriggerButton(() => {
      const choice = pick.activeItems[0]?.choice;
      const page = choice && 'field' in choice ? choice.field.page : undefined;
      void showHelp(page ?? 'index', language.shown);
    });
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
  });
}

function short(text: string): string {
  return text.length > 70 ? `${text.slice(0, 70).trimEnd()}…` : text;
}

/** True where it was filled in; `elsewhere` where it is changed in the text itself, which is shown now. */
async function fillIn(asked: Asked, form: FieldsForm, field: FilledField): Promise<boolean | 'elsewhere'> {
  const { client, language, uri } = asked;
  const { position } = field;
  if (position) {
    const at = client.protocol2CodeConverter.asPosition(position);
    await showCase(uri, new Range(at, at));
    window.setStatusBarMessage(language.word('changeInText'), 10_000);
    return 'elsewhere';
  }
  const question = field.kind === 'file' ? await withFiles(field, uri) : field;
  return askUntilTaken(asked, `${short(form.title)}`, [question], (answers) => [
    'vangnet/setField',
    { at: form.at, field: field.name, answer: answers[field.name] ?? '' },
  ]);
}

function add(asked: Asked, { at }: FieldsForm, { name, label, fields }: FieldsForm['addable'][number]) {
  return askUntilTaken(asked, label, fields, (answers) => [
    'vangnet/addBelow',
    { at, field: name, answers: sent(answers) },
  ]);
}

/** Asks, and again for what won't do; false where the person breaks off. */
async function askUntilTaken(
  { session, client, language, uri }: Asked,
  title: string,
  fields: readonly FormField[],
  request: (answers: Answers) => readonly [method: string, params: object],
): Promise<boolean> {
  const check = (field: FormField, answer: Answers[string]) => checkAnswer(field, answer, language);
  let questions = fields;
  let known: Answers = {};
  for (;;) {
    const shown = questions;
    const answers = await askForm(title, () => shown, language, check);
    if (!answers) return false;
    known = { ...known, ...answers };
    const [method, params] = request(known);
    const outcome = await client.sendRequest<Outcome | null>(method, { uri: String(uri), ...params });
    if (!outcome) {
      void warn(language.word('notChanged'));
      return false;
    }
    if (!('problem' in outcome)) return apply(session, language, outcome.edit, uri);
    void warn(outcome.problem);
    questions = fields
      .filter(({ name }) => name === outcome.field)
      .map((field) => ({ ...field, initial: known[field.name] ?? [] }));
  }
}

/** Letters and documents lie in the folder of the case: they are chosen by their names. */
async function withFiles(field: FilledField, uri: Uri): Promise<FormField> {
  const folder = workspace.getWorkspaceFolder(uri);
  const found = folder
    ? await workspace.findFiles(new RelativePattern(folder, EVIDENCE_GLOB), undefined, 1_000)
    : [];
  if (found.length === 0) return field;
  const paths = found.map(({ path }) => relativePath(uri.path, path)).sort((a, b) => a.localeCompare(b));
  return { ...field, kind: 'one', choices: paths.map((value) => ({ value, label: value })) };
}
