/** How fast the analytics are counted anew, and how long their questions take, over 1,000,000 events. */
import { readSigns } from '@/db/analytics/churn';
import { consumeAll } from '@/db/analytics/consumer';
import { readRemedies } from '@/db/analytics/failed-payments';
import { readOutcomes } from '@/db/analytics/outcomes';
import { beginRebuild } from '@/db/analytics/rebuild';
import { readRefundsByPath } from '@/db/analytics/refund-paths';
import { readRefundsByProcess } from '@/db/analytics/refunds';
import { readUndosByActivity, readUndosByPerson } from '@/db/analytics/undos';
import { connect, type Database, forAnalytics } from '@/db/client';
import { migrate } from '@/db/migrate';
import { createManyActs } from '@/db/testing/many-acts';
import { type AnalyticsFilters, wholeLog } from '@/lib/analytics/question';
import { exploredPages } from './explored-pages';
import { median, round } from './results';

/** Of one page asked in one way, in milliseconds; the median once it is warm. */
export interface AnalyticsTime {
  page: string;
  asked: string;
  milliseconds: number;
}

export interface AnalyticsMeasured {
  events: number;
  /** Events a second that a rebuild counts, the switch to the new numbers included. */
  rebuild: number;
  times: readonly AnalyticsTime[];
}

/** At least so many events a second, and at most so many milliseconds a page. */
const targets = { rebuild: 50_000, page: 1000 };

const rounds = 5;

const asked: Readonly<Record<string, Partial<AnalyticsFilters>>> = {
  now: {},
  'as of a moment': { asOf: '2025-12-01T00:00:00Z' },
  'with undone events': { undone: true },
  'three months': { from: '2025-06-01T00:00:00Z', to: '2025-09-01T00:00:00Z' },
  'a person': { person: 'actor-3' },
};

/** @param events how many, about */
export async function measureAnalytics(url: string, events: number): Promise<AnalyticsMeasured> {
  await migrate({ migrationUrl: url, appUrl: url, log: () => undefined });
  const db = connect(url, { ...forAnalytics, applicationName: 'retrace bench', durable: false });
  try {
    await createManyActs(db, events);
    await consumeAll(db.$client);
    await beginRebuild(db.$client);
    const since = performance.now();
    const counted = await consumeAll(db.$client);
    const rebuild = Math.round(counted / ((performance.now() - since) / 1000));
    // What the server does by itself within a minute.
    await db.$client.query('VACUUM (ANALYZE) analytics_fact_rows');
    return { events: counted, rebuild, times: await measurePages(db) };
  } finally {
    await db.$client.end();
  }
}

export async function measurePages(db: Database): Promise<AnalyticsTime[]> {
  const named = await readOutcomes(db);
  const times: AnalyticsTime[] = [];
  for (const [name, filters] of Object.entries(asked)) {
    const of = { ...wholeLog, ...filters };
    // What a page asks, at once as the page does.
    const pages: Readonly<Record<string, () => Promise<unknown>>> = {
      refunds: () =>
        Promise.all([
          readRefundsByProcess(db, of, named),
          readRefundsByPath(db, { filters: of, named, paths: 'kinds' }),
        ]),
      'failed payments': () => readRemedies(db, { ...of, days: 14 }, named),
      churn: () => readSigns(db, { ...of, workflow: 'subscription' }, named),
      undo: () => Promise.all([readUndosByActivity(db, of), readUndosByPerson(db, of)]),
    };
    for (const [page, ask] of Object.entries({ ...pages, ...exploredPages(db, of) })) {
      await ask();
      const taken: number[] = [];
      for (let n = 0; n < rounds; n++) {
        const since = performance.now();
        await ask();
        taken.push(performance.now() - since);
      }
      times.push({ page, asked: name, milliseconds: round(median(taken)) });
    }
  }
  return times;
}

/** The figures as lines of a table. */
export function analyticsLines({ events, times }: AnalyticsMeasured): string[] {
  return [
    `Analytics over ${count(events)} events`,
    ...times.map(
      ({ page, asked: how, milliseconds }) =>
        `  ${page.padEnd(18)} ${how.padEnd(20)} ${String(Math.round(milliseconds)).padStart(6)} ms`,
    ),
  ];
}

const count = (value: number) => value.toLocaleString('en-US');

/** What the analytics must keep to, and whether they did. */
export function analyticsTargetsOf({
  rebuild,
  times,
}: AnalyticsMeasured): { sentence: string; met: boolean }[] {
  const slowest = Math.max(...times.map(({ milliseconds }) => milliseconds));
  const told = (sentence: string, met: boolean) => ({
    sentence: `${met ? 'met' : 'MISSED'}: ${sentence}`,
    met,
  });
  return [
    told(
      `rebuilt at ${count(rebuild)} events a second, at least ${count(targets.rebuild)}`,
      rebuild >= targets.rebuild,
    ),
    told(
      `the slowest page of the analytics answers in ${Math.round(slowest)} ms, within ${targets.page}`,
      slowest <= targets.page,
    ),
  ];
}
