/**
 * Laws are tried together: each random history is made once, and every law gets a copy of it. So thousands of histories
 * take minutes, and which law one of them breaks is still told by the law's name.
 */
import fc from 'fast-check';
import { beforeAll, it } from 'vitest';
import { type Build, growBoth, type Pair, pasts } from './histories';
import { pinned } from './pinned';

/**
 * Throws if a record does not keep the law.
 *
 * @param version a place in its history
 * @param beside the other invoice, with which it shares some operations
 */
type Law = (record: Build, version: number, beside: Build) => void;

const runs = Number(process.env.RETRACE_HISTORIES ?? 300);
const seed = Number(process.env.RETRACE_PROPERTY_SEED ?? fc.sample(fc.nat(), 1)[0]);
// Thousands of runs are a matter of minutes.
const timeout = Math.max(120_000, runs * 1000);
const histories = fc.record({ past: pasts(25), place: fc.nat({ max: 100 }), swapped: fc.boolean() });

type Sample = typeof histories extends fc.Arbitrary<infer S> ? S : never;

/** One test for each law, over the same `RETRACE_HISTORIES` random histories and those that once broke one. */
export function tryLaws(laws: Readonly<Record<string, Law>>): void {
  const broken = new Map<string, unknown>();
  const parameters = { numRuns: runs, seed };

  const tryAll = (sample: Sample) => {
    const pair = growBoth(sample.past);
    for (const [name, law] of Object.entries(laws)) {
      if (broken.has(name)) continue;
      try {
        check(law, pair, sample);
      } catch (error) {
        broken.set(name, error);
      }
    }
  };

  beforeAll(() => {
    for (const past of pinned) tryAll({ past, place: 0, swapped: false });
    fc.assert(fc.property(histories, tryAll), parameters);
  }, timeout);

  for (const [name, law] of Object.entries(laws)) {
    it(
      name,
      () => {
        if (!broken.has(name)) return;
        // The same histories again, for this law alone: fast-check makes the one that breaks it smaller, and prints it.
        fc.assert(
          fc.property(histories, (sample) => check(law, growBoth(sample.past), sample)),
          parameters,
        );
        throw broken.get(name);
      },
      timeout,
    );
  }
}

function check(law: Law, { first, second }: Pair, { place, swapped }: Sample): void {
  const operations = { ...first.operations };
  const [record, beside] = [first.copy(operations), second.copy(operations)];
  if (swapped) law(beside, 1 + (place % beside.events.length), record);
  else law(record, 1 + (place % record.events.length), beside);
}
