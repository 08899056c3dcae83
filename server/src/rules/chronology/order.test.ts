import assert from 'node:assert/strict';
import fc from 'fast-check';
import { certainlyAfter, parseDate } from '../../core/dates.js';
import { breaksIn, inCertainOrder } from './order.js';

const sorted = (...texts: string[]): string[] =>
  inCertainOrder(texts.map(parseDate)).map((place) => texts[place] as string);

const two = (n: number): string => String(n).padStart(2, '0');
const aDate = fc
  .tuple(
    fc.integer({ min: 2010, max: 2014 }),
    fc.integer({ min: 0, max: 12 }),
    fc.integer({ min: 0, max: 28 }),
    fc.constantFrom('', '', '', '~', '?'),
  )
  .map(
    ([year, month, day, mark]) =>
      `${year}${month === 0 ? '' : `-${two(month)}`}${month === 0 || day === 0 ? '' : `-${two(day)}`}${mark}`,
  );

describe('orders of dates', () => {
  it('moves up only what certainly comes before', () => {
    assert.deepEqual(sorted('2015', '2013', '2014'), ['2013', '2014', '2015']);
    assert.deepEqual(sorted('2013-05-04', '2013', '2012'), ['2012', '2013-05-04', '2013']);
    assert.deepEqual(sorted('2010-06', '2010', '2010-03'), ['2010-03', '2010-06', '2010']);
  });

  it('keeps what can’t be compared behind the one before it', () => {
    assert.deepEqual(sorted('x', '2015', '2010?', 'y', '2013', 'z'), [
      'x',
      '2013',
      'z',
      '2015',
      '2010?',
      'y',
    ]);
  });

  it('gives every order that is certain, whatever stood there', () => {
    fc.assert(
      fc.property(fc.array(aDate, { maxLength: 12 }), (texts) => {
        const dates = texts.map(parseDate);
        const order = inCertainOrder(dates);
        assert.deepEqual(
          [...order].sort((a, b) => a - b),
          dates.map((_, place) => place),
        );
        const after = order.map((place) => dates[place]);
        for (const [i, date] of after.entries())
          for (const later of after.slice(i + 1)) assert.ok(!certainlyAfter(date, later));
        assert.deepEqual(breaksIn(after), []);
        if (breaksIn(dates).length === 0)
          assert.deepEqual(
            order,
            dates.map((_, place) => place),
          );
        else
          assert.notDeepEqual(
            order,
            dates.map((_, place) => place),
          );
      }),
    );
  });
});
