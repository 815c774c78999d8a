import { formatDay } from '@/lib/calendar';
import { formatMoney } from '@/lib/money';
import type { RecordListRow } from '@/lib/record-list';
import { RecordLink } from '../invoice-list/record-link';
import { Badge } from '../ui/badge';
import { cn } from '../ui/cn';
import { Cell, RowHeader, TableRow } from '../ui/table';
import { Time } from '../ui/time';
import type { FieldColumn, RecordListKind } from './list-kind';

interface RecordRowProps {
  kind: RecordListKind;
  row: RecordListRow;
  /** Does the list show the past? Then its links lead to the versions of then. */
  past: boolean;
}

/** In a card the row is a grid of two columns, and has the line and the padding that its cells have in a table. */
const card =
  'block border-b-0 p-0 first:ps-0 last:pe-0 @2xl:table-cell @2xl:border-b @2xl:px-3 @2xl:first:ps-4 @2xl:last:pe-4';
const onlyInTable = 'hidden @2xl:table-cell';

/** One record: a row of the table, or a card where there is no room for one. */
export function RecordRow({ kind, row, past }: RecordRowProps) {
  const { label, tone } = kind.statuses?.[row.status] ?? { label: row.status, tone: 'neutral' as const };
  const href = `${kind.path}/${row.id}${past ? `?version=${row.version}` : ''}`;
  return (
    <TableRow
      role="row"
      className="relative grid h-auto grid-cols-[minmax(0,1fr)_auto] gap-x-4 gap-y-1 border-b border-line px-4 py-3 last:border-b-0 @2xl:table-row [tbody_&]:h-auto @2xl:[tbody_&]:h-10"
    >
      <RowHeader
        role="rowheader"
        className={cn(card, 'min-w-0 wrap-anywhere whitespace-normal @2xl:min-w-27')}
      >
        <RecordLink
          href={href}
          className="-my-0.75 rounded-sm leading-6 text-ink tabular-nums after:absolute after:inset-0 hover:underline @2xl:my-0 @2xl:leading-8 @2xl:after:hidden"
        >
          <bdi>{row.title}</bdi>
        </RecordLink>
      </RowHeader>
      {kind.hasCustomer ? (
        <Cell role="cell" className={cn(card, 'col-start-1 min-w-0 truncate @2xl:max-w-60')}>
          {row.customerName ? <bdi>{row.customerName}</bdi> : <None />}
        </Cell>
      ) : null}
      {kind.columns.map((column) => (
        <Cell key={column.field} role="cell" className={cn(onlyInTable, 'max-w-48 truncate tabular-nums')}>
          <Field column={column} value={row.fields[column.field]} />
        </Cell>
      ))}
      {kind.otherFields ? (
        <Cell
          role="cell"
          className={cn(card, 'col-span-2 min-w-0 truncate text-ink-2 @2xl:max-w-0 @2xl:w-full')}
        >
          <OtherFields kind={kind} fields={row.fields} />
        </Cell>
      ) : null}
      <Cell
        role="cell"
        className={cn(card, 'col-start-2 row-start-1 min-w-0 text-end whitespace-nowrap @2xl:text-start')}
      >
        <Badge tone={tone}>{label}</Badge>
      </Cell>
      {kind.amount ? (
        <Cell role="cell" numeric className={cn(card, 'col-start-2 row-start-2')}>
          {row.amount !== null && row.currency ? formatMoney(row.amount, row.currency) : <None />}
        </Cell>
      ) : null}
      <Cell role="cell" numeric className={cn(onlyInTable, 'text-ink-2')}>
        <Time at={row.updatedAt} />
      </Cell>
    </TableRow>
  );
}

/** So many tell one record from another; its page shows all. */
const mostShown = 4;

function OtherFields({ kind, fields }: { kind: RecordListKind; fields: RecordListRow['fields'] }) {
  const known = new Set(kind.columns.map(({ field }) => field));
  const others = Object.entries(fields).filter(([name, value]) => !known.has(name) && value !== '');
  if (others.length === 0) return <None />;
  return others.slice(0, mostShown).map(([name, value], index) => (
    <span key={name}>
      {index > 0 ? ' · ' : ''}
      <bdi>{name}</bdi> <bdi className="text-ink">{value}</bdi>
    </span>
  ));
}

function Field({ column: { isDay, words }, value }: { column: FieldColumn; value: string | undefined }) {
  if (!value) return <None />;
  if (isDay) return <time dateTime={value}>{formatDay(value)}</time>;
  return <bdi>{words?.[value] ?? value}</bdi>;
}

function None() {
  return (
    <span className="text-ink-3">
      <span aria-hidden="true">–</span>
      <span className="sr-only">none</span>
    </span>
  );
}
