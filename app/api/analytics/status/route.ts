import { currentPerson } from '@/app/session';
import { readAnalyticsStatus } from '@/db/analytics/status';
import { database } from '@/db/client';

/** How the analytics stand, for the page that watches them. */
export async function GET(): Promise<Response> {
  if (!(await currentPerson())) return Response.json({ message: 'Sign in first.' }, { status: 401 });
  return Response.json(await readAnalyticsStatus(database()), { headers: { 'cache-control': 'no-store' } });
}
