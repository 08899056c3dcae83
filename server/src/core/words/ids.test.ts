import assert from 'node:assert/strict';
import { idFrom, idFromTitle } from './ids.js';

describe('words for ids', () => {
  it('keep what a person says, in letters that an id can have', () => {
    assert.equal(idFrom('schreiben-Bürgermeisteramt', 'de'), 'schreiben-buergermeisteramt');
    assert.equal(idFrom('Größe Übung', 'de'), 'groesse-uebung');
    assert.equal(idFrom('één coördinator', 'nl'), 'een-coordinator');
    // Written with combining marks, as macOS writes the names of files.
    assert.equal(idFrom('Grüße'.normalize('NFD'), 'de'), 'gruesse');
    assert.equal(idFrom('brief ggz (Utrecht)', 'nl'), 'brief-ggz-utrecht');
  });

  it('begin with a letter, and are empty where nothing is left', () => {
    assert.equal(idFrom('2e school', 'nl'), 'e-school');
    assert.equal(idFrom('Ёлка 你好', 'nl'), '');
    assert.equal(idFrom(' - ', 'en'), '');
  });

  it('take the beginning of a title', () => {
    assert.equal(idFromTitle('Door ouders uit huis gezet, in 2004', 'nl'), 'door-ouders-uit-huis');
  });
});
