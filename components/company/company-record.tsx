'use client';

import { CalendarCheck, ListOrdered } from 'lucide-react';
import Link from 'next/link';
import type { Person } from '@/lib/access';
import { companyWorkflow } from '@/lib/company/workflow';
import type { OpenedRecord } from '@/lib/event-sourcing/log-part';
import { RecordProvider } from '../history/record-context';
import { RecordFrame } from '../history/record-frame';
import { UndoBar } from '../history/undo-bar';
import type { RecordActions } from '../history/use-record-events';
import { PageHeader } from '../shell/page-header';
import { buttonStyles } from '../ui/button-styles';
import { CompanyDocument } from './company-document';

interface CompanyRecordProps extends RecordActions {
  person: Person;
  opened: OpenedRecord;
}

/** The company's settings, section by section, at any moment, beside the history of their changes. */
export function CompanyRecord(props: CompanyRecordProps) {
  return (
    <RecordProvider workflow={companyWorkflow} {...props}>
      <RecordFrame header={<Header />} panel="Settings" loadFieldHistory={loadFieldHistory}>
        <CompanyDocument />
      </RecordFrame>
    </RecordProvider>
  );
}

const loadFieldHistory = () => import('./company-field-history').then((module) => module.CompanyFieldHistory);

function Header() {
  return (
    <PageHeader
      trail="Settings"
      title="Company"
      actions={
        <>
          <UndoBar className="max-sm:hidden" />
          <Link href="/settings/periods" className={buttonStyles({ className: 'hover:bg-sunken' })}>
            <CalendarCheck aria-hidden="true" />
            Accounting periods
          </Link>
          <Link href="/settings/numbers" className={buttonStyles({ className: 'hover:bg-sunken' })}>
            <ListOrdered aria-hidden="true" />
            Number gaps
          </Link>
        </>
      }
    />
  );
}
