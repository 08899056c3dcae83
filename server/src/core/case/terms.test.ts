import assert from 'node:assert/strict';
import { dayNumber, isoDay, parseDate } from '../dates.js';
import { easterSunday, isGeneralHoliday, isWorkingDay, lastDayOfTerm, lastDayToContest } from './terms.js';

const day = (text: string): number => parseDate(text)!.first;
const fourWeeksFrom = (text: string): string => isoDay(lastDayOfTerm(day(text), 4));

describe('time limits', () => {
  it('knows Easter', () => {
    const known = [
      '1818-03-22',
      '1943-04-25',
      '1999-04-04',
      '2000-04-23',
      '2008-03-23',
      '2011-04-24',
      '2019-04-21',
      '2024-03-31',
      '2025-04-20',
      '2038-04-25',
    ];
    for (const easter of known) assert.equal(isoDay(easterSunday(Number(easter.slice(0, 4)))), easter);
  });

  it('puts every Easter of four centuries on a Sunday from 22 March to 25 April', () => {
    for (let year = 1800; year < 2200; year++) {
      const easter = easterSunday(year);
      assert.equal(new Date(easter * 86_400_000).getUTCDay(), 0, String(year));
      assert.ok(easter >= dayNumber(year, 3, 22) && easter <= dayNumber(year, 4, 25), String(year));
    }
  });

  it('knows the holidays of the act', () => {
    const of2019 = [
      '2019-01-01',
      '2019-04-19',
      '2019-04-22',
      '2019-04-27',
      '2019-05-05',
      '2019-05-30',
      '2019-06-10',
      '2019-12-25',
      '2019-12-26',
    ];
    const found: string[] = [];
    for (let at = day('2019-01-01'); at <= day('2019-12-31'); at++)
      if (isGeneralHoliday(at)) found.push(isoDay(at));
    assert.deepEqual(found, of2019);
  });

  it('keeps King’s Day from 2014 and Queen’s Day before, on the Saturday when it is a Sunday', () => {
    for (const holiday of ['2014-04-26', '2015-04-27', '2025-04-26', '2013-04-30', '2006-04-29'])
      assert.ok(isGeneralHoliday(day(holiday)), holiday);
    for (const ordinary of ['2014-04-27', '2014-04-30', '2025-04-27', '2013-04-27', '2006-04-30'])
      assert.ok(!isGeneralHoliday(day(ordinary)), ordinary);
  });

  it('works from Monday to Friday', () => {
    const week = [
      '2021-03-01',
      '2021-03-02',
      '2021-03-03',
      '2021-03-04',
      '2021-03-05',
      '2021-03-06',
      '2021-03-07',
    ];
    assert.deepEqual(
      week.map((text) => isWorkingDay(day(text))),
      [true, true, true, true, true, false, false],
    );
  });

  it('counts four weeks from the day after', () => {
    assert.equal(fourWeeksFrom('2014-02-03'), '2014-03-03');
    assert.equal(fourWeeksFrom('2020-02-03'), '2020-03-02');
  });

  it('runs on over weekends and holidays', () => {
    assert.equal(fourWeeksFrom('2021-02-06'), '2021-03-08', 'a Saturday');
    assert.equal(fourWeeksFrom('2021-02-07'), '2021-03-08', 'a Sunday');
    assert.equal(fourWeeksFrom('2020-11-27'), '2020-12-28', 'Christmas, then a weekend');
    assert.equal(fourWeeksFrom('2019-03-22'), '2019-04-23', 'from Good Friday to Easter Monday');
    assert.equal(fourWeeksFrom('2021-03-30'), '2021-04-28', 'King’s Day');
    assert.equal(fourWeeksFrom('2010-04-02'), '2010-05-03', 'Queen’s Day, then a weekend');
    assert.equal(fourWeeksFrom('2019-05-02'), '2019-05-31', 'Ascension Day');
    assert.equal(fourWeeksFrom('2019-05-13'), '2019-06-11', 'Whit Monday');
    assert.equal(fourWeeksFrom('2020-12-04'), '2021-01-04', 'New Year, then a weekend');
  });

  it('of four weeks hold where aliens law sets them, for decisions known to the day', () => {
    const until = (kind: string, decided: unknown) => {
      const last = lastDayToContest(kind, decided);
      return last === undefined ? undefined : isoDay(last);
    };
    assert.equal(until('regular', '2014-02-03'), '2014-03-03');
    assert.equal(until('discretionary-request', '2019-03-22'), '2019-04-23');
    for (const kind of ['asylum', 'repeat-asylum', 'hardship-commission', 'petition', 'other'])
      assert.equal(until(kind, '2014-02-03'), undefined, kind);
    for (const decided of ['2014-02', '2014', '2014-02-03~', '2014-02-03?', '2001-03-31', undefined])
      assert.equal(until('regular', decided), undefined, String(decided));
  });
});
