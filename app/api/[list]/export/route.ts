import { answer, answerSignedIn, exportFile, formatOf, unknownFormat } from '@/app/api/export-file';
import { companyCalendar } from '@/app/company-calendar';
import { readTimeSettings } from '@/app/preferences';
import { recordListAt } from '@/app/record-lists';
import { loadRecordListAddress, recordQueryOf } from '@/components/record-list/list-address';
import { recordTable } from '@/components/record-list/record-file';
import { database } from '@/db/client';
import { readRecordBatches } from '@/db/record-list';
import { exportFormats, tableFile } from '@/lib/export-format';

/** Everything that the filters of the address leave of a list, as of its moment, as a file in the list's order. */
export async function GET(
  request: Request,
  context: { params: Promise<{ list: string }> },
): Promise<Response> {
  return answerSignedIn('exporting a list', async () => {
    const kind = recordListAt((await context.params).list);
    if (!kind) return answer(404, 'There is no such list.');
    const params = new URL(request.url).searchParams;
    const format = formatOf(params, exportFormats);
    if (!format) return unknownFormat(exportFormats);
    const address = loadRecordListAddress(params);
    const [calendar, { timeZone }] = await Promise.all([
      companyCalendar(address.asOf, address.sense),
      readTimeSettings(),
    ]);
    const asOf = calendar.asOf ?? null;
    return exportFile({
      of: kind.path.slice(1),
      shows: { day: calendar.today, past: asOf !== null },
      format: tableFile(format, recordTable(kind, timeZone, asOf, address.sense)),
      batches: readRecordBatches(database(), recordQueryOf(kind.workflow, address), calendar),
    });
  });
}
