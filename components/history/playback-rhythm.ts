/** How fast the history plays: so many events a second, or in the rhythm in which they happened. */
export const speeds = [1, 2, 5, 10, 'original'] as const;
export type Speed = (typeof speeds)[number];

export const speedLabels: Record<Speed, string> = {
  1: '1 a second',
  2: '2 a second',
  5: '5 a second',
  10: '10 a second',
  original: 'Original rhythm',
};

/** The shortest and the longest pause of the original rhythm, in milliseconds. */
const shortest = 100;
const longest = 2000;

/** What ten times the distance adds to a pause: a second apart is at once, a minute 0.6 s, an hour 1.1 s, a day 1.5 s. */
const perTenfold = 300;

/**
 * How long one event is shown before the next, in milliseconds. Months of waiting and edits of one minute can't be
 * played on one scale: the original rhythm keeps which pauses were long, by their order of magnitude, and caps them.
 *
 * @param from when the one happened, ISO 8601
 * @param to when the next did
 */
export function pauseBetween(from: string, to: string, speed: Speed): number {
  if (speed !== 'original') return 1000 / speed;
  const seconds = Math.max(0, (Date.parse(to) - Date.parse(from)) / 1000);
  return Math.min(longest, shortest + perTenfold * Math.log10(1 + seconds));
}
