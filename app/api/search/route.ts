import * as z from 'zod/mini';
import { log } from '@/app/log';
import { currentPerson } from '@/app/session';
import { database } from '@/db/client';
import { searchRecords } from '@/db/search-records';
import { text } from '@/lib/text';
import { foundGroups } from './found-groups';

/** A few records of every kind by a part of their number or name, for the command palette. */
export async function GET(request: Request): Promise<Response> {
  try {
    if (!(await currentPerson())) return answer(401, 'You are signed out. Sign in again.');
    const search = z.safeParse(text(200), new URL(request.url).searchParams.get('q') ?? '');
    if (!search.success) return answer(400, 'Ask with a part of a number or a name, such as ?q=INV-2001.');
    return Response.json(foundGroups(await searchRecords(database(), search.data)));
  } catch (error) {
    log.error({ err: error }, 'searching records for the command palette failed');
    return answer(503, 'The database could not be reached. Try again in a moment.');
  }
}

const answer = (status: number, message: string): Response => Response.json({ message }, { status });
