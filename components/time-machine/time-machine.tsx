'use client';

import { ChevronLeft, ChevronRight, History, Undo2 } from 'lucide-react';
import Link from 'next/link';
import { useQueryStates } from 'nuqs';
import { type ReactNode, useTransition } from 'react';
import { activityHref, without } from '../activity/activity-address';
import { type Density, DensityStrip } from '../activity/density-strip';
import { FilterBar, type FilterOptions } from '../activity/filter-bar';
import { useActivityAddress } from '../activity/use-activity-address';
import { useTimeRange } from '../activity/use-time-range';
import { PageHeader } from '../shell/page-header';
import { buttonStyles } from '../ui/button-styles';
import { Card } from '../ui/card';
import { cn } from '../ui/cn';
import { EmptyState } from '../ui/empty-state';
import { IconButton } from '../ui/icon-button';
import { UnreadNotice } from '../ui/unread-notice';
import { stepParsers } from './step-address';

interface TimeMachineProps {
  /** Null where nothing has ever happened. */
  density: Density | null;
  options: FilterOptions;
  /** What the address asks for that could not be understood, and what it names that there is none of. */
  unread: readonly string[];
  strangers: readonly string[];
  /** How many events the window has, and which of them is in view, from 1. */
  count: number;
  step: number;
  /** May this person take back what happened in the window? */
  mayUndo: boolean;
  /** Rendered by the server: the business then and now; null while no moment is chosen. */
  business: ReactNode;
  happened: ReactNode;
  event: ReactNode;
}

const number = new Intl.NumberFormat('en-US');
const events = (count: number) => `${number.format(count)} ${count === 1 ? 'event' : 'events'}`;

/** The business through time: choose a window, see what stood before it and what happened in it, and step through it. */
export function TimeMachine(props: TimeMachineProps) {
  const [pending, startTransition] = useTransition();
  const controls = useActivityAddress(startTransition);
  const range = useTimeRange(controls);
  const { density, count, business } = props;
  if (!density) return <NothingYet />;
  const { from, to } = controls.address;
  const filters = activityHref('', { ...controls.address, after: null, before: null });
  return (
    <div className="flex flex-col gap-4 px-page py-5">
      <PageHeader
        title="Time machine"
        description="The whole business at any moment, and everything that happened from then on, step by step."
        actions={
          props.mayUndo && count > 0 && (from || to) ? (
            <Link href={`/activity/undo${filters}`} prefetch={false} className={buttonStyles()}>
              <Undo2 aria-hidden="true" />
              Undo {events(count)}…
            </Link>
          ) : null
        }
      />
      <UnreadNotice parts={props.unread} />
      <DensityStrip density={density} {...range} />
      <FilterBar {...controls} address={without(controls.address, props.strangers)} options={props.options} />
      <div
        className={cn('flex flex-col gap-4 transition-opacity', pending && 'opacity-60')}
        aria-busy={pending}
      >
        <Steps {...props} startTransition={startTransition} />
        {business ?? (
          <Card>
            <EmptyState icon={<History />} title={<h2>Choose a moment</h2>}>
              Drag over the bars, or type a date and time. You see the business as it stood then, beside
              today, and step through what happened from then on.
            </EmptyState>
          </Card>
        )}
        {props.happened}
      </div>
    </div>
  );
}

type StepsProps = Pick<TimeMachineProps, 'count' | 'step' | 'event'> & {
  startTransition: React.TransitionStartFunction;
};

/** One event of the window at a time, oldest first. */
function Steps({ count, step, event, startTransition }: StepsProps) {
  const [{ step: asked }, setStep] = useQueryStates(stepParsers, {
    shallow: false,
    history: 'replace',
    startTransition,
  });
  // At once where the buttons lead, while the event is on its way.
  const at = Math.min(Math.max(asked, 1), Math.max(count, 1));
  const go = (to: number) => void setStep({ step: to });
  return (
    <Card className="@container overflow-clip">
      <section aria-labelledby="steps">
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3">
          <h2 id="steps" className="text-body font-semibold text-ink">
            Step by step
          </h2>
          {count > 0 ? (
            <div className="flex min-w-0 flex-1 items-center gap-2">
              <IconButton
                label="Previous event"
                icon={<ChevronLeft aria-hidden="true" className="rtl:-scale-x-100" />}
                disabledReason={at <= 1 ? 'This is the first event of the window.' : null}
                onClick={() => go(at - 1)}
              />
              <input
                type="range"
                aria-label="Step"
                aria-valuetext={`Event ${at} of ${count}`}
                min={1}
                max={count}
                value={at}
                onChange={({ target }) => go(target.valueAsNumber)}
                className="h-6 min-w-24 flex-1 accent-(--color-accent)"
              />
              <IconButton
                label="Next event"
                icon={<ChevronRight aria-hidden="true" className="rtl:-scale-x-100" />}
                disabledReason={at >= count ? 'This is the last event of the window.' : null}
                onClick={() => go(at + 1)}
              />
              <span className="text-dense whitespace-nowrap text-ink-2 tabular-nums">
                {number.format(at)} of {number.format(count)}
              </span>
            </div>
          ) : null}
        </div>
        <p role="status" className="sr-only">
          {count > 0 ? `Event ${step} of ${count}` : 'No event in this window'}
        </p>
        {event ? (
          <div role="feed" aria-label="Event in view">
            {event}
          </div>
        ) : (
          <p className="px-4 pb-4 text-dense text-ink-2">
            Nothing that matches happened in this window. Choose a longer one, or take a filter away.
          </p>
        )}
      </section>
    </Card>
  );
}

function NothingYet() {
  return (
    <div className="flex flex-col gap-4 px-page py-5">
      <PageHeader title="Time machine" />
      <Card>
        <EmptyState icon={<History />} title={<h2>Nothing has happened yet</h2>}>
          As soon as somebody writes an invoice there is a past to look at.
        </EmptyState>
      </Card>
    </div>
  );
}
