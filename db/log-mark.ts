import { sql } from 'drizzle-orm';
import type { Database } from './client';

const markPattern = /^(\d{1,19}):(\d{1,19}):((?:\d{1,19}(?:,\d{1,19})*)?)$/;

/** Is this a mark that a page can have been read with? Text from an address is asked before PostgreSQL reads it. */
export function isMark(text: string): boolean {
  const match = text.length <= 4000 ? markPattern.exec(text) : null;
  if (!match) return false;
  const [xmin, xmax] = [BigInt(match[1] ?? 0), BigInt(match[2] ?? 0)];
  const running = (match[3] || null)?.split(',').map(BigInt) ?? [];
  const inOrder = running.every((tx, index) => index === 0 || (running[index - 1] ?? 0n) < tx);
  return 0n < xmin && xmin <= xmax && inOrder && running.every((tx) => xmin <= tx && tx < xmax);
}

/**
 * What the log holds at this moment: whatever is read afterwards has at least that. For telling what has come since,
 * which neither time nor position can: an import's events may be old, and a lower position may become visible later.
 */
export async function readMark(db: Pick<Database, 'execute'>): Promise<string> {
  const { rows } = await db.execute<{ mark: string }>(sql`SELECT pg_current_snapshot()::text AS mark`);
  return rows[0]?.mark ?? '';
}
