'use client';

import { History } from 'lucide-react';
import { formatTime } from '@/lib/format-time';
import { Button } from '../ui/button';
import { useTimeSettings } from '../ui/time-context';
import { useMomentInView, useRecord } from './record-context';

/** Says that this is not now, what moment it is, and how to get back. Announced when the slider comes to rest. */
export function AsOfBanner() {
  const { log } = useRecord();
  const { version, isPast, held, returnToNow } = useMomentInView();
  const settings = useTimeSettings();
  const later = log.version - version;
  return (
    <div
      role="status"
      aria-live={held ? 'off' : 'polite'}
      className="sticky top-0 z-20 empty:hidden max-lg:top-2"
    >
      {isPast ? (
        <div className="flex items-center justify-between gap-x-4 gap-y-2 rounded-card max-sm:flex-col max-sm:items-start border border-past-line bg-past-fill py-2 pe-2.5 ps-3.5 text-dense text-past-ink">
          <p className="flex min-w-0 flex-1 items-start gap-2.5">
            <History aria-hidden="true" className="mt-px size-4 shrink-0" />
            <span>
              <strong suppressHydrationWarning>
                Viewing as of {formatTime(log.history.event(version).occurredAt, 'full', settings)}
              </strong>
              , after event {version} of {log.version}. Read-only; {later} later{' '}
              {later === 1 ? 'change is' : 'changes are'} dimmed.
            </span>
          </p>
          <Button variant="primary" onClick={returnToNow}>
            Return to now
          </Button>
        </div>
      ) : null}
    </div>
  );
}
