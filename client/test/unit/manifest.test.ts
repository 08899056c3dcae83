import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

interface Manifest {
  engines: { vscode: string };
  icon: string;
  type?: string;
  contributes: {
    languages: { id: string; configuration: string }[];
    grammars: { language: string; path: string }[];
    commands: { command: string; title: string }[];
    menus: Record<string, { command: string; when: string }[]>;
    configurationDefaults: Record<string, Record<string, unknown>>;
    problemPatterns: { name: string; regexp: string }[];
    problemMatchers: { name: string; pattern: string; background?: Record<string, unknown> }[];
  };
}
interface Rule {
  beforeText: string;
  action: { indent: string; appendText?: string };
}
interface LanguageConfiguration {
  wordPattern: { pattern: string; flags: string };
  onEnterRules: Rule[];
}

const read = (file: string): string => readFileSync(join(process.cwd(), file), 'utf8');
const manifest = JSON.parse(read('package.json')) as Manifest;

describe('manifest', () => {
  it('names files that are there', () => {
    const { languages, grammars } = manifest.contributes;
    const files = [manifest.icon, ...languages.map((l) => l.configuration), ...grammars.map((g) => g.path)];
    for (const file of files) assert.ok(existsSync(join(process.cwd(), file)), file);
  });

  it('stays CommonJS, which the web extension host asks for', () => {
    assert.equal(manifest.type, undefined);
  });

  it('has every text in English, Dutch and German, and no text too many', () => {
    const used = new Set([...read('package.json').matchAll(/"%([\w.]+)%"/g)].map((match) => match[1]));
    assert.ok(used.size > 5);
    for (const file of ['package.nls.json', 'package.nls.nl.json', 'package.nls.de.json']) {
      const texts = JSON.parse(read(file)) as Record<string, string>;
      assert.deepEqual(new Set(Object.keys(texts)), used, file);
      for (const [key, text] of Object.entries(texts)) assert.ok(text.length > 0, `${file} ${key}`);
    }
  });

  it('has problem matchers that read what the command line prints, and the rounds of a watch', () => {
    const { problemPatterns, problemMatchers } = manifest.contributes;
    const pattern = new RegExp(problemPatterns.find(({ name }) => name === 'vangnet')?.regexp ?? '(?!)');
    const lines = read('server/test/golden/plain.txt').trimEnd().split('\n');
    assert.ok(lines.length > 3);
    for (const line of lines) assert.equal(pattern.exec(line)?.[1], 'zaak.case.yaml', line);
    assert.doesNotMatch('vangnet: ‘a.case.yaml’ can’t be read (EACCES).', pattern);
    const { background } = problemMatchers.find(({ name }) => name === 'vangnet-watch') ?? {};
    assert.match('[09:01:59] > 3 case files', new RegExp(String(background?.beginsPattern)));
    assert.match('[09:02:00] = done', new RegExp(String(background?.endsPattern)));
  });

  it('shows each command once in each language', () => {
    const { commands, menus } = manifest.contributes;
    const palette = menus.commandPalette ?? [];
    assert.deepEqual(
      palette.map((item) => item.command),
      commands.map((item) => item.command),
    );
    for (const { command, when } of palette) {
      const language = /\.(nl|de)$/.exec(command)?.[1];
      const expected = language ?? '!(vangnet.language == nl || vangnet.language == de)';
      assert.ok(when === 'false' || when.includes(expected), `${command}: ${when}`);
    }
  });

  it('turns the same defaults on for both kinds of file, AI completion off', () => {
    const defaults = manifest.contributes.configurationDefaults;
    for (const { id } of manifest.contributes.languages) {
      assert.equal(defaults[`[${id}]`]?.['editor.inlineSuggest.enabled'], false, id);
      assert.equal(defaults[`[${id}]`]?.['editor.insertSpaces'], true, id);
      assert.equal(defaults[`[${id}]`]?.['files.saveConflictResolution'], 'askUser', id);
    }
  });
});

