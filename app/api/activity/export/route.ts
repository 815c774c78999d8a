import { mostExported } from '@/app/(app)/activity/export-limit';
import { tellEvents } from '@/app/(app)/activity/tell-events';
import { log } from '@/app/log';
import { readTimeSettings } from '@/app/preferences';
import { currentPerson } from '@/app/session';
import { filtersOf, loadActivityAddress } from '@/components/activity/activity-address';
import { readActivityBatches } from '@/db/activity';
import { database } from '@/db/client';
import type { ActivityFilters } from '@/lib/activity/activity-query';
import { exportHeader, exportRow } from '@/lib/activity/export-table';
import { csvContentType, csvLine, csvStart } from '@/lib/csv';

/** The events that match the filters as a CSV file, newest first, as they are read. */
export async function GET(request: Request): Promise<Response> {
  try {
    if (!(await currentPerson())) return answer(401, 'You are signed out. Sign in again.');
    const filters = filtersOf(loadActivityAddress(new URL(request.url).searchParams));
    const { timeZone } = await readTimeSettings();
    const lines = csvLines(filters, timeZone);
    // Before anything is sent a failure can still be told as one.
    const first = await lines.next();
    return new Response(streamOf(first.value ?? '', lines), {
      headers: {
        'Content-Type': csvContentType,
        'Content-Disposition': `attachment; filename="activity-${new Date().toISOString().slice(0, 10)}.csv"`,
        'Cache-Control': 'no-store',
      },
    });
  } catch (error) {
    log.error({ err: error }, 'exporting activity failed');
    return answer(503, 'The database could not be reached. Try again in a moment.');
  }
}

async function* csvLines(filters: ActivityFilters, timeZone: string): AsyncGenerator<string, undefined> {
  const db = database();
  let head = csvStart + csvLine(exportHeader(timeZone));
  for await (const batch of readActivityBatches(db, filters, mostExported)) {
    const { told } = await tellEvents(db, batch);
    yield head + told.map((each) => csvLine(exportRow(each, timeZone))).join('');
    head = '';
  }
  if (head) yield head;
  return undefined;
}

function streamOf(first: string, rest: AsyncGenerator<string, undefined>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    start: (controller) => controller.enqueue(encoder.encode(first)),
    pull: async (controller) => {
      const { value, done } = await rest.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    // Whoever stops the download stops the reading.
    cancel: async () => {
      await rest.return(undefined);
    },
  });
}

const answer = (status: number, message: string): Response => Response.json({ message }, { status });
