/** A question whose list is long: what is typed narrows it. The library's own prompt for that speaks English only. */

import type { Readable, Writable } from 'node:stream';
import { styleText } from 'node:util';
import { AutocompletePrompt } from '@clack/core';
import { limitOptions, S_BAR, S_BAR_END, S_RADIO_ACTIVE, S_RADIO_INACTIVE, symbol } from '@clack/prompts';

export interface SearchWords {
  /** In front of what is typed. */
  readonly search: string;
  readonly noMatch: string;
}

interface Choice {
  readonly value: string;
  readonly label: string;
  readonly hint?: string;
}

export interface SearchOptions {
  readonly message: string;
  readonly options: readonly Choice[];
  readonly initialValue: string | undefined;
  readonly words: SearchWords;
  readonly input?: Readable;
  readonly output?: Writable;
}

const MOST_SHOWN = 8;

/** @returns the chosen value; a symbol when the person breaks off */
export async function search(asked: SearchOptions): Promise<string | symbol> {
  const { message, options, initialValue, words, input, output } = asked;
  const answer = await new AutocompletePrompt<Choice>({
    options: [...options],
    initialValue: initialValue === undefined ? [] : [initialValue],
    filter: matches,
    ...(input ? { input } : {}),
    ...(output ? { output } : {}),
    render() {
      const chosen = options.find(({ value }) => value === this.focusedValue);
      const head = [styleText('gray', S_BAR), `${symbol(this.state)}  ${message}`];
      if (this.state === 'submit')
        return lines(head, `${styleText('gray', S_BAR)}  ${styleText('dim', chosen?.label ?? '')}`);
      if (this.state === 'cancel') return lines(head, styleText('gray', S_BAR));
      const bar = styleText('cyan', S_BAR);
      const shown = limitOptions({
        cursor: this.cursor,
        options: this.filteredOptions,
        columnPadding: 3,
        rowPadding: 5,
        maxItems: MOST_SHOWN,
        style: ({ label, hint }, isActive) =>
          isActive
            ? `${styleText('green', S_RADIO_ACTIVE)} ${label}${hint ? styleText('dim', ` (${hint})`) : ''}`
            : `${styleText('dim', S_RADIO_INACTIVE)} ${styleText('dim', label)}`,
        ...(output ? { output } : {}),
      });
      const found = shown.length > 0 ? shown : [styleText('yellow', words.noMatch)];
      const typed = `${bar}  ${styleText('dim', words.search)} ${this.userInputWithCursor}`;
      return lines(head, typed, ...found.map((line) => `${bar}  ${line}`), styleText('cyan', S_BAR_END));
    },
  }).prompt();
  return typeof answer === 'string' || typeof answer === 'symbol' ? answer : '';
}

/** Anywhere in the name, accents or not; by the value too, which who knows the format may type. */
function matches(typed: string, { value, label }: Choice): boolean {
  const plain = (text: string) => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
  return [label, value].some((text) => plain(text).includes(plain(typed.trim())));
}

function lines(head: readonly string[], ...more: readonly string[]): string {
  return [...head, ...more].join('\n');
}
