import { log } from '@/app/log';
import { currentPerson } from '@/app/session';
import { readActors } from '@/db/activity-actors';
import { database } from '@/db/client';
import { readCurrencies } from '@/db/invoice-filter-names';

/** Whom and what the list of invoices can be filtered by: what its filter panel asks for when it opens. */
export async function GET(): Promise<Response> {
  try {
    if (!(await currentPerson())) return answer(401, 'You are signed out. Sign in again.');
    const [actors, currencies] = await Promise.all([readActors(database()), readCurrencies(database())]);
    return Response.json({ actors, currencies });
  } catch (error) {
    log.error({ err: error }, 'reading the choices of the invoice filters failed');
    return answer(503, 'The database could not be reached. Try again in a moment.');
  }
}

const answer = (status: number, message: string): Response => Response.json({ message }, { status });
