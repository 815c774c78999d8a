'use client';

import type { Person } from '@/lib/access';
import { booksWorkflow } from '@/lib/books/workflow';
import type { OpenedRecord } from '@/lib/event-sourcing/log-part';
import { RecordProvider } from '../history/record-context';
import { RecordFrame } from '../history/record-frame';
import { UndoBar } from '../history/undo-bar';
import type { RecordActions } from '../history/use-record-events';
import { PageHeader, TrailLink } from '../shell/page-header';
import { BooksDocument } from './books-document';

interface BooksRecordProps extends RecordActions {
  person: Person;
  opened: OpenedRecord;
}

const loadFieldHistory = () => import('./books-field-history').then((module) => module.BooksFieldHistory);

/** The accounting periods at any moment, beside the history of who closed and reopened them. */
export function BooksRecord(props: BooksRecordProps) {
  return (
    <RecordProvider workflow={booksWorkflow} {...props}>
      <RecordFrame
        panel="Periods"
        loadFieldHistory={loadFieldHistory}
        header={
          <PageHeader
            trail={<TrailLink href="/settings">Settings</TrailLink>}
            title="Accounting periods"
            actions={<UndoBar className="max-sm:hidden" />}
          />
        }
      >
        <BooksDocument />
      </RecordFrame>
    </RecordProvider>
  );
}
