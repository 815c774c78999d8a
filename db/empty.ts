import { readFile } from 'node:fs/promises';
import { Client, escapeIdentifier } from 'pg';

/** What an emptied database keeps: the secret that signs sessions, how invoices are numbered, where analytics stand. */
const kept = ['installation', 'number_series', 'analytics_generations'];

/**
 * Removes every row of Retrace's own tables, the log of events included, and starts their numbers again. For demo
 * data: on real records this is the one thing that cannot be undone. Other tables in the database are left alone.
 * Needs the role that owns the tables.
 */
export async function emptyDatabase(migrationUrl: string): Promise<void> {
  const client = new Client({ connectionString: migrationUrl, application_name: 'retrace: empty' });
  await client.connect();
  try {
    const tables = (await ownTables()).filter((name) => !kept.includes(name)).map(escapeIdentifier);
    await client.query('BEGIN');
    // A running app is waited for, but not without end.
    await client.query("SET LOCAL lock_timeout = '15s'");
    // First, as it is by whoever counts on: so neither waits for the other.
    await client.query(
      `UPDATE analytics_generations SET status = CASE generation WHEN 0 THEN 'current' ELSE 'idle' END,
              tx = '0', position = 0, events = 0, goal = 0`,
    );
    await client.query('ALTER TABLE events DISABLE TRIGGER events_append_only');
    await client.query(`TRUNCATE ${tables.join(', ')} RESTART IDENTITY`);
    await client.query('UPDATE number_series SET next = 1');
    await client.query('ALTER TABLE events ENABLE TRIGGER events_append_only');
    await client.query('COMMIT');
  } finally {
    // Ends the transaction too, if it did not come to its end.
    await client.end();
  }
}

/** The tables of db/schema, as the newest migration knows them. */
async function ownTables(): Promise<string[]> {
  const meta = new URL('./migrations/meta/', import.meta.url);
  const journal = JSON.parse(await readFile(new URL('_journal.json', meta), 'utf8')) as {
    entries: { idx: number }[];
  };
  const newest = String(journal.entries.at(-1)?.idx ?? 0).padStart(4, '0');
  const snapshot = JSON.parse(await readFile(new URL(`${newest}_snapshot.json`, meta), 'utf8')) as {
    tables: Record<string, { name: string }>;
  };
  return Object.values(snapshot.tables).map(({ name }) => name);
}
