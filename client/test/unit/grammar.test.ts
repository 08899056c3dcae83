import assert from 'node:assert/strict';
import { loadTokeniser, type Token } from './tokenise.js';

const GRAMMAR = 'client/syntaxes/vangnet-case.tmLanguage.json';

describe('grammar of case files', () => {
  let tokenise: (text: string) => Token[][];

  before(async () => {
    tokenise = await loadTokeniser(process.cwd(), GRAMMAR);
  });

  /** The scopes of the first token on the line that has just this text. */
  function scopesOf(text: string, line: number, token: string): string {
    const tokens = tokenise(text)[line] ?? [];
    const found = tokens.find((candidate) => candidate.text.trim() === token);
    assert.ok(found, `no token '${token}' among ${JSON.stringify(tokens)}`);
    return found.scopes;
  }

  function check(text: string, line: number, token: string, scopes: string): void {
    assert.equal(scopesOf(text, line, token), scopes);
  }

  const scalars: [value: string, scope: string][] = [
    ['semon', 'string.unquoted.plain'],
    ['Een naam (met haakjes)', 'string.unquoted.plain'],
    ['https://a.example/b#c', 'string.unquoted.plain'],
    ['ECLI:NL:RBDHA:2014:12345', 'string.unquoted.plain'],
    ['12 jaar', 'string.unquoted.plain'],
    ['2013', 'constant.numeric'],
    ['-3.14', 'constant.numeric'],
    ['1986~', 'constant.numeric.date'],
    ['2013-05', 'constant.numeric.date'],
    ['2013-05-04?', 'constant.numeric.date'],
    ['true', 'constant.language.boolean'],
    ['~', 'constant.language.null'],
    ['{{naam}}', 'variable.parameter.placeholder'],
  ];
  for (const [value, scope] of scalars) {
    it(`colours ${value} as ${scope}, with and without a comment behind it`, () => {
      for (const text of [`key: ${value}`, `- ${value}`, `- key: ${value} # waarom`]) {
        check(text, 0, value, scope);
      }
      check(`key: ${value} # waarom`, 0, '#', 'comment.line.number-sign punctuation.definition.comment');
    });
  }

  it('knows keys, our own x- keys and merge keys', () => {
    check('case:', 0, 'case', 'entity.name.tag');
    check('"a: b": c', 0, '"a: b"', 'entity.name.tag');
    check('- id: x', 0, 'id', 'entity.name.tag');
    check('x-note: y', 0, 'x-note', 'variable.other.extension-key');
    check('<<: *a', 0, '<<', 'keyword.operator.merge');
  });

  it('shows the parts of a suppression', () => {
    const text = '  # vangnet-ignore unexplained-gap: zat vast';
    check(text, 0, 'vangnet-ignore', 'comment.line.number-sign.directive keyword.control.directive');
    check(text, 0, 'unexplained-gap', 'comment.line.number-sign.directive entity.name.function.rule');
    check(text, 0, 'zat vast', 'comment.line.number-sign.directive');
    check('# vangnet-ignored', 0, 'vangnet-ignored', 'comment.line.number-sign');
  });

  it('knows anchors, aliases, tags and document markers', () => {
    check('a: &deel x', 0, 'deel', 'entity.name.type.anchor');
    check('a: &deel x', 0, 'x', 'string.unquoted.plain');
    check('- *deel', 0, 'deel', 'variable.other.alias');
    check('a: !!str x', 0, '!!str', 'storage.type.tag');
    check('---', 0, '---', 'entity.other.document');
    check('a: &deel\n  sub: 1', 1, 'sub', 'entity.name.tag');
  });

  it('takes all of a block text as text and ends it with its indent', () => {
    const text = ['- a: >-', '    # geen commentaar', "    's avonds: x", '', '    {{naam}}', '  b: c'].join(
      '\n',
    );
    check(text, 1, '# geen commentaar', 'string.unquoted.block');
    check(text, 2, "'s avonds: x", 'string.unquoted.block');
    check(text, 4, '{{naam}}', 'string.unquoted.block variable.parameter.placeholder');
    check(text, 5, 'b', 'entity.name.tag');
  });

  it('ends an empty block text at the next key', () => {
    check('a:\n  b: |\n  c: d', 2, 'c', 'entity.name.tag');
  });

  it('follows a plain text over several lines', () => {
    const text = "a: Het was\n  's avonds - laat\n  # tussendoor\nb: c";
    check(text, 1, "'s avonds - laat", 'string.unquoted.plain');
    check(text, 2, 'tussendoor', 'comment.line.number-sign');
    check(text, 3, 'b', 'entity.name.tag');
    check("a:\n  's avonds\nb: c", 2, 'b', 'entity.name.tag');
  });

  it('lets an unclosed quote or bracket end with its value', () => {
    for (const open of ['"open', "'s avonds", '[a, b', '{a: b']) {
      check(`a: ${open}\nb: c`, 1, 'b', 'entity.name.tag');
      check(`- a: ${open}\n  b: c`, 1, 'b', 'entity.name.tag');
    }
  });

  it('reads quoted text with escapes and placeholders', () => {
    const text = 'a: "x \\n {{y}}"';
    check(text, 0, '\\n', 'string.quoted.double constant.character.escape');
    check(text, 0, '{{y}}', 'string.quoted.double variable.parameter.placeholder');
    check("a: 'it''s'", 0, "''", 'string.quoted.single constant.character.escape');
  });

  it('reads lists and mappings in brackets, over lines too', () => {
    const text = 'a: [b c, 2013-05,\n  {d: "e", f: true}\n]\ng: h';
    check(text, 0, 'b c', 'meta.flow-sequence string.unquoted.plain');
    check(text, 0, '2013-05', 'meta.flow-sequence constant.numeric.date');
    check(text, 1, 'd', 'meta.flow-sequence meta.flow-mapping entity.name.tag');
    check(text, 1, 'true', 'meta.flow-sequence meta.flow-mapping constant.language.boolean');
    check(text, 2, ']', 'meta.flow-sequence punctuation.definition.sequence.end');
    check(text, 3, 'g', 'entity.name.tag');
  });

  it('does not lose its way in a word that is still being typed', () => {
    check('a:\n  b: c\n  half\n  d: e', 3, 'd', 'entity.name.tag');
    check('half\na: b', 1, 'a', 'entity.name.tag');
  });
});
