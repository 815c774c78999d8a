import { expect, it } from 'vitest';
import { askedFilters } from './asked-words';

const controls = {
  timeZone: 'Europe/Stockholm',
  people: [{ value: 'ana', label: 'Ana Novak' }],
  workflows: [{ value: 'invoice', label: 'Invoices' }],
};
const nothing = {
  ...{ workflow: null, customer: null, person: null, from: null },
  ...{ to: null, asOf: null, undone: null, days: null },
};

it('nothing that is set is nothing to tell', () => {
  expect(askedFilters(nothing, controls)).toEqual([]);
});

it('each filter that is set is a few words', () => {
  const asked = {
    ...{ workflow: 'invoice', customer: 'Å <b>"& Söhne"', person: 'ana', from: '2026-10-01' },
    ...{ to: '2026-10-31', asOf: '2026-11-10T14:00', undone: '1' as const, days: 1 },
  };
  expect(askedFilters(asked, controls)).toEqual([
    { field: 'from', words: 'From 1 Oct 2026' },
    { field: 'to', words: 'To 31 Oct 2026' },
    { field: 'asOf', words: 'As of 10 Nov 2026, 14:00' },
    { field: 'workflow', words: 'Invoices' },
    { field: 'person', words: 'Ana Novak' },
    { field: 'customer', words: 'Å <b>"& Söhne"' },
    { field: 'days', words: 'Within 1 day' },
    { field: 'undone', words: 'Undone events too' },
  ]);
});

it.each([
  ['2026-11-10', 'As of 10 Nov 2026'],
  ['2026-11-10T14:00:05', 'As of 10 Nov 2026, 14:00:05'],
  // On the company's clock, like the field.
  ['2026-11-10T14:00:00Z', 'As of 10 Nov 2026, 15:00'],
])('the moment %s is told as %s', (asOf, words) => {
  expect(askedFilters({ ...nothing, asOf }, controls)).toEqual([{ field: 'asOf', words }]);
});
