import { setTimeout as delay } from 'node:timers/promises';
import { consumeAll } from '../analytics/consumer';
import type { Database } from '../client';

/**
 * Has everything counted that was written. Tests share a server, and each other's transactions hold the feed back for a
 * moment.
 */
export async function catchUp({ $client }: Database): Promise<void> {
  for (;;) {
    await consumeAll($client);
    const { rows } = await $client.query<{ done: boolean }>(
      `SELECT (SELECT count(*) FROM events) = (SELECT count(*) FROM analytics_facts)
              AND NOT EXISTS (SELECT FROM analytics_generations WHERE status = 'building') AS done`,
    );
    if (rows[0]?.done) return;
    await delay(20);
  }
}
