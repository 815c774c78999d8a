import { describe, expect, it } from 'vitest';
import type { Contestant } from './contestants/contestant';
import { median, resultsOf, targetsOf } from './results';
import { sentencesOf, tableOf } from './table';

const contestant = (name: string, title: string): Contestant => ({
  name,
  title,
  does: `what ${title} does`,
  open: () => Promise.reject(new Error('This one is only named.')),
});

/** Legs of one second each. */
const legs = (...commands: number[]) => commands.map((count) => ({ commands: count, milliseconds: 1000 }));

const measured = new Map([
  [contestant('retrace', 'Retrace'), legs(2900, 4000, 3100, 3000, 3050)],
  [contestant('emmett', 'Emmett'), legs(700, 750, 10, 800, 762)],
  [contestant('insert', 'bare INSERT'), legs(12_000, 12_200, 12_100)],
]);

describe('median', () => {
  it.each([
    [[3], 3],
    [[5, 1, 3], 3],
    [[4, 1, 3, 2], 2.5],
    [[10, 9, 100], 10],
  ])('of %j is %d', (values, middle) => expect(median(values)).toBe(middle));

  it('of nothing is refused', () => expect(() => median([])).toThrow('no median'));
});

describe('resultsOf', () => {
  it('takes the median of the runs, so that one bad run moves nothing', () => {
    const [retrace, emmett] = resultsOf(measured);
    expect(retrace).toMatchObject({ median: 3050, min: 2900, max: 4000, toRetrace: 1, toInsert: 0.252 });
    expect(emmett).toMatchObject({ median: 750, min: 10, max: 800, toRetrace: 0.246, toInsert: 0.062 });
  });

  it('counts in commands a second, however long a run was', () => {
    const half = new Map([[contestant('retrace', 'Retrace'), [{ commands: 100, milliseconds: 500 }]]]);
    expect(resultsOf(half)[0]).toMatchObject({ median: 200, toInsert: null });
  });
});

describe('targetsOf', () => {
  it('is met from four times Emmett on', () => {
    expect(targetsOf(resultsOf(measured))).toEqual([
      { peer: 'emmett', atLeast: 4, measured: 4.067, met: true },
    ]);
  });

  it('is missed just below, also where the rounded ratio says four', () => {
    const close = new Map([
      [contestant('retrace', 'Retrace'), legs(39_999)],
      [contestant('emmett', 'Emmett'), legs(10_000)],
    ]);
    const results = resultsOf(close);
    expect(targetsOf(results)).toMatchObject([{ met: false }]);
    expect(sentencesOf(targetsOf(results), results)[0]).toContain('MISSED');
  });

  it('judges nothing that was not measured', () => {
    expect(targetsOf(resultsOf(new Map([[contestant('retrace', 'Retrace'), legs(1)]])))).toEqual([]);
  });
});

it('the table has a row for each, with numbers one below the other', () => {
  expect(tableOf(resultsOf(measured)).split('\n')).toEqual([
    '             commands/s        min–max  × Retrace  × INSERT  one command is',
    'Retrace           3,050    2,900–4,000       1.00      0.25  what Retrace does',
    'Emmett              750         10–800       0.25      0.06  what Emmett does',
    'bare INSERT      12,100  12,000–12,200       3.97      1.00  what bare INSERT does',
  ]);
});
