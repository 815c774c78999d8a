import { expect, test } from 'vitest';
import { batchTargets } from './batch-targets';

const of = (events: number, undo: number, heap: number) => ({
  events,
  records: events / 2,
  dryRun: 1,
  undo,
  undoOfIt: undo,
  heap,
});

test('5,000 events in time, and memory that stays flat, are targets that are met', () => {
  expect(batchTargets([of(10_000, 30, 6), of(1000, 1, 4), of(5000, 3, 5)])).toEqual([
    { sentence: '5,000 events take 3.0 s; wanted under 20 s.', met: true },
    { sentence: 'The largest batch needs 2.0 MB more than the smallest; wanted under 20 MB.', met: true },
  ]);
});

test('too long, or growing, is a target that is missed', () => {
  expect(batchTargets([of(1000, 1, 4), of(5000, 21, 90)]).map(({ met }) => met)).toEqual([false, false]);
});
