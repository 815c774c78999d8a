import type { Explored } from '@/db/analytics/explored';
import { readBetween, readFollows, readFunnel, readWho } from '@/db/analytics/explorer';
import { readProcessGraph, readVariants } from '@/db/analytics/process-map';
import type { Database } from '@/db/client';
import type { AnalyticsFilters } from '@/lib/analytics/question';

const now = '2026-11-27T00:00:00Z';
const mostVariants = 20;

/** What the Explorer and the process map ask of invoices, at once as their pages do. */
export function exploredPages(
  db: Database,
  filters: AnalyticsFilters,
): Readonly<Record<string, () => Promise<unknown>>> {
  const of: Explored = { ...filters, workflow: 'invoice' };
  const pair = { first: 'payment_failed', second: 'payment_received' };
  const steps = ['invoice_created', 'invoice_finalized', 'payment_failed', 'payment_received'];
  const map = (medians: boolean) => () =>
    Promise.all([readProcessGraph(db, of, { medians }), readVariants(db, of, mostVariants)]);
  return {
    'process map': map(false),
    'process map, times': map(true),
    'A then B': () => readFollows(db, of, { ask: 'follows', ...pair, days: 14 }, now),
    'time between': () => readBetween(db, of, { ask: 'between', ...pair }),
    funnel: () => readFunnel(db, of, { ask: 'funnel', steps, days: null }),
    'who did it': () => readWho(db, of, { ask: 'who', activity: null }),
  };
}
