import { X } from 'lucide-react';
import Link from 'next/link';
import { isolated } from '@/lib/event-sourcing/isolated';
import { RecordLink } from '../invoice-list/record-link';
import { buttonStyles } from '../ui/button-styles';
import { Card } from '../ui/card';
import { Cell, ColumnHeader, RowHeader, Table, TableHead, TableRow } from '../ui/table';
import { Time } from '../ui/time';

/** A record behind a number, at the act that made it count, as a page can show it. */
export interface ToldEvidence {
  key: string;
  title: string;
  /** What tells it apart: an invoice's customer. */
  detail: string | null;
  /** The record at that moment; null where it has no page. */
  href: string | null;
  activity: string;
  actorName: string;
  at: string;
}

interface EvidenceListProps {
  /** What the number counts: "Payment failed, followed by payment received within 14 days". */
  title: string;
  records: readonly ToldEvidence[];
  /** How many there are; no more than the newest of them are listed. */
  count: number;
  /** The page without this list. */
  closeHref: string;
}

const number = new Intl.NumberFormat('en-US');

/** The records behind a number: each leads to itself as it was when it counted. */
export function EvidenceList({ title, records, count, closeHref }: EvidenceListProps) {
  return (
    <Card className="min-w-0">
      <section id="records" aria-labelledby="records-title" className="scroll-mt-4">
        <div className="flex items-start justify-between gap-3 px-4 pt-3 pb-2">
          <div className="min-w-0">
            <h2 id="records-title" className="text-emphasis font-semibold text-ink">
              {title}
            </h2>
            <p role="status" className="text-dense text-ink-2 tabular-nums">
              {summary(records.length, count)}
            </p>
          </div>
          <Link href={closeHref} scroll={false} className={buttonStyles({ variant: 'ghost', size: 'small' })}>
            <X aria-hidden="true" />
            Close the list
          </Link>
        </div>
        {records.length > 0 ? (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard.
          <section aria-label={`Table of ${title}`} tabIndex={0} className="max-h-140 overflow-auto">
            <Table>
              <caption className="sr-only">{title}</caption>
              <TableHead className="max-lg:top-0">
                <TableRow>
                  <ColumnHeader>Record</ColumnHeader>
                  <ColumnHeader>What happened</ColumnHeader>
                  <ColumnHeader>Who</ColumnHeader>
                  <ColumnHeader>When</ColumnHeader>
                </TableRow>
              </TableHead>
              <tbody>
                {records.map(({ key, title: name, detail, href, activity, actorName, at }) => (
                  <TableRow key={key}>
                    <RowHeader className="whitespace-normal">
                      {href ? (
                        <RecordLink
                          href={href}
                          className="inline-flex min-h-6 items-center rounded-sm text-accent hover:underline"
                        >
                          <bdi>{name}</bdi>
                        </RecordLink>
                      ) : (
                        <bdi>{name}</bdi>
                      )}
                      {detail ? (
                        <span className="ms-2 font-normal text-ink-2">{isolated(detail)}</span>
                      ) : null}
                    </RowHeader>
                    <Cell>
                      <bdi>{activity}</bdi>
                    </Cell>
                    <Cell>
                      <bdi>{actorName}</bdi>
                    </Cell>
                    <Cell className="whitespace-nowrap">
                      <Time at={at} show="minute" />
                    </Cell>
                  </TableRow>
                ))}
              </tbody>
            </Table>
          </section>
        ) : null}
      </section>
    </Card>
  );
}

function summary(listed: number, count: number): string {
  if (count === 0) return 'There is none any more. Something may have happened since the page was read.';
  if (listed < count) return `The newest ${number.format(listed)} of ${number.format(count)}`;
  return count === 1 ? '1, newest first' : `${number.format(count)}, newest first`;
}
