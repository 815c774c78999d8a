/** What a share or a ratio of counts is worth: between what the true one lies, in 95 of 100 cases. */

/** How many standard deviations hold 95 of 100 cases. */
const z = 1.959963984540054;

export type Interval = readonly [low: number, high: number];

/** Wilson's interval of a share: right for few cases and for shares near none and all. Null where there are no cases. */
export function shareInterval(count: number, of: number): Interval | null {
  if (of === 0) return null;
  const share = count / of;
  const scale = 1 + z ** 2 / of;
  const middle = share + z ** 2 / (2 * of);
  const spread = z * Math.sqrt((share * (1 - share)) / of + z ** 2 / (4 * of ** 2));
  return [Math.max(0, (middle - spread) / scale), Math.min(1, (middle + spread) / scale)];
}

/** So many of so many. */
export interface Share {
  count: number;
  of: number;
}

/** How many times as large one share is as another, with the interval of Katz and others on the logarithm's scale. */
export interface Ratio {
  /** Null where the other share is none, or nobody was asked. */
  value: number | null;
  interval: Interval | null;
}

/**
 * The ratio of two shares. Where one of the counts is none, the interval is worked out with half a case more in each, so that
 * it says something.
 */
export function shareRatio(a: Share, b: Share): Ratio {
  if (a.of === 0 || b.of === 0) return { value: null, interval: null };
  const value = b.count === 0 ? null : a.count / a.of / (b.count / b.of);
  if (a.count === 0 && b.count === 0) return { value: null, interval: null };
  const more = a.count === 0 || b.count === 0 ? 0.5 : 0;
  const [x, m, y, n] = [a.count + more, a.of + 2 * more, b.count + more, b.of + 2 * more];
  const middle = Math.log(x / m / (y / n));
  const spread = z * Math.sqrt(1 / x - 1 / m + 1 / y - 1 / n);
  return { value, interval: [Math.exp(middle - spread), Math.exp(middle + spread)] };
}
