import { ChevronRight } from 'lucide-react';
import Link from 'next/link';
import { isolated } from '@/lib/event-sourcing/isolated';
import type { ToldEvent } from '@/lib/told-event';
import { typeLabel } from '@/lib/type-label';
import { ActorAvatar, ActorKindBadge } from '../history/actor-avatar';
import { ChangeTable } from '../history/change-table';
import { EventMark } from '../history/event-mark';
import { RevertBadges } from '../history/revert-badges';
import { cn } from '../ui/cn';
import { Time } from '../ui/time';
import { type ActivityAddress, activityHref } from './activity-address';
import { EventCircumstances } from './event-circumstances';
import { FeedArticle } from './feed-article';
import { PickEvents } from './pick-events';
import { pickId } from './picked';
import { RecordTitle } from './record-title';

interface ActivityRowProps {
  told: ToldEvent;
  address: ActivityAddress;
  /** Can it be picked, to be taken back? */
  pickable?: boolean;
  /** Is its difference shown at once? */
  open?: boolean;
}

/** One event: who did what to which record, when and why. The whole row leads to the record as it was then. */
export function ActivityRow({ told, address, pickable = false, open = false }: ActivityRowProps) {
  const { event, narration, record } = told;
  const undone = event.revertsVersion === null && !narration.inForce;
  return (
    <FeedArticle
      avatar={<ActorAvatar actor={event.actor} />}
      pick={
        pickable ? (
          <PickEvents
            ids={[pickId(event)]}
            label={`Select event ${event.version} of ${isolated(record.title)}`}
          />
        ) : null
      }
      sentence={
        <>
          <strong className="font-semibold text-ink">
            <bdi>{event.actor.name}</bdi>
          </strong>{' '}
          <span className={cn('text-ink', undone && 'line-through decoration-1')}>{narration.sentence}</span>
        </>
      }
      record={<RecordTitle record={record} version={event.version} stretched />}
    >
      <p className="mt-0.5 flex flex-wrap items-center gap-x-1.5 gap-y-1 text-label text-ink-2">
        <EventMark narration={narration} className="me-0.5" />
        <span className="relative z-10">
          <Time at={event.occurredAt} show="seconds" /> · <Time at={event.occurredAt} instead="date" />
        </span>
        <ActorKindBadge actor={event.actor} />
        <EventCircumstances event={event} />
        <RevertBadges narration={narration} />
      </p>
      {event.reason ? (
        <blockquote
          dir="auto"
          className="mt-1.5 border-s-2 border-line ps-2.5 text-dense break-words text-ink-2"
        >
          {event.reason}
        </blockquote>
      ) : null}
      <details open={open} className="group/details relative z-10 mt-1 w-fit max-w-full">
        <summary className="-ms-1 inline-flex min-h-6 items-center gap-1 rounded-sm pe-1.5 text-label text-ink-2 select-none hover:text-ink [&::-webkit-details-marker]:hidden">
          <ChevronRight
            aria-hidden="true"
            className="size-3.5 transition-transform group-open/details:rotate-90 rtl:-scale-x-100"
          />
          {valuesChanged(narration.changes.length)}
        </summary>
        <ChangeTable changes={narration.changes} />
        <p className="mt-1.5 flex flex-wrap gap-x-1 text-label text-ink-2">
          <span>
            Event {event.version} of its record, <Time at={event.occurredAt} show="full" />. Show only
          </span>
          <OnlyLink address={address} only={{ record: event.streamId }}>
            this record
          </OnlyLink>
          <span aria-hidden="true">·</span>
          <OnlyLink address={address} only={{ who: [event.actor.id] }}>
            {event.actor.name}
          </OnlyLink>
          <span aria-hidden="true">·</span>
          <OnlyLink address={address} only={{ type: [`${event.workflow}.${event.type}`] }}>
            {typeLabel(event.type)}
          </OnlyLink>
        </p>
      </details>
    </FeedArticle>
  );
}

function valuesChanged(count: number): string {
  if (count === 0) return 'Details';
  return count === 1 ? '1 value changed' : `${count} values changed`;
}

interface OnlyLinkProps {
  address: ActivityAddress;
  only: Partial<ActivityAddress>;
  children: string;
}

function OnlyLink({ address, only, children }: OnlyLinkProps) {
  return (
    <Link
      href={activityHref('/activity', { ...address, after: null, before: null, ...only })}
      prefetch={false}
      className="-my-1 inline-flex min-h-6 items-center rounded-sm text-accent underline-offset-2 hover:underline"
    >
      {children}
    </Link>
  );
}
