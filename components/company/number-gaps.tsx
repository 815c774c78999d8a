import Link from 'next/link';
import type { ReactNode } from 'react';
import type { NumberGap, NumberSeriesReport } from '@/lib/company/number-gaps';
import { Card } from '../ui/card';
import { Cell, ColumnHeader, RowHeader, Table, TableHead, TableRow } from '../ui/table';
import { Time } from '../ui/time';

const titles: Record<string, string> = { invoice: 'Invoice numbers', credit_note: 'Credit note numbers' };
const carriers: Record<string, string> = { invoice: 'an invoice', credit_note: 'a credit note' };

const count = new Intl.NumberFormat('en-US');
const numbers = (n: number): string => `${count.format(n)} ${n === 1 ? 'number' : 'numbers'}`;

/** One series: how far it is, what imports brought along, and every number that nothing carries, with the reason. */
export function SeriesReport({ report }: { report: NumberSeriesReport }) {
  const { name, next, allocated, first, imported, gaps } = report;
  return (
    <section aria-labelledby={`series-${name}`} className="flex flex-col gap-3">
      <div>
        <h2 id={`series-${name}`} className="text-emphasis font-semibold text-ink">
          {titles[name] ?? name}
        </h2>
        <p className="text-dense text-ink-2 tabular-nums">
          {first === null
            ? 'None handed out yet'
            : `${numbers(allocated)} handed out, beginning with ${first}`}
          ; the next is {next}.
          {imported.map(({ by, count: brought, first, last }) => (
            <span key={by}>
              {' '}
              {brought === 1 ? `${first} came` : `${numbers(brought)}, ${first} to ${last}, came`} with “
              <bdi>{by}</bdi>”.
            </span>
          ))}
        </p>
      </div>
      <Card className="overflow-clip">
        {gaps.length === 0 ? (
          <p className="px-4 py-5 text-dense text-ink-2">
            {first === null
              ? 'No gaps: none was handed out yet.'
              : `No gaps. Every number that was handed out is on ${carriers[name] ?? 'a document'}.`}
          </p>
        ) : (
          <Table aria-labelledby={`series-${name}`}>
            <TableHead className="static">
              <TableRow className="hover:bg-transparent">
                <ColumnHeader>Number</ColumnHeader>
                <ColumnHeader className="w-full">Why nothing carries it</ColumnHeader>
              </TableRow>
            </TableHead>
            <tbody>
              {gaps.map((gap) => (
                <TableRow key={gap.number} className="align-baseline">
                  <RowHeader className="py-2.5 align-top tabular-nums">
                    {gap.kind === 'skipped' && gap.to ? (
                      <>
                        {gap.number} <span className="font-normal text-ink-2">to</span> {gap.to}
                      </>
                    ) : (
                      gap.number
                    )}
                  </RowHeader>
                  <Cell className="py-2.5">
                    <Why gap={gap} series={name} />
                  </Cell>
                </TableRow>
              ))}
            </tbody>
          </Table>
        )}
      </Card>
    </section>
  );
}

/** The reason in words, with who and when where that is known, and the way to the record. */
function Why({ gap, series }: { gap: NumberGap; series: string }) {
  switch (gap.kind) {
    case 'taken_back':
      return (
        <>
          <p className="text-ink">
            <bdi>{gap.actorName}</bdi> took back{' '}
            {series === 'invoice' ? 'the finalization' : 'the credit note'} of{' '}
            <RecordAt gap={gap} version={gap.version} />, <Time at={gap.at} show="minute" />.
          </p>
          {gap.reason ? (
            <p className="text-ink-2">
              “<bdi>{gap.reason}</bdi>”
            </p>
          ) : null}
          <p className="text-ink-2">
            {series === 'invoice'
              ? gap.discarded
                ? 'The draft is discarded. Restored and finalized again, it gets this number again.'
                : 'The draft keeps it, and gets it again when it is finalized.'
              : 'It is kept for that credit note, should it be put back.'}
          </p>
        </>
      );
    case 'never_used':
      return (
        <>
          <p className="text-ink">
            It was handed out <Time at={gap.reservedAt} show="minute" />{' '}
            {gap.customerName === null ? (
              'to a record that was never saved.'
            ) : (
              <>
                to <RecordAt gap={gap} />, but what asked for it was not saved.
              </>
            )}
          </p>
          <p className="text-ink-2">
            The connection or the server may have failed at that moment. Asked again, it gets this number
            again.
          </p>
        </>
      );
    case 'skipped':
      return (
        <p className="text-ink">
          {gap.count === 1
            ? 'The counter passed this number'
            : `The counter passed these ${numbers(gap.count)}`}{' '}
          without handing {gap.count === 1 ? 'it' : 'them'} out: two requests for one document at the same
          moment, or a change outside of Retrace.
        </p>
      );
  }
}

interface RecordAtProps {
  gap: { recordId: string; customerName: string | null; recordNumber: string | null };
  version?: number;
}

function RecordAt({ gap: { recordId, customerName, recordNumber }, version }: RecordAtProps): ReactNode {
  return (
    <Link
      href={`/invoices/${recordId}${version ? `?version=${version}` : ''}`}
      className="font-medium text-accent underline underline-offset-2"
    >
      {recordNumber ?? (
        <>
          the invoice for <bdi>{customerName}</bdi>
        </>
      )}
    </Link>
  );
}
