import { newsAnswer } from '@/app/api/news-answer';
import { filtersOf, loadActivityAddress } from '@/components/activity/activity-address';
import { countNews } from '@/db/activity-news';
import { database } from '@/db/client';

/** How many events that match the filters have come since a page of Activity was read. An event is never changed. */
export async function GET(request: Request): Promise<Response> {
  return newsAnswer(request, async ({ params, mark }) => ({
    added: await countNews(database(), filtersOf(loadActivityAddress(params)), mark),
    changed: 0,
  }));
}
