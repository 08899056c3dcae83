import type { LanguageSetting } from '../languageSetting.js';
import type { Answer, FormField } from './ask.js';

/** What can be said of an answer at once; whether a date can be read is the server's to say. */
export function checkAnswer(field: FormField, answer: Answer, language: LanguageSetting): string | undefined {
  if (field.required && (answer === undefined || answer === '' || answer.length === 0))
    return language.word('pleaseFillIn');
  const isDated = field.kind === 'date' || field.kind === 'period';
  if (!isDated || typeof answer !== 'string' || answer.trim() === '') return undefined;
  // Digits, or the name of a month with a year.
  return /\d{4}/.test(answer) ? undefined : language.word('dateHow');
}
