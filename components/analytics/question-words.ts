import type { Interval } from '@/lib/analytics/figures';
import { figureWords } from '@/lib/figure-words';

/** The sentences of the analytics. */

/** "3 refunds", "1 refund". */
export const many = (count: number, one: string, several = `${one}s`): string =>
  `${figureWords(count, 'count')} ${count === 1 ? one : several}`;

export const share = (value: number): string => figureWords(value, 'share');

/** "between 8.1 % and 18.0 %", or nothing. */
export const confidence = (interval: Interval | null): string =>
  interval ? ` (95 % interval ${share(interval[0])} to ${share(interval[1])})` : '';

/** What of the log counts: said on every page of the analytics. */
export function countedWords(
  { undone, asOf }: { undone: boolean; asOf: string | null },
  moment: string,
): string {
  const when = asOf ? `As it was on ${moment}. ` : '';
  return `${when}${
    undone
      ? 'Undone events are counted too, as if nobody had taken them back.'
      : 'Undone events are not counted; what was put back counts again.'
  }`;
}
