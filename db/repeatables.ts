import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Client } from 'pg';

/**
 * Applies the functions, triggers and views in a folder of SQL files, in the order of their names. Each file is
 * written so that it can be applied again (CREATE OR REPLACE), and is whenever its text has changed: one object
 * stays one file with one history, where migrations would repeat its whole text at every change. Returns the names
 * of the files applied now.
 */
export async function applyRepeatables(client: Client, folder: string): Promise<string[]> {
  await client.query(`
    CREATE TABLE IF NOT EXISTS repeatable_migrations (
      name text PRIMARY KEY,
      checksum text NOT NULL,
      applied_at timestamptz NOT NULL DEFAULT now()
    )`);
  const { rows } = await client.query<{ name: string; checksum: string }>(
    'SELECT name, checksum FROM repeatable_migrations',
  );
  const applied = new Map(rows.map(({ name, checksum }) => [name, checksum]));
  const changed: string[] = [];
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
  for (const name of names) {
    const text = await readFile(join(folder, name), 'utf8');
    const checksum = createHash('sha256').update(text).digest('hex');
    if (applied.get(name) === checksum) continue;
    await apply(client, name, text, checksum);
    changed.push(name);
  }
  return changed;
}

async function apply(client: Client, name: string, text: string, checksum: string): Promise<void> {
  await client.query('BEGIN');
  try {
    await client.query(text);
    await client.query(
      `INSERT INTO repeatable_migrations (name, checksum) VALUES ($1, $2)
       ON CONFLICT (name) DO UPDATE SET checksum = excluded.checksum, applied_at = now()`,
      [name, checksum],
    );
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw new Error(`db/sql/${name} could not be applied: ${(error as Error).message}`, { cause: error });
  }
}
