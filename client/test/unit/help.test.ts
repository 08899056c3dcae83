import assert from 'node:assert/strict';
import { dayInWords, isReminderDue } from '../../src/lawAge.js';
import { supportText } from '../../src/supportText.js';

describe('isReminderDue', () => {
  const at = (date: string) => new Date(`${date}T12:00:00`).getTime();
  const cases: [what: string, months: unknown, told: string | undefined, now: string, expected: boolean][] = [
    ['young data', 6, undefined, '2027-05-22', false],
    ['data of six months', 6, undefined, '2027-05-23', true],
    ['told yesterday', 6, '2027-06-01', '2027-06-02', false],
    ['told six days ago', 6, '2027-06-01', '2027-06-07', false],
    ['told a week ago', 6, '2027-06-01', '2027-06-08', true],
    ['told by a clock that ran ahead', 6, '2030-01-01', '2027-06-08', true],
    ['never wanted', 0, undefined, '2040-01-01', false],
    ['no number', '6', undefined, '2040-01-01', false],
  ];
  for (const [what, months, told, now, expected] of cases)
    it(what, () => {
      const before = told === undefined ? undefined : at(told);
      assert.equal(isReminderDue('2026-11-23', months, before, at(now)), expected);
    });

  it('tells the day as people write it', () => {
    const days = (['nl', 'en', 'de'] as const).map((language) => dayInWords('2026-11-03', language));
    assert.deepEqual(days, ['3-11-2026', '3 November 2026', '3.11.2026']);
  });
});

describe('supportText', () => {
  const FACTS = {
    versions: { Vangnet: '0.1.0' },
    state: { server: 'running' },
    settings: { language: 'auto' },
    counts: { folders: 1 },
    others: ['redhat.vscode-yaml 1.0.0'],
    findings: ['remedy-late', 'remedy-late', 'unused-item', 'Kanarie zegt', 12, undefined],
  };

  it('counts findings by their check, and lets through nothing that isn’t the name of one', () => {
    const text = supportText(FACTS);
    assert.match(text, /remedy-late: 2\n/);
    assert.match(text, /other: 3\n/);
    assert.match(text, /findings: 6\n/);
    assert.doesNotMatch(text, /Kanarie/);
  });
});
