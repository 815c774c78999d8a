import type { PoolClient } from 'pg';

/** From so many new events on it is worth while: it takes a tenth of the time of the import itself. */
export const manyEvents = 250_000;

/**
 * Has PostgreSQL take note of what an import brought: statistics, and which pages everybody may see, without which the pages
 * of the app that count events look each of them up. Autovacuum does the same, but if it comes while rows are still being
 * written, as it does in a long import, it leaves them out and has no reason to come again.
 *
 * Where the role may not (PostgreSQL before 17) the server passes the tables over, with a warning that nobody needs.
 *
 * @param client with no transaction open, no time limit, and a last commit that waited for the disk: a vacuum passes over what
 *   is not there yet
 */
export async function settleTables(client: PoolClient, added: number): Promise<void> {
  if (added < manyEvents) return;
  await client.query('SET client_min_messages = error');
  await client.query(
    'VACUUM (ANALYZE) events, streams, snapshots, invoices, invoice_versions, records, record_versions',
  );
}
