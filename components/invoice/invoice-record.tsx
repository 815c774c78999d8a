'use client';

import type { Person } from '@/lib/access';
import { dayIn } from '@/lib/calendar';
import type { OpenedRecord } from '@/lib/event-sourcing/log-part';
import { flagsOf } from '@/lib/invoice/flags';
import { type Invoice, titleOf } from '@/lib/invoice/invoice';
import { awaitsApproval } from '@/lib/invoice/requests';
import { isDisputed, isOverdue, statusOf } from '@/lib/invoice/status';
import { totalsOf } from '@/lib/invoice/totals';
import { invoiceWorkflow } from '@/lib/invoice/workflow';
import { FieldHistoryButton, fieldArea } from '../history/field-history-button';
import { RecordProvider, useMomentInView, useRecord } from '../history/record-context';
import { RecordFrame } from '../history/record-frame';
import { UndoBar } from '../history/undo-bar';
import type { RecordActions } from '../history/use-record-events';
import { useShownState } from '../history/use-shown-state';
import { useCompany } from '../shell/company-context';
import { PageHeader, TrailLink } from '../shell/page-header';
import { cn } from '../ui/cn';
import { useNow } from '../ui/time-context';
import { insteadOn } from './invoice-action-menu';
import { InvoiceActions } from './invoice-actions';
import { InvoiceDialogs } from './invoice-dialogs';
import { InvoiceDocument } from './invoice-document';
import { StatusBadge } from './status-badge';
import { useInvoiceActs } from './use-invoice-acts';

interface InvoiceRecordProps extends RecordActions {
  person: Person;
  opened: OpenedRecord;
}

/** The page of one invoice: what it is and what can be done, where I am in time, the document beside its history. */
export function InvoiceRecord(props: InvoiceRecordProps) {
  return (
    <RecordProvider workflow={invoiceWorkflow} {...props}>
      <InvoiceDialogs runCommand={props.runCommand}>
        <Frame />
      </InvoiceDialogs>
    </RecordProvider>
  );
}

const loadFieldHistory = () => import('./invoice-field-history').then((module) => module.InvoiceFieldHistory);

function Frame() {
  const { log, locked } = useRecord();
  const { act } = useInvoiceActs();
  return (
    <RecordFrame
      header={<Header />}
      loadFieldHistory={loadFieldHistory}
      insteadOf={insteadOn(log.state as Invoice, { locked, act })}
    >
      <InvoiceDocument />
    </RecordFrame>
  );
}

/** They are of now, so the slider leaves them alone. */
const actions = (
  <>
    <UndoBar className="max-sm:hidden" />
    <InvoiceActions />
  </>
);

function Header() {
  const { log, loaded } = useRecord();
  const { version, isPast } = useMomentInView();
  const { state } = useShownState<Invoice>();
  const { timeZone } = useCompany();
  const clock = useNow();
  // Overdue is a matter of the day in view.
  const moment = isPast || !clock ? loaded.event(version).occurredAt : clock;
  const totals = totalsOf(state);
  const status = statusOf(state, totals);
  return (
    <PageHeader
      trail={
        <>
          <TrailLink href="/invoices">Invoices</TrailLink> /{' '}
          <TrailLink
            href={`/customers/${state.customer.id}`}
            // Not ahead: the slider passes by whoever the invoice was for.
            prefetch={false}
          >
            {state.customer.name}
          </TrailLink>
        </>
      }
      title={titleOf(log.state as Invoice)}
      badge={
        <span className={cn(fieldArea, 'inline-flex items-center gap-1')}>
          <StatusBadge
            status={status}
            flags={flagsOf({
              status,
              overdue: isOverdue(state, dayIn(timeZone, moment)),
              disputed: isDisputed(state),
              awaitsApproval: awaitsApproval(state),
              balanceAmount: totals.balance,
            })}
          />
          <FieldHistoryButton id="status" label="Status" />
        </span>
      }
      actions={actions}
    />
  );
}
