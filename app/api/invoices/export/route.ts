import type { SQL } from 'drizzle-orm';
import * as z from 'zod/mini';
import { companyCalendar } from '@/app/company-calendar';
import { log } from '@/app/log';
import { readTimeSettings } from '@/app/preferences';
import { currentPerson } from '@/app/session';
import { loadListAddress } from '@/components/invoice-list/list-address';
import { filtersOf, selectionOf } from '@/components/invoice-list/list-query';
import { database } from '@/db/client';
import { readInvoiceBatches } from '@/db/invoice-export';
import { selectionWhere } from '@/db/invoice-selection';
import type { CompanyCalendar } from '@/db/invoice-where';
import { csvContentType, csvLine, csvStart } from '@/lib/csv';
import { csvCells, csvColumns, csvHeader } from '@/lib/invoice/invoice-csv';
import { selectionInput } from '@/lib/invoice/invoice-selection';
import { readColumns } from '@/lib/invoice/list-columns';

/** Everything that the filters of the address leave, as a CSV file: its order and `columns` are the list's. */
export async function GET(request: Request): Promise<Response> {
  return answered(async () => {
    const params = new URL(request.url).searchParams;
    const filters = filtersOf(loadListAddress(params));
    return file({ kind: 'matching', filters, except: [] }, params);
  });
}

/** What is selected, likewise: ten thousand ids are too many for an address, so a form sends them. */
export async function POST(request: Request): Promise<Response> {
  return answered(async () => {
    const form = await request.formData();
    const selection = z.safeParse(selectionInput, parseJson(form.get('selection')));
    if (!selection.success) return answer(400, 'Select the invoices again, then export them.');
    return file(selectionOf(selection.data), new URLSearchParams(String(form.get('view') ?? '')));
  });
}

async function answered(make: () => Promise<Response>): Promise<Response> {
  try {
    if (!(await currentPerson())) return answer(401, 'You are signed out. Sign in again.');
    return await make();
  } catch (error) {
    log.error({ err: error }, 'exporting invoices failed');
    return answer(503, 'The database could not be reached. Try again in a moment.');
  }
}

/** @param view the list's address, for its order and its columns */
async function file(
  selection: Parameters<typeof selectionWhere>[0],
  view: URLSearchParams,
): Promise<Response> {
  const { asOf } = loadListAddress(view);
  const [calendar, { timeZone }] = await Promise.all([companyCalendar(asOf), readTimeSettings()]);
  const lines = csvLines(selectionWhere(selection, calendar), calendar, view, timeZone);
  // Before anything is sent a failure can still be told as one.
  const first = await lines.next();
  return new Response(streamOf(first.value ?? '', lines), {
    headers: {
      'Content-Type': csvContentType,
      'Content-Disposition': `attachment; filename="invoices-${calendar.today}.csv"`,
      'Cache-Control': 'no-store',
    },
  });
}

async function* csvLines(
  where: SQL,
  calendar: CompanyCalendar,
  view: URLSearchParams,
  timeZone: string,
): AsyncGenerator<string, undefined> {
  const { sort } = loadListAddress(view);
  const columns = csvColumns(readColumns(view.get('columns')));
  // Without these first bytes Excel takes the file for its own old character set and garbles every umlaut.
  let head = csvStart + csvLine(csvHeader(columns, timeZone));
  const ordering = { sort: sort.by, descending: sort.descending };
  for await (const rows of readInvoiceBatches(database(), where, ordering, calendar)) {
    yield head + rows.map((row) => csvLine(csvCells(row, columns, timeZone))).join('');
    head = '';
  }
  if (head) yield head;
  return undefined;
}

/**
 * Reads on however slowly it is taken away: the rows hold a connection and a snapshot, and ten slow downloads would
 * hold all connections of the app. What waits is text, some 150 bytes an invoice.
 */
function streamOf(first: string, rest: AsyncGenerator<string, undefined>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let stopped = false;
  return new ReadableStream({
    start: async (controller) => {
      controller.enqueue(encoder.encode(first));
      for await (const text of rest) {
        if (stopped) return;
        controller.enqueue(encoder.encode(text));
      }
      controller.close();
    },
    cancel: () => {
      stopped = true;
    },
  });
}

function parseJson(json: FormDataEntryValue | null): unknown {
  try {
    return JSON.parse(String(json));
  } catch {
    return null;
  }
}

const answer = (status: number, message: string): Response => Response.json({ message }, { status });
