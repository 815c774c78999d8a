import * as z from 'zod/mini';
import { log } from '@/app/log';
import { currentPerson } from '@/app/session';
import { database } from '@/db/client';
import { searchCustomers } from '@/db/customers';
import { text } from '@/lib/text';

/** Customers whose name contains `q`: what the form for a new invoice suggests while a name is typed. */
export async function GET(request: Request): Promise<Response> {
  try {
    if (!(await currentPerson())) return answer(401, 'You are signed out. Sign in again.');
    const name = z.safeParse(text(200), new URL(request.url).searchParams.get('q') ?? '');
    if (!name.success) return answer(400, 'Ask with a part of a name, such as ?q=bakery.');
    return Response.json({ customers: await searchCustomers(database(), name.data) });
  } catch (error) {
    log.error({ err: error }, 'searching customers failed');
    return answer(503, 'The database could not be reached. Try again in a moment.');
  }
}

const answer = (status: number, message: string): Response => Response.json({ message }, { status });
