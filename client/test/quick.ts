import { eventually } from './assert.js';
import { axe, click, press, text, type } from './driver.js';

/** What VS Code asks its questions in, while it is in sight. */
export const WIDGET = '.quick-input-widget:not([style*="display: none"])';

/** Waits for a question of VS Code's quick input by its title. */
export async function asked(title: string): Promise<void> {
  await eventually(`the question ‘${title}’`, async () =>
    ((await text(`${WIDGET} .quick-input-title`)) ?? '').includes(title),
  );
}

/** Answers it: types and presses Enter, as a person does; an empty answer is Enter alone. */
export async function answer(title: string, typed = ''): Promise<void> {
  await asked(title);
  if (typed !== '') await type(typed);
  await press('Enter');
}

/** Ticks those that are called so, then Enter. */
export async function tick(title: string, ...labels: readonly string[]): Promise<void> {
  await asked(title);
  for (const label of labels) {
    await type(label);
    await click(`${WIDGET} .quick-input-list .monaco-list-row:has-text("${label}")`);
    await click(`${WIDGET} .quick-input-box input`);
    await press('Control+A Backspace');
  }
  await press('Enter');
}

/**
 * VS Code's own lists: a level on each row, a box to tick in the place of, or within, what can be chosen, and the keys of
 * a command, which stay on the page where commands were listed before.
 */
const NOT_OURS =
  /^\w+ (?:aria-(?:allowed-attr|required-children): <div class="monaco-list|nested-interactive: <div class="monaco-list-row|aria-prohibited-attr: <div class="monaco-keybinding)/;

/** What axe-core has against the question in sight, a line each, but for what every list of VS Code has. */
export async function axeOnQuestion(): Promise<string> {
  const found = (await axe(WIDGET)) ?? '';
  return found
    .split(/\n(?=(?:minor|moderate|serious|critical) )/)
    .filter((one) => !NOT_OURS.test(one))
    .join('\n');
}
