import { expect, test } from 'vitest';
import { parseOptions } from './options';

test('without options: five runs of five seconds, twenty commands at once over ten connections', () => {
  expect(parseOptions([])).toEqual({
    runs: 5,
    limit: { seconds: 5 },
    pool: 10,
    atOnce: 20,
    events: 10_000,
    foldOnly: false,
    asOfOnly: false,
    importOnly: false,
    rows: 200_000,
    invoices: 100_000,
    analyticsOnly: false,
    acts: 1_000_000,
    json: 'bench/results/latest.json',
  });
});

test('a run can end by its commands instead', () => {
  expect(parseOptions(['--runs', '1', '--commands', '50', '--json', 'out.json'])).toMatchObject({
    runs: 1,
    limit: { commands: 50 },
    json: 'out.json',
  });
  expect(parseOptions(['--help'])).toBe('help');
});

test.each([
  [['--runs', '0'], '--runs is "0"; expected a whole number from 1 to 100.'],
  [['--pool', 'ten'], '--pool is "ten"'],
  [['--seconds', '1e3'], '--seconds is "1e3"'],
  [['--seconds', '5', '--commands', '5'], 'Give --seconds or --commands'],
  [['--host', 'db.example.com'], '--host'],
])('%j is refused with a sentence', (args, sentence) => expect(() => parseOptions(args)).toThrow(sentence));
