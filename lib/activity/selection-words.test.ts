import { expect, it } from 'vitest';
import { defaultTimeSettings } from '../format-time';
import { type ActivityFilters, everything } from './activity-query';
import { selectionWords } from './selection-words';

const names = {
  person: (id: string) => ({ bob: 'Bob Ekdahl', ana: 'Ana Novak' })[id] ?? id,
  type: () => 'due date changed',
  workflow: () => 'invoices',
  record: 'INV-2001',
};

const words = (filters: Partial<ActivityFilters>, records: string | null = null) =>
  selectionWords({ ...everything, ...filters }, names, defaultTimeSettings, records).replace(
    /[\u2066-\u2069]/g,
    '',
  );

it('says who, on what, of which type, and when', () => {
  expect(words({ actors: ['bob'] })).toBe('What Bob Ekdahl did');
  expect(
    words({
      actors: ['bob', 'ana'],
      types: ['invoice.due_date_changed'],
      from: '2026-11-10T14:05:00.000Z',
      to: '2026-11-10T14:20:00.000Z',
    }),
  ).toBe('What Bob Ekdahl and Ana Novak did: due date changed; 10 Nov 2026, 14:05 – 14:20');
  expect(words({ kinds: ['edit', 'money'], from: '2026-11-10T14:05:00.000Z' })).toBe(
    'Everything: edits and money only; since 10 Nov 2026, 14:05',
  );
  expect(words({ to: '2026-11-10T14:05:00.000Z', causes: ['undo'] })).toBe(
    'Everything: undo only; before 10 Nov 2026, 14:05',
  );
});

it('names the records, by kind, by name, or as they were chosen', () => {
  expect(words({ workflows: ['invoice'] })).toBe('Everything on invoices');
  expect(words({ record: '1', actors: ['bob'] })).toBe('What Bob Ekdahl did on INV-2001');
  expect(words({ actors: ['bob'] }, '12 chosen invoices')).toBe('What Bob Ekdahl did on 12 chosen invoices');
});
