import { consumeAll } from '@/db/analytics/consumer';
import { connect, databaseUrl } from '@/db/client';
import { checkAll } from '@/db/integrity/checks';
import { keepAtIt } from '@/db/keep-at-it';
import { log } from './log';

const shared = globalThis as typeof globalThis & { retraceWorking?: AbortController };

/**
 * This process takes part in what goes on beside the answers: keeping the analytics, and checking the log where somebody
 * asked for it. Once, whatever is loaded again while developing.
 */
export function keepWorking(): void {
  if (shared.retraceWorking) return;
  const stopping = new AbortController();
  shared.retraceWorking = stopping;
  const { signal } = stopping;
  // What a crash takes away is done again: how far the work is goes with it.
  const { $client: pool } = connect(databaseUrl(), {
    max: 3,
    applicationName: 'retrace: beside',
    durable: false,
  });
  for (const name of ['SIGTERM', 'SIGINT'] as const) process.once(name, () => stopping.abort());
  const failed = (message: string) => (error: unknown) => log.warn({ err: error }, message);
  Promise.all([
    keepAtIt((until) => consumeAll(pool, until), {
      signal,
      onFailure: failed('The analytics could not be brought up to date.'),
    }),
    keepAtIt((until) => checkAll(pool, until), {
      signal,
      onFailure: failed('The check of the log does not get on.'),
    }),
  ]).finally(() => pool.end().catch(() => undefined));
}
