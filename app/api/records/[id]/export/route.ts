import { sql } from 'drizzle-orm';
import { answer, answerSignedIn, exportFile, formatOf, unknownFormat } from '@/app/api/export-file';
import { readTimeSettings } from '@/app/preferences';
import { type RecordAt, readRecordAt, unknownMoment } from '@/app/record-at';
import { database } from '@/db/client';
import { readLogBatches } from '@/db/log-export';
import { eventCsv } from '@/lib/activity/export-table';
import { dayIn } from '@/lib/calendar';
import { eventFormats } from '@/lib/event-formats';
import { logFile } from '@/lib/log-file/event-file';
import { type ToldEvent, tellEvent } from '@/lib/told-event';

/** The history of a record up to the moment that the address names, as a file, oldest first. */
export async function GET(request: Request, context: { params: Promise<{ id: string }> }): Promise<Response> {
  return answerSignedIn('exporting a history', async () => {
    const params = new URL(request.url).searchParams;
    const format = formatOf(params, eventFormats);
    if (!format) return unknownFormat(eventFormats);
    const record = await readRecordAt((await context.params).id, {
      version: params.get('version'),
      asOf: params.get('asOf'),
    });
    if (record === 'unclear') return answer(400, unknownMoment);
    if (!record) return answer(404, 'There is no such record.');
    const { timeZone } = await readTimeSettings();
    const { isPast: past, moment } = record;
    const shows = { day: dayIn(timeZone, past ? moment : new Date().toISOString()), past };
    const file = { of: `${record.title}-history`, shows };
    if (format === 'csv')
      return exportFile({ ...file, format: eventCsv(timeZone), batches: toldBatches(record) });
    const upTo = sql`stream_id = ${record.id}::uuid AND version <= ${record.version}::int`;
    return exportFile({ ...file, format: logFile(format), batches: readLogBatches(database(), upTo) });
  });
}

const batchSize = 200;

/** Told as it is taken away, a batch at a time. */
async function* toldBatches({ log, version }: RecordAt): AsyncGenerator<readonly ToldEvent[], undefined> {
  const { state } = log;
  for (let from = 0; from < version; from += batchSize) {
    yield log.events.slice(from, from + batchSize).map((event) => tellEvent(event, log, state));
  }
  return undefined;
}
