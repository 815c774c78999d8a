import { expect, test } from 'vitest';
import { largestAmount } from '@/lib/money';
import { mostItems, previewOf, type TypedItem, typedItems } from './typed-order';

const id = '00000000-0000-4000-8000-000000000001';
const item = (typed: Partial<TypedItem> = {}): TypedItem => ({
  id,
  name: 'Oak desk',
  count: '2',
  unitPrice: '12.50',
  ...typed,
});
const problemsOf = (items: readonly TypedItem[], currency: 'EUR' | 'JPY' = 'EUR') => {
  const read = typedItems(currency).safeParse(items);
  return read.success ? [] : read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
};

test('what is typed becomes what the command holds, in the currency that was chosen', () => {
  expect(typedItems('EUR').parse([item(), item({ count: ' 3 ', unitPrice: '1,234.50' })])).toEqual([
    { id, name: 'Oak desk', count: 2, unitPrice: 1250 },
    { id, name: 'Oak desk', count: 3, unitPrice: 123450 },
  ]);
  expect(typedItems('JPY').parse([item({ unitPrice: '1250' })])).toMatchObject([{ unitPrice: 1250 }]);
});

test('each field says what is wrong with it, the rows as a whole too', () => {
  expect(problemsOf([item(), item({ name: ' ', count: '1.5', unitPrice: 'much' })])).toEqual([
    '1.name: Say what is ordered.',
    '1.count: Write a whole number like 3.',
    '1.unitPrice: Write an amount like 1234.50.',
  ]);
  expect(problemsOf([item({ count: '' })])).toEqual(['0.count: Write a whole number like 3.']);
  expect(problemsOf([item({ unitPrice: '12.50' })], 'JPY')).toHaveLength(1);
  expect(problemsOf([])).toEqual([': An order has at least one item.']);
  expect(problemsOf(Array.from({ length: mostItems + 1 }, () => item()))).toEqual([
    `: An order has at most ${mostItems} items.`,
  ]);
  expect(problemsOf([item({ count: '100000', unitPrice: '1000000.00' })])).toEqual([
    ': This comes to more than an order can hold. Place several.',
  ]);
});

test('the sum is of what is filled in so far, and never beyond what can be kept', () => {
  expect(
    previewOf([item(), item({ count: '3', unitPrice: '0.10' }), item({ unitPrice: '' })], 'EUR'),
  ).toEqual({
    amounts: [2500, 30, null],
    total: 2530,
  });
  expect(previewOf([], 'EUR')).toEqual({ amounts: [], total: 0 });
  const much = item({ count: '1', unitPrice: '6000000000' });
  expect(previewOf([much, much], 'EUR')).toEqual({
    amounts: [600_000_000_000, 600_000_000_000],
    total: null,
  });
  expect(previewOf([item({ count: '100000', unitPrice: '1000000' })], 'EUR').amounts).toEqual(
    100_000 * 100_000_000 > largestAmount ? [null] : [],
  );
});
