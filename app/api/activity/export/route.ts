import { mostExported } from '@/app/(app)/activity/export-limit';
import { tellEvents } from '@/app/(app)/activity/tell-events';
import { download } from '@/app/api/download';
import { log } from '@/app/log';
import { readTimeSettings } from '@/app/preferences';
import { currentPerson } from '@/app/session';
import { filtersOf, loadActivityAddress } from '@/components/activity/activity-address';
import { readActivityBatches } from '@/db/activity';
import { database } from '@/db/client';
import type { ActivityFilters } from '@/lib/activity/activity-query';
import { exportHeader, exportObject, exportRow } from '@/lib/activity/export-table';
import { csvContentType, csvLine, csvStart } from '@/lib/csv';
import { jsonLine, jsonLinesContentType } from '@/lib/json-lines';
import type { ToldEvent } from '@/lib/told-event';

interface Format {
  extension: string;
  contentType: string;
  head(timeZone: string): string;
  line(told: ToldEvent, timeZone: string): string;
}

const csv: Format = {
  extension: 'csv',
  contentType: csvContentType,
  head: (timeZone) => csvStart + csvLine(exportHeader(timeZone)),
  line: (told, timeZone) => csvLine(exportRow(told, timeZone)),
};

const jsonLines: Format = {
  extension: 'jsonl',
  contentType: jsonLinesContentType,
  head: () => '',
  line: (told, timeZone) => jsonLine(exportObject(told, timeZone)),
};

/** The events that match the filters, newest first, as they are read: CSV, or JSON Lines with `?format=jsonl`. */
export async function GET(request: Request): Promise<Response> {
  try {
    if (!(await currentPerson())) return answer(401, 'You are signed out. Sign in again.');
    const { searchParams } = new URL(request.url);
    const asked = searchParams.get('format') ?? csv.extension;
    const format = [csv, jsonLines].find(({ extension }) => extension === asked);
    if (!format) return answer(400, 'Ask for the format csv or jsonl, such as ?format=jsonl.');
    const { timeZone } = await readTimeSettings();
    return await download({
      name: `activity-${new Date().toISOString().slice(0, 10)}.${format.extension}`,
      contentType: format.contentType,
      parts: written(format, filtersOf(loadActivityAddress(searchParams)), timeZone),
    });
  } catch (error) {
    log.error({ err: error }, 'exporting activity failed');
    return answer(503, 'The database could not be reached. Try again in a moment.');
  }
}

async function* written(
  format: Format,
  filters: ActivityFilters,
  timeZone: string,
): AsyncGenerator<string, undefined> {
  const db = database();
  let head = format.head(timeZone);
  for await (const batch of readActivityBatches(db, filters, mostExported)) {
    const { told } = await tellEvents(db, batch);
    yield head + told.map((each) => format.line(each, timeZone)).join('');
    head = '';
  }
  if (head) yield head;
  return undefined;
}

const answer = (status: number, message: string): Response => Response.json({ message }, { status });
