import { expect, test } from 'vitest';
import { parseWebOptions } from './options';

test('without options: three visits, ten thousand events, no file', () => {
  expect(parseWebOptions([], {})).toEqual({ visits: 3, events: 10_000, seconds: 8, json: null });
  expect(parseWebOptions(['--visits', '1', '--json', 'out.json'], {})).toMatchObject({
    visits: 1,
    json: 'out.json',
  });
  expect(parseWebOptions(['--help'], {})).toBe('help');
});

test.each([
  [['--visits', '0'], '--visits is "0"; expected a whole number from 1 to 50.'],
  [['--events', 'many'], '--events is "many"'],
  [['--seconds', '1.5'], '--seconds is "1.5"'],
  [['--url', 'https://app.example.com'], '--url'],
])('%j is refused with a sentence', (args, sentence) =>
  expect(() => parseWebOptions(args, {})).toThrow(sentence),
);

test('a database on another machine is refused, one on this machine is left alone', () => {
  const elsewhere = { DATABASE_URL: 'postgresql://ana:secret@db.example.com/shop' };
  expect(() => parseWebOptions([], elsewhere)).toThrow('DATABASE_URL is on db.example.com');
  expect(() => parseWebOptions([], { MIGRATION_DATABASE_URL: 'postgresql://10.0.0.5/shop' })).toThrow(
    '10.0.0.5',
  );
  expect(parseWebOptions([], { DATABASE_URL: 'postgresql://127.0.0.1/shop' })).not.toBe('help');
});
