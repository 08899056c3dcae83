/** What a case says is shown wherever it comes out, and does nothing there: each surface by each attack. */

import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import type { Format, What } from '../src/features/papers/choices.js';
import { assertWellFormed } from '../src/testing/xml.js';
import { Bench } from './fuzz/kind.js';
import { requestsAt, walk } from './fuzz/walk.js';
import { vangnet } from './run-cli.js';

const ATTACKS: Readonly<Record<string, string>> = {
  script: '<script>alert(1)</script>',
  image: '<img src=x onerror=alert(1)>',
  attribute: '"onmouseover="alert(1)',
  'end of a comment': ']]>--></style><script>x</script>',
  'link in Markdown': '](javascript:alert(1)) [x](command:evil.run)',
  'image in Markdown': '![x](https://evil.example/p.png)',
  'code in Markdown': '``` ` <b>evil</b> `',
  'ANSI escape': '\u001B[31mevil\u001B[2J',
  'OSC link': '\u001B]8;;https://evil.example\u0007evil',
  'C1 control': '\u009B31mevil\u0085evil',
  'bidi control': '\u202Eevil\u2066evil',
  'workflow command': 'x\n::error file=evil::evil\r\n::set-output name=evil::x',
  'workflow command, encoded': '%0A::error::evil',
  formula: "=cmd|' /C calc'!A0",
  'calendar line': 'x\r\nATTACH:https://evil.example/x\nEND:VEVENT',
  'half a character': '\uD83D',
  prototype: '__proto__',
  constructor: 'constructor',
  method: 'toString',
};

/** The same words in every place of a case that comes out somewhere: names, ids, keys, texts, comments, wrong values. */
function caseWith(attack: string): string {
  const text = JSON.stringify(attack);
  const comment = attack.replaceAll(/\s+/g, ' ');
  return `vangnet: 1
# ${comment}
case:
  id: test
  title: ${text}
  jurisdiction: nl
  language: nl
  confidentiality: pseudonymised
  referenceDate: 2024-06-01
  summary: ${text}
  ${text}: ${text}
persons:
  - id: a
    name: ${text}
    role: applicant
    birthDate: ${text}
    arrivalDate: 2015
timeline:
  - {id: e, date: 2016, title: ${text}, description: ${text}}
  - {id: ${text}, date: 2015, title: ${text}}
procedures:
  - {id: p, kind: regular, authority: ind, reference: ${text}, lodged: 2023-11-01, decided: 2024-05-28, outcome: rejected, reason: ${text}}
circumstances:
  # vangnet-ignore circumstance-without-evidence: ${comment}
  - {id: c, kind: rooted, title: ${text}, description: ${text}, persons: [a, ${text}]}
claim:
  id: v
  kind: ${text}
  request: ${text}
  circumstances: [c]
letters:
  - {id: b, from: {name: ${text}, role: mayor}, status: planned, supports: [c], asks: [${text}]}
documents:
  - {id: d, kind: media, title: ${text}, file: ${text}, source: ${text}}
arguments:
  - {id: r, title: ${text}, text: ${text}, cites: [${text}, "https://example.org/${encodeURI(comment.replaceAll(/[\uD800-\uDFFF]/g, ''))}"], answers: [t]}
counterArguments:
  - {id: t, kind: other, raisedBy: ind, text: ${text}}
${text}: ${text}
`;
}

/** Controls but line breaks, and marks that turn the direction of what follows. */
const OBEYED = /(?!\n)[\p{Cc}\u202A-\u202E\u2066-\u2069]/u;

/** What each report may hold; `cases` are its files, one for each attack. */
const REPORTS: Readonly<Record<string, (report: string, count: number) => void>> = {
  plain: (report) => {
    assert.doesNotMatch(report, OBEYED);
    for (const line of lines(report)) assert.match(line, /^\S.*\.case\.yaml:\d+:\d+: \w+ [a-z-]+ /);
  },
  pretty: (report) => assert.doesNotMatch(report, OBEYED),
  github: (report) => {
    assert.doesNotMatch(report, OBEYED);
    for (const line of lines(report))
      assert.match(
        line,
        /^::(?:error|warning|notice) file=[^:,]+,line=\d+,endLine=\d+(?:,[a-zA-Z]+=[^:,]+)*::/,
      );
  },
  gitlab: (report) => assert.ok((JSON.parse(report) as unknown[]).length > 100),
  json: (report, count) => assert.equal((JSON.parse(report) as { files: unknown[] }).files.length, count),
  junit: (report) => assertWellFormed(report),
  sarif: (report) => {
    const { runs } = JSON.parse(report) as { runs: { results: { message: { text: string } }[] }[] };
    // In SARIF brackets make a link, unless a backslash stands before them.
    for (const { message } of runs[0]?.results ?? [])
      assert.doesNotMatch(message.text, /(?<!\\)\]\(/, message.text);
  },
};

