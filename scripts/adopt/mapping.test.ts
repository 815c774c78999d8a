import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { MappingError, parseMapping } from './mapping';
import { shopMapping } from './testing/shop';

/** The problems that a mapping is refused with. */
function problemsOf(text: string): readonly string[] {
  try {
    parseMapping(text);
    return [];
  } catch (error) {
    if (error instanceof MappingError) return error.problems;
    throw error;
  }
}

/** The problems of the shop's mapping after one setting was changed, or left out. */
function changed(path: string, value?: unknown): readonly string[] {
  const mapping: unknown = shopMapping();
  const names = path.split('.');
  const last = names.pop() ?? '';
  const parent = names.reduce((part, name) => (part as Record<string, unknown>)[name], mapping);
  (parent as Record<string, unknown>)[last] = value;
  return problemsOf(JSON.stringify(mapping));
}

describe('a mapping', () => {
  test('of the examples is in order, and what is left out has its default', () => {
    const mapping = parseMapping(readFileSync('examples/chinook.mapping.json', 'utf8'));
    expect(mapping).toMatchObject({
      amounts: 'decimal',
      rounding: 'refuse',
      invoices: { sent: false, paid: true },
      lines: { taxRate: { constant: 0 } },
    });
  });

  test('of the documentation is in order', () => {
    const page = readFileSync('docs/adopting.md', 'utf8');
    expect(problemsOf(/```json\n([^`]+)```/.exec(page)?.[1] ?? '')).toEqual([]);
  });

  test('that is no JSON says so', () => {
    expect(problemsOf('{ name: }')).toEqual([expect.stringMatching(/^This is not JSON: /)]);
    expect(problemsOf('[]')).toEqual(['The file: write the settings in braces: { ... }.']);
  });

  test.each([
    ['a missing part', 'lines', undefined, 'lines: this is missing.'],
    ['a part of another kind', 'lines', 'order_items', 'lines: write the settings in braces: { ... }.'],
    ['a missing column', 'lines.key', undefined, 'lines.key: Write the name of a column.'],
    ['a setting that does not exist', 'invoices.dueOn', 'due', 'invoices.dueOn: there is no such setting.'],
    ['an unknown zone', 'timeZone', 'Mars/Olympus', 'timeZone: This is no time zone that is known here'],
    ['a bad name', 'name', 'my shop', 'name: Use up to 50 letters, digits, - and _ for the name.'],
    [
      'an unknown currency',
      'invoices.currency',
      { constant: 'EURO' },
      'invoices.currency.constant: “EURO” is no ISO 4217',
    ],
    [
      'a template without columns',
      'invoices.memo',
      { template: 'Order' },
      'invoices.memo.template: Name at least one column',
    ],
    [
      'a lookup without its table',
      'lines.description.table',
      undefined,
      'lines.description.table: Write the name of a table.',
    ],
    [
      'a value of no known kind',
      'invoices.number',
      7,
      'invoices.number: Write a column, a list of columns, {"constant": "..."}',
    ],
    [
      'a rule with a typing error',
      'invoices.paid.amout',
      'x',
      'invoices.paid.amout: there is no such setting.',
    ],
    [
      'an unknown method',
      'invoices.paid.method',
      'cheque',
      'invoices.paid.method: Write one of bank_transfer, card,',
    ],
    [
      'a tax rate without its unit',
      'lines.taxRate.unit',
      undefined,
      'lines.taxRate.unit: Write "percent", "fraction" or',
    ],
    [
      'a customer table without its key',
      'customers.key',
      undefined,
      'customers.key: A table needs a key, and a key its table',
    ],
    ['an unknown rounding', 'rounding', 'up', 'rounding: Write "refuse" or "half_even".'],
  ])('with %s names its place', (_, path, value, problem) => {
    expect(changed(path, value)).toEqual([expect.stringContaining(problem)]);
  });

  test('tells every problem at once', () => {
    const mapping = { ...shopMapping(), rounding: 'up', amounts: 'cents', timeZone: undefined };
    expect(problemsOf(JSON.stringify(mapping))).toHaveLength(3);
  });
});
