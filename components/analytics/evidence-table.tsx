import { RecordLink } from '../invoice-list/record-link';
import { Cell, ColumnHeader, RowHeader, Table, TableHead, TableRow } from '../ui/table';
import { Time } from '../ui/time';

/** A record behind a number, at the act that made it count, as a page can show it. */
export interface ToldEvidence {
  key: string;
  record: string;
  /** What tells it apart: an invoice's customer. */
  detail: string | null;
  /** The record at the version that made it count; null where this release has no page for it. */
  href: string | null;
  activity: string;
  actorName: string;
  occurredAt: string;
}

interface EvidenceTableProps {
  label: string;
  rows: readonly ToldEvidence[];
  className?: string;
}

/** The records behind a number: each leads to itself as it was when it counted. */
export function EvidenceTable({ label, rows, className }: EvidenceTableProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled from the keyboard.
    <section aria-label={label} tabIndex={0} className={className ?? 'relative overflow-x-auto'}>
      <Table aria-label={label}>
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
                  <RecordLink
                    href={row.href}
                    className="inline-flex min-h-6 items-center text-accent underline"
                  >
                    <bdi>{row.record}</bdi>
                  </RecordLink>
                ) : (
                  <bdi>{row.record}</bdi>
                )}
                {row.detail ? <bdi className="ms-2 font-normal text-ink-2">{row.detail}</bdi> : null}
              </RowHeader>
              <Cell className="whitespace-nowrap">
                <bdi>{row.activity}</bdi>
              </Cell>
              <Cell className="whitespace-nowrap">
                <bdi>{row.actorName}</bdi>
              </Cell>
              <Cell className="whitespace-nowrap">
                <Time at={row.occurredAt} show="minute" />
              </Cell>
            </TableRow>
          ))}
        </tbody>
      </Table>
    </section>
  );
}
