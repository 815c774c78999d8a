/**
 * What the list of a past moment costs beside the list of now, at 100,000 invoices and 1,000,000 versions: a page and the
 * totals of each order, filter and search, at three moments and in both senses; and what the time machine asks.
 */
import { filtersOf, loadActivityAddress } from '@/components/activity/activity-address';
import { readActivityDensity } from '@/db/activity-density';
import { connect, type Database } from '@/db/client';
import { readInvoiceBatches } from '@/db/invoice-export';
import { listInvoices } from '@/db/invoice-list';
import { type CompanyCalendar, invoiceWhere } from '@/db/invoice-where';
import { migrate } from '@/db/migrate';
import { createManyVersions } from '@/db/testing/many-versions';
import { readChanges, readMovements, readStatusTotals } from '@/db/time-machine';
import { noFilters } from '@/lib/invoice/invoice-filters';
import type { InvoiceListPage, InvoiceListQuery } from '@/lib/invoice/invoice-list';
import { type Question, questions } from './as-of-questions';
import { median, round } from './results';

/** Of one question at one moment, in milliseconds; medians. What has no pages has no totals beside them. */
export interface AsOfTime {
  question: string;
  moment: string;
  page: number;
  totals: number | null;
}

const rounds = 3;

/** Moments by name; now first, which the others are compared with. */
const moments: readonly { name: string; at: Pick<CompanyCalendar, 'asOf' | 'sense'> }[] = [
  { name: 'now', at: { asOf: null } },
  { name: 'recent', at: { asOf: '2026-10-20T12:00:00Z' } },
  { name: 'middle', at: { asOf: '2026-05-06T12:00:00Z' } },
  { name: 'early', at: { asOf: '2025-11-20T12:00:00Z' } },
  { name: 'middle, known', at: { asOf: '2026-05-06T12:00:00Z', sense: 'known' } },
];

/** @param invoices how many, with ten versions each */
export async function measureAsOf(url: string, invoices: number): Promise<AsOfTime[]> {
  await migrate({ migrationUrl: url, appUrl: url, log: () => undefined });
  const db = connect(url, { max: 2, applicationName: 'retrace bench' });
  try {
    await createManyVersions(db, invoices);
    const { rows } = await db.$client.query<{ id: string }>('SELECT customer_id AS id FROM invoices LIMIT 1');
    const times: AsOfTime[] = [];
    for (const { name, at } of moments) {
      const today = (at.asOf ?? '2026-11-26').slice(0, 10);
      const calendar = { today, timeZone: 'Europe/Berlin', ...at };
      for (const question of questions(rows[0]?.id ?? ''))
        times.push({ question: question.name, moment: name, ...(await ofList(db, question, calendar)) });
      for (const [question, ask] of Object.entries(others(db, calendar)))
        times.push({ question, moment: name, page: await medianOf(ask), totals: null });
    }
    return times;
  } finally {
    await db.$client.end();
  }
}

/** What else is asked of a moment. */
const others = (db: Database, calendar: CompanyCalendar): Record<string, () => Promise<unknown>> => {
  const week = calendar.asOf && new Date(Date.parse(calendar.asOf) + 7 * 86_400_000).toISOString();
  const window = filtersOf(
    loadActivityAddress({ from: calendar.asOf ?? '2026-10-25T00:00:00Z', to: week ?? '' }),
  );
  const now = '2026-11-26T00:00:00Z';
  const begin = Date.parse('2025-11-01T00:00:00Z');
  const bounds = Array.from({ length: 120 }, (_, n) => new Date(begin + n * 3 * 86_400_000).toISOString());
  return {
    'export, first rows': async () => {
      const where = invoiceWhere(noFilters, calendar);
      const ordering = { sort: 'updated', descending: true } as const;
      for await (const _ of readInvoiceBatches(db, where, ordering, calendar)) break;
    },
    'time machine: totals': () => readStatusTotals(db, calendar),
    'time machine: totals over time': () => readMovements(db, bounds, calendar.sense),
    'time machine: changes in a week': () => readChanges(db, window),
    'time machine: bars of a week': () => readActivityDensity(db, window, { now, timeZone: 'Europe/Berlin' }),
  };
};

async function ofList(
  db: Database,
  { asked, behind }: Question,
  calendar: CompanyCalendar,
): Promise<Pick<AsOfTime, 'page' | 'totals'>> {
  const query: InvoiceListQuery = {
    ...noFilters,
    sort: 'updated',
    descending: true,
    size: 50,
    after: null,
    before: null,
    ...asked,
  };
  if (behind) query.after = await cursorBehind(db, query, calendar, behind);
  const [pages, totals]: [number[], number[]] = [[], []];
  for (let n = 0; n < rounds; n++) {
    const taken = await statements(db, (timed) => listInvoices(timed, query, calendar));
    pages.push(taken[0] ?? 0);
    totals.push(taken[1] ?? 0);
  }
  return { page: round(median(pages)), totals: round(median(totals)) };
}

/** The list's statements one after another, so that each is measured alone. */
async function statements(db: Database, ask: (timed: Pick<Database, 'execute'>) => Promise<unknown>) {
  const taken: number[] = [];
  let before: Promise<unknown> = Promise.resolve();
  const execute = (statement: Parameters<Database['execute']>[0]) => {
    const place = taken.push(0) - 1;
    const run = before.then(async () => {
      const began = performance.now();
      const result = await db.execute(statement);
      taken[place] = performance.now() - began;
      return result;
    });
    before = run;
    return run;
  };
  await ask({ execute: execute as unknown as Database['execute'] });
  return taken;
}

/** The cursor behind so many pages of a hundred, walked without their totals. */
async function cursorBehind(
  db: Database,
  query: InvoiceListQuery,
  calendar: CompanyCalendar,
  pages: number,
): Promise<string | null> {
  let after: string | null = null;
  for (let n = 0; n < pages; n++) {
    let asked = 0;
    const execute = (statement: Parameters<Database['execute']>[0]) =>
      asked++ === 0 ? db.execute(statement) : Promise.resolve({ rows: [] });
    const walking = { execute } as unknown as Pick<Database, 'execute'>;
    const page: InvoiceListPage = await listInvoices(walking, { ...query, size: 100, after }, calendar);
    after = page.next;
  }
  return after;
}

async function medianOf(ask: () => Promise<unknown>): Promise<number> {
  const taken: number[] = [];
  for (let n = 0; n < rounds; n++) {
    const began = performance.now();
    await ask();
    taken.push(performance.now() - began);
  }
  return round(median(taken));
}
