import { sql } from 'drizzle-orm';
import { connection } from 'next/server';
import { database } from '@/db/client';

/** For whoever watches over the app: 200 while it can reach its database, else 503 and why. */
export async function GET(): Promise<Response> {
  await connection();
  try {
    await database().execute(sql`select 1`);
    return Response.json({ status: 'ok', database: 'ok' }, { headers: { 'Cache-Control': 'no-store' } });
  } catch (error) {
    return Response.json(
      { status: 'unavailable', database: reasonOf(error) },
      { status: 503, headers: { 'Cache-Control': 'no-store', 'Retry-After': '5' } },
    );
  }
}

/** The innermost cause, without anything that tells a stranger where the database is. */
function reasonOf(error: unknown): string {
  let cause = error;
  while (cause instanceof Error && cause.cause) cause = cause.cause;
  const code =
    typeof cause === 'object' && cause !== null && 'code' in cause ? String(cause.code) : undefined;
  return code ? `The database does not answer (${code}).` : 'The database does not answer.';
}
