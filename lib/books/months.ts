import { addDays, lastOfMonthBefore } from '../calendar-spans';

/** A calendar month as an accounting period. */
export interface Month {
  /** First and last day, `YYYY-MM-DD`. */
  from: string;
  to: string;
  /** `partly`: closed through a day within it; `running`: it is not over yet, and no part of it is closed. */
  status: 'closed' | 'partly' | 'open' | 'running';
}

/**
 * The latest months, newest first: that of today and those before it.
 *
 * @param today the company's calendar day
 */
export function latestMonths(closedThrough: string | null, today: string, count = 13): Month[] {
  const months: Month[] = [];
  let to = lastOfMonthBefore(addDays(`${today.slice(0, 7)}-28`, 5));
  while (months.length < count) {
    const from = `${to.slice(0, 7)}-01`;
    months.push({ from, to, status: statusOf(from, to, closedThrough, today) });
    to = addDays(from, -1);
  }
  return months;
}

function statusOf(from: string, to: string, closedThrough: string | null, today: string): Month['status'] {
  if (closedThrough !== null && closedThrough >= to) return 'closed';
  if (closedThrough !== null && closedThrough >= from) return 'partly';
  return to >= today ? 'running' : 'open';
}
