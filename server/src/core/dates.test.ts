import assert from 'node:assert/strict';
import edtf from 'edtf';
import fc from 'fast-check';
import * as temporal from 'temporal-polyfill/fns/PlainDate';
import {
  addMonths,
  ageOn,
  type CaseDate,
  certainlyBefore,
  certainlyMonthsApart,
  dateFromDay,
  dateOfDay,
  dayNumber,
  daysInMonth,
  isoDay,
  parseDate,
  wholeMonths,
} from './dates.js';

const date = (text: string | number): CaseDate => {
  const parsed = parseDate(text);
  assert.ok(parsed, String(text));
  return parsed;
};
const day = (text: string): number => date(text).first;
const span = (text: string | number): string => `${isoDay(date(text).first)} … ${isoDay(date(text).last)}`;

describe('dates', () => {
  it('stand for the interval that they cover', () => {
    assert.equal(span(2013), '2013-01-01 … 2013-12-31');
    assert.equal(span('2013-02'), '2013-02-01 … 2013-02-28');
    assert.equal(span('2013-05-04'), '2013-05-04 … 2013-05-04');
    assert.equal(span('2013?'), '2013-01-01 … 2013-12-31');
  });

  it('are widened by one unit on either side for ~', () => {
    assert.equal(span('1986~'), '1985-01-01 … 1987-12-31');
    assert.equal(span('2013-01~'), '2012-12-01 … 2013-02-28');
    assert.equal(span('2020-03-01~'), '2020-02-29 … 2020-03-02');
  });

  it('are no dates where no such day exists, or the form is another', () => {
    for (const text of [
      '2013-02-30',
      '2013-13',
      '2013-00',
      '2013-1-1',
      '04-05-2013',
      '2013-05-04T10:00',
      '',
      '2013/2014',
      '2013%',
    ])
      assert.equal(parseDate(text), undefined, text);
    for (const value of [true, null, undefined, {}, [2013], 13]) assert.equal(parseDate(value), undefined);
  });

  it('are compared only where there is no doubt', () => {
    assert.ok(certainlyBefore(date('2018'), date('2019-05-01')));
    assert.ok(!certainlyBefore(date('2019'), date('2019-05-01')));
    assert.ok(!certainlyBefore(date('2019-05-01'), date('2019')));
    assert.ok(!certainlyBefore(date('2018~'), date('2019-05-01')));
    assert.ok(!certainlyBefore(date('1900?'), date('2019')));
    assert.ok(!certainlyBefore(undefined, date('2019')));
  });

  it('say what a second opinion says', () => {
    const dates = fc
      .record({
        year: fc.integer({ min: 1000, max: 2999 }),
        month: fc.integer({ min: 1, max: 12 }),
        d: fc.nat(30),
        precision: fc.nat(2),
      })
      .map(({ year, month, d, precision }) => {
        const parts = [year, month, 1 + (d % daysInMonth(year, month))].map((n) =>
          String(n).padStart(2, '0'),
        );
        return parts.slice(0, 1 + precision).join('-');
      });
    fc.assert(
      fc.property(dates, (text) => {
        const other = edtf(text);
        assert.equal(date(text).first * 86_400_000, other.min);
        assert.equal(date(text).last, Math.floor(other.max / 86_400_000));
      }),
      { numRuns: 200, seed: 20261124 },
    );
  });
});

