import {
  type CodeLens,
  commands,
  type DocumentLink,
  type DocumentSymbol,
  type FoldingRange,
  type InlayHint,
  Range,
  type SemanticTokens,
  type SemanticTokensLegend,
  type TextDocument,
  type TextEditor,
  type Uri,
  window,
} from 'vscode';
import { equal, eventually, match, ok } from '../assert.js';
import { expectChange, findings, hoverAt, openSample, putCursor, rangeOf, setLanguage } from '../case.js';
import { click, press, screenshot, text } from '../driver.js';

/** What a person sees without typing anything. */
describe('reading', () => {
  let editor: TextEditor;
  let document: TextDocument;
  let uri: Uri;

  before(async () => {
    await setLanguage('nl');
    editor = await openSample('semon-weak.case.yaml');
    ({ document } = editor);
    ({ uri } = document);
    await eventually('findings', () => findings(document).length > 0);
  });
  // VS Code's own sticky lines and a list that another test left open would lie over what is looked for.
  beforeEach(async () => {
    editor = await window.showTextDocument(document);
  });

  const everything = () => new Range(0, 0, document.lineCount, 0);

  describe('hover', () => {
    const cases: [what: string, at: string, behind: string, expected: RegExp][] = [
      ['a field', 'scope', '\nclaim:', /reikwijdte/i],
      ['a value', 'first-procedure', 'scope:', /eerste procedure/],
      ['an id', 'circ-angst', 'circumstances: [', /Bang voor ontdekking/],
      ['a date', '1986-09-04', 'birthDate', /jaar/],
      ['a source', 'nl.vb.3.4-3', 'grounds', /(?:Vreemdelingenbesluit|Vb)[\s\S]*juridisch advies/],
    ];
    for (const [what, at, behind, expected] of cases)
      it(`tells what ${what} is`, async () => {
        const range = rangeOf(document, at, behind);
        match(await hoverAt(document, range.start), expected);
      });

    it('shows finding, explanation and fix at one place @page', async () => {
      putCursor(editor, rangeOf(document, 'first-procedure', 'scope:').start.translate(0, 2));
      await commands.executeCommand('editor.action.showHover');
      const shown = await eventually('the hover', async () => {
        const now = (await text('.monaco-editor .monaco-hover:not(.hidden)')) ?? '';
        return now.includes('beperkt tot de eerste procedure') ? now : undefined;
      });
      ok(shown.includes('first-procedure-only'), `the name of the check: ${shown}`);
      await screenshot('hover');
      await press('Escape');
    });
  });

  it('hints at age and length of stay, with the reckoning for who asks', async () => {
    const hints = await commands.executeCommand<InlayHint[]>(
      'vscode.executeInlayHintProvider',
      uri,
      everything(),
    );
    const labels = hints.map(({ label }) => label);
    ok(labels.includes('34 jaar') && labels.includes('ongeveer 17 jaar in Nederland'), labels.join(' | '));
    const [birth] = hints;
    equal(birth?.position.isEqual(rangeOf(document, '1986-09-04').end), true);
  });

  it('draws the hints @page', async () => {
    putCursor(editor, rangeOf(document, '1986-09-04').start);
    // The editor draws the blanks in a hint as no-break spaces.
    await eventually('the hint', async () =>
      /1986-09-04\s?34\sjaar/.test((await text('.monaco-editor .view-lines')) ?? ''),
    );
  });

  describe('code lenses', () => {
    it('count and offer', async () => {
      const lenses = await commands.executeCommand<CodeLens[]>('vscode.executeCodeLensProvider', uri, 100);
      const titles = lenses.map(({ command }) => command?.title ?? '');
      ok(
        titles.some((title) => title.startsWith('Recht op 18 april 2019')),
        titles.join(' | '),
      );
      ok(
        titles.some((title) => /^\$\(lightbulb\)\snog geen .* · .*invoegen/.test(title)),
        titles.join(' | '),
      );
    });

    it('insert by a click, to be undone @page', async () => {
      const original = document.getText();
      putCursor(editor, rangeOf(document, 'contra-terugkeer', 'counterArguments').start);
      const lens = '.codelens-decoration a:has-text("Weerwoord invoegen")';
      await eventually('the lens', () => text(lens));
      await click(lens);
      await expectChange(editor, original);
      const inserted = document.getText();
      ok(
        inserted.length > original.length + 100 && inserted.includes('answers: [contra-terugkeer]'),
        'a rebuttal',
      );
      const [before, after] = [original.split('\n'), inserted.split('\n')];
      const first = after.findIndex((line, number) => line !== before[number]);
      const last = first + after.length - before.length;
      await eventually('the cursor is in it', () => {
        const { line } = editor.selection.active;
        return line >= first && line <= last;
      });
      await commands.executeCommand('undo');
      equal(document.getText(), original);
    });
  });

  it('outlines the case with names and dates', async () => {
    const symbols = await commands.executeCommand<DocumentSymbol[]>(
      'vscode.executeDocumentSymbolProvider',
      uri,
    );
    const all = symbols.flatMap((one) => [one, ...one.children]);
    const names = all.map(({ name, detail }) => `${name} (${detail})`);
    ok(
      names.some((name) => name.includes('Bang voor ontdekking')),
      names.join(' | '),
    );
    ok(
      names.some((name) => name.includes('2003')),
      names.join(' | '),
    );
  });

  it('folds sections, items and texts', async () => {
    const folds = await commands.executeCommand<FoldingRange[]>('vscode.executeFoldingRangeProvider', uri);
    const startsAt = (line: number) => folds.some(({ start }) => start === line);
    for (const [at, behind] of [
      ['timeline:', ''],
      ['- id: ev-mbo', ''],
      ['description: >-', 'circ-angst'],
    ] as const)
      ok(startsAt(rangeOf(document, at, behind).start.line), `a fold at ${at}`);
  });

  it('grows a selection from the word to the item and its section', async () => {
    const at = rangeOf(document, 'voortdurend', 'circ-angst').start;
    putCursor(editor, at);
    const grown: string[] = [];
    for (let step = 0; step < 12; step++) {
      await commands.executeCommand('editor.action.smartSelect.expand');
      grown.push(document.getText(editor.selection));
    }
    equal(grown[0], 'voortdurend');
    ok(
      grown.some((part) => /^-? ?id: circ-angst[\s\S]*aan de zijlijn\.$/.test(part.trim())),
      grown.join('\n---\n'),
    );
    ok(
      grown.some((part) => part.trim().startsWith('circumstances:')),
      grown.join('\n---\n'),
    );
  });

  it('links laws to where they are published', async () => {
    const links = await commands.executeCommand<DocumentLink[]>('vscode.executeLinkProvider', uri, 100);
    const ground = links.find(({ range }) => range.isEqual(rangeOf(document, 'nl.vb.3.4-3', 'grounds')));
    match(String(ground?.target), /^https:\/\/wetten\.overheid\.nl\//);
    ok(ground?.tooltip, 'says what will be opened');
  });

  it('colours ids and dates by what they mean', async () => {
    const legend = await commands.executeCommand<SemanticTokensLegend>(
      'vscode.provideDocumentSemanticTokensLegend',
      uri,
    );
    const tokens = await commands.executeCommand<SemanticTokens>('vscode.provideDocumentSemanticTokens', uri);
    ok(tokens.data.length > 100 && tokens.data.length % 5 === 0, `${tokens.data.length} numbers`);
    ok(legend.tokenTypes.length > 3, legend.tokenTypes.join());
  });

  it('says a mark for each finding in the editor @page', async () => {
    const [finding] = findings(document, 'first-procedure-only');
    ok(finding, 'the check speaks');
    putCursor(editor, finding.range.start);
    await eventually('a squiggle', () => text('.monaco-editor .squiggly-warning').then(() => true));
  });
});
