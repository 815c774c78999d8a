'use client';

import { isolated } from '@/lib/event-sourcing/isolated';
import type { Invoice } from '@/lib/invoice/invoice';
import { ChangedValue } from '../history/changed-value';
import { FieldHistoryButton, fieldArea, roomAfter } from '../history/field-history-button';
import { useShownState } from '../history/use-shown-state';
import { useCompany } from '../shell/company-context';
import { Card } from '../ui/card';
import { cn } from '../ui/cn';
import { CreditNotesSection } from './credit-notes-section';
import { InvoiceLines } from './invoice-lines';
import { InvoiceTerms } from './invoice-terms';
import { InvoiceTotals } from './invoice-totals';
import { sellerText } from './invoice-words';
import { MessagesSection } from './messages-section';
import { NotesSection } from './notes-section';
import type { Shown } from './parts-in-view';
import { PaymentsSection } from './payments-section';
import { RequestsCallout } from './requests-callout';

/**
 * The invoice at the moment in view: first as the customer reads it, then what became of it. What the event there
 * changed is marked.
 */
export function InvoiceDocument() {
  const shown: Shown = useShownState<Invoice>();
  const { state } = shown;
  return (
    <>
      <RequestsCallout shown={shown} />
      <Card className="p-4 sm:p-7">
        <div className="flex flex-wrap items-start justify-between gap-x-8 gap-y-5">
          <CustomerBlock shown={shown} />
          <InvoiceTerms shown={shown} />
        </div>
        <InvoiceLines shown={shown} />
        <InvoiceTotals shown={shown} />
        <Memo shown={shown} />
        <Seller invoice={state} />
      </Card>
      <PaymentsSection shown={shown} />
      <CreditNotesSection shown={shown} />
      <NotesSection shown={shown} />
      <MessagesSection shown={shown} />
    </>
  );
}

function CustomerBlock({ shown: { state, changes } }: { shown: Shown }) {
  const { name, address, email, taxId } = state.customer;
  // One that came with the record is no change of it.
  const change = (leaf: string) => (changes.id ? undefined : changes[`customer.${leaf}`]);
  const rows = [
    { leaf: 'address', label: 'Address', value: address, className: 'break-words whitespace-pre-line' },
    { leaf: 'email', label: 'Email', value: email, className: 'break-all' },
    { leaf: 'taxId', label: 'Tax id', value: taxId && `Tax id ${isolated(taxId)}`, className: 'break-words' },
  ] as const;
  return (
    <address className="min-w-0 text-dense text-ink-2 not-italic">
      <p className={cn(fieldArea, roomAfter, 'text-emphasis font-semibold break-words text-ink')}>
        <ChangedValue change={change('name')} format={String}>
          {name}
        </ChangedValue>
        <FieldHistoryButton id="customer.name" label="Customer" after />
      </p>
      {rows.map(({ leaf, label, value, className }) =>
        value || change(leaf) ? (
          <p key={leaf} className={cn(fieldArea, roomAfter, className)}>
            <ChangedValue change={change(leaf)} format={String}>
              {value}
            </ChangedValue>
            <FieldHistoryButton id={`customer.${leaf}`} label={label} after />
          </p>
        ) : null,
      )}
    </address>
  );
}

function Memo({ shown: { state, changes } }: { shown: Shown }) {
  const change = changes.id ? undefined : changes.memo;
  if (!state.memo && !change) return null;
  return (
    <div className={cn(fieldArea, 'mt-6')}>
      <div className="flex items-center gap-1">
        <h2 className="text-label font-medium text-ink-2">Memo</h2>
        <FieldHistoryButton id="memo" label="Memo" />
      </div>
      <p dir="auto" className="mt-1 text-dense break-words whitespace-pre-line">
        <ChangedValue change={change} format={String}>
          {state.memo}
        </ChangedValue>
      </p>
    </div>
  );
}

/** Who issues it, as the company was called when the invoice was finalized; before, as it is called now. */
function Seller({ invoice }: { invoice: Invoice }) {
  const company = useCompany();
  return (
    <p
      className={cn(fieldArea, roomAfter, 'mt-7 border-t border-line pt-3 text-label break-words text-ink-3')}
    >
      {sellerText(invoice.seller ?? company)}
      {invoice.seller ? <FieldHistoryButton id="seller" label="Issuing company" after /> : null}
    </p>
  );
}
