import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { customerEmail } from '../customer-fields';
import { amount, dueDate } from './fields';
import { lineAsTyped, typedAmount, typedLineFields, typedOptional, typedQuantity, typedRate } from './typed';

/** What the field makes of the text: a value, or the sentence beside the field. */
function read(schema: z.ZodMiniType, text: string): unknown {
  const result = z.safeParse(schema, text);
  return result.success ? result.data : result.error.issues[0]?.message;
}

describe('an amount as typed', () => {
  test.each([
    ['12', 1200],
    ['12.5', 1250],
    [' 1,234.50 ', 123450],
    ['0', 0],
  ])('%j is %i cents', (text, amount) => {
    expect(read(typedAmount('EUR'), text)).toBe(amount);
  });

  test('follows the currency in its decimals', () => {
    expect(read(typedAmount('JPY'), '1250')).toBe(1250);
    expect(read(typedAmount('KWD'), '1.25')).toBe(1250);
    expect(read(typedAmount('JPY'), '12.5')).toBe('JPY has no decimals; this amount has 1.');
  });

  test('says what is wrong, with the command’s own words for its limits', () => {
    expect(read(typedAmount('EUR'), '')).toBe('Write an amount like 1234.50.');
    expect(read(typedAmount('EUR'), '12,5')).toBe('Write an amount like 1234.50.');
    expect(read(typedAmount('EUR'), '-1')).toBe('The price is zero or more.');
    expect(read(typedAmount('EUR', amount), '0')).toBe('The amount is more than zero.');
  });
});

describe('a rate as typed', () => {
  test.each([
    ['19', 1900],
    ['7.5', 750],
    ['7.25 %', 725],
    ['0', 0],
    ['100', 10_000],
  ])('%j is %i basis points', (text, rate) => {
    expect(read(typedRate, text)).toBe(rate);
  });

  test.each(['', 'much', '-1', '1.234', '7,5'])('%j is no rate', (text) => {
    expect(read(typedRate, text)).toBe('Write a percentage like 19 or 7.5, with at most two decimals.');
  });

  test('more than everything is too much', () => {
    expect(read(typedRate, '101')).toBe('A tax rate is at most 100 %.');
  });
});

describe('a quantity as typed', () => {
  test.each([
    ['1', '1'],
    ['2.50', '2.5'],
    [' 02.5 ', '2.5'],
    ['10', '10'],
    ['3.', '3'],
    ['0.125', '0.125'],
    ['1.0', '1'],
  ])('%j is %j', (text, quantity) => {
    expect(read(typedQuantity, text)).toBe(quantity);
  });

  test.each(['0', '0.00'])('%j is nothing', (text) => {
    expect(read(typedQuantity, text)).toBe('The quantity is more than zero.');
  });

  test.each(['', 'two', '1,5', '-1', '0.1234', '1234567'])('%j is no quantity', (text) => {
    expect(read(typedQuantity, text)).toMatch(/^Write a quantity like 1 or 2\.5/);
  });
});

test('an empty field that may be empty means that there is none', () => {
  expect(read(typedOptional(dueDate), '')).toBe(null);
  expect(read(typedOptional(dueDate), '2026-11-25')).toBe('2026-11-25');
  expect(read(typedOptional(customerEmail), '  ')).toBe(null);
  expect(read(typedOptional(customerEmail), ' orders@lindqvist.example ')).toBe('orders@lindqvist.example');
  expect(read(typedOptional(customerEmail), 'orders')).toMatch(/^Write an email address/);
});

test('a line offered for changing reads back as the same line', () => {
  const line = { description: 'Rye flour', quantity: '2.5', unitPrice: 3105, taxRate: 750 };
  const typed = lineAsTyped(line, 'EUR');
  expect(typed).toEqual({ description: 'Rye flour', quantity: '2.5', unitPrice: '31.05', taxRate: '7.5' });
  expect(z.parse(z.object(typedLineFields('EUR')), typed)).toEqual(line);
});
