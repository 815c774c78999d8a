import { mostExported } from '@/app/(app)/activity/export-limit';
import { tellEvents } from '@/app/(app)/activity/tell-events';
import { answerSignedIn, exportFile, formatOf, unknownFormat } from '@/app/api/export-file';
import { readTimeSettings } from '@/app/preferences';
import { filtersOf, loadActivityAddress } from '@/components/activity/activity-address';
import { readActivityBatches } from '@/db/activity';
import { database } from '@/db/client';
import type { ActivityFilters } from '@/lib/activity/activity-query';
import { eventTable } from '@/lib/activity/export-table';
import { dayIn } from '@/lib/calendar';
import { exportName } from '@/lib/export-format';
import type { ToldEvent } from '@/lib/told-event';

/** The events that match the filters, newest first, as they are read: CSV, or JSON Lines with `?format=jsonl`. */
export async function GET(request: Request): Promise<Response> {
  return answerSignedIn('exporting activity', async () => {
    const { searchParams } = new URL(request.url);
    const format = formatOf(searchParams);
    if (!format) return unknownFormat();
    const { timeZone } = await readTimeSettings();
    const day = dayIn(timeZone, new Date().toISOString());
    return exportFile({
      format,
      name: exportName('activity', { day, past: false }, format),
      table: eventTable(timeZone),
      batches: toldBatches(filtersOf(loadActivityAddress(searchParams))),
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
