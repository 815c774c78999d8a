import { describe, expect, test } from 'vitest';
import { readMoment, readMoney, readQuantity, readTaxRate } from './values';

const refused = (message: string) => ({ problem: expect.stringContaining(message) });
const instant = (text: string, zone = 'Europe/Berlin') => {
  const read = readMoment(text, zone);
  return 'value' in read ? read.value.instant : read.problem;
};

describe('a moment', () => {
  test('without an offset is meant in the mapping’s zone, winter and summer', () => {
    expect(readMoment('2024-01-15 00:30:00', 'Europe/Berlin')).toEqual({
      value: { instant: '2024-01-14T23:30:00.000000Z', day: '2024-01-15', wholeDay: false },
    });
    expect(instant('2024-07-15 00:30:00')).toBe('2024-07-14T22:30:00.000000Z');
    expect(instant('2024-07-15T00:30', 'America/St_Johns')).toBe('2024-07-15T03:00:00.000000Z');
  });

  test('with an offset keeps its instant; its day is that of the zone', () => {
    expect(readMoment('2024-01-15 23:30:00.5+00', 'Europe/Berlin')).toEqual({
      value: { instant: '2024-01-15T23:30:00.500000Z', day: '2024-01-16', wholeDay: false },
    });
    expect(instant('2024-01-15T12:00:00-03:30')).toBe('2024-01-15T15:30:00.000000Z');
    expect(instant('2024-01-15T12:00:00.123456Z')).toBe('2024-01-15T12:00:00.123456Z');
  });

  test('around a change of the clocks is an hour that there was', () => {
    expect(instant('2024-03-31 01:59:59')).toBe('2024-03-31T00:59:59.000000Z');
    expect(instant('2024-03-31 03:00:00')).toBe('2024-03-31T01:00:00.000000Z');
    expect(instant('2024-10-27 03:00:00')).toBe('2024-10-27T02:00:00.000000Z');
  });

  test('of a whole day is its beginning', () => {
    expect(readMoment('2024-01-15', 'Asia/Tokyo')).toEqual({
      value: { instant: '2024-01-14T15:00:00.000000Z', day: '2024-01-15', wholeDay: true },
    });
  });

  test.each(['', 'yesterday', 'infinity', '2024-1-5', '15.01.2024', '2024-01-15+02', '0044-03-15 BC'])(
    'is not “%s”',
    (text) => expect(readMoment(text, 'UTC')).toEqual(refused('is no date or time')),
  );

  test.each(['2024-02-30', '2024-13-01', '2023-02-29 10:00', '2024-01-01 25:00'])('is not %s', (text) => {
    expect(readMoment(text, 'UTC')).toEqual(refused('is no day of the calendar'));
  });

  test('does not lie before 1900', () => {
    expect(readMoment('1899-12-31', 'UTC')).toEqual(refused('lies before 1900'));
  });
});

describe('an amount', () => {
  const strict = { amounts: 'decimal', rounding: 'refuse' } as const;
  const even = { amounts: 'decimal', rounding: 'half_even' } as const;
  const minor = { amounts: 'minor_units', rounding: 'refuse' } as const;

  test.each([
    ['12.5', 'EUR', 1250],
    ['0012.5000', 'EUR', 1250],
    ['-0.05', 'EUR', -5],
    ['0', 'EUR', 0],
    ['100', 'JPY', 100],
    ['1.234', 'KWD', 1234],
  ] as const)('%s %s is %d minor units', (text, currency, amount) => {
    expect(readMoney(text, currency, strict)).toEqual({ value: { amount, rounded: false } });
  });

  test.each([
    ['0.125', 12],
    ['0.135', 14],
    ['0.1250001', 13],
    ['0.1349', 13],
    ['9.995', 1000],
    ['-0.125', -12],
  ] as const)('%s EUR is rounded half to even to %d where that is asked for', (text, amount) => {
    expect(readMoney(text, 'EUR', even)).toEqual({ value: { amount, rounded: true } });
    expect(readMoney(text, 'EUR', strict)).toEqual(refused('decimals, but EUR has 2 decimals'));
  });

  test('in minor units has no decimals', () => {
    expect(readMoney('1250', 'EUR', minor)).toEqual({ value: { amount: 1250, rounded: false } });
    expect(readMoney('1250.00', 'EUR', minor)).toEqual({ value: { amount: 1250, rounded: false } });
    expect(readMoney('5', 'KWD', minor)).toEqual({ value: { amount: 5, rounded: false } });
    expect(readMoney('12.5', 'EUR', minor)).toEqual(refused('minor units have no decimals'));
  });

  test.each(['NaN', '1e3', '1,5', '$5', '--1', '.5'])('is not “%s”', (text) => {
    expect(readMoney(text, 'EUR', strict)).toEqual(refused('is no amount'));
  });

  test('has an end', () => {
    expect(readMoney('99999999999999999999', 'EUR', strict)).toEqual(refused('is too large'));
  });
});

test('a quantity loses its idle zeros, and is more than zero', () => {
  expect(readQuantity('1.500')).toEqual({ value: '1.5' });
  expect(readQuantity('007')).toEqual({ value: '7' });
  expect(readQuantity('0.000')).toEqual(refused('not more than zero'));
  expect(readQuantity('-2')).toEqual(refused('not more than zero'));
  expect(readQuantity('0.0001')).toEqual(refused('at most three'));
  expect(readQuantity('one')).toEqual(refused('is no number'));
});

test('a tax rate is basis points, whatever the source counts in', () => {
  expect(readTaxRate('19.00', 'percent')).toEqual({ value: 1900 });
  expect(readTaxRate('0.07', 'fraction')).toEqual({ value: 700 });
  expect(readTaxRate('1900', 'basis_points')).toEqual({ value: 1900 });
  expect(readTaxRate('19.125', 'percent')).toEqual(refused('finer'));
  expect(readTaxRate('-1', 'percent')).toEqual(refused('not between'));
  expect(readTaxRate('101', 'percent')).toEqual(refused('not between'));
});
