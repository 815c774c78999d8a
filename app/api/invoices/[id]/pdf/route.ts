import * as z from 'zod/mini';
import { answer, answerSignedIn, download } from '@/app/api/export-file';
import { currentCompany } from '@/app/company';
import { invoiceParts, invoicePdf } from '@/app/pdf/invoice-pdf';
import { papers } from '@/app/pdf/pdf-sheet';
import { readTimeSettings } from '@/app/preferences';
import { readRecordAt, unknownMoment } from '@/app/record-at';
import { dayIn } from '@/lib/calendar';
import { exportName } from '@/lib/export-format';
import { invoiceWorkflow } from '@/lib/invoice/workflow';

const query = z.object({
  part: z._default(z.enum(invoiceParts), 'invoice'),
  paper: z._default(z.enum(papers), 'a4'),
});

/** An invoice (`part=invoice`) or its history (`part=history`) as of a moment, as a PDF on A4 or Letter. */
export async function GET(request: Request, context: { params: Promise<{ id: string }> }): Promise<Response> {
  return answerSignedIn('making a PDF', async () => {
    const params = new URL(request.url).searchParams;
    const asked = z.safeParse(query, {
      part: params.get('part') ?? undefined,
      paper: params.get('paper') ?? undefined,
    });
    if (!asked.success)
      return answer(400, 'Ask for part=invoice or part=history, and paper=a4 or paper=letter.');
    const record = await readRecordAt((await context.params).id, {
      version: params.get('version'),
      asOf: params.get('asOf'),
    });
    if (record === 'unclear') return answer(400, unknownMoment);
    if (!record || record.workflow !== invoiceWorkflow.name) return answer(404, 'There is no such invoice.');
    if (record.version === 0)
      return answer(404, `${record.title} did not exist yet at that moment. Ask for a later one.`);
    const [company, time] = await Promise.all([currentCompany(), readTimeSettings()]);
    const madeAt = new Date();
    const { isPast: past, moment, title } = record;
    const { part } = asked.data;
    const name = exportName(
      part === 'history' ? `${title}-history` : title,
      { day: dayIn(time.timeZone, past ? moment : madeAt.toISOString()), past },
      'pdf',
    );
    return download(name, 'application/pdf', invoicePdf({ record, ...asked.data, company, time, madeAt }));
  });
}
