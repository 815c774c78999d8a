/** What is here already of the histories in a file. */
import { hexToBytes } from '@noble/hashes/utils.js';
import { sql } from 'drizzle-orm';
import type { LoggedEvent } from '@/lib/log-file/event-line';
import type { ChainEnd } from '@/lib/log-file/log-check';
import { type Client, param, prepared } from '../prepared';
import { isoText } from '../stored-event';

const selectVersions = prepared<{ stream_id: string; version: number }>(
  'retrace_versions',
  sql`SELECT stream_id, version FROM streams WHERE stream_id = ANY(${param('streamIds', 'uuid[]')})`,
);

/** At which version these records stand, those that there are. */
export async function readVersions(
  client: Client,
  streamIds: readonly string[],
): Promise<Map<string, number>> {
  const rows = await selectVersions(client, { streamIds });
  return new Map(rows.map(({ stream_id: id, version }) => [id, version]));
}

const selectSame = prepared<{ place: string }>(
  'retrace_same_events',
  sql`SELECT e.stream_id || ' ' || e.version AS place
        FROM unnest(${param('streamIds', 'uuid[]')}, ${param('versions', 'int[]')}, ${param('hashes', 'text[]')})
             AS f(stream_id, version, hash)
        JOIN events e USING (stream_id, version)
       WHERE encode(e.hash, 'hex') = f.hash`,
);

/** Which of these events are here just so, and all before them: by record and version, with a space in between. */
export async function readSame(client: Client, events: readonly LoggedEvent[]): Promise<Set<string>> {
  const rows = await selectSame(client, {
    streamIds: events.map(({ stream_id }) => stream_id),
    versions: events.map(({ version }) => version),
    hashes: events.map(({ hash }) => hash),
  });
  return new Set(rows.map(({ place }) => place));
}

const selectEnd = prepared<{ hash: string; occurred_at: string }>(
  'retrace_chain_end',
  sql`SELECT encode(hash, 'hex') AS hash, ${isoText('occurred_at')} AS occurred_at FROM events
       WHERE stream_id = ${param('streamId', 'uuid')} AND version = ${param('version', 'int')}`,
);

/** What an event follows on here; null where the event before it is not here. */
export async function readChainEnd(
  client: Client,
  { stream_id: streamId, version }: LoggedEvent,
): Promise<ChainEnd | null> {
  const [row] = await selectEnd(client, { streamId, version: version - 1 });
  return row ? { version: version - 1, hash: hexToBytes(row.hash), occurredAt: row.occurred_at } : null;
}

const selectHolders = prepared<{ number: string; holder: string }>(
  'retrace_holders',
  sql`SELECT number, holder FROM number_allocations WHERE number = ANY(${param('numbers', 'text[]')})`,
);

/** Who has these numbers, those that are given out. */
export async function readHolders(client: Client, numbers: readonly string[]): Promise<Map<string, string>> {
  const rows = await selectHolders(client, { numbers });
  return new Map(rows.map(({ number, holder }) => [number, holder]));
}

const selectEmailOwners = prepared<{ email: string; id: string }>(
  'retrace_email_owners',
  sql`SELECT email, id FROM users WHERE email = ANY(${param('emails', 'text[]')})`,
);

/** Who signs in with these addresses, those that anybody has. */
export async function readEmailOwners(
  client: Client,
  emails: readonly string[],
): Promise<Map<string, string>> {
  const rows = await selectEmailOwners(client, { emails });
  return new Map(rows.map(({ email, id }) => [email, id]));
}
