import { ChevronRight } from 'lucide-react';
import Link from 'next/link';
import { isolated } from '@/lib/event-sourcing/isolated';
import { type ToldEvent, tellOperation } from '@/lib/told-event';
import { ActorAvatar, ActorKindBadge } from '../history/actor-avatar';
import { EventMark } from '../history/event-mark';
import { RevertBadges } from '../history/revert-badges';
import { Time } from '../ui/time';
import { EventCircumstances } from './event-circumstances';
import { FeedArticle } from './feed-article';
import { PickEvents } from './pick-events';
import { pickId } from './picked';
import { RecordTitle } from './record-title';

interface OperationRowProps {
  /** The events of one operation over several records, newest first. */
  parts: readonly [ToldEvent, ...ToldEvent[]];
  /** Does the rest of it stand on the next page? */
  continues: boolean;
  /** Can its events be picked, to be taken back? */
  pickable: boolean;
}

/** One action on many records, as one row that opens to all of them. */
export function OperationRow({ parts, continues, pickable }: OperationRowProps) {
  const [{ event, narration }] = parts;
  const reasons = new Set(parts.map((part) => part.event.reason));
  const sentences = new Set(parts.map((part) => part.narration.sentence));
  return (
    <FeedArticle
      avatar={<ActorAvatar actor={event.actor} />}
      pick={
        pickable ? (
          <PickEvents
            ids={parts.map((part) => pickId(part.event))}
            label={`Select all ${parts.length} events of this action`}
          />
        ) : null
      }
      sentence={
        <>
          <strong className="font-semibold text-ink">
            <bdi>{event.actor.name}</bdi>
          </strong>{' '}
          <span className="text-ink">{tellOperation(parts)}</span>
        </>
      }
      record={<span className="text-ink-2">{titlesOf(parts)}</span>}
    >
      <p className="mt-0.5 flex flex-wrap items-center gap-x-1.5 gap-y-1 text-label text-ink-2">
        <EventMark narration={narration} className="me-0.5" />
        <span>
          <Time at={event.occurredAt} show="seconds" /> · <Time at={event.occurredAt} instead="date" />
        </span>
        <ActorKindBadge actor={event.actor} />
        <EventCircumstances event={event} />
        {event.metadata.batch ? (
          <Link
            href={`/activity/operations/${event.operationId}`}
            prefetch={false}
            className="-my-1 inline-flex min-h-6 items-center rounded-sm text-ink underline decoration-line underline-offset-2 hover:decoration-ink"
          >
            All of this action
          </Link>
        ) : null}
        {continues ? <span>· more of it on the next page</span> : null}
      </p>
      {event.reason && reasons.size === 1 ? (
        <blockquote
          dir="auto"
          className="mt-1.5 border-s-2 border-line ps-2.5 text-dense break-words text-ink-2"
        >
          {event.reason}
        </blockquote>
      ) : null}
      <details className="group/details mt-1">
        <summary className="-ms-1 inline-flex min-h-6 items-center gap-1 rounded-sm pe-1.5 text-label text-ink-2 select-none hover:text-ink [&::-webkit-details-marker]:hidden">
          <ChevronRight
            aria-hidden="true"
            className="size-3.5 transition-transform group-open/details:rotate-90 rtl:-scale-x-100"
          />
          Show all {parts.length} events
        </summary>
        <ul className="mt-1.5 overflow-hidden rounded-md border border-line bg-panel text-label">
          {parts.map((part) => (
            <li
              key={`${part.event.streamId} ${part.event.version}`}
              className="flex flex-wrap items-center gap-x-2 gap-y-1 border-line px-2.5 py-1.5 not-first:border-t"
            >
              {pickable ? (
                <PickEvents
                  ids={[pickId(part.event)]}
                  label={`Select event ${part.event.version} of ${isolated(part.record.title)}`}
                />
              ) : null}
              <RecordTitle record={part.record} version={part.event.version} />
              {sentences.size > 1 ? <span className="text-ink-2">{part.narration.sentence}</span> : null}
              <RevertBadges narration={part.narration} />
              <span className="ms-auto text-ink-2">
                <Time at={part.event.occurredAt} show="seconds" />
              </span>
            </li>
          ))}
        </ul>
      </details>
    </FeedArticle>
  );
}

/** "INV-2001, INV-2002 and 38 more". */
function titlesOf(parts: readonly ToldEvent[]): string {
  const titles = [
    ...new Map(parts.map(({ event, record }) => [event.streamId, isolated(record.title)])).values(),
  ];
  const [first, second] = titles;
  const rest = titles.length - 2;
  return rest > 0 ? `${first}, ${second} and ${rest} more` : titles.join(' and ');
}
