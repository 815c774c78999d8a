import { ChevronLeft, ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { Card } from '../ui/card';
import { IconButton } from '../ui/icon-button';

interface StepsProps {
  count: number;
  /** The event in view, from 1; 0 is before the first. */
  step: number;
  /** The step that `event` shows, which the server was asked for. */
  shown: number;
  event: ReactNode;
  onStep(step: number): void;
}

const number = new Intl.NumberFormat('en-US');

/** One event of the window at a time, oldest first, whatever its record. */
export function Steps({ count, step, shown, event, onStep }: StepsProps) {
  return (
    <Card className="@container overflow-clip">
      <section aria-labelledby="steps">
        <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-2 ps-4 pe-2">
          <h2 id="steps" className="text-body font-semibold text-ink">
            Step by step
          </h2>
          {count > 0 ? (
            <div className="flex items-center gap-1">
              <span className="me-2 text-dense whitespace-nowrap text-ink-2 tabular-nums">
                {step === 0 ? 'Before the first of' : `Event ${number.format(step)} of`}{' '}
                {number.format(count)}
              </span>
              <IconButton
                label="Previous event"
                icon={<ChevronLeft aria-hidden="true" className="rtl:-scale-x-100" />}
                disabledReason={step <= 0 ? 'This is the beginning of the window.' : null}
                onClick={() => onStep(step - 1)}
              />
              <IconButton
                label="Next event"
                icon={<ChevronRight aria-hidden="true" className="rtl:-scale-x-100" />}
                disabledReason={step >= count ? 'This is the last event of the window.' : null}
                onClick={() => onStep(step + 1)}
              />
            </div>
          ) : null}
        </div>
        <p role="status" className="sr-only">
          {wordsOf(shown, count)}
        </p>
        {event ? (
          <div role="feed" aria-label="Event in view" className="border-t border-line">
            {event}
          </div>
        ) : (
          <p className="px-4 pb-4 text-dense text-ink-2">
            {count > 0
              ? 'This is just before the first of them. “Next event” shows what happened first.'
              : 'Nothing that matches happened in this window. Choose a longer one, or take a filter away.'}
          </p>
        )}
      </section>
    </Card>
  );
}

function wordsOf(shown: number, count: number): string {
  if (count === 0) return 'No event in this window';
  return shown === 0 ? `Before the first of ${count} events` : `Event ${shown} of ${count}`;
}
