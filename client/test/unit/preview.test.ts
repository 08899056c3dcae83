import assert from 'node:assert/strict';
import { fromPage } from '../../src/preview/messages.js';
import { previewPage } from '../../src/preview/page.js';

const page = (more: object = {}) =>
  previewPage({
    nonce: 'N0NCE',
    script: 'start("</script><b>")',
    language: 'nl',
    title: '<i>Leesversie</i>',
    waiting: 'Even wachten & lezen',
    ...more,
  });

describe('the page of the preview', () => {
  it('lets in nothing but its own script and styles', () => {
    const [, policy = ''] = /Content-Security-Policy" content="([^"]*)"/.exec(page()) ?? [];
    assert.deepEqual(policy.split('; '), [
      "default-src 'none'",
      "script-src 'nonce-N0NCE'",
      "style-src 'nonce-N0NCE'",
      "base-uri 'none'",
      "form-action 'none'",
    ]);
    assert.doesNotMatch(page(), /https?:|src=|href=|\son\w+=/);
    for (const [, attributes = ''] of page().matchAll(/<(?:script|style)([^>]*)>/g))
      assert.match(attributes, /nonce="N0NCE"/);
  });

  it('shows texts as texts, and its script can’t end itself', () => {
    assert.ok(page().includes('&lt;i&gt;Leesversie&lt;/i&gt;'));
    assert.ok(page().includes('Even wachten &amp; lezen'));
    assert.equal(page().match(/<\/script>/g)?.length, 1);
  });
});

describe('what the page of the preview says', () => {
  it('is heard where it has the right form', () => {
    assert.deepEqual(fromPage({ type: 'ready', more: 1 }), { type: 'ready' });
    assert.deepEqual(fromPage({ type: 'goTo', start: 12 }), { type: 'goTo', start: 12 });
    assert.deepEqual(fromPage({ type: 'scrolled', line: 0 }), { type: 'scrolled', line: 0 });
  });

  for (const odd of [
    null,
    'ready',
    {},
    { type: 'goTo' },
    { type: 'goTo', start: '12' },
    { type: 'goTo', start: -1 },
    { type: 'scrolled', line: Number.NaN },
    { type: 'run', command: 'x' },
  ])
    it(`is left alone as ${JSON.stringify(odd)}`, () => assert.equal(fromPage(odd), undefined));
});
