'use client';

import { useState } from 'react';
import { Button } from '../ui/button';
import { cn } from '../ui/cn';
import { Time } from '../ui/time';
import type { Comparison } from './compare-states';
import { EventMark } from './event-mark';
import { MomentLink } from './moment-link';
import { useRecord } from './record-context';

interface CompareEventsProps extends Pick<Comparison, 'between' | 'people'> {
  /** From the later position to the earlier one: what is listed comes off again. */
  reversed: boolean;
  onGoTo(version: number): void;
}

/** More are shown when they are asked for: a thousand may lie between. */
const shownAtFirst = 20;

/** Who changed what between two positions: the people, then every event, newest first. */
export function CompareEvents({ between, people, reversed, onGoTo }: CompareEventsProps) {
  const { loaded } = useRecord();
  const [all, showAll] = useState(false);
  if (between.length === 0) return <p className="text-dense text-ink-2">No event lies between them.</p>;
  const newestFirst = between.toReversed();
  const shown = all ? newestFirst : newestFirst.slice(0, shownAtFirst);
  return (
    <>
      <p className="mb-3 text-dense text-ink-2">
        By{' '}
        {people.map(({ id, name, count }, index) => (
          <span key={id}>
            {index > 0 ? ', ' : null}
            <bdi className="text-ink">{name}</bdi>
            {people.length > 1 ? ` (${count})` : null}
          </span>
        ))}
        .{reversed ? ' “To” is the earlier position, so it lacks what is listed here.' : null}
      </p>
      <ol aria-label="Events in between" className="flex flex-col gap-2.5">
        {shown.map((version) => {
          const event = loaded.event(version);
          const narration = loaded.narration(version);
          const undone = event.revertsVersion === null && !narration.inForce;
          return (
            <li key={version} className="grid grid-cols-[0.75rem_minmax(0,1fr)] gap-x-2.5">
              <EventMark narration={narration} className="mt-1" />
              <div>
                <p className="text-dense text-ink">
                  <strong className="font-semibold">
                    <bdi>{event.actor.name}</bdi>
                  </strong>{' '}
                  <span className={cn(undone && 'line-through decoration-1')}>{narration.sentence}</span>
                </p>
                <MomentLink
                  version={version}
                  onGoTo={onGoTo}
                  className="text-label text-ink-2 underline decoration-line-strong underline-offset-2 hover:text-ink hover:decoration-current"
                >
                  <span>
                    Event {version} · <Time at={event.occurredAt} show="minute" />
                  </span>
                </MomentLink>
              </div>
            </li>
          );
        })}
      </ol>
      {between.length > shown.length ? (
        <Button size="small" className="mt-3" onClick={() => showAll(true)}>
          Show the other {between.length - shown.length}
        </Button>
      ) : null}
    </>
  );
}
