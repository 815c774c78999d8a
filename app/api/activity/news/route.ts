import { log } from '@/app/log';
import { currentPerson } from '@/app/session';
import { filtersOf, loadActivityAddress } from '@/components/activity/activity-address';
import { countNews, isMark } from '@/db/activity-news';
import { database } from '@/db/client';

/** How many events that match the filters have come since a page of Activity was read, which its mark tells. */
export async function GET(request: Request): Promise<Response> {
  try {
    if (!(await currentPerson())) return answer(401, 'You are signed out. Sign in again.');
    const { searchParams } = new URL(request.url);
    const mark = searchParams.get('mark') ?? '';
    if (!isMark(mark))
      return answer(400, 'Ask with the mark of a page of Activity, such as ?mark=900:904:901.');
    const filters = filtersOf(loadActivityAddress(searchParams));
    return Response.json({ count: await countNews(database(), filters, mark) });
  } catch (error) {
    log.error({ err: error }, 'counting new activity failed');
    return answer(503, 'The database could not be reached. Try again in a moment.');
  }
}

const answer = (status: number, message: string): Response => Response.json({ message }, { status });
