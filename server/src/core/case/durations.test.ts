import assert from 'node:assert/strict';
import fc from 'fast-check';
import { dateFromDay, parseDate } from '../dates.js';
import { durationBetween } from './durations.js';

function between(from: string, to: string): string | undefined {
  const duration = durationBetween(parseDate(from), parseDate(to));
  return duration && `${duration.isCertain ? '' : 'about '}${duration.count} ${duration.unit}`;
}

describe('durations', () => {
  it('are told in days, then in months, then in years', () => {
    assert.equal(between('2014-02-03', '2014-02-04'), '1 day');
    assert.equal(between('2014-02-03', '2014-04-04'), '60 day');
    assert.equal(between('2014-02-03', '2014-04-05'), '2 month');
    assert.equal(between('2014-02-03', '2017-02-02'), '35 month');
    assert.equal(between('2014-02-03', '2017-02-03'), '3 year');
    assert.equal(between('2014-02-03', '2020-02-02'), '5 year');
  });

  it('of vague dates are certain where it makes no difference', () => {
    assert.equal(between('2014-06', '2026-04-13'), '11 year');
    assert.equal(between('2014-06', '2026-06-13'), 'about 12 year');
    assert.equal(between('2003', '2020-12-14'), 'about 17 year');
    assert.equal(between('2013-05', '2014-02'), 'about 9 month');
    assert.equal(between('2013-05', '2014'), 'about 1 year');
    assert.equal(between('2013', '2015'), 'about 2 year');
  });

  it('are not told where the dates say too little, or nothing', () => {
    assert.equal(between('2013', '2014'), undefined);
    assert.equal(between('2013', '2013'), undefined);
    assert.equal(between('2013-05', '2013-05-20'), undefined);
    assert.equal(between('2014', '2013'), undefined);
    assert.equal(between('2014-02-03', '2014-02-03'), undefined);
    assert.equal(between('2014-03', '2014-10~'), 'about 7 month');
    assert.equal(between('2014-07', '2014'), undefined);
    assert.equal(between('2013?', '2020'), undefined);
    assert.equal(between('2013', ''), undefined);
  });

  it('are never certain of a number that another day within the dates would change', () => {
    const dates = fc.tuple(fc.integer({ min: 1990, max: 2026 }), fc.integer({ min: 1, max: 12 }), fc.nat(2));
    const read = ([year, month, precision]: readonly [number, number, number]) =>
      parseDate([String(year), String(month).padStart(2, '0'), '15'].slice(0, precision + 1).join('-'))!;
    fc.assert(
      fc.property(dates, dates, fc.nat(1000), fc.nat(1000), (a, b, x, y) => {
        const [from, to] = [read(a), read(b)];
        const duration = durationBetween(from, to);
        if (!duration?.isCertain) return;
        const pick = (of: typeof from, n: number) => dateFromDay(of.first + (n % (of.last - of.first + 1)));
        const exact = durationBetween(pick(from, x), pick(to, y));
        if (exact?.unit === duration.unit) assert.equal(exact.count, duration.count);
      }),
      { numRuns: 500, seed: 20261124 },
    );
  });
});
