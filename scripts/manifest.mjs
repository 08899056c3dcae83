// @ts-check
/**
 * Writes commands, menus, welcomes and walkthroughs of the manifest from client/src/*.table.json, one alias a language, so that a
 * Dutch person finds 'Opnieuw starten' and sees it once although VS Code itself speaks English there.
 * `--check` changes nothing and fails where package.json is out of date.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual } from 'node:util';

/**
 * @typedef {'nl' | 'en' | 'de'} Language
 * @typedef {{ when?: string, group?: string }} Place
 * @typedef {object} Command
 * @property {string} id
 * @property {Record<Language, string>} title
 * @property {string} [icon] a product icon, such as `$(add)`
 * @property {string} [enablement]
 * @property {string | false} [palette] when the command palette shows it; false: never; left out: always
 * @property {Record<string, Place>} [menus] further menus, by VS Code's id (`editor/title`)
 * @typedef {{ view: string, when: string, text: Record<Language, string> }} Welcome
 * @typedef {object} Step
 * @property {string} id
 * @property {Record<Language, string>} title
 * @property {Record<Language, string>} description with buttons: `[Text](command:ID)` on a line of its own
 * @property {string} media a drawing of client/media/walkthrough
 * @property {Record<Language, string>} alt
 * @property {string[]} [done] the events that complete it
 * @typedef {object} Walkthrough
 * @property {string} id
 * @property {Record<Language, string>} title
 * @property {Record<Language, string>} description
 * @property {Step[]} steps
 */

const MANIFEST = new URL('../package.json', import.meta.url);
const TABLE = new URL('../client/src/commands.table.json', import.meta.url);
const WELCOME = new URL('../client/src/welcome.table.json', import.meta.url);
const WALKTHROUGHS = new URL('../client/src/walkthroughs.table.json', import.meta.url);
const CATEGORY = 'Vangnet';
/** A menu of our own, by which its commands are found with the mouse. Its name is the same in each language. */
const SUBMENU = { id: 'vangnet.menu', label: CATEGORY };
/** @type {Record<string, Place>} */
const SUBMENU_IN = {
  'editor/context': { when: 'editorLangId == vangnet-case', group: '1_vangnet' },
  'editor/title/context': { when: 'resourceLangId == vangnet-case', group: '1_vangnet' },
};

/** English is what remains: before activation the context key isn't there yet. */
const SPOKEN = {
  en: '!(vangnet.language == nl || vangnet.language == de)',
  nl: 'vangnet.language == nl',
  de: 'vangnet.language == de',
};
const LANGUAGES = /** @type {Language[]} */ (Object.keys(SPOKEN));

/** @param {Command} command @param {Language} language */
function alias(command, language) {
  return language === 'en' ? command.id : `${command.id}.${language}`;
}

/** @param {string | undefined} condition @param {Language} language */
function when(condition, language) {
  if (condition === undefined) return SPOKEN[language];
  return `${condition.includes('||') ? `(${condition})` : condition} && ${SPOKEN[language]}`;
}

/** @param {Command[]} table */
export function contributedCommands(table) {
  return table.flatMap((command) =>
    LANGUAGES.map((language) => ({
      command: alias(command, language),
      title: command.title[language],
      category: CATEGORY,
      ...(command.icon === undefined ? {} : { icon: command.icon }),
      ...(command.enablement === undefined ? {} : { enablement: command.enablement }),
    })),
  );
}

/** @param {Command[]} table */
export function contributedMenus(table) {
  /** @type {Record<string, object[]>} */
  const menus = { commandPalette: [] };
  for (const command of table) {
    for (const language of LANGUAGES) {
      const id = alias(command, language);
      const shown = command.palette === false ? 'false' : when(command.palette, language);
      menus.commandPalette?.push({ command: id, when: shown });
      for (const [menu, { group, when: condition }] of Object.entries(command.menus ?? {})) {
        menus[menu] ??= [];
        menus[menu].push({
          command: id,
          when: when(condition, language),
          ...(group === undefined ? {} : { group }),
        });
      }
    }
  }
  for (const [menu, { when: condition, group }] of Object.entries(SUBMENU_IN)) {
    menus[menu] ??= [];
    menus[menu].push({ submenu: SUBMENU.id, when: condition, group });
  }
  return menus;
}

/** What an empty view says. @param {Welcome[]} table */
export function contributedWelcomes(table) {
  return table.flatMap(({ view, when: condition, text }) =>
    LANGUAGES.map((language) => ({ view, contents: text[language], when: when(condition, language) })),
  );
}

/** @param {Walkthrough[]} table @param {Command[]} commands */
export function contributedWalkthroughs(table, commands) {
  const ours = new Set(commands.map(({ id }) => id));
  /** Whichever language the command was given in. @param {string} event */
  const withAliases = (event) => {
    const id = event.replace(/^onCommand:/, '');
    return ours.has(id) ? [event, `${event}.nl`, `${event}.de`] : [event];
  };
  return table.flatMap(({ id, title, description, steps }) =>
    LANGUAGES.map((language) => ({
      id: `${id}-${language}`,
      title: title[language],
      description: description[language],
      when: SPOKEN[language],
      steps: steps.map((step) => ({
        id: step.id,
        title: step.title[language],
        description: step.description[language],
        media: { svg: `client/media/walkthrough/${step.media}.svg`, altText: step.alt[language] },
        ...(step.done === undefined ? {} : { completionEvents: step.done.flatMap(withAliases) }),
      })),
    })),
  );
}

/** @param {Command[]} table */
function checkTitles(table) {
  for (const { id, title } of table) {
    const missing = LANGUAGES.filter((language) => !title[language]);
    if (missing.length > 0) throw new Error(`${id} has no title in ${missing.join(', ')}`);
  }
}

/** @param {boolean} check @returns {number} the exit code */
function run(check) {
  /** @type {Command[]} */
  const table = JSON.parse(readFileSync(TABLE, 'utf8'));
  checkTitles(table);
  const manifest = JSON.parse(readFileSync(MANIFEST, 'utf8'));
  const generated = {
    commands: contributedCommands(table),
    submenus: [SUBMENU],
    menus: contributedMenus(table),
    viewsWelcome: contributedWelcomes(JSON.parse(readFileSync(WELCOME, 'utf8'))),
    walkthroughs: contributedWalkthroughs(JSON.parse(readFileSync(WALKTHROUGHS, 'utf8')), table),
  };
  const present = Object.fromEntries(Object.keys(generated).map((key) => [key, manifest.contributes[key]]));
  if (isDeepStrictEqual(present, generated)) return 0;
  if (check) {
    console.error('package.json is older than client/src/*.table.json: run node scripts/manifest.mjs');
    return 1;
  }
  Object.assign(manifest.contributes, generated);
  writeFileSync(MANIFEST, `${JSON.stringify(manifest, undefined, 2)}\n`);
  return 0;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [option, ...rest] = process.argv.slice(2);
  if (rest.length > 0 || (option !== undefined && option !== '--check')) {
    console.error('Usage: node scripts/manifest.mjs [--check]');
    process.exitCode = 2;
  } else {
    process.exitCode = run(option === '--check');
  }
}
