import * as z from 'zod/mini';
import { answer, answerSignedIn, exportFile, formatOf, unknownFormat } from '@/app/api/export-file';
import { companyCalendar } from '@/app/company-calendar';
import { readTimeSettings } from '@/app/preferences';
import { loadListAddress } from '@/components/invoice-list/list-address';
import { filtersOf, selectionOf } from '@/components/invoice-list/list-query';
import { database } from '@/db/client';
import { readInvoiceBatches } from '@/db/invoice-export';
import { selectionWhere } from '@/db/invoice-selection';
import { exportFormats, tableFile } from '@/lib/export-format';
import { invoiceTable } from '@/lib/invoice/invoice-csv';
import { selectionInput } from '@/lib/invoice/invoice-selection';
import { readColumns } from '@/lib/invoice/list-columns';

/** Everything that the filters of the address leave, as a file: its order and `columns` are the list's. */
export async function GET(request: Request): Promise<Response> {
  return answerSignedIn('exporting invoices', async () => {
    const params = new URL(request.url).searchParams;
    const filters = filtersOf(loadListAddress(params));
    return file({ kind: 'matching', filters, except: [] }, params);
  });
}

/** What is selected, likewise: ten thousand ids are too many for an address, so a form sends them. */
export async function POST(request: Request): Promise<Response> {
  return answerSignedIn('exporting invoices', async () => {
    const form = await request.formData();
    const selection = z.safeParse(selectionInput, parseJson(form.get('selection')));
    if (!selection.success) return answer(400, 'Select the invoices again, then export them.');
    return file(selectionOf(selection.data), new URLSearchParams(String(form.get('view') ?? '')));
  });
}

/** @param view the list's address, for its moment, order and columns */
async function file(
  selection: Parameters<typeof selectionWhere>[0],
  view: URLSearchParams,
): Promise<Response> {
  const format = formatOf(view, exportFormats);
  if (!format) return unknownFormat(exportFormats);
  const { asOf, sense, sort } = loadListAddress(view);
  const [calendar, { timeZone }] = await Promise.all([companyCalendar(asOf, sense), readTimeSettings()]);
  const ordering = { sort: sort.by, descending: sort.descending };
  return exportFile({
    of: 'invoices',
    shows: { day: calendar.today, past: Boolean(calendar.asOf) },
    format: tableFile(
      format,
      invoiceTable(readColumns(view.get('columns')), timeZone, calendar.asOf ?? null, sense),
    ),
    batches: readInvoiceBatches(database(), selectionWhere(selection, calendar), ordering, calendar),
  });
}

function parseJson(json: FormDataEntryValue | null): unknown {
  try {
    return JSON.parse(String(json));
  } catch {
    return null;
  }
}
