import { mostExported } from '@/app/(app)/activity/export-limit';
import { answerSignedIn, exportFile, formatOf, unknownFormat } from '@/app/api/export-file';
import { readTimeSettings } from '@/app/preferences';
import { filtersOf, loadActivityAddress } from '@/components/activity/activity-address';
import { readActivityBatches } from '@/db/activity';
import { activityWhere } from '@/db/activity-filters';
import { database } from '@/db/client';
import { readLogBatches } from '@/db/log-export';
import { tellEvents } from '@/db/told-events';
import type { ActivityFilters } from '@/lib/activity/activity-query';
import { eventCsv } from '@/lib/activity/export-table';
import { dayIn } from '@/lib/calendar';
import { eventFormats } from '@/lib/event-formats';
import { logFile } from '@/lib/log-file/event-file';
import type { ToldEvent } from '@/lib/told-event';

/**
 * The events that match the filters, as they are read: told newest first as CSV, or the log itself record by record with
 * `?format=jsonl`, `cloudevents` or `xes`, of which there is no end.
 */
export async function GET(request: Request): Promise<Response> {
  return answerSignedIn('exporting activity', async () => {
    const { searchParams } = new URL(request.url);
    const format = formatOf(searchParams, eventFormats);
    if (!format) return unknownFormat(eventFormats);
    const { timeZone } = await readTimeSettings();
    const filters = filtersOf(loadActivityAddress(searchParams));
    const shows = { day: dayIn(timeZone, new Date().toISOString()), past: false };
    const file = { of: 'activity', shows };
    if (format === 'csv')
      return exportFile({ ...file, format: eventCsv(timeZone), batches: toldBatches(filters) });
    return exportFile({
      ...file,
      format: logFile(format),
      batches: readLogBatches(database(), activityWhere(filters)),
    });
  });
}

async function* toldBatches(filters: ActivityFilters): AsyncGenerator<readonly ToldEvent[], undefined> {
  const db = database();
  for await (const batch of readActivityBatches(db, filters, mostExported)) {
    yield (await tellEvents(db, batch)).told;
  }
  return undefined;
}
