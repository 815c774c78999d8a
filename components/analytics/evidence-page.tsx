import Link from 'next/link';
import { figureWords } from '@/lib/figure-words';
import { PageHeader, TrailLink } from '../shell/page-header';
import { Card } from '../ui/card';
import { EmptyState } from '../ui/empty-state';
import { Cell, ColumnHeader, RowHeader, Table, TableHead, TableRow } from '../ui/table';
import { Time } from '../ui/time';

interface EvidencePageProps {
  /** Which number this is behind; null where the address names none. */
  title: string | null;
  count: number;
  /** Which events count. */
  counted: string;
  /** The question's page, asked as it was. */
  back: string;
  rows: readonly {
    key: string;
    record: string;
    detail: string | null;
    /** The record at the version that made it count; null where this release has no page for it. */
    href: string | null;
    activity: string;
    actorName: string;
    occurredAt: string;
  }[];
}

/** The records behind a number. */
export function EvidencePage({ title, count, counted, back, rows }: EvidencePageProps) {
  return (
    <div className="@container flex flex-col gap-4 px-page py-5">
      <PageHeader
        trail={<TrailLink href={back}>Back to the question</TrailLink>}
        title={title ?? 'Records behind a number'}
        description={counted}
      />
      <p role="status" className="text-dense text-ink-2">
        {rows.length < count
          ? `The newest ${figureWords(rows.length, 'count')} of ${figureWords(count, 'count')}.`
          : `${figureWords(count, 'count')} in all.`}
      </p>
      <Card className="min-w-0 overflow-clip">
        {rows.length === 0 ? (
          <EmptyState title={<h2>There are no records behind this number</h2>}>
            {title === null
              ? 'The address names no number. Go back to the question and choose one.'
              : 'Nothing counts with these filters. Go back to the question and choose others.'}
          </EmptyState>
        ) : (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled from the keyboard.
          <section aria-label="Records" tabIndex={0} className="relative overflow-x-auto">
            <Table aria-label="Records">
              <TableHead className="static">
                <TableRow className="hover:bg-transparent">
                  <ColumnHeader>Record</ColumnHeader>
                  <ColumnHeader>Event</ColumnHeader>
                  <ColumnHeader>By</ColumnHeader>
                  <ColumnHeader>When</ColumnHeader>
                </TableRow>
              </TableHead>
              <tbody>
                {rows.map((row) => (
                  <TableRow key={row.key}>
                    <RowHeader>
                      {row.href ? (
                        <Link
                          href={row.href}
                          className="inline-flex min-h-6 items-center text-accent underline"
                        >
                          {row.record}
                        </Link>
                      ) : (
                        row.record
                      )}
                      {row.detail ? <span className="ms-2 font-normal text-ink-2">{row.detail}</span> : null}
                    </RowHeader>
                    <Cell className="whitespace-nowrap">{row.activity}</Cell>
                    <Cell className="whitespace-nowrap">{row.actorName}</Cell>
                    <Cell className="whitespace-nowrap">
                      <Time at={row.occurredAt} show="minute" />
                    </Cell>
                  </TableRow>
                ))}
              </tbody>
            </Table>
          </section>
        )}
      </Card>
    </div>
  );
}