describe('ages and durations', () => {
  const age = (birth: string, on: string) => ageOn(date(birth), date(on));

  it('grow on the birthday', () => {
    assert.deepEqual(age('2002-06-15', '2020-06-14'), { least: 17, most: 17 });
    assert.deepEqual(age('2002-06-15', '2020-06-15'), { least: 18, most: 18 });
  });

  it('of who was born on 29 February grow on 1 March where there is no such day', () => {
    assert.deepEqual(age('2004-02-29', '2022-02-28'), { least: 17, most: 17 });
    assert.deepEqual(age('2004-02-29', '2022-03-01'), { least: 18, most: 18 });
    assert.deepEqual(age('2004-02-29', '2024-02-28'), { least: 19, most: 19 });
    assert.deepEqual(age('2004-02-29', '2024-02-29'), { least: 20, most: 20 });
    assert.deepEqual(age('2004-03-01', '2022-02-28'), { least: 17, most: 17 });
    assert.deepEqual(age('2004-02-28', '2022-02-28'), { least: 18, most: 18 });
  });

  it('are a range where the dates are one', () => {
    assert.deepEqual(age('1986', '2020-12-14'), { least: 33, most: 34 });
    assert.deepEqual(age('1986~', '2020-12-14'), { least: 32, most: 35 });
    assert.deepEqual(age('2003-05', '2020'), { least: 16, most: 17 });
  });

  it('grow by one from one year to the next, on every day of the calendar', () => {
    fc.assert(
      fc.property(fc.integer({ min: -30_000, max: 25_000 }), fc.nat(90), (born, years) => {
        const birth = date(isoDay(born));
        const { month, day: d, year } = dateOfDay(born);
        const isLeapling = month === 2 && d === 29 && daysInMonth(year + years, 2) === 28;
        const birthday = isLeapling ? dayNumber(year + years, 3, 1) : dayNumber(year + years, month, d);
        assert.equal(ageOn(birth, date(isoDay(birthday))).least, years);
        assert.equal(ageOn(birth, date(isoDay(birthday - 1))).least, years - 1);
      }),
      { numRuns: 300, seed: 20261124 },
    );
  });

  it('in months end on the same day of the month, or the last where it is shorter', () => {
    assert.equal(isoDay(addMonths(day('2020-01-31'), 1)), '2020-02-29');
    assert.equal(isoDay(addMonths(day('2020-02-29'), 12)), '2021-02-28');
    assert.equal(isoDay(addMonths(day('2020-12-15'), 2)), '2021-02-15');
    assert.equal(isoDay(addMonths(day('2020-03-31'), -1)), '2020-02-29');
  });

  it('are certain only where the ends of the dates are', () => {
    assert.ok(certainlyMonthsApart(date('2018-06-01'), date('2020-06-01'), 24));
    assert.ok(!certainlyMonthsApart(date('2018-06-01'), date('2020-05-31'), 24));
    assert.ok(!certainlyMonthsApart(date('2018'), date('2020-06'), 24));
    assert.ok(certainlyMonthsApart(date('2017'), date('2020'), 24));
  });
});

describe('the calendar', () => {
  const FIRST = dayNumber(1, 1, 1);
  const LAST = dayNumber(9999, 12, 31);
  const anyDay = fc.oneof(fc.integer({ min: FIRST, max: LAST }), fc.integer({ min: -40_000, max: 40_000 }));
  const record = (number: number) => {
    const { year, month, day: d } = dateOfDay(number);
    return temporal.create(year, month, d);
  };
  const same = (check: (from: number, to: number) => void) =>
    fc.assert(fc.property(anyDay, anyDay, check), { numRuns: 2_000, seed: 20261128 });

  it('has the days that it has for JavaScript', () => {
    same((number) => {
      const other = new Date(number * 86_400_000);
      const [year, month, d] = [other.getUTCFullYear(), other.getUTCMonth() + 1, other.getUTCDate()];
      assert.deepEqual(dateOfDay(number), { year, month, day: d, weekday: other.getUTCDay() });
      assert.equal(dayNumber(year, month, d), number);
      assert.equal(dayNumber(year + 1, month - 12, d), number);
      assert.equal(dayNumber(year, month, 0), number - d);
      assert.equal(
        daysInMonth(year, month),
        new Date(Date.UTC(year < 100 ? year + 400 : year, month, 0)).getUTCDate(),
      );
    });
  });

  it('goes on by months as Temporal says', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -400_000, max: 400_000 }),
        fc.integer({ min: -3000, max: 3000 }),
        (number, months) => {
          const other = temporal.addMonths(record(number), months);
          assert.equal(addMonths(number, months), temporal.diffDays(temporal.create(1970, 1, 1), other));
        },
      ),
      { numRuns: 2_000, seed: 20261128 },
    );
  });

  it('counts months and years between two days as Temporal does', () => {
    same((from, to) => {
      const [a, b] = [record(from), record(to)];
      assert.equal(wholeMonths(from, to), temporal.diffMonths(a, b, 'floor') + 0);
      const years = temporal.diffYears(record(from - 1), record(to - 1), 'floor') + 0;
      assert.deepEqual(ageOn(dateFromDay(from), dateFromDay(to)), { least: years, most: years });
    });
  });

  it('gives the date that its text would be read as', () => {
    same((number) => assert.deepEqual(dateFromDay(number), parseDate(isoDay(number))));
  });
});
