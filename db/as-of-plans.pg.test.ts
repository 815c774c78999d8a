/**
 * What PostgreSQL looks at for the list of a past moment: of the versions that are over only those around the moment,
 * however long the history is. Rows are counted, not milliseconds.
 */
import { type SQL, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { noFilters } from '@/lib/invoice/invoice-filters';
import { type InvoiceListQuery, invoiceSorts } from '@/lib/invoice/invoice-list';
import { pastSenses } from '@/lib/past-sense';
import type { Database } from './client';
import { encodeCursor } from './invoice-cursor';
import { listInvoices } from './invoice-list';
import { createManyVersions, versionsEach } from './testing/many-versions';
import { createTestDatabase, type TestDatabase } from './testing/test-database';
import { readStatusTotals } from './time-machine';

const invoices = 6000;
let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
  await createManyVersions(database.owner, invoices);
}, 120_000);
afterAll(() => database.drop());

interface Node {
  'Node Type': string;
  'Relation Name'?: string;
  'Index Name'?: string;
  'Actual Rows'?: number;
  'Actual Loops'?: number;
  'Rows Removed by Filter'?: number;
  'Rows Removed by Index Recheck'?: number;
  Plans?: Node[];
}

const nodesOf = (node: Node): Node[] => [node, ...(node.Plans ?? []).flatMap(nodesOf)];

/** Runs what is asked and says, statement by statement, what it looked at. */
async function lookedAt(ask: (db: Pick<Database, 'execute'>) => Promise<unknown>): Promise<Node[][]> {
  const plans: Node[][] = [];
  const execute = async (statement: SQL) => {
    const { rows } = await database.app.execute<{ 'QUERY PLAN': [{ Plan: Node }] }>(
      sql`EXPLAIN (ANALYZE, TIMING OFF, FORMAT JSON) ${statement}`,
    );
    plans.push(rows.flatMap((row) => nodesOf(row['QUERY PLAN'][0].Plan)));
    return { rows: [] };
  };
  await ask({ execute: execute as unknown as Database['execute'] });
  return plans;
}

/** Rows of the versions that a plan had in its hands, whether it took them or not. */
const versionsIn = (plan: readonly Node[]): number =>
  plan
    .filter((node) => node['Relation Name'] === 'invoice_versions')
    .reduce(
      (sum, node) =>
        sum +
        ((node['Actual Rows'] ?? 0) +
          (node['Rows Removed by Filter'] ?? 0) +
          (node['Rows Removed by Index Recheck'] ?? 0)) *
          (node['Actual Loops'] ?? 1),
      0,
    );

const id = 'ffffffff-ffff-4fff-bfff-ffffffffffff';
const asked: Record<string, Partial<InvoiceListQuery>> = {
  ...Object.fromEntries(invoiceSorts.map((sort) => [`by ${sort}`, { sort }])),
  'a deep page': { after: encodeCursor('updated', { key: '2025-11-20T00:00:00.000000Z', id }) },
  'a search': { search: 'bakery' },
  'a status': { statuses: ['open'] },
  'what is overdue': { flags: ['overdue'] },
  'a currency': { currency: 'USD' },
  'who changed it': { changedBy: 'actor-3' },
  'what changed lately': { changedSince: 'week' },
};

const moments = ['2025-11-20T12:00:00Z', '2026-05-06T12:00:00Z', '2026-09-20T12:00:00Z'];
const mostOf = invoices * versionsEach * 0.15;

describe.each(pastSenses)('in the sense "%s"', (sense) => {
  test.each(Object.entries(asked))('%s', async (_name, query) => {
    for (const asOf of moments) {
      const calendar = { today: asOf.slice(0, 10), timeZone: 'Europe/Berlin', asOf, sense };
      const everything = { ...noFilters, sort: 'updated', descending: true, size: 50 } as const;
      const plans = await lookedAt((db) =>
        listInvoices(db, { ...everything, after: null, before: null, ...query }, calendar),
      );
      expect(plans.length).toBeGreaterThanOrEqual(2);
      for (const plan of plans) {
        // What has a value and what has none are two runs, each of which looks there.
        const runs = plan.filter((node) => node['Relation Name'] === 'invoice_versions').length;
        expect(versionsIn(plan)).toBeLessThan(mostOf * Math.max(1, runs));
      }
    }
  });

  test('the business of a moment', async () => {
    for (const asOf of moments) {
      const calendar = { today: asOf.slice(0, 10), timeZone: 'Europe/Berlin', asOf, sense };
      const plans = await lookedAt((db) => readStatusTotals(db, calendar));
      for (const plan of plans) expect(versionsIn(plan)).toBeLessThan(mostOf);
    }
  });
});

test('the newest page of a moment reads the invoices in order, not all of them', async () => {
  const calendar = { today: '2026-09-20', timeZone: 'Europe/Berlin', asOf: moments[2] ?? '' };
  const everything = { ...noFilters, descending: true, size: 50, after: null, before: null } as const;
  for (const sort of ['updated', 'number', 'due'] as const) {
    const plans = await lookedAt((db) => listInvoices(db, { ...everything, sort }, calendar));
    const page = plans.find((plan) => plan.some((node) => node['Node Type'] === 'Limit')) ?? [];
    expect(page.map((node) => node['Index Name'])).toContain(`invoices_${sort}`);
    expect(page.filter((node) => node['Node Type'] === 'Seq Scan')).toEqual([]);
  }
});
