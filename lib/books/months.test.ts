import { expect, it } from 'vitest';
import { latestMonths } from './months';

const statuses = (closedThrough: string | null, today: string) =>
  latestMonths(closedThrough, today, 3).map(({ from, to, status }) => `${from} ${to} ${status}`);

it('begins with the month of today, which is not over', () => {
  expect(statuses(null, '2026-03-31')).toEqual([
    '2026-03-01 2026-03-31 running',
    '2026-02-01 2026-02-28 open',
    '2026-01-01 2026-01-31 open',
  ]);
  expect(statuses(null, '2027-01-01')[1]).toBe('2026-12-01 2026-12-31 open');
});

it('says what is closed, wholly or in part', () => {
  expect(statuses('2026-02-28', '2026-04-02')).toEqual([
    '2026-04-01 2026-04-30 running',
    '2026-03-01 2026-03-31 open',
    '2026-02-01 2026-02-28 closed',
  ]);
  expect(statuses('2026-04-01', '2026-04-02')).toEqual([
    '2026-04-01 2026-04-30 partly',
    '2026-03-01 2026-03-31 closed',
    '2026-02-01 2026-02-28 closed',
  ]);
});
