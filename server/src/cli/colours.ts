/** Colours for a terminal, by what the person and the terminal say: https://no-color.org, and Node's FORCE_COLOR. */

import picocolors from 'picocolors';

export function wantsColour(environment: NodeJS.ProcessEnv, isTerminal: boolean): boolean {
  const forced = environment.FORCE_COLOR;
  if (forced !== undefined && forced !== '') return forced !== '0' && forced !== 'false';
  if (environment.NO_COLOR) return false;
  return isTerminal && environment.TERM !== 'dumb';
}

export const colours = picocolors.createColors(wantsColour(process.env, Boolean(process.stdout.isTTY)));
