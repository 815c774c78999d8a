'use client';

import Link from 'next/link';
import { useState } from 'react';
import type { Person } from '@/lib/access';
import { dayIn } from '@/lib/calendar';
import { initialCompany as company } from '@/lib/company-settings';
import type { Recorded } from '@/lib/event-sourcing/event';
import { type Invoice, titleOf } from '@/lib/invoice/invoice';
import { isOverdue, statusOf } from '@/lib/invoice/status';
import { AsOfBanner } from '../history/as-of-banner';
import { HistoryFeed } from '../history/history-feed';
import { RecordProvider, useMomentInView, useRecord } from '../history/record-context';
import { TimelineSlider } from '../history/timeline-slider';
import { UndoBar, UndoShortcuts } from '../history/undo-bar';
import { UndoProvider } from '../history/undo-context';
import type { RecordActions } from '../history/use-record-events';
import { useShownState } from '../history/use-shown-state';
import { PageHeader } from '../shell/page-header';
import { cn } from '../ui/cn';
import { useNow } from '../ui/time-context';
import { InvoiceActions } from './invoice-actions';
import { InvoiceDialogs } from './invoice-dialogs';
import { InvoiceDocument } from './invoice-document';
import { StatusBadge } from './status-badge';

interface InvoiceRecordProps extends RecordActions {
  person: Person;
  events: readonly Recorded[];
}

/** The page of one invoice: what it is and what can be done, where I am in time, the document beside its history. */
export function InvoiceRecord(props: InvoiceRecordProps) {
  return (
    <RecordProvider {...props}>
      <UndoProvider>
        <UndoShortcuts />
        <InvoiceDialogs>
          <div className="flex flex-col gap-3 px-page py-4 lg:h-dvh lg:pb-0">
            <Header />
            <div className="max-sm:sticky max-sm:bottom-0 max-sm:z-20 max-sm:order-last max-sm:-mx-4 max-sm:border-t max-sm:border-line max-sm:bg-background max-sm:px-4 max-sm:py-2">
              <TimelineSlider />
              <UndoBar className="mt-2 sm:hidden" />
            </div>
            <AsOfBanner />
            <Panels />
          </div>
        </InvoiceDialogs>
      </UndoProvider>
    </RecordProvider>
  );
}

function Header() {
  const { log } = useRecord();
  const { version, isPast } = useMomentInView();
  const { state } = useShownState<Invoice>();
  const clock = useNow();
  // Overdue is a matter of the day in view.
  const moment = isPast || !clock ? log.history.event(version).occurredAt : clock;
  return (
    <PageHeader
      trail={
        <>
          <Link href="/invoices" className="hover:text-ink hover:underline">
            Invoices
          </Link>{' '}
          / {state.customer.name}
        </>
      }
      title={titleOf(log.state as Invoice)}
      badge={
        <StatusBadge status={statusOf(state)} overdue={isOverdue(state, dayIn(company.timeZone, moment))} />
      }
      actions={
        <>
          <UndoBar className="max-sm:hidden" />
          <InvoiceActions />
        </>
      }
    />
  );
}

const panels = ['Document', 'History'] as const;

/** Side by side where there is room; else one at a time. The history scrolls by itself. */
function Panels() {
  const { log } = useRecord();
  const [shown, setShown] = useState<(typeof panels)[number]>('Document');
  return (
    <>
      <div className="flex gap-1 border-b border-line lg:hidden">
        {panels.map((panel) => (
          <button
            key={panel}
            type="button"
            aria-pressed={shown === panel}
            onClick={() => setShown(panel)}
            className={cn(
              '-mb-px min-h-9 border-b-2 border-transparent px-3 text-dense font-medium text-ink-2',
              shown === panel && 'border-accent text-accent',
            )}
          >
            {panel}
          </button>
        ))}
      </div>
      <div className="grid min-h-0 flex-1 grid-cols-[minmax(0,1fr)] gap-x-5 lg:grid-cols-[minmax(0,1fr)_minmax(20rem,26.5rem)]">
        <section
          aria-label="Document"
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard.
          tabIndex={0}
          className={cn(
            'min-h-0 lg:-m-1 lg:block lg:overflow-y-auto lg:p-1 lg:pb-6',
            shown !== 'Document' && 'max-lg:hidden',
          )}
        >
          <InvoiceDocument />
        </section>
        <section
          aria-label="Events"
          className={cn('flex min-h-0 flex-col', shown !== 'History' && 'max-lg:hidden')}
        >
          <h2 className="px-2.5 pt-1 pb-2 text-body font-semibold text-ink">
            History{' '}
            <span className="font-normal text-ink-2 tabular-nums">
              {log.version} {log.version === 1 ? 'event' : 'events'}
            </span>
          </h2>
          <div data-scroll-panel className="min-h-0 flex-1 pb-6 lg:overflow-y-auto">
            <HistoryFeed />
          </div>
        </section>
      </div>
    </>
  );
}
