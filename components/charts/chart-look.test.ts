import { expect, test } from 'vitest';
import { besideRow, plotHeight } from './chart-look';

test.each([
  ['Line changed', 'Line changed'],
  ['Line changed (invoices)', 'Line changed (invoices)'],
  ['Payment received (invoices)', 'Payment received (invo…'],
  ['Customer details changed (customers)', 'Customer details change…'],
  ['Überweisungsrückläuferbearbeitung begonnen', 'Überweisungsrü… begonnen'],
])('%s stands beside a row of 105 pixels as %s', (text, words) => {
  expect(besideRow(text, 105)).toBe(words);
});

test('times have their unit under the axis, for which there is room', () => {
  const of = (unit: 'count' | 'seconds') => ({
    of: 'Event',
    series: [{ label: 'How long', unit }],
    marks: [{ label: 'A', values: [7200] }],
  });
  expect(plotHeight('rows', of('seconds')) - plotHeight('rows', of('count'))).toBe(16);
});
