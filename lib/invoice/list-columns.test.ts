import { expect, test } from 'vitest';
import { columnsText, defaultColumns, isDefault, listColumns, readColumns } from './list-columns';

test('columns come back as they were kept', () => {
  for (const columns of [listColumns, defaultColumns, ['tax'] as const]) {
    expect(readColumns(columnsText(columns))).toEqual(columns);
  }
});

test('whatever names no column that there is means the usual ones', () => {
  for (const text of [null, undefined, '', '...', 'colour', 'a'.repeat(10_000)]) {
    expect(readColumns(text)).toEqual(defaultColumns);
  }
  expect(isDefault(readColumns(null))).toBe(true);
});

test('columns stand in their order, once, whatever else is named', () => {
  expect(readColumns('total.customer.colour.total')).toEqual(['customer', 'total']);
});
