'use client';

import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Recorded } from '@/lib/event-sourcing/event';
import type { FieldEntry, FieldStep } from '@/lib/event-sourcing/field-history';
import { narrate } from '@/lib/event-sourcing/narrate';
import type { RecordLog } from '@/lib/event-sourcing/record-log';
import { Badge } from '../ui/badge';
import { cn } from '../ui/cn';
import { Difference } from '../ui/difference';
import { Time } from '../ui/time';
import { EventMark } from './event-mark';
import { MomentLink } from './moment-link';
import { useRecord } from './record-context';
import { RevertBadges } from './revert-badges';

interface FieldHistoryEntryProps {
  log: RecordLog;
  entry: FieldEntry;
  isFigure: boolean;
  /** The oldest one: nothing is drawn beyond it. */
  isLast: boolean;
  onGoTo(version: number): void;
}

/** One change of a field: who did it, what it did to the value, when and why; beneath it what became of it. */
export function FieldHistoryEntry({ log, entry, isFigure, isLast, onGoTo }: FieldHistoryEntryProps) {
  const { reader } = useRecord();
  const { revertedBy, ...narration } = narrate(log, entry.version, reader.id);
  const event = log.history.event(entry.version);
  // What only its creation's undo reverted stands as it was.
  const badges = !entry.inForce && revertedBy ? { ...narration, revertedBy } : narration;
  const shared = { log, isFigure, onGoTo };
  return (
    <li className="grid grid-cols-[0.75rem_minmax(0,1fr)] gap-x-2.5">
      <span aria-hidden="true" className="flex flex-col items-center">
        <EventMark narration={{ ...narration, inForce: entry.inForce }} className="mt-1 shrink-0" />
        {isLast ? null : <span className="my-0.5 w-px flex-1 bg-line-strong" />}
      </span>
      <div className={isLast ? undefined : 'pb-4'}>
        <p className="text-dense text-ink">
          <strong className="font-semibold">
            <bdi>{event.actor.name}</bdi>
          </strong>{' '}
          <span className={cn(!entry.inForce && 'line-through decoration-1')}>{narration.sentence}</span>
        </p>
        <StepDetails {...shared} step={entry}>
          <RevertBadges narration={badges} originVersion={event.originVersion} onGoTo={onGoTo} />
        </StepDetails>
        {entry.reverts.length > 0 ? (
          <ol className="mt-3 flex flex-col gap-3">
            {entry.reverts.map((step) => (
              <Revert key={step.version} {...shared} step={step} />
            ))}
          </ol>
        ) : null}
      </div>
    </li>
  );
}

interface StepProps {
  log: RecordLog;
  step: FieldStep;
  isFigure: boolean;
  onGoTo(version: number): void;
}

/** An undo or redo of the change above. */
function Revert(props: StepProps) {
  const { history } = props.log;
  const { version } = props.step;
  const event = history.event(version);
  return (
    <li className="grid grid-cols-[0.75rem_minmax(0,1fr)] gap-x-2.5">
      <EventMark narration={revertMark} className="mt-1" />
      <div>
        <p className="text-dense text-ink">
          <strong className="font-semibold">
            <bdi>{event.actor.name}</bdi>
          </strong>{' '}
          <span className="text-undo">{history.takesOut(version) ? 'undid this' : 're-applied this'}</span>
          {alongWith(event)}
        </p>
        <StepDetails {...props} />
      </div>
    </li>
  );
}

/** What it was a part of, where more than this change was meant. */
function alongWith({ metadata }: Recorded): string | null {
  switch (metadata.button) {
    case 'restore':
      return metadata.restored_to ? `, to restore event ${metadata.restored_to}` : ', to restore a moment';
    case 'cascade':
      return ', together with what depends on it';
    case 'batch':
      return ', among many';
    default:
      return null;
  }
}

const revertMark = { kind: 'undo', tone: 'undo', inForce: true } as const;

/** What a step did to the value, when, and why. */
function StepDetails({ log, step, isFigure, onGoTo, children }: StepProps & { children?: ReactNode }) {
  const { version, stands } = step;
  const { occurredAt, reason } = log.history.event(version);
  return (
    <>
      <p className="mt-1 text-dense whitespace-pre-line">{whatItDid(step)}</p>
      <p className="mt-0.5 flex flex-wrap items-center gap-x-2 gap-y-1 text-label text-ink-2">
        <MomentLink
          version={version}
          onGoTo={onGoTo}
          className="underline decoration-line-strong underline-offset-2 hover:text-ink hover:decoration-current"
        >
          <span>
            Event {version} · <Time at={occurredAt} show="minute" />
          </span>
        </MomentLink>
        <Time at={occurredAt} />
        {children}
        {stands ? (
          <Badge icon={<Check aria-hidden="true" />} className="bg-ink text-panel">
            {isFigure ? 'It stands as this left it' : 'The value stands by this change'}
          </Badge>
        ) : null}
      </p>
      {reason ? (
        <blockquote
          dir="auto"
          className="mt-1.5 border-s-2 border-line ps-2.5 text-dense break-words text-ink-2"
        >
          {reason}
        </blockquote>
      ) : null}
    </>
  );
}

function whatItDid({ version, from, to }: FieldStep) {
  if (version === 1) {
    if (to === null) return <span className="text-ink-2">It began without a value.</span>;
    return (
      <span className="text-ink-2">
        It began as <bdi className="text-ink">{to}</bdi>.
      </span>
    );
  }
  if (from === to) return <span className="text-ink-2">It stayed as it was.</span>;
  return <Difference before={from} after={to} />;
}
