import assert from 'node:assert/strict';
import { matches, rankOf } from './symbol-query.js';

describe('a query for symbols', () => {
  it('finds the letters of a word in their order, whatever their capitals and accents', () => {
    assert.ok(matches('brf', 'Brief van de school'));
    assert.ok(matches('zoe', 'Zoë'));
    assert.ok(matches('ZOË', 'zoe'));
    assert.ok(!matches('fbr', 'Brief van de school'));
  });

  it('finds everything when nothing is asked', () => {
    assert.ok(matches('', 'Brief'));
    assert.ok(matches('  ', ''));
  });

  it('puts first what begins with it, then what holds it, then what has its letters', () => {
    const names = ['Anahit besteht die Deutschprüfung', 'Steunbrief Hamburg', 'Brief van de burgemeester'];
    assert.deepEqual(
      names.map((name) => rankOf('Burg', name)),
      [2, 1, 0],
    );
    assert.equal(rankOf('burg steunbrieven', 'Brief van de burgemeester'), 0);
    assert.equal(rankOf('', 'Brief'), 0);
  });

  it('takes a word of the section or the case as well', () => {
    assert.ok(matches('school steunbrieven', 'Brief van de school', 'Steunbrieven · Zaak Afia'));
    assert.ok(matches('afia school', 'Brief van de school', 'Steunbrieven · Zaak Afia'));
    assert.ok(!matches('semon school', 'Brief van de school', 'Steunbrieven · Zaak Afia'));
  });
});
