'use client';

import { formatTime } from '@/lib/format-time';
import { type PastSense, pastSenseWords } from '@/lib/past-sense';
import { useCompany } from '../shell/company-context';
import { PastBanner } from '../ui/past-banner';
import { PastSenseSwitch } from '../ui/past-sense-switch';
import { useTimeSettings } from '../ui/time-context';

/** Why nothing in a list of the past can be changed. */
export const pastReason = 'You are looking at the past. Return to now to change something.';

const invoices = 'Read-only; totals and file are of that moment too.';

interface ListPastProps {
  /** The moment in view, ISO 8601; null is now. */
  asOf: string | null;
  /** The day whose end it is, in words; null where it was not asked for as a day. */
  day: string | null;
  sense: PastSense;
  /** What there is to know besides. */
  note?: string;
  onSense(sense: PastSense): void;
  onReturn(): void;
}

/** Says that the list is not of now, which moment it is of, and in which sense. */
export function ListPast({ asOf, day, sense, note = invoices, onSense, onReturn }: ListPastProps) {
  const settings = useTimeSettings();
  const { timeZone } = useCompany();
  return (
    <div role="status" className="sticky top-2 z-20 empty:hidden max-lg:top-15">
      {asOf ? (
        <PastBanner
          moment={day ? `the end of ${day}` : formatTime(asOf, 'full', settings)}
          actions={<PastSenseSwitch sense={sense} onChoose={onSense} />}
          onReturn={onReturn}
        >
          {day ? `, ${timeZone}` : null}, {pastSenseWords[sense]}. {note}
        </PastBanner>
      ) : null}
    </div>
  );
}
