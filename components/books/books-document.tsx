'use client';

import { Lock, LockOpen } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useEffect, useState } from 'react';
import type { Books } from '@/lib/books/books';
import { latestMonths, type Month } from '@/lib/books/months';
import { dayIn, formatDay, formatMonth } from '@/lib/calendar';
import { addDays } from '@/lib/calendar-spans';
import type { RecordLog } from '@/lib/event-sourcing/record-log';
import { FieldHistoryButton, fieldArea } from '../history/field-history-button';
import { OpenedRecord } from '../history/opened-record';
import { useMomentInView, useRecord } from '../history/record-context';
import { useShownState } from '../history/use-shown-state';
import { useCompany } from '../shell/company-context';
import { Badge } from '../ui/badge';
import { Button } from '../ui/button';
import { Card } from '../ui/card';
import { cn } from '../ui/cn';
import { loadPart } from '../ui/load-part';
import { Time } from '../ui/time';
import { useNow } from '../ui/time-context';
import type { Asked } from './period-form';

const PeriodForm = dynamic(
  () => loadPart(() => import('./period-form').then((module) => module.PeriodForm)),
  { ssr: false },
);

/** The latest months, each with whether it is closed and by whom; the months before them follow the oldest. */
export function BooksDocument() {
  const { locked, isPast, log, loaded } = useRecord();
  const { version } = useMomentInView();
  const { closedThrough } = useShownState<Books>().state;
  const { timeZone } = useCompany();
  const now = useNow();
  const today = dayIn(timeZone, isPast || !now ? loaded.event(version).occurredAt : now);
  const [asked, setAsked] = useState<Asked | null>(null);
  // Back may lead into the past while a form is open; nothing can be changed there.
  useEffect(() => {
    if (isPast) setAsked(null);
  }, [isPast]);
  const months = latestMonths(closedThrough, today);
  return (
    <Card>
      <div className="flex flex-wrap items-start justify-between gap-x-8 gap-y-3 border-b border-line p-4 sm:px-7 sm:py-5">
        <div className="max-w-prose flex-1 basis-72">
          <div className={cn(fieldArea, 'flex items-center gap-1')}>
            <h2 className="text-title font-semibold text-ink">
              {closedThrough ? `Closed through ${formatDay(closedThrough)}` : 'All periods are open'}
            </h2>
            <FieldHistoryButton id="closedThrough" label="Closed through" />
          </div>
          <p className="mt-1 text-dense text-ink-2">
            In a closed period nothing is recorded, undone or re-applied that changes its figures. A period is
            closed together with all before it.
          </p>
        </div>
        <Button
          icon={<Lock aria-hidden="true" />}
          disabledReason={locked}
          onClick={() => setAsked({ action: 'close', through: `${months[1]?.to}` })}
        >
          Close a period
        </Button>
      </div>
      <ul aria-label="Periods">
        {months.map((month) => (
          <MonthRow
            key={month.from}
            month={month}
            closedThrough={closedThrough}
            locked={locked}
            closing={closingOf(log, version, month)}
            onAsk={setAsked}
          />
        ))}
      </ul>
      {asked ? (
        <OpenedRecord>
          <PeriodForm asked={asked} onClose={() => setAsked(null)} />
        </OpenedRecord>
      ) : null}
    </Card>
  );
}

interface MonthRowProps {
  month: Month;
  closedThrough: string | null;
  locked: string | null;
  closing: { actor: string; at: string } | null;
  onAsk(asked: Asked): void;
}

const tones = { closed: 'accent', partly: 'past', open: 'neutral', running: 'neutral' } as const;
const words = { closed: 'Closed', partly: 'Partly closed', open: 'Open', running: 'Not over yet' } as const;

function MonthRow({ month, closedThrough, locked, closing, onAsk }: MonthRowProps) {
  const { from, to, status } = month;
  const name = formatMonth(from);
  return (
    <li className="grid min-h-12 grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 gap-y-1 border-b border-line px-4 py-2 last:border-b-0 sm:grid-cols-[10rem_minmax(0,1fr)_auto] sm:px-7">
      <span className="font-medium text-ink">{name}</span>
      <span className="flex flex-wrap items-center gap-x-3 gap-y-1 text-dense text-ink-2 max-sm:col-start-1 max-sm:row-start-2">
        <Badge tone={tones[status]}>{words[status]}</Badge>
        {status === 'partly' && closedThrough ? `through ${formatDay(closedThrough)}` : null}
        {status === 'closed' && closing ? (
          <span>
            by <bdi>{closing.actor}</bdi>, <Time at={closing.at} />
          </span>
        ) : null}
      </span>
      {status === 'closed' ? (
        <Button
          size="small"
          icon={<LockOpen aria-hidden="true" />}
          aria-label={`Reopen ${name}`}
          disabledReason={locked}
          onClick={() => onAsk({ action: 'reopen', through: addDays(from, -1) })}
        >
          Reopen
        </Button>
      ) : status === 'running' ? null : (
        <Button
          size="small"
          icon={<Lock aria-hidden="true" />}
          aria-label={`Close ${name}`}
          disabledReason={locked}
          onClick={() => onAsk({ action: 'close', through: to })}
        >
          Close
        </Button>
      )}
    </li>
  );
}

/** Who closed a month that is closed: the last event up to the version in view that did. */
function closingOf(log: RecordLog, version: number, { to }: Month): MonthRowProps['closing'] {
  const isClosed = (at: number) => ((log.timeline.stateAt(at) as Books).closedThrough ?? '') >= to;
  for (let v = version; v > log.start.version && isClosed(v); v--) {
    if (isClosed(v - 1)) continue;
    const { actor, occurredAt } = log.history.event(v);
    return { actor: actor.name, at: occurredAt };
  }
  return null;
}
