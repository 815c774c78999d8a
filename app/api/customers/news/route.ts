import { newsAnswer } from '@/app/api/news-answer';
import { loadCustomerListAddress, searchOf } from '@/components/customer/list-address';
import { database } from '@/db/client';
import { countCustomerNews } from '@/db/list-news';

/** How many customers that match the search, or are shown, are new or were changed since the list was read. */
export async function GET(request: Request): Promise<Response> {
  return newsAnswer(request, ({ params, ...since }) =>
    countCustomerNews(database(), searchOf(loadCustomerListAddress(params)), since),
  );
}
