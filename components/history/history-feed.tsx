'use client';

import { useEffect, useRef } from 'react';
import { formatTime } from '@/lib/format-time';
import { useTimeSettings } from '../ui/time-context';
import { HistoryEvent } from './history-event';
import { useMomentInView, useRecord } from './record-context';
import { useNarrations } from './use-narrations';

/** How the record came to be: every event, newest first, by day. Events after the moment in view are dimmed. */
export function HistoryFeed() {
  const { log } = useRecord();
  const { version, isPast, held } = useMomentInView();
  const settings = useTimeSettings();
  const narrations = useNarrations();
  const feed = useRef<HTMLDivElement>(null);

  // Keeps the event in view in sight; by hand, because scrollIntoView would move the page as well.
  useEffect(() => {
    const panel = feed.current?.closest<HTMLElement>('[data-scroll-panel]');
    const row = feed.current?.querySelector<HTMLElement>(`[data-version="${version}"]`);
    if (!isPast || held || !panel || !row) return;
    const [frame, box] = [panel.getBoundingClientRect(), row.getBoundingClientRect()];
    if (box.top < frame.top || box.bottom > frame.bottom) {
      panel.scrollTop += box.top - frame.top - frame.height / 3;
    }
  }, [version, isPast, held]);

  const days = log.events.map((event) => formatTime(event.occurredAt, 'day', settings));
  return (
    <div ref={feed} role="feed" aria-label="History" className="flex flex-col">
      {log.events.toReversed().map((event) => {
        const index = event.version - 1;
        return (
          <HistoryEvent
            key={event.version}
            log={log}
            version={event.version}
            narration={narrations[index] as (typeof narrations)[number]}
            day={days[index] === days[index + 1] ? null : (days[index] ?? null)}
            place={isPast && event.version === version ? 'here' : event.version > version ? 'later' : 'past'}
          />
        );
      })}
    </div>
  );
}
