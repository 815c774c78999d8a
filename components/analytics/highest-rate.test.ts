import { expect, it } from 'vitest';
import { amongWhich, highest } from './highest-rate';

const few = { refunded: 3, of: 3 };
const many = { refunded: 20, of: 100 };
const more = { refunded: 90, of: 300 };

it('a rate of few records is named highest only where there are no others, and which were compared is said', () => {
  expect(highest([many, few, more])).toBe(more);
  expect(amongWhich([many, few, more])).toBe(' of those with 10 records or more');
  expect(highest([few])).toBe(few);
  expect(amongWhich([few])).toBe('');
  expect(amongWhich([many, more])).toBe('');
  expect(highest([])).toBeNull();
});
