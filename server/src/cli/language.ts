import { isLanguage, type Language } from '../core/words/words.js';

/** `--lang`, then the configuration, then the locale of the system, then English. */
export function outputLanguage(
  option: string | undefined,
  configured?: Language,
  environment: NodeJS.ProcessEnv = process.env,
): Language {
  if (isLanguage(option)) return option;
  if (configured) return configured;
  const locale = environment.LC_ALL || environment.LC_MESSAGES || environment.LANG || '';
  const language = locale.slice(0, 2).toLowerCase();
  return isLanguage(language) ? language : 'en';
}
