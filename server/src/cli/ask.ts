/** Questions in a terminal, one after the other; Ctrl-C or Escape breaks off. A bundle of its own: few runs ask. */

import { autocomplete, multiselect, select, text } from '@clack/prompts';
import type { Answer, Answers, FormField } from '../features/forms/field.js';
import type { Ask, AskWords } from './new.js';

/** Longer lists are searched by typing. */
const LONG_LIST = 12;
const NOTHING = '';

export const ask: Ask = async (fields, known, words) => {
  const answers: Record<string, Answer> = { ...known };
  for (const field of fields) {
    if (known[field.name] !== undefined) continue;
    const answer = await question(field, words);
    if (typeof answer === 'symbol') return undefined;
    answers[field.name] = answer;
  }
  return answers satisfies Answers;
};

function question(field: FormField, { skip, check }: AskWords): Promise<Answer | symbol> {
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
  if (kind === 'many') return multiselect({ message, options, required: false });
  const all = required ? options : [...options, { value: NOTHING, label: skip }];
  const start = { initialValue: typeof initial === 'string' ? initial : required ? all[0]?.value : NOTHING };
  if (all.length > LONG_LIST) return autocomplete({ message, options: all, maxItems: 8 });
  return select({ message, options: all, ...start });
}
