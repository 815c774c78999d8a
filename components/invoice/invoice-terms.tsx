'use client';

import Link from 'next/link';
import type { ReactNode } from 'react';
import { formatDay } from '@/lib/calendar';
import type { LeafChange } from '@/lib/event-sourcing/event';
import { isolated } from '@/lib/event-sourcing/isolated';
import type { Invoice } from '@/lib/invoice/invoice';
import { capitalized, paymentMethodLabels } from '@/lib/invoice/labels';
import { ChangedValue } from '../history/changed-value';
import type { Shown } from './parts-in-view';

/** When it was issued and is due, in which currency, and how it is paid. */
export function InvoiceTerms({ shown: { state, before, changes: all } }: { shown: Shown }) {
  // What came with the record is no change of it.
  const changes = all.id ? {} : all;
  const { paymentReference, duplicateOf } = state;
  const method = wayOfPayment(state);
  const methodChange = changes['paymentMethod.method'] ?? changes['paymentMethod.detail'];
  return (
    <dl className="grid grid-cols-[auto_auto] justify-end gap-x-3 gap-y-1.5 text-dense">
      <Row label="Issued" change={changes.issueDate} format={asDay}>
        {state.issueDate ? formatDay(state.issueDate) : <None>not yet</None>}
      </Row>
      <Row label="Due" change={changes.dueDate} format={asDay}>
        {state.dueDate ? formatDay(state.dueDate) : <None>not set</None>}
      </Row>
      <Row label="Currency" change={changes.currency} format={String}>
        {state.currency}
      </Row>
      {paymentReference || changes.paymentReference ? (
        <Row label="Payment reference" change={changes.paymentReference} format={String}>
          {paymentReference}
        </Row>
      ) : null}
      {method || methodChange ? (
        <Row
          label="Paid by"
          // Two leaves that read as one value.
          change={methodChange && { from: wayOfPayment(before), to: method }}
          format={String}
        >
          {method}
        </Row>
      ) : null}
      {duplicateOf ? (
        <Row label="Copy of" change={undefined} format={String}>
          <Link href={`/invoices/${duplicateOf.id}`} className="text-accent underline underline-offset-2">
            {duplicateOf.title}
          </Link>
        </Row>
      ) : null}
    </dl>
  );
}

const asDay = (value: unknown): string => formatDay(String(value));

/** "Card, Visa ending in 4242"; null while nobody knows. */
function wayOfPayment({ paymentMethod }: Invoice): string | null {
  if (!paymentMethod?.method) return null;
  const label = capitalized(paymentMethodLabels[paymentMethod.method]);
  return paymentMethod.detail ? `${label}, ${isolated(paymentMethod.detail)}` : label;
}

interface RowProps {
  label: string;
  change: LeafChange | undefined;
  format(value: NonNullable<LeafChange['to']>): string;
  children: ReactNode;
}

function Row({ label, change, format, children }: RowProps) {
  return (
    <div className="col-span-2 grid grid-cols-subgrid items-baseline">
      <dt className="text-ink-2 sm:text-end">{label}</dt>
      <dd className="min-w-0 font-medium break-words text-ink tabular-nums">
        <ChangedValue change={change} format={format}>
          {children}
        </ChangedValue>
      </dd>
    </div>
  );
}

function None({ children }: { children: ReactNode }) {
  return <span className="font-normal text-ink-3">{children}</span>;
}
