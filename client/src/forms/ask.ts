import {
  type Disposable,
  env,
  type InputBox,
  type QuickInputButton,
  QuickInputButtons,
  type QuickPick,
  type QuickPickItem,
  window,
} from 'vscode';
import { helpButton, showHelp } from '../help.js';
import type { LanguageSetting } from '../languageSetting.js';
import { plain } from '../shownText.js';

/** A question of a form, as the server gives it out (server/src/features/forms/field.ts). */
export interface FormField {
  readonly name: string;
  readonly label: string;
  readonly help: string;
  /** The page of the documentation that explains it. */
  readonly page?: string;
  readonly kind: 'text' | 'long' | 'date' | 'period' | 'one' | 'many' | 'file';
  readonly required: boolean;
  readonly choices?: readonly { readonly value: string; readonly label: string; readonly help?: string }[];
  readonly initial?: string | readonly string[];
}

export type Answer = string | readonly string[] | undefined;
export type Answers = Record<string, Answer>;

const BACK = Symbol('back');
type Step = Answer | typeof BACK | null;

/**
 * Asks one question after the other, with a way back; undefined when the person breaks off.
 * @param fieldsFor the questions, which may depend on what has been answered
 * @param check what is wrong with an answer, in the person's language
 */
export async function askForm(
  title: string,
  fieldsFor: (answers: Answers) => readonly FormField[] | Promise<readonly FormField[]>,
  language: LanguageSetting,
  check: (field: FormField, answer: Answer) => string | undefined,
): Promise<Answers | undefined> {
  const answers: Answers = {};
  for (let at = 0; ; ) {
    const fields = await fieldsFor(answers);
    const field = fields[at];
    if (!field) return answers;
    const known = field.name in answers ? answers[field.name] : field.initial;
    const words = { title: `${title}: ${field.label}`, step: at + 1, totalSteps: fields.length };
    const step = field.choices
      ? await choose(field, known, words, language)
      : await type(field, known, words, language, check);
    if (step === null) return undefined;
    if (step === BACK) at--;
    else {
      answers[field.name] = step;
      at++;
    }
  }
}

interface StepWords {
  readonly title: string;
  readonly step: number;
  readonly totalSteps: number;
}

interface Choice extends QuickPickItem {
  readonly value: string;
}

function choose(field: FormField, known: Answer, words: StepWords, language: LanguageSetting): Promise<Step> {
  const pick = window.createQuickPick<Choice>();
  const items: Choice[] = (field.choices ?? []).map(({ value, label, help }) => ({
    value,
    label: plain(label),
    ...(help === undefined ? {} : { detail: plain(help) }),
  }));
  const isMany = field.kind === 'many';
  if (!field.required && !isMany) items.unshift({ value: '', label: language.word('notKnownYet') });
  const chosen = typeof known === 'string' ? [known] : (known ?? []);
  Object.assign(pick, words, {
    items,
    placeholder: field.help,
    canSelectMany: isMany,
    matchOnDescription: true,
    matchOnDetail: true,
  });
  const present = items.filter(({ value }) => chosen.includes(value));
  if (isMany) pick.selectedItems = present;
  else pick.activeItems = present;
  return show(pick, field, words.step > 1, language, () =>
    isMany ? pick.selectedItems.map(({ value }) => value) : pick.selectedItems[0]?.value,
  );
}

function type(
  field: FormField,
  known: Answer,
  words: StepWords,
  language: LanguageSetting,
  check: (field: FormField, answer: Answer) => string | undefined,
): Promise<Step> {
  const box = window.createInputBox();
  Object.assign(box, words, {
    value: typeof known === 'string' ? known : '',
    prompt: field.help,
    placeholder: field.required ? '' : language.word('mayStayEmpty'),
  });
  const pasted = field.kind === 'long' ? keepParagraphs(box) : undefined;
  box.onDidChangeValue(() => {
    box.validationMessage = undefined;
  });
  return show(box, field, words.step > 1, language, () => {
    const problem = check(field, box.value);
    box.validationMessage = problem;
    return problem === undefined ? (pasted?.() ?? box.value) : null;
  });
}

/** Who types never adds so much at once. */
const PASTED_AT_ONCE = 20;

/**
 * The box has one line: what is pasted into it loses its paragraphs. They are remembered.
 * @returns the text in the box with the paragraphs that it had
 */
function keepParagraphs(box: InputBox): () => Promise<string> {
  const pieces = new Map<string, string>();
  let length = box.value.length;
  let reading: Promise<void> = Promise.resolve();
  const remember = async () => {
    const text = (await env.clipboard.readText()).trim();
    for (const flat of [text.replaceAll(/\r\n|[\r\n]/g, ' '), text.replaceAll(/[\r\n]/g, '')])
      if (flat !== text) pieces.set(flat, text);
  };
  box.onDidChangeValue((value) => {
    const isPaste = value.length - length >= PASTED_AT_ONCE;
    length = value.length;
    // A clipboard that can't be read leaves the text on one line.
    if (isPaste) reading = remember().catch(() => undefined);
  });
  return async () => {
    await reading;
    return [...pieces].reduce((text, [flat, piece]) => text.replace(flat, () => piece), box.value);
  };
}

/** @param answer the answer as it stands, null while it won't do */
function show(
  input: QuickPick<Choice> | InputBox,
  { page = 'index' }: FormField,
  hasBack: boolean,
  language: LanguageSetting,
  answer: () => Answer | null | Promise<Answer>,
): Promise<Step> {
  const back: readonly QuickInputButton[] = hasBack ? [QuickInputButtons.Back] : [];
  const help = helpButton(language);
  input.buttons = [...back, help];
  input.ignoreFocusOut = true;
  return new Promise((resolve) => {
    const listeners: Disposable[] = [];
    const end = (step: Step) => {
      for (const listener of listeners) listener.dispose();
      input.dispose();
      resolve(step);
    };
    listeners.push(
      input.onDidAccept(async () => {
        const given = await answer();
        if (given !== null) end(given);
      }),
      input.onDidTriggerButton((button) => {
        if (button === QuickInputButtons.Back) end(BACK);
        else if (button === help) void showHelp(page, language.shown);
      }),
      input.onDidHide(() => end(null)),
    );
    input.show();
  });
}
