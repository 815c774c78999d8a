import { expect, test } from 'vitest';
import { importLines, importTargets } from './import-targets';

const times = { rows: 60_000, checking: 1, writing: 2, copy: 1.8, ratio: 0.6, memory: 220 };

test('half the speed of COPY, in memory that stays flat, are targets that are met', () => {
  expect(importTargets(times)).toEqual([
    { sentence: 'A log is imported at 0.60 × the speed of COPY; wanted at least 0.5.', met: true },
    { sentence: 'It takes 220 MB of memory; wanted under 300 MB.', met: true },
  ]);
  expect(importLines(times)[0]).toContain('20,000 rows a second');
});

test('slower, or larger, is a target that is missed', () => {
  expect(importTargets({ ...times, ratio: 0.49, memory: 300 }).map(({ met }) => met)).toEqual([false, false]);
});
