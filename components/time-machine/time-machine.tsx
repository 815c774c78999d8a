'use client';

import { History, Undo2 } from 'lucide-react';
import Link from 'next/link';
import { useQueryStates } from 'nuqs';
import { type ReactNode, useState, useTransition } from 'react';
import { formatTime } from '@/lib/format-time';
import { currenciesIn, owedIn, type StatusTotals } from '@/lib/invoice/status-totals';
import type { Currency } from '@/lib/money';
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
import { useTimeSettings } from '../ui/time-context';
import { UnreadNotice } from '../ui/unread-notice';
import { BusinessThen } from './business-then';
import { OwedLine } from './owed-line';
import { placesOf, stepAtBound } from './scrub-places';
import { Scrubber } from './scrubber';
import { stepParsers, stepWithin } from './step-address';
import { Steps } from './steps';
import { useTotalsOverTime } from './use-totals-over-time';

interface TimeMachineProps {
  /** Null where nothing has ever happened. */
  density: Density | null;
  options: FilterOptions;
  /** What the address asks for that could not be understood, and what it names that there is none of. */
  unread: readonly string[];
  strangers: readonly string[];
  /** Which event of the window is in view, from 1; 0 is before the first. */
  step: number;
  /** The moment in view, ISO 8601 in UTC; null is now, or, at step 0, before anything happened. */
  moment: string | null;
  /** The whole business at that moment and now. */
  then: readonly StatusTotals[];
  now: readonly StatusTotals[];
  /** May this person take back what happened in the window? */
  mayUndo: boolean;
  /** Rendered by the server: the event in view, and what has happened since. */
  event: ReactNode;
  since: ReactNode;
}

const number = new Intl.NumberFormat('en-US');
const events = (count: number) => `${number.format(count)} ${count === 1 ? 'event' : 'events'}`;

/** The whole business at any moment: drag through time, step through what happened, see what has changed since. */
export function TimeMachine(props: TimeMachineProps) {
  if (!props.density) return <NothingYet />;
  return <Machine {...props} density={props.density} />;
}

function Machine(props: TimeMachineProps & { density: Density }) {
  const [pending, startTransition] = useTransition();
  const controls = useActivityAddress(startTransition);
  const range = useTimeRange(controls);
  const settings = useTimeSettings();
  const [dragged, setDragged] = useState<number | null>(null);
  const [chosen, setChosen] = useState<Currency | null>(null);
  const [{ step: asked, sense }, setStep] = useQueryStates(stepParsers, { shallow: false, startTransition });
  const { density, now } = props;
  const { from, to } = controls.address;
  const count = density.total;
  // At once where keys and buttons lead, while what is there is on its way.
  const step = stepWithin(asked, count, from !== null);
  const places = placesOf(density.counts);
  const over = useTotalsOverTime({ from, to }, density.bounds, sense);
  const draggedTotals = dragged === null ? null : (over?.[dragged] ?? null);
  const then = draggedTotals ?? props.then;
  const moment =
    dragged === null
      ? momentWords(props.moment && formatTime(props.moment, 'full', settings), props.step === 0)
      : `on ${formatTime(density.bounds[dragged] ?? '', 'minute', settings)}`;
  const currencies = currenciesIn([...now, ...props.then]);
  const currency = chosen && currencies.includes(chosen) ? chosen : currencies[0];
  const filters = activityHref('', { ...controls.address, after: null, before: null });
  return (
    <div className="flex flex-col gap-4 px-page py-5">
      <PageHeader
        title="Time machine"
        description="Drag to any moment: the whole business as it stood then, what happened just before, and what has changed since."
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
      <DensityStrip
        density={density}
        {...range}
        above={
          currency ? (
            <OwedLine
              totals={over}
              {...{ currencies, currency }}
              onCurrency={setChosen}
              owed={owedIn(then, currency)}
            />
          ) : null
        }
        below={
          <Scrubber
            {...{ places, step, count, dragged, moment }}
            onDrag={setDragged}
            onDrop={(bound) => {
              setDragged(null);
              void setStep({ step: stepAtBound(places, bound) }, { history: 'push' });
            }}
            onStep={(to) => void setStep({ step: to }, { history: 'replace' })}
          />
        }
      />
      <FilterBar {...controls} address={without(controls.address, props.strangers)} options={props.options} />
      <div
        className={cn(
          'grid gap-4 transition-opacity xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)] xl:items-start',
          pending && 'opacity-60',
        )}
        aria-busy={pending}
      >
        <div className={cn('flex min-w-0 flex-col gap-4 xl:order-last', dragged !== null && 'opacity-60')}>
          <Steps
            {...{ count, step }}
            shown={props.step}
            event={props.event}
            onStep={(to) => void setStep({ step: to }, { history: 'replace' })}
          />
          {props.since}
        </div>
        <BusinessThen
          {...{ then, now, moment, sense }}
          asOf={dragged === null ? props.moment : null}
          isPast={dragged !== null || props.moment !== null}
          onSense={(chosen) => void setStep({ sense: chosen }, { history: 'push' })}
        />
      </div>
    </div>
  );
}

function momentWords(at: string | null, isBeginning: boolean): string {
  if (at) return `on ${at}`;
  return isBeginning ? 'before anything happened' : 'as they are now';
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
