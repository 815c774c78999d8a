'use client';

import { formatDay } from '@/lib/calendar';
import { initialCompany as company } from '@/lib/company-settings';
import type { Changes } from '@/lib/event-sourcing/event';
import type { Invoice } from '@/lib/invoice/invoice';
import { ChangedValue } from '../history/changed-value';
import { useShownState } from '../history/use-shown-state';
import { Card } from '../ui/card';
import { InvoiceLines } from './invoice-lines';
import { InvoiceTotals } from './invoice-totals';

/** The invoice as the customer reads it, at the moment in view; what the event there changed is marked. */
export function InvoiceDocument() {
  const { state, before, changes } = useShownState<Invoice>();
  return (
    <Card className="p-4 sm:p-7">
      <div className="flex flex-wrap items-start justify-between gap-x-8 gap-y-5">
        <CustomerBlock invoice={state} />
        <Dates invoice={state} changes={changes} />
      </div>
      <InvoiceLines invoice={state} before={before} changes={changes} />
      <InvoiceTotals invoice={state} before={before} changes={changes} />
      <Memo invoice={state} changes={changes} />
      <p className="mt-7 border-t border-line pt-3 text-label text-ink-3">
        {company.name} · {company.address}
      </p>
    </Card>
  );
}

function CustomerBlock({ invoice }: { invoice: Invoice }) {
  const { name, address, email } = invoice.customer;
  return (
    <address className="min-w-0 text-dense text-ink-2 not-italic">
      <p className="text-emphasis font-semibold break-words text-ink">{name}</p>
      {address ? <p className="break-words whitespace-pre-line">{address}</p> : null}
      {email ? <p className="break-all">{email}</p> : null}
    </address>
  );
}

const asDay = (value: unknown): string => formatDay(String(value));

function Dates({ invoice, changes }: { invoice: Invoice; changes: Changes }) {
  const rows = [
    { label: 'Issued', path: 'issueDate', value: invoice.issueDate, none: 'not yet' },
    { label: 'Due', path: 'dueDate', value: invoice.dueDate, none: 'not set' },
  ];
  return (
    <dl className="grid grid-cols-[auto_auto] justify-end gap-x-3 gap-y-1.5 text-dense">
      {rows.map(({ label, path, value, none }) => (
        <div key={path} className="col-span-2 grid grid-cols-subgrid items-baseline">
          <dt className="text-ink-2 sm:text-end">{label}</dt>
          <dd className="font-medium text-ink tabular-nums">
            <ChangedValue change={changes[path]} format={asDay}>
              {value ? formatDay(value) : <span className="font-normal text-ink-3">{none}</span>}
            </ChangedValue>
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Memo({ invoice, changes }: { invoice: Invoice; changes: Changes }) {
  if (!invoice.memo && !changes.memo) return null;
  return (
    <div className="mt-6">
      <h2 className="text-label font-medium text-ink-2">Memo</h2>
      <p className="mt-1 text-dense break-words whitespace-pre-line">
        <ChangedValue change={changes.memo} format={String}>
          {invoice.memo}
        </ChangedValue>
      </p>
    </div>
  );
}
