'use client';

import { type ExplainedRefusal, narrate, type Reader, tell } from '@/lib/event-sourcing/narrate';
import type { RecordLog } from '@/lib/event-sourcing/record-log';
import type { Alternative } from '@/lib/event-sourcing/workflow';
import { Button } from '../ui/button';
import { Time } from '../ui/time';
import type { Instead } from './instead';

interface RefusalDetailsProps {
  log: RecordLog;
  refusal: ExplainedRefusal;
  reader: Reader;
  /** How an alternative is done; undefined where there is no way to from here: it stays a sentence. */
  insteadOf(alternative: Alternative): Instead | undefined;
  /** One of them is under way. */
  pending: boolean;
  /** Shows an event in the history. */
  onGoTo(version: number): void;
}

/** Why something can't be undone or re-applied: the events in the way, and what can be done instead. */
export function RefusalDetails({ log, refusal, reader, insteadOf, pending, onGoTo }: RefusalDetailsProps) {
  const { message, events, alternatives } = refusal;
  // Of several events each has a sentence at the beginning of the message, which the links below say again.
  const told = events.map((version) => tell(log, version, reader)).join(' ');
  const listed = events.length > 1 && message.startsWith(told);
  return (
    <>
      <p className="text-dense text-ink">{listed ? message.slice(told.length).trim() : message}</p>
      {events.length > 0 ? (
        <section>
          <h3 className="mb-1.5 text-dense font-semibold text-ink">
            {listed ? `${events.length} changes stand in the way` : 'Look at'}
          </h3>
          <ul className="flex flex-col gap-1">
            {events.map((version) => (
              <li key={version}>
                <EventLink log={log} version={version} onGoTo={onGoTo} />
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {alternatives.length > 0 ? (
        <section>
          <h3 className="mb-1.5 text-dense font-semibold text-ink">What you can do instead</h3>
          <ul className="flex flex-wrap gap-2">
            {alternatives.map((alternative) => {
              const instead = insteadOf(alternative);
              return (
                <li
                  key={alternative.label}
                  className={instead ? 'max-w-full' : 'basis-full text-dense text-ink'}
                >
                  {instead ? (
                    <Button
                      disabledReason={instead.refusal}
                      pending={pending}
                      onClick={instead.go}
                      className="h-auto min-h-8 max-w-full py-1 text-start whitespace-normal"
                    >
                      {alternative.label}
                    </Button>
                  ) : (
                    `${alternative.label}.`
                  )}
                </li>
              );
            })}
          </ul>
        </section>
      ) : null}
    </>
  );
}

interface EventLinkProps {
  log: RecordLog;
  version: number;
  onGoTo(version: number): void;
}

function EventLink({ log, version, onGoTo }: EventLinkProps) {
  const event = log.history.event(version);
  return (
    <button
      type="button"
      onClick={() => onGoTo(version)}
      className="w-full rounded-control border border-line px-2.5 py-1.5 text-start text-dense hover:bg-sunken"
    >
      <span className="text-accent underline underline-offset-2">Event {version}</span>{' '}
      <bdi className="font-semibold">{event.actor.name}</bdi> {narrate(log, version).sentence}{' '}
      <span className="text-ink-2">
        · <Time at={event.occurredAt} show="minute" />
      </span>
    </button>
  );
}