const PAPERS: Readonly<Record<Format, (content: Buffer) => void>> = {
  html: (content) => {
    const page = content.toString('utf8');
    // Our own style, and the head with it, is none of the file's.
    const body = page.slice(page.indexOf('<body>'));
    assert.doesNotMatch(body, OBEYED);
    assert.doesNotMatch(body, /<(?:script|img|b|style)\b|<[^>]*\son[a-z]+=|href="(?!https:|#)/i);
    assert.doesNotMatch(page.slice(0, page.indexOf('<style>')), /<script|<img/);
  },
  md: (content) => assertHarmless(content.toString('utf8')),
  docx: (content) => {
    for (const [name, bytes] of Object.entries(unzipSync(content))) {
      if (!/\.(?:xml|rels)$/.test(name)) continue;
      const xml = strFromU8(bytes);
      assertWellFormed(xml);
      assert.doesNotMatch(
        xml,
        /Target="(?:javascript|command|file):|<w:instrText[^>]*>[^<]*(?:DDE|cmd)/i,
        name,
      );
    }
  },
  json: (content) => {
    JSON.parse(content.toString('utf8'));
  },
  ics: (content) => {
    const unfolded = content.toString('utf8').replaceAll('\r\n ', '');
    for (const line of unfolded.split('\r\n').filter(Boolean))
      assert.match(
        line,
        /^(?:BEGIN|END|VERSION|PRODID|NAME|X-WR-CALNAME|METHOD|UID|SEQUENCE|DTSTAMP|DTSTART|DTEND|SUMMARY|DESCRIPTION|TRANSP|X-MICROSOFT-[A-Z-]+|TRIGGER|ACTION|STATUS|CLASS|CALSCALE)[;:]/,
      );
    assert.doesNotMatch(unfolded, /^ATTACH|(?:^|\r\n)END:VEVENT\r\n(?!BEGIN:VEVENT|END:VCALENDAR)/);
  },
};

/** Each format, and each paper in one of them. */
const ALL: readonly (readonly [What, Format])[] = [
  ['case', 'html'],
  ['case', 'md'],
  ['case', 'docx'],
  ['case', 'json'],
  ['request', 'html'],
  ['letters', 'docx'],
  ['chronology', 'ics'],
];

/** Markdown of ours: nothing of a file is a tag, a picture or a link in it. */
function assertHarmless(markdown: string): void {
  assert.doesNotMatch(markdown, OBEYED);
  const spoken = markdown
    // A run of backticks closes only with a run of the same length; what a backslash stands before means nothing.
    .replaceAll(/(?<![`\\])(`+)(?!`)[^\n]*?[^`\n]\1(?!`)/g, '')
    .replaceAll(/\\[^\w\s]/g, '')
    .replaceAll('<br>', '');
  assert.doesNotMatch(spoken, /<[a-z!/](?!ttps:)/i, markdown);
  assert.doesNotMatch(spoken, /!\[/, markdown);
  assert.doesNotMatch(spoken, /\]\(<?(?:javascript:|command:evil|https:\/\/evil)/, markdown);
}

function lines(report: string): string[] {
  return report.split('\n').filter((line) => line !== '');
}

describe('what a case says does nothing', function () {
  this.timeout(120_000);
  const isWindows = process.platform === 'win32';
  let folder = '';
  /** A file for each attack, and its name too where names may hold it. */
  const files = Object.entries(ATTACKS).map(([name, attack], index) => {
    const own = isWindows ? '' : attack.replaceAll(/[/\r\uD83D]/g, '');
    return { name, attack, file: `${index}-${own.replaceAll('\n', '')}.case.yaml` };
  });

  before(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'vangnet-hostile-'));
    for (const { file, attack } of files) writeFileSync(path.join(folder, file), caseWith(attack));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  describe('in reports', () => {
    before(async () => {
      const formats = Object.keys(REPORTS).flatMap((format) => ['--format', `${format}:report.${format}`]);
      const { code, stderr } = await vangnet(['check', ...formats, '.'], { cwd: folder });
      assert.equal(code, 1, stderr);
      assert.equal(stderr, '');
    });
    for (const [format, judge] of Object.entries(REPORTS))
      it(`as ${format}`, () =>
        judge(readFileSync(path.join(folder, `report.${format}`), 'utf8'), files.length));
  });

  describe('in what the command line tells of files', () => {
    it('that aren’t there', async () => {
      const names = files.map(({ file }) => `${file}.weg`);
      const { stderr } = await vangnet(['check', ...names], { cwd: folder });
      assert.doesNotMatch(stderr, OBEYED);
      assert.equal(lines(stderr).length, names.length, stderr);
    });
  });

  describe('in papers', () => {
    before(async () => {
      for (const [what, to] of ALL) {
        mkdirSync(path.join(folder, `${what}-${to}`));
        const args = ['export', '--what', what, '--to', to, '-o', `${what}-${to}/`, '.'];
        const { stderr, stdout } = await vangnet(args, { cwd: folder });
        assert.doesNotMatch(stdout + stderr, OBEYED);
      }
    });
    for (const [what, to] of ALL)
      it(`${what} as ${to}`, () => {
        const made = readdirSync(path.join(folder, `${what}-${to}`));
        assert.equal(made.length, files.length);
        for (const { name, file } of files) {
          const own = made.find((one) => one.startsWith(`${file.split('-')[0]}-`)) ?? '';
          try {
            PAPERS[to](readFileSync(path.join(folder, `${what}-${to}`, own)));
          } catch (error) {
            throw new Error(`${name}: ${(error as Error).message.slice(0, 2000)}`);
          }
        }
      });
  });

  describe('in the editor', () => {
    const bench = new Bench();
    after(() => bench.stop());
    for (const { name, attack } of files)
      it(name, async () => {
        const text = caseWith(attack);
        const wire = await bench.server();
        const uri = bench.address();
        wire.notify('textDocument/didOpen', {
          textDocument: { uri, languageId: 'vangnet-case', version: 1, text },
        });
        const all = text.split('\n');
        const end = { line: all.length - 1, character: 0 };
        let shown = 0;
        for (const [line, own] of all.entries())
          for (const character of new Set([own.search(/\S/) + 1, own.indexOf(':') + 3, own.length - 3])) {
            if (character < 0) continue;
            const position = { line, character };
            const askings = requestsAt(uri, position, end).filter(([method]) =>
              line === 0 ? true : /hover|completion$|prepareTypeHierarchy|fieldsForm/.test(method),
            );
            for (const { method, result } of await walk(wire, askings)) {
              for (const markdown of markdownIn(result)) {
                shown++;
                assertHarmless(markdown);
              }
              for (const text of shownIn(result)) assert.doesNotMatch(text, OBEYED, `${method}: ${text}`);
            }
          }
        assert.ok(shown > 20, `${shown} texts`);
        assert.equal(({} as { polluted?: unknown }).polluted, undefined);
        wire.notify('textDocument/didClose', { textDocument: { uri } });
      });
  });
});

/** Every text that an editor renders, wherever in an answer. */
function* markdownIn(value: unknown): Generator<string> {
  if (typeof value !== 'object' || value === null) return;
  const { kind, value: text } = value as { kind?: unknown; value?: unknown };
  if (kind === 'markdown' && typeof text === 'string') yield text;
  for (const inner of Object.values(value)) yield* markdownIn(inner);
}

/** What an editor puts into lists, menus and titles as it is; not what it writes into the file or compares. */
const SHOWN = new Set([
  'title',
  'name',
  'detail',
  'label',
  'message',
  'help',
  'shown',
  'tooltip',
  'description',
]);

function* shownIn(value: unknown): Generator<string> {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    if (SHOWN.has(key) && typeof inner === 'string') yield inner;
    else yield* shownIn(inner);
  }
}
