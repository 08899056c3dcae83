import assert from 'node:assert/strict';
import { applyEdits } from '../../core/edits/draft.js';
import { LANGUAGES, say } from '../../core/words/words.js';
import type { Analysis } from '../../pipeline/analysis.js';
import { analyseText, dedent, dutchCase } from '../../testing/marked.js';
import { actionsAt } from './all.js';

/** The actions at the cursor, or for what stands between two of them. */
function offered(marked: string, eol = '\n') {
  const parts = marked.replaceAll('\n', eol).split('█');
  const text = parts.join('');
  const start = (parts[0] as string).length;
  const end = parts.length > 2 ? start + (parts[1] as string).length : start;
  const analysis = analyseText(text);
  return { analysis, actions: actionsAt(analysis, { start, end }, () => true) };
}

function errorsOf(analysis: Analysis): string[] {
  return analysis.findings.filter(({ severity }) => severity === 'error').map(({ rule }) => rule);
}

/** Tried with LF and CRLF; the result has no error that was not there before. */
function check(id: string, before: string, after: string): void {
  for (const eol of ['\n', '\r\n']) {
    const { analysis, actions } = offered(before, eol);
    const action = actions.find((one) => one.id === id);
    assert.ok(action, `no ${id}; there are: ${actions.map((one) => one.id).join(', ')}`);
    const result = applyEdits(analysis.text, action.edits);
    assert.equal(result, after.replaceAll('\n', eol));
    assert.deepEqual(errorsOf(analyseText(result)), errorsOf(analysis));
    for (const language of LANGUAGES)
      assert.doesNotMatch(say(action.title, language), /undefined|\[object|^actions\./);
  }
}

function checkNone(id: string, marked: string): void {
  assert.deepEqual(
    offered(marked)
      .actions.map((one) => one.id)
      .filter((one) => one === id),
    [],
  );
}

const EVENT = dedent(`
  timeline:
    - id: ev-operatie
      date: 2019-05~
      kind: health
      title: Operatie aan het hart
      persons: [a, onbekend]
      evidence: [doc-ontslag]
  letters:
    - id: brief-arts
      from: {role: physician}
      status: signed
      supports: [ev-operatie]
    - id: brief-nee
      from: {role: mayor}
      status: refused
      supports: [ev-operatie]
  documents:
    - id: doc-ontslag
      kind: medical
      title: Ontslagbrief
`);
const CIRCUMSTANCE = dedent(`
  circumstances:
    - id: circ-operatie-aan-het
      kind: medical
      title: Operatie aan het hart
      persons: [a]
      since: 2019-05~
      evidence: [doc-ontslag, brief-arts]
`);

describe('actions', () => {
  describe('a circumstance from an event', () => {
    const at = (text: string) => text.replace('title: Op', 'title: █Op');

    it('takes over what the event says', () => {
      const [timeline, rest] = EVENT.split(/(?=letters:)/) as [string, string];
      check('extract-circumstance', dutchCase(at(EVENT)), dutchCase(`${timeline}${CIRCUMSTANCE}${rest}`));
    });

    it('is listed in the claim, where there is one', () => {
      const claim = (more: string) => `claim:\n  id: verzoek\n  kind: deferral\n${more}`;
      const [timeline, rest] = EVENT.split(/(?=letters:)/) as [string, string];
      check(
        'extract-circumstance',
        dutchCase(at(`${timeline}${claim('')}${rest}`)),
        dutchCase(`${timeline}${CIRCUMSTANCE}${claim('  circumstances: [circ-operatie-aan-het]\n')}${rest}`),
      );
    });

    it('says when it ended, and that it was before arrival in this country', () => {
      const event = (dates: string) =>
        `timeline:\n  - id: ev-oorlog\n    kind: violence\n    title: Oorlog█\n    persons: [a]\n${dates}`;
      const circumstance = (dates: string) =>
        `circumstances:\n  - id: circ-oorlog\n    kind: violence\n    title: Oorlog\n    persons: [a]\n${dates}`;
      for (const [said, dates] of [
        ['    from: 1998\n    to: 2001\n', '    since: 1998\n    until: 2001\n    inHostCountry: false\n'],
        ['    date: 1998\n', '    since: 1998\n    inHostCountry: false\n'],
        ['    date: 2015\n', '    since: 2015\n'],
        ['    from: 1998\n', '    since: 1998\n'],
      ] as const) {
        const before = dutchCase(event(said));
        check('extract-circumstance', before, before.replace('█', '') + circumstance(dates));
      }
    });

    it('looks like the file: dashes below the key', () => {
      check(
        'extract-circumstance',
        'vangnet: 1\npersons:\n- id: a\n  name: A\n  role: applicant\ntimeline:\n- id: e\n  title: Begin█\n  from: 2013\ncircumstances:\n- id: c\n  kind: other\n  title: Anders\n',
        'vangnet: 1\npersons:\n- id: a\n  name: A\n  role: applicant\ntimeline:\n- id: e\n  title: Begin\n  from: 2013\ncircumstances:\n- id: c\n  kind: other\n  title: Anders\n- id: circ-begin\n  kind: other\n  title: Begin\n  since: 2013\n',
      );
    });

    it('is not offered twice, nor without a title, nor elsewhere', () => {
      checkNone('extract-circumstance', dutchCase(at(EVENT) + CIRCUMSTANCE));
      checkNone('extract-circumstance', dutchCase('timeline:\n  - id: █e\n    date: 2013\n'));
      checkNone('extract-circumstance', dutchCase('timeline:\n  - id: █e\n    title: "{{titel}}"\n'));
      checkNone('extract-circumstance', dutchCase(`${at(EVENT)}circumstances: later\n`));
      checkNone('extract-circumstance', dutchCase('claim:\n  id: █v\n  kind: deferral\n'));
      checkNone('extract-circumstance', dutchCase(`${at(EVENT)}<<<<<<< a\nx: 1\n=======\n>>>>>>> b\n`));
    });
  });

  describe('a document from a description', () => {
    const circumstance = (description: string) =>
      `circumstances:\n  - id: circ-hart\n    kind: medical\n    title: Hart\n    description: ${description}\n`;
    const document =
      'documents:\n  - id: doc-brief-van-het\n    kind: other\n    title: Brief van het ziekenhuis\n    supports: [circ-hart]\n';

    it('has the selected words as its title, and supports the item', () => {
      for (const [marked, description] of [
        ['Er is een █Brief van het ziekenhuis█.', 'Er is een Brief van het ziekenhuis.'],
        [
          '>-\n      Er is een █Brief van\n      het ziekenhuis.█',
          '>-\n      Er is een Brief van\n      het ziekenhuis.',
        ],
        ['"█Brief van het ziekenhuis.█"', '"Brief van het ziekenhuis."'],
        ['"█Brief van het ziekenhuis"█', '"Brief van het ziekenhuis"'],
      ] as const)
        check(
          'extract-document',
          dutchCase(circumstance(marked)),
          dutchCase(circumstance(description) + document),
        );
    });

    it('is not offered without a selection of words in a description', () => {
      for (const description of [
        '█Een tekst',
        '█..█ tekst',
        'Een █{{naam}}█',
        '█>-\n      Een█ tekst',
        '"een █\\" z█"',
      ])
        checkNone('extract-document', dutchCase(circumstance(description)));
      checkNone('extract-document', dutchCase(circumstance('Een █tekst').replace('Hart\n', 'Hart█\n')));
      checkNone('extract-document', dutchCase('claim:\n  id: v\n  kind: deferral\n  request: █Een tekst█\n'));
      checkNone('extract-document', dutchCase(circumstance('█Brief van het ziekenhuis█') + document));
    });
  });

  describe('evidence from a letter', () => {
    const text = (evidence: string, cursor: '' | '█' = '', other: '' | '█' = '') =>
      dutchCase(
        `circumstances:\n  - id: ${other}circ-hart\n    kind: medical\n    title: Hart\n${evidence}letters:\n  - id: ${cursor}brief\n    from: {role: mayor}\n    status: signed\n    supports: [circ-hart]\n`,
      );

    it('names the letter where it is said to support, from either side', () => {
      check('link-piece', text('', '█'), text('    evidence: [brief]\n'));
      check('link-here', text('', '', '█'), text('    evidence: [brief]\n'));
      check(
        'link-here',
        text('    evidence:\n      - x # note\n', '', '█'),
        text('    evidence:\n      - x # note\n      - brief\n'),
      );
    });

    it('names an id once that two letters have by mistake', () => {
      const twice =
        '  - id: brief\n    from: {role: school}\n    status: signed\n    supports: [circ-hart]\n';
      check('link-here', text('', '', '█') + twice, text('    evidence: [brief]\n') + twice);
    });

    it('is not offered where it is there, or can’t be told, or the letter is refused', () => {
      checkNone('link-piece', text('    evidence: [brief]\n', '█'));
      checkNone('link-here', text('    evidence: [brief]\n', '', '█'));
      checkNone('link-piece', text('    evidence: {{brief}}\n', '█'));
      checkNone('link-piece', text('', '█').replace('signed', 'refused'));
    });
  });

  describe('the style of a list', () => {
    const claim = (list: string) =>
      dutchCase(`claim:\n  id: v\n  kind: deferral\n  grounds:${list}\n  scope: any-time\n`);

    it('goes from one line to several and back', () => {
      for (const [flow, block] of [
        [' [echr.3, "echr.8"]', '\n    - echr.3\n    - "echr.8"'],
        [' [echr.3] # why', ' # why\n    - echr.3'],
      ] as const) {
        check('to-block', claim(flow).replace('grounds', '█grounds'), claim(block));
        check('to-block', claim(flow).replace('[', '[█'), claim(block));
        check('to-flow', claim(block).replace('grounds', '█grounds'), claim(flow));
        check('to-flow', claim(block).replace('echr.3', '█echr.3'), claim(flow));
      }
      check('to-block', claim(' [\n    echr.3,\n    █echr.8\n  ]'), claim('\n    - echr.3\n    - echr.8'));
      check('to-flow', claim('\n  - https://e.org/a,b█\n\n  - x'), claim(' ["https://e.org/a,b", x]'));
    });

    it('follows the file’s own style, in an item too', () => {
      check(
        'to-block',
        'vangnet: 1\npersons:\n- id: a\n  traits: [isolated]█\n',
        'vangnet: 1\npersons:\n- id: a\n  traits:\n  - isolated\n',
      );
      check(
        'to-block',
        'vangnet: 1\npersons:\n    - traits: [█isolated]\n      id: a\n',
        'vangnet: 1\npersons:\n    - traits:\n          - isolated\n      id: a\n',
      );
    });

    it('is not offered where a comment would be lost, or the items are no plain values', () => {
      for (const list of [
        '█ [\n    echr.3, # why\n    echr.8\n  ]',
        '█\n    # why\n    - echr.3',
        '█\n    - echr.3 # why',
        '█ []',
        '█ [&a echr.3]',
        '█\n    - >-\n      echr.3',
        '█\n    -\n    - echr.3',
        '█ echr.3',
      ])
        for (const id of ['to-flow', 'to-block']) checkNone(id, claim(list));
      checkNone('to-flow', dutchCase('letters:█\n  - id: b\n'));
      checkNone('to-block', dutchCase('letters:\n  - {id: b, supports: [█c]}\n'));
    });
  });

  it('sorts the timeline by what is certain, comments included', () => {
    check(
      'sort-timeline',
      dutchCase(
        'timeline:\n  - {id: b, date: 2015, title: B}\n  # of a\n  - {id: a, date: 2013, title: A}\n█',
      ),
      dutchCase(
        'timeline:\n  # of a\n  - {id: a, date: 2013, title: A}\n  - {id: b, date: 2015, title: B}\n',
      ),
    );
    checkNone(
      'sort-timeline',
      dutchCase('█timeline:\n  - {id: a, date: 2013, title: A}\n  - {id: b, date: 2015?, title: B}\n'),
    );
    checkNone('sort-timeline', dutchCase('█'));
  });
});
