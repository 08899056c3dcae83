import { window } from 'vscode';
import type { LanguageSetting } from '../languageSetting.js';

/** What the server can make (server/src/features/papers/choices.ts); `terms` has a format of its own, a calendar. */
const WHATS = ['request', 'case', 'letters', 'chronology', 'terms'] as const;
type What = (typeof WHATS)[number];
const FORMATS = ['docx', 'html', 'md', 'json'] as const;

export interface ExportChoice {
  readonly what: Exclude<What, 'terms'>;
  readonly to: (typeof FORMATS)[number] | 'ics';
}

/** Asks what is to be made, and as what; undefined when the person breaks off. */
export async function chooseExport(language: LanguageSetting): Promise<ExportChoice | undefined> {
  const title = language.word('export');
  const whats = WHATS.map((value) => ({
    value,
    label: language.word(`export-${value}`),
    detail: language.word(`export-${value}-help`),
  }));
  const what = await window.showQuickPick(whats, { title, placeHolder: language.word('exportWhat') });
  if (!what) return undefined;
  // For a calendar it is of no matter what else is told.
  if (what.value === 'terms') return { what: 'case', to: 'ics' };
  const formats = FORMATS.map((value) => ({ value, label: language.word(`format-${value}`) }));
  const format = await window.showQuickPick(formats, {
    title: `${title}: ${what.label}`,
    placeHolder: language.word('exportAs'),
  });
  return format && { what: what.value, to: format.value };
}
