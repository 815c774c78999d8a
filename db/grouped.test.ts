import { describe, expect, test } from 'vitest';
import { grouped } from './grouped';

class Refused extends Error {}

/** A grouped question whose answers are given by hand, one group after another. */
function byHand(
  options: { atOnce?: number; most?: number; fits?: (group: readonly number[], n: number) => boolean } = {},
) {
  const groups: { asked: readonly number[]; answer(): void; fail(error: Error): void }[] = [];
  const arrivals: (() => void)[] = [];
  const ask = grouped<number, number>({
    atOnce: 1,
    most: 10,
    ...options,
    isOfOne: (error) => error instanceof Refused,
    ask: (asked) =>
      new Promise((resolve, reject) => {
        groups.push({ asked, answer: () => resolve(asked.map((n) => n * 10)), fail: reject });
        arrivals.shift()?.();
      }),
  });
  /** The group of this place, as soon as it is asked. */
  const group = async (index: number) => {
    while (groups.length <= index) await new Promise<void>((arrived) => arrivals.push(arrived));
    return groups[index] as (typeof groups)[number];
  };
  return { ask, group, groups };
}

describe('what is asked at once goes together', () => {
  test('a lone question goes at once; what comes while it is on its way is the next group', async () => {
    const { ask, group } = byHand();
    const first = ask(1);
    const one = await group(0);
    const others = [ask(2), ask(3), ask(4)];
    one.answer();
    const next = await group(1);
    expect([one.asked, next.asked]).toEqual([[1], [2, 3, 4]]);
    next.answer();
    expect(await Promise.all([first, ...others])).toEqual([10, 20, 30, 40]);
  });

  test('no more than so many, and no more groups at a time', async () => {
    const { ask, group, groups } = byHand({ most: 2, atOnce: 2 });
    const all = Promise.all([1, 2, 3, 4, 5].map(ask));
    (await group(1)).answer();
    expect((await group(2)).asked).toEqual([5]);
    for (const each of [0, 2]) (await group(each)).answer();
    expect(await all).toEqual([10, 20, 30, 40, 50]);
    expect(groups.map(({ asked }) => asked)).toEqual([[1, 2], [3, 4], [5]]);
  });

  test('what does not fit waits for the next group, in its order', async () => {
    const { ask, group } = byHand({ fits: ([first = 0], n) => first % 2 === n % 2 });
    const all = Promise.all([1, 2, 3, 4].map(ask));
    const odd = await group(0);
    odd.answer();
    const even = await group(1);
    even.answer();
    expect([odd.asked, even.asked]).toEqual([
      [1, 3],
      [2, 4],
    ]);
    expect(await all).toEqual([10, 20, 30, 40]);
  });
});

describe('when a group fails', () => {
  test('for the fault of one, each is asked on its own', async () => {
    const { ask, group } = byHand();
    const all = Promise.allSettled([1, 2].map(ask));
    (await group(0)).fail(new Refused('one of you'));
    (await group(1)).fail(new Refused('it was 1'));
    (await group(2)).answer();
    expect(await all).toEqual([
      { status: 'rejected', reason: new Refused('it was 1') },
      { status: 'fulfilled', value: 20 },
    ]);
  });

  test('for nobody’s fault, all are told, and the next are asked as ever', async () => {
    const { ask, group } = byHand();
    const all = Promise.allSettled([1, 2].map(ask));
    const lost = new Error('connection lost');
    (await group(0)).fail(lost);
    expect(await all).toEqual([
      { status: 'rejected', reason: lost },
      { status: 'rejected', reason: lost },
    ]);
    const later = ask(3);
    (await group(1)).answer();
    expect(await later).toBe(30);
  });
});
