import { currentPerson } from '@/app/session';
import { tellChecks } from '@/app/tell-checks';
import { database } from '@/db/client';

/** The checks of the log, for the page that watches them. */
export async function GET(): Promise<Response> {
  if (!(await currentPerson())) return Response.json({ message: 'Sign in first.' }, { status: 401 });
  return Response.json(await tellChecks(database()), { headers: { 'cache-control': 'no-store' } });
}
