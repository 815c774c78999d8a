import { keepConsuming } from '@/db/analytics/consumer';
import { connect, databaseUrl } from '@/db/client';
import { log } from './log';

const shared = globalThis as typeof globalThis & { retraceAnalytics?: AbortController };

/** This process takes part in keeping the analytics; once, whatever is loaded again while developing. */
export function keepAnalytics(): void {
  if (shared.retraceAnalytics) return;
  const stopping = new AbortController();
  shared.retraceAnalytics = stopping;
  // What a crash takes away is counted again: the checkpoint goes with it.
  const db = connect(databaseUrl(), { max: 2, applicationName: 'retrace: analytics', durable: false });
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => stopping.abort());
  keepConsuming(db.$client, {
    signal: stopping.signal,
    onFailure: (error) => log.warn({ err: error }, 'The analytics could not be brought up to date.'),
  }).finally(() => db.$client.end().catch(() => undefined));
}
