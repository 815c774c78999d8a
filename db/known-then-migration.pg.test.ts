/** A database from before it was kept what was known when learns it from its log. */
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { migrate } from './migrate';
import { createTestDatabase } from './testing/test-database';

const tag = '0012_known-then';
const id = '0f5a4c3e-1b2d-4c3e-8f5a-4c3e1b2d0f5a';

test('versions that are there get the time in which they were known', async () => {
  const database = await createTestDatabase({ template: 'template1' });
  const folder = await mkdtemp(join(tmpdir(), 'retrace-migrations-'));
  try {
    await cp(new URL('./migrations', import.meta.url), folder, { recursive: true });
    const path = join(folder, 'meta/_journal.json');
    const journal = JSON.parse(await readFile(path, 'utf8'));
    const before = journal.entries.findIndex((entry: { tag: string }) => entry.tag === tag);
    await writeFile(path, JSON.stringify({ ...journal, entries: journal.entries.slice(0, before) }));
    // Rights and functions are those of today; a database of then has not all the tables that they name.
    const sqlFolder = join(folder, 'sql');
    await mkdir(sqlFolder);
    const urls = { migrationUrl: database.ownerUrl, appUrl: database.appUrl, log: () => undefined };
    await migrate({ ...urls, migrationsFolder: folder, sqlFolder });
    const { $client: client } = database.owner;
    // The second was recorded two days after it happened, the third by a clock that had been set back.
    await client.query(
      `INSERT INTO events (workflow, stream_id, version, type, schema_version, payload, changes, operation_id, step,
         cause, actor_id, actor_kind, actor_name, metadata, occurred_at, recorded_at, hash)
       SELECT 'invoice', $1, version, 'memo_changed', 1, '{}', '{}', gen_random_uuid(), 0, 'command', 'ana', 'user',
              'Ana Novak', '{}', happened::timestamptz, recorded::timestamptz, ''
         FROM (VALUES (1, '2026-03-01T09:00:00Z', '2026-03-01T09:00:00Z'),
                      (2, '2026-03-02T09:00:00Z', '2026-03-04T09:00:00Z'),
                      (3, '2026-03-05T09:00:00Z', '2026-03-05T08:00:00Z')) AS e (version, happened, recorded)`,
      [id],
    );
    await client.query(
      `INSERT INTO invoice_versions (stream_id, version, customer_id, customer_name, currency, status, net_amount,
         tax_amount, total_amount, paid_amount, balance_amount, line_count, last_event_type, last_actor_id,
         last_actor_name, valid_from, valid_to)
       SELECT stream_id, version, gen_random_uuid(), 'Somebody', 'EUR', 'draft', 0, 0, 0, 0, 0, 0, type, actor_id,
              actor_name, occurred_at, lead(occurred_at) OVER (ORDER BY version) FROM events`,
    );
    await client.query(
      `INSERT INTO invoices (stream_id, version, customer_id, customer_name, currency, status, net_amount, tax_amount,
         total_amount, paid_amount, balance_amount, line_count, last_event_type, last_actor_id, last_actor_name,
         updated_at)
       SELECT stream_id, version, customer_id, customer_name, currency, status, 0, 0, 0, 0, 0, 0, last_event_type,
              last_actor_id, last_actor_name, valid_from FROM invoice_versions WHERE valid_to IS NULL`,
    );
    await migrate(urls);
    const { rows } = await client.query(
      'SELECT version, known_from, known_to FROM invoice_versions ORDER BY version',
    );
    const [second, third] = [new Date('2026-03-04T09:00:00Z'), new Date('2026-03-05T09:00:00Z')];
    expect(rows).toEqual([
      { version: 1, known_from: new Date('2026-03-01T09:00:00Z'), known_to: second },
      { version: 2, known_from: second, known_to: third },
      { version: 3, known_from: third, known_to: null },
    ]);
    const newest = await client.query('SELECT version, known_from FROM invoices');
    expect(newest.rows).toEqual([{ version: 3, known_from: third }]);
  } finally {
    await database.drop();
    await rm(folder, { recursive: true });
  }
});
