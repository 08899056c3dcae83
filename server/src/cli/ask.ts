/** Questions in a terminal, one after the other; Ctrl-C or Escape breaks off. A bundle of its own: few runs ask. */

import { intro, multiselect, select, text } from '@clack/prompts';
import type { Answer, Answers, FormField } from '../features/forms/field.js';
import { search } from './ask-search.js';
import type { Ask, AskWords } from './new.js';

/** Longer lists are searched by typing. */
const LONG_LIST = 12;
const NOTHING = '';

export const ask: Ask = async (fields, known, words) => {
  const answers: Record<string, Answer> = { ...known };
  if (words.how !== undefined) intro(words.how);
  for (const field of fields) {
    if (known[field.name] !== undefined) continue;
    const answer = await question(field, words);
    if (typeof answer === 'symbol') return undefined;
    answers[field.name] = answer;
  }
  return answers satisfies Answers;
};

function question(field: FormField, { skip, check, ...words }: AskWords): Promise<Answer | symbol> {
  const { label, help, required, choices, kind, initial } = field;
  const message = help === '' ? label : `${label} (${help})`;
  if (!choices)
    return text({
      message,
      ...(required ? {} : { placeholder: skip }),
      ...(typeof initial === 'string' ? { initialValue: initial } : {}),
      validate: (answer) => check(field, answer),
    });
  const options = choices.map(({ value, label: name, help: hint }) => ({
    value,
    label: name,
    ...(hint === undefined ? {} : { hint }),
  }));
  if (kind === 'many') return multiselect({ message, options, required: false, showInstructions: false });
  const all = required ? options : [...options, { value: NOTHING, label: skip }];
  const initialValue = typeof initial === 'string' ? initial : required ? all[0]?.value : NOTHING;
  if (all.length > LONG_LIST) return search({ message, options: all, initialValue, words });
  // The library would add its instructions in English; ours stand above the first question.
  return select({ message, options: all, initialValue, showInstructions: false });
}
