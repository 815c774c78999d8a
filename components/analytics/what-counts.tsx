'use client';

import { useRouter } from 'next/navigation';
import { formatTime } from '@/lib/format-time';
import { PastBanner } from '../ui/past-banner';
import { useTimeSettings } from '../ui/time-context';

interface WhatCountsProps {
  /** How the answer is counted, in words. */
  definition: string;
  /** ISO 8601; null is now. */
  asOf: string | null;
  undone: boolean;
  /** The same page as of now. */
  nowHref: string;
}

/** What the numbers of the page mean, whether they count what was undone, and as of when. */
export function WhatCounts({ definition, asOf, undone, nowHref }: WhatCountsProps) {
  const router = useRouter();
  const settings = useTimeSettings();
  return (
    <>
      <div role="status" className="empty:hidden">
        {asOf ? (
          <PastBanner
            moment={formatTime(asOf, 'minute', settings)}
            onReturn={() => router.push(nowHref, { scroll: false })}
          >
            : what had happened by then, and what of it was in force then.
          </PastBanner>
        ) : null}
      </div>
      <p className="max-w-4xl text-dense text-ink-2">
        {definition}{' '}
        <strong className="font-medium text-ink">
          {undone
            ? 'What was undone counts too.'
            : 'What was undone does not count, nor does the undo itself.'}
        </strong>
      </p>
    </>
  );
}
