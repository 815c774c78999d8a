import { expect, it } from 'vitest';
import { shareInterval, shareRatio } from './figures';

const rounded = (values: readonly number[] | null) => values?.map((value) => Math.round(value * 1e4) / 1e4);

it('a share’s interval is Wilson’s, also near none and all', () => {
  // As tables of the Wilson interval have them.
  expect(rounded(shareInterval(8, 10))).toEqual([0.4902, 0.9433]);
  expect(rounded(shareInterval(0, 10))).toEqual([0, 0.2775]);
  expect(rounded(shareInterval(10, 10))).toEqual([0.7225, 1]);
  expect(rounded(shareInterval(120, 1000))).toEqual([0.1013, 0.1416]);
  expect(shareInterval(0, 0)).toBeNull();
});

it('a ratio of shares has its interval on the logarithm’s scale', () => {
  const { value, interval } = shareRatio({ count: 15, of: 50 }, { count: 20, of: 200 });
  expect(value).toBeCloseTo(3, 10);
  // The spread of the logarithm: 1.96 × √(1/15 − 1/50 + 1/20 − 1/200) = 0.5934.
  expect(rounded(interval)).toEqual([1.6573, 5.4304]);
});

it('where a count is none the ratio has an interval or is not to be had', () => {
  expect(shareRatio({ count: 0, of: 10 }, { count: 5, of: 10 }).value).toBe(0);
  expect(shareRatio({ count: 0, of: 10 }, { count: 5, of: 10 }).interval?.[1]).toBeLessThan(2);
  const onlyLeft = shareRatio({ count: 5, of: 10 }, { count: 0, of: 10 });
  expect(onlyLeft.value).toBeNull();
  expect(onlyLeft.interval?.[0]).toBeGreaterThan(0);
  expect(shareRatio({ count: 0, of: 10 }, { count: 0, of: 10 })).toEqual({ value: null, interval: null });
  expect(shareRatio({ count: 0, of: 0 }, { count: 1, of: 10 })).toEqual({ value: null, interval: null });
});
