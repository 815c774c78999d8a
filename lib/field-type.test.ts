import { expect, it } from 'vitest';
import { type FieldType, isOfType, valueInWords } from './field-type';

it.each<[FieldType, readonly string[], readonly string[]]>([
  ['int', ['0', '-12', '1234567890123456789012345678901234567890'], ['1.0', '1e3', '', ' 1']],
  ['float', ['1.50', '-.5', '1.50E-7', '12', 'NaN', '-INF'], ['1,5', 'n/a', '', '.']],
  ['boolean', ['true', 'false'], ['TRUE', '1', 'yes', '']],
  ['date', ['2026-03-01T09:00:00+01:00', '1969-12-31T23:59:59.999Z'], ['2026-03-01', '2026-03-01T09:00:00']],
  ['id', ['f3e0b7c2-6f6e-4c56-9a53-3a3c6f0e9d11'], ['two words', '']],
])('%s is known by its form', (type, good, bad) => {
  expect(good.filter((text) => !isOfType(text, type))).toEqual([]);
  expect(bad.filter((text) => isOfType(text, type))).toEqual([]);
});

it('an instant is told by the clock on which it was written; all else as it is', () => {
  expect(valueInWords('2026-03-01T09:00:00.250+01:00')).toBe('1 Mar 2026, 09:00:00.250 +01:00');
  expect(valueInWords('1969-12-31T23:59:59Z')).toBe('31 Dec 1969, 23:59:59 UTC');
  for (const text of ['2026-03-01', '2026-13-01T00:00:00Z', '1.50', 'true', ''])
    expect(valueInWords(text)).toBe(text);
});
