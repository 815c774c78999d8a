import type { AsOfTime } from './as-of';

/** What the list of a past moment must keep to, and whether it did. */
export interface AsOfTarget {
  sentence: string;
  met: boolean;
}

/** A page costs at most so many times the same page of now, or so many milliseconds; totals so many. */
const most = { times: 3, page: 50, totals: 300 };

/** Judges every page and all totals of the past; the time machine's totals too. */
export function asOfTargets(times: readonly AsOfTime[]): AsOfTarget[] {
  const now = new Map(times.filter(isNow).map(({ question, page }) => [question, page]));
  const past = times.filter((time) => !isNow(time));
  const slowPages = past.filter(
    ({ question, page, totals }) =>
      totals !== null && page > Math.max(most.page, most.times * (now.get(question) ?? 0)),
  );
  const slowTotals = past.filter(
    ({ question, page, totals }) => (totals ?? (question.endsWith('totals') ? page : 0)) > most.totals,
  );
  return [
    told(`Pages of the past take at most ${most.times} times those of now, or ${most.page} ms`, slowPages),
    told(`Totals of the past take at most ${most.totals} ms`, slowTotals),
  ];
}

const isNow = ({ moment }: AsOfTime): boolean => moment === 'now';

const told = (sentence: string, missed: readonly AsOfTime[]): AsOfTarget => ({
  sentence:
    missed.length === 0
      ? `${sentence}.`
      : `${sentence}: MISSED by ${missed.map(({ question, moment }) => `${question} (${moment})`).join(', ')}.`,
  met: missed.length === 0,
});
