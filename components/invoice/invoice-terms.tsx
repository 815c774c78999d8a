'use client';

import Link from 'next/link';
import type { ReactNode } from 'react';
import { formatDay } from '@/lib/calendar';
import type { LeafChange } from '@/lib/event-sourcing/event';
import { ChangedValue } from '../history/changed-value';
import { FieldHistoryButton, fieldArea, roomAfter } from '../history/field-history-button';
import { cn } from '../ui/cn';
import { wayOfPayment } from './invoice-words';
import type { Shown } from './parts-in-view';

/** When it was issued and is due, in which currency, and how it is paid. */
export function InvoiceTerms({ shown: { state, before, changes: all } }: { shown: Shown }) {
  // What came with the record is no change of it.
  const changes = all.id ? {} : all;
  const { paymentReference, duplicateOf } = state;
  const method = wayOfPayment(state);
  const methodChange = changes['paymentMethod.method'] ?? changes['paymentMethod.detail'];
  return (
    // The buttons after the values stand in the margin of the paper.
    <dl className="grid grid-cols-[auto_auto] justify-end gap-x-3 gap-y-1.5 text-dense sm:-me-7">
      <Row label="Issued" field="issueDate" change={changes.issueDate} format={asDay}>
        {state.issueDate ? formatDay(state.issueDate) : <None>not yet</None>}
      </Row>
      <Row label="Due" field="dueDate" change={changes.dueDate} format={asDay}>
        {state.dueDate ? formatDay(state.dueDate) : <None>not set</None>}
      </Row>
      <Row label="Currency" field="currency" change={changes.currency} format={String}>
        {state.currency}
      </Row>
      {paymentReference || changes.paymentReference ? (
        <Row
          label="Payment reference"
          field="paymentReference"
          change={changes.paymentReference}
          format={String}
        >
          {paymentReference}
        </Row>
      ) : null}
      {method || methodChange ? (
        <Row
          label="Paid by"
          field="paymentMethod"
          // Two leaves that read as one value.
          change={methodChange && { from: wayOfPayment(before), to: method }}
          format={String}
        >
          {method}
        </Row>
      ) : null}
      {duplicateOf ? (
        <Row label="Copy of" field="duplicateOf" change={undefined} format={String}>
          <Link href={`/invoices/${duplicateOf.id}`} className="text-accent underline underline-offset-2">
            {duplicateOf.title}
          </Link>
        </Row>
      ) : null}
    </dl>
  );
}

const asDay = (value: unknown): string => formatDay(String(value));

/** By themselves the words of the document say too little. */
const longLabels: Readonly<Record<string, string>> = { Issued: 'Issue date', Due: 'Due date' };

interface RowProps {
  label: string;
  /** The leaf, or branch, that it shows. */
  field: string;

  change: LeafChange | undefined;
  format(value: NonNullable<LeafChange['to']>): string;
  children: ReactNode;
}

function Row({ label, field, change, format, children }: RowProps) {
  return (
    <div className={cn(fieldArea, 'col-span-2 grid grid-cols-subgrid items-baseline')}>
      <dt className="text-ink-2 sm:text-end">{label}</dt>
      <dd className={cn(roomAfter, 'min-w-0 font-medium break-words text-ink tabular-nums')}>
        <ChangedValue change={change} format={format}>
          {children}
        </ChangedValue>
        <FieldHistoryButton id={field} label={longLabels[label] ?? label} after />
      </dd>
    </div>
  );
}

function None({ children }: { children: ReactNode }) {
  return <span className="font-normal text-ink-3">{children}</span>;
}
