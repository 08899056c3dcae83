import assert from 'node:assert/strict';
import { matches } from './symbol-query.js';

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

  it('takes a word of the section or the case as well', () => {
    assert.ok(matches('school steunbrieven', 'Brief van de school', 'Steunbrieven · Zaak Afia'));
    assert.ok(matches('afia school', 'Brief van de school', 'Steunbrieven · Zaak Afia'));
    assert.ok(!matches('semon school', 'Brief van de school', 'Steunbrieven · Zaak Afia'));
  });
});
