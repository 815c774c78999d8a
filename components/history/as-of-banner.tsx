'use client';

import { formatTime } from '@/lib/format-time';
import { PastBanner } from '../ui/past-banner';
import { useTimeSettings } from '../ui/time-context';
import { useMomentInView, useRecord } from './record-context';

/** Says which past moment of the record is in view. Announced when the slider comes to rest. */
export function AsOfBanner() {
  const { log } = useRecord();
  const { version, isPast, held, returnToNow } = useMomentInView();
  const settings = useTimeSettings();
  const later = log.version - version;
  return (
    <div
      role="status"
      aria-live={held ? 'off' : 'polite'}
      className="sticky top-0 z-20 empty:hidden max-lg:top-15"
    >
      {isPast ? (
        <PastBanner
          moment={formatTime(log.history.event(version).occurredAt, 'full', settings)}
          onReturn={returnToNow}
        >
          , after event {version} of {log.version}. Read-only; {later} later{' '}
          {later === 1 ? 'change is' : 'changes are'} dimmed.
        </PastBanner>
      ) : null}
    </div>
  );
}
