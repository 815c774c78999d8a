import { expect, test } from 'vitest';
import { noFilters } from '@/lib/invoice/invoice-filters';
import { filterChips } from './filter-words';

const time = { timeZone: 'Europe/Berlin', hourCycle: 'h23' } as const;
const names = { customer: 'Lindqvist Bakery AB', changedBy: 'Ana Novak' };
const words = (filters: Partial<typeof noFilters>, known: Parameters<typeof filterChips>[1] = names) =>
  filterChips({ ...noFilters, ...filters }, known, time).map((chip) => chip.words);

test('what leaves nothing out has no words', () => {
  expect(words({})).toEqual([]);
});

test('every filter says what it leaves', () => {
  expect(
    words({
      search: 'bread',
      statuses: ['open', 'partially_paid', 'paid'],
      flags: ['overdue', 'awaiting_approval'],
      customer: 'c',
      total: { from: '10', to: '20.50' },
      balance: { from: '1', to: null },
      currency: 'EUR',
      due: { from: null, to: '2026-11-30' },
      changedBy: 'ana',
      changedSince: { at: '2026-11-20T13:13:00Z' },
    }),
  ).toEqual([
    'Search: “bread”',
    'Status: Open, Partially paid or Paid',
    'Overdue or Awaiting approval',
    'Customer: Lindqvist Bakery AB',
    'Total: 10 to 20.50',
    'Balance: from 1',
    'Currency: EUR',
    'Due: up to 30 Nov 2026',
    'Changed by: Ana Novak',
    'Changed since: 20 Nov 2026, 14:13',
  ]);
});

test('presets and single days read as people say them', () => {
  expect(words({ due: 'none', changedSince: 'week' })).toEqual(['No due date', 'Changed since: 7 days ago']);
  expect(words({ due: { from: '2026-11-30', to: '2026-11-30' } })).toEqual(['Due: 30 Nov 2026']);
});

test('an id that nobody has is said to be nobody’s', () => {
  expect(words({ customer: 'c', changedBy: 'x' }, { customer: null, changedBy: null })).toEqual([
    'Customer: somebody who is not known',
    'Changed by: somebody who is not known',
  ]);
});
