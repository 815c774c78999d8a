import { newsAnswer } from '@/app/api/news-answer';
import { recordListAt } from '@/app/record-lists';
import { loadRecordListAddress, recordQueryOf } from '@/components/record-list/list-address';
import { database } from '@/db/client';
import { countRecordNews } from '@/db/list-news';

/** How many records that match the filters, or are shown, are new or were changed since the list was read. */
export async function GET(
  request: Request,
  context: { params: Promise<{ list: string }> },
): Promise<Response> {
  const kind = recordListAt((await context.params).list);
  if (!kind) return Response.json({ message: 'There is no such list.' }, { status: 404 });
  return newsAnswer(request, ({ params, ...since }) =>
    countRecordNews(database(), recordQueryOf(kind.workflow, loadRecordListAddress(params)), since),
  );
}