describe('scripts/manifest.mjs', () => {
  let copy: string;
  const run = (...options: string[]) =>
    spawnSync(process.execPath, [join(copy, 'scripts/manifest.mjs'), ...options], { encoding: 'utf8' });

  beforeEach(() => {
    copy = mkdtempSync(join(tmpdir(), 'vangnet-manifest-'));
    const tables = ['commands', 'welcome', 'walkthroughs'].map((name) => `client/src/${name}.table.json`);
    for (const file of ['package.json', 'scripts/manifest.mjs', ...tables]) {
      mkdirSync(join(copy, file, '..'), { recursive: true });
      cpSync(join(process.cwd(), file), join(copy, file));
    }
  });
  afterEach(() => rmSync(copy, { recursive: true }));

  it('finds the committed manifest up to date', () => {
    assert.equal(run('--check').status, 0);
  });

  it('fails on a stale manifest, then mends it', () => {
    const table = [
      {
        id: 'vangnet.newCase',
        title: { nl: 'Nieuwe zaak', en: 'New case', de: 'Neuer Fall' },
        menus: { 'editor/title': { when: 'a || b', group: 'navigation' } },
      },
    ];
    writeFileSync(join(copy, 'client/src/commands.table.json'), JSON.stringify(table));
    assert.equal(run('--check').status, 1);
    assert.equal(run().status, 0);
    assert.equal(run('--check').status, 0);
    const { contributes } = JSON.parse(readFileSync(join(copy, 'package.json'), 'utf8')) as Manifest;
    assert.deepEqual(
      contributes.commands.map(({ command, title }) => [command, title]),
      [
        ['vangnet.newCase', 'New case'],
        ['vangnet.newCase.nl', 'Nieuwe zaak'],
        ['vangnet.newCase.de', 'Neuer Fall'],
      ],
    );
    assert.equal(contributes.menus['editor/title']?.[1]?.when, '(a || b) && vangnet.language == nl');
  });

  it('refuses an option that it does not know', () => {
    assert.equal(run('--chek').status, 2);
  });
});

describe('language configuration', () => {
  const configuration = JSON.parse(
    read('client/language/language-configuration.json'),
  ) as LanguageConfiguration;

  const words: [text: string, words: string[]][] = [
    ['first-procedure nl.vb.3.4-3', ['first-procedure', 'nl.vb.3.4-3']],
    ['grounds: [nl., first-', ['grounds', 'nl.', 'first-']],
    ['Kort verhaal over Zoë.', ['Kort', 'verhaal', 'over', 'Zoë']],
    ['id: 2013-05', ['id', '2013-05']],
  ];
  for (const [text, expected] of words) {
    it(`finds the words of ‘${text}’`, () => {
      const { pattern, flags } = configuration.wordPattern;
      assert.deepEqual(text.match(new RegExp(pattern, `${flags}g`)), expected);
    });
  }

  const enters: [line: string, action: Rule['action'] | undefined][] = [
    ['  # uitleg', { indent: 'none', appendText: '# ' }],
    ['  #', undefined],
    ['  # vangnet-ignore id-unused: x', undefined],
    ['  - school', { indent: 'none', appendText: '- ' }],
    ['  - "https://a.b"', { indent: 'none', appendText: '- ' }],
    ['  - id: ev-1', { indent: 'none', appendText: '  ' }],
    ['  - description: >-', { indent: 'indent', appendText: '  ' }],
    ['  - ', { indent: 'outdent' }],
    ['persons:', { indent: 'indent' }],
    ['  summary: >-', { indent: 'indent' }],
    ['  id: semon', undefined],
    ['    Hij vroeg om de volgende stukken:', undefined],
  ];
  for (const [line, action] of enters) {
    it(`${action === undefined ? 'adds nothing' : JSON.stringify(action)} after ‘${line}’`, () => {
      const rule = configuration.onEnterRules.find(({ beforeText }) => new RegExp(beforeText).test(line));
      assert.deepEqual(rule?.action, action);
    });
  }
});
