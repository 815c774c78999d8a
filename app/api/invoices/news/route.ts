import { newsAnswer } from '@/app/api/news-answer';
import { companyCalendar } from '@/app/company-calendar';
import { loadListAddress } from '@/components/invoice-list/list-address';
import { filtersOf } from '@/components/invoice-list/list-query';
import { database } from '@/db/client';
import { countInvoiceNews } from '@/db/list-news';

/** How many invoices that match the filters, or are shown, are new or were changed since the list was read. */
export async function GET(request: Request): Promise<Response> {
  return newsAnswer(request, async ({ params, ...since }) =>
    countInvoiceNews(database(), filtersOf(loadListAddress(params)), await companyCalendar(), since),
  );
}
