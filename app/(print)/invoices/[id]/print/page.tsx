import { ArrowLeft, Download } from 'lucide-react';
import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { cache, type ReactNode } from 'react';
import { currentCompany } from '@/app/company';
import { readTimeSettings } from '@/app/preferences';
import { type RecordAt, readRecordAt, unknownMoment } from '@/app/record-at';
import { requirePerson } from '@/app/session';
import { historyPaper, momentText } from '@/components/history/history-paper';
import { HistorySheet } from '@/components/history/history-sheet';
import { invoicePaper } from '@/components/invoice/invoice-paper';
import { Block, InvoiceSheet } from '@/components/invoice/invoice-sheet';
import { buttonStyles } from '@/components/ui/button-styles';
import { PrintButton } from '@/components/ui/print-button';
import { formatTime, type TimeSettings } from '@/lib/format-time';
import type { Invoice } from '@/lib/invoice/invoice';
import { invoiceWorkflow } from '@/lib/invoice/workflow';
import { cssText } from './css-text';

interface PageProps {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

const one = (value: string | string[] | undefined): string | null =>
  (Array.isArray(value) ? value[0] : value) ?? null;

/** Read once for the title and the page. */
const readInvoiceAt = cache(async (id: string, version: string | null, asOf: string | null) => {
  const record = await readRecordAt(id, { version, asOf });
  if (record === null || (record !== 'unclear' && record.workflow !== invoiceWorkflow.name)) notFound();
  return record;
});

async function readShown({ params, searchParams }: PageProps) {
  const [{ id }, asked] = await Promise.all([params, searchParams]);
  const record = await readInvoiceAt(id, one(asked.version), one(asked.asOf));
  const from = Number(one(asked.from) ?? 1);
  return {
    id,
    record,
    part: one(asked.part) === 'history' ? ('history' as const) : ('invoice' as const),
    from: Number.isInteger(from) && from > 0 ? from : 1,
  };
}

/** What the browser calls the file when it is saved as PDF. */
export async function generateMetadata(props: PageProps): Promise<Metadata> {
  await requirePerson();
  const { record, part } = await readShown(props);
  if (record === 'unclear') return { title: 'Print' };
  const time = await readTimeSettings();
  const of = part === 'history' ? `History of ${record.title}` : record.title;
  return {
    title: { absolute: record.isPast ? `${of} as of ${formatTime(record.moment, 'date', time)}` : of },
  };
}

/** An invoice, or its history, on paper: as of now or of any moment. */
export default async function PrintPage(props: PageProps) {
  await requirePerson();
  const { id, record, part, from } = await readShown(props);
  if (record === 'unclear') {
    return (
      <Sheet bar={<BackLink href={`/invoices/${id}`}>Back to the invoice</BackLink>}>
        <h1 className="text-title font-semibold">There is no such moment</h1>
        <p className="mt-2">{unknownMoment}</p>
      </Sheet>
    );
  }
  const time = await readTimeSettings();
  const moment = momentText(record, time);
  return (
    <Sheet bar={<Bar record={record} part={part} />}>
      <style>{`@page { @bottom-left { content: ${cssText(`${record.title} · ${moment}`)}; } }`}</style>
      {record.version === 0 ? (
        <>
          <h1 className="text-title font-semibold">{record.title} did not exist yet</h1>
          <Moment isPast>{moment}</Moment>
        </>
      ) : (
        <Document {...{ record, part, from, moment, time }} />
      )}
    </Sheet>
  );
}

interface DocumentProps {
  record: RecordAt;
  part: 'invoice' | 'history';
  from: number;
  moment: string;
  time: TimeSettings;
}

async function Document({ record, part, from, moment, time }: DocumentProps) {
  const invoice = record.log.state as Invoice;
  const paper = invoicePaper(invoice, record.isPast ? record.moment : now(), await currentCompany());
  return (
    <>
      <header className="flex flex-wrap items-start justify-between gap-x-8 gap-y-3">
        <div className="min-w-0">
          <h1 className="text-title font-semibold wrap-anywhere">
            {part === 'history' ? `History of ${record.title}` : paper.heading}
          </h1>
          <p className="mt-0.5 text-dense text-ink-2">{paper.status}</p>
        </div>
        <address className="min-w-0 text-end text-dense text-ink-2 not-italic max-sm:text-start">
          <Block lines={paper.seller} />
        </address>
      </header>
      <Moment isPast={record.isPast}>
        {moment}
        {invoice.number === null && record.isPast && record.title.startsWith('Draft') === false
          ? `. Now ${record.title}.`
          : null}
      </Moment>
      {part === 'history' ? (
        <History record={record} from={from} time={time} />
      ) : (
        <InvoiceSheet paper={paper} />
      )}
    </>
  );
}

/** The clock is read once a request, and apart from what is rendered. */
const now = () => new Date().toISOString();

/** So many events a browser lays out at once without making anybody wait; the PDF has all of them. */
const eventsAtOnce = 1000;

function History({ record, from, time }: { record: RecordAt; from: number; time: TimeSettings }) {
  const first = Math.min(from, record.version);
  const last = Math.min(first + eventsAtOnce - 1, record.version);
  const all = first === 1 && last === record.version;
  const count = new Intl.NumberFormat('en-US');
  return (
    <>
      {all ? null : (
        <p className="mt-4 text-dense">
          Events {count.format(first)} to {count.format(last)} of {count.format(record.version)}.{' '}
          <span className="print:hidden">
            {first > 1 ? (
              <PartLink record={record} from={Math.max(1, first - eventsAtOnce)}>
                Earlier events
              </PartLink>
            ) : null}{' '}
            {last < record.version ? (
              <PartLink record={record} from={last + 1}>
                Later events
              </PartLink>
            ) : null}{' '}
            The PDF has all of them.
          </span>
        </p>
      )}
      <HistorySheet events={historyPaper(record.log, time, first, last)} />
    </>
  );
}

function PartLink({ record, from, children }: { record: RecordAt; from: number; children: string }) {
  return (
    <Link
      href={`/invoices/${record.id}/print?${query(record, 'history')}&from=${from}`}
      className="text-accent underline underline-offset-2"
      prefetch={false}
    >
      {children}
    </Link>
  );
}

/** The same moment again. An instant before the creation has no version, and is asked for as it was. */
function query({ version, isPast, moment }: RecordAt, part: 'invoice' | 'history'): string {
  return new URLSearchParams({
    ...(isPast ? (version > 0 ? { version: `${version}` } : { asOf: moment }) : {}),
    part,
  }).toString();
}

function Bar({ record, part }: { record: RecordAt; part: 'invoice' | 'history' }) {
  const { id, title, version, isPast } = record;
  const other = part === 'history' ? 'invoice' : 'history';
  return (
    <>
      <BackLink href={`/invoices/${id}${isPast && version > 0 ? `?version=${version}` : ''}`}>
        Back to {title}
      </BackLink>
      {version > 0 ? (
        <>
          <Link
            href={`/invoices/${id}/print?${query(record, other)}`}
            prefetch={false}
            className={buttonStyles({ className: 'ms-auto' })}
          >
            Show {other}
          </Link>
          <a href={`/api/invoices/${id}/pdf?${query(record, part)}`} download className={buttonStyles()}>
            <Download aria-hidden="true" />
            Download PDF
          </a>
          <a
            href={`/api/invoices/${id}/pdf?${query(record, part)}&paper=letter`}
            download
            aria-label="PDF on US Letter"
            className={buttonStyles()}
          >
            US Letter
          </a>
          <PrintButton />
        </>
      ) : null}
    </>
  );
}

function BackLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Link href={href} className={buttonStyles({ variant: 'ghost' })}>
      <ArrowLeft aria-hidden="true" className="rtl:-scale-x-100" />
      <span className="max-w-60 truncate">{children}</span>
    </Link>
  );
}

/** On the screen a sheet that lies there; on paper there is the paper. */
function Sheet({ bar, children }: { bar: ReactNode; children: ReactNode }) {
  return (
    <main className="mx-auto max-w-[210mm] px-page py-5 print:m-0 print:max-w-none print:p-0">
      <div className="mb-4 flex flex-wrap items-center gap-2 print:hidden">{bar}</div>
      <article className="rounded-card border border-line bg-panel p-5 sm:p-10 print:border-0 print:bg-transparent print:p-0">
        {children}
      </article>
    </main>
  );
}

/** Which moment this is of: on a sheet of the past it must not be missed. */
function Moment({ isPast, children }: { isPast: boolean; children: ReactNode }) {
  return (
    <p
      className={
        isPast
          ? 'mt-4 rounded-control border border-past-line bg-past-fill px-3 py-1.5 text-dense font-medium text-past-ink'
          : 'mt-4 text-label text-ink-2'
      }
    >
      {children}
    </p>
  );
}
