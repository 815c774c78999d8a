import { answerSignedIn, exportFile, formatOf, unknownFormat } from '@/app/api/export-file';
import { currentCompany } from '@/app/company';
import { readTimeSettings } from '@/app/preferences';
import { loadCustomerListAddress, searchOf } from '@/components/customer/list-address';
import { database } from '@/db/client';
import { readCustomerBatches } from '@/db/customer-list';
import { dayIn } from '@/lib/calendar';
import { customerTable } from '@/lib/customer/customer-table';
import { exportFormats, tableFile } from '@/lib/export-format';

/** Every customer that the search of the address finds, as a file, by name. */
export async function GET(request: Request): Promise<Response> {
  return answerSignedIn('exporting customers', async () => {
    const params = new URL(request.url).searchParams;
    const format = formatOf(params, exportFormats);
    if (!format) return unknownFormat(exportFormats);
    const [company, { timeZone }] = await Promise.all([currentCompany(), readTimeSettings()]);
    const today = dayIn(company.timeZone, new Date().toISOString());
    return exportFile({
      of: 'customers',
      shows: { day: today, past: false },
      format: tableFile(format, customerTable(timeZone)),
      batches: readCustomerBatches(database(), searchOf(loadCustomerListAddress(params)), today),
    });
  });
}
