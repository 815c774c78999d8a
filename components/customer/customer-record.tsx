'use client';

import type { ReactNode } from 'react';
import type { Person } from '@/lib/access';
import type { Customer } from '@/lib/customer/customer';
import { customerWorkflow } from '@/lib/customer/workflow';
import type { OpenedRecord } from '@/lib/event-sourcing/log-part';
import { FieldHistoryButton, fieldArea } from '../history/field-history-button';
import { RecordProvider, useRecord } from '../history/record-context';
import { RecordFrame } from '../history/record-frame';
import { UndoBar } from '../history/undo-bar';
import type { RecordActions } from '../history/use-record-events';
import { useShownState } from '../history/use-shown-state';
import { PageHeader, TrailLink } from '../shell/page-header';
import { Badge } from '../ui/badge';
import { cn } from '../ui/cn';
import { CustomerActions } from './customer-actions';
import { CustomerDialogs } from './customer-dialogs';
import { CustomerDocument } from './customer-document';

interface CustomerRecordProps extends RecordActions {
  person: Person;
  opened: OpenedRecord;
  /** Their invoices, as the server renders them: what writes out money and days need not come to the browser. */
  invoices: ReactNode;
  /** What happened to any record of theirs, rendered likewise. */
  timeline: ReactNode;
}

/** The page of one customer: who they are and what they owe, at any moment, beside the history of their changes. */
export function CustomerRecord({ invoices, timeline, ...props }: CustomerRecordProps) {
  return (
    <RecordProvider workflow={customerWorkflow} {...props}>
      <CustomerDialogs>
        <RecordFrame header={<Header />} panel="Details" loadFieldHistory={loadFieldHistory}>
          <div className="flex flex-col gap-4">
            <CustomerDocument />
            <InvoicesNote />
            {invoices}
            {timeline}
          </div>
        </RecordFrame>
      </CustomerDialogs>
    </RecordProvider>
  );
}

const loadFieldHistory = () =>
  import('./customer-field-history').then((module) => module.CustomerFieldHistory);

/** The slider moves the customer's own record, not the invoices below it. */
function InvoicesNote() {
  const { isPast } = useRecord();
  return isPast ? (
    <p className="-mb-1 px-4 text-label text-past-ink">
      What is below is shown as it stands now. Every record has a history of its own.
    </p>
  ) : null;
}

function Header() {
  const { log } = useRecord();
  const { state } = useShownState<Customer>();
  return (
    <PageHeader
      trail={<TrailLink href="/customers">Customers</TrailLink>}
      title={<span className="wrap-anywhere">{(log.state as Customer).name}</span>}
      badge={
        state.archived ? (
          <span className={cn(fieldArea, 'inline-flex items-center gap-1')}>
            <Badge>Archived</Badge>
            <FieldHistoryButton id="archived" label="Archived" />
          </span>
        ) : null
      }
      actions={
        <>
          <UndoBar className="max-sm:hidden" />
          <CustomerActions />
        </>
      }
    />
  );
}
