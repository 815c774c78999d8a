'use client';

import { Fragment, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { formatTime } from '@/lib/format-time';
import { usePreferences } from '../shell/preferences-context';
import { useTimeSettings } from '../ui/time-context';
import { foldUndone, unfolded } from './fold-undone';
import { HistoryEvent } from './history-event';
import { useMomentInView, useRecord } from './record-context';
import { useNarrations } from './use-narrations';

/**
 * How the record came to be: every event, newest first, by day. Events after the moment in view are dimmed. Undos and redos
 * may be folded into the changes they are of; one that is in view is always to be seen.
 */
export function HistoryFeed() {
  const { log } = useRecord();
  const { version, isPast, chosen: asked, held } = useMomentInView();
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

  const { chosen } = usePreferences();
  const rows = useMemo(() => {
    const all = chosen.undone === 'folded' ? foldUndone(log) : unfolded(log);
    const days = all.map((row) => formatTime(log.history.event(row.version).occurredAt, 'day', settings));
    // Not for every step of the slider, which renders all of this again.
    return all.map((row, index) => ({ ...row, day: days[index] === days[index - 1] ? null : days[index] }));
  }, [chosen, log, settings]);
  const [opened, setOpened] = useState<ReadonlySet<number>>(new Set());
  const toggle = useCallback(
    (base: number) =>
      setOpened((before) => {
        const after = new Set(before);
        if (!after.delete(base)) after.add(base);
        return after;
      }),
    [],
  );

  const propsOf = (of: number) =>
    ({
      log,
      version: of,
      narration: narrations[of - 1] as (typeof narrations)[number],
      // The newest too, where a link asks for it.
      place: (isPast || (asked && !held)) && of === version ? 'here' : of > version ? 'later' : 'past',
    }) as const;
  return (
    <div ref={feed} role="feed" aria-label="History" className="flex flex-col">
      {rows.map((row) => {
        const isOpen = opened.has(row.version) || (isPast && row.reverts.includes(version));
        return (
          <Fragment key={row.version}>
            <HistoryEvent
              {...propsOf(row.version)}
              day={row.day ?? null}
              folded={row.reverts.length}
              isOpen={isOpen}
              onToggle={toggle}
            />
            {isOpen
              ? row.reverts.map((revert) => (
                  <HistoryEvent key={revert} {...propsOf(revert)} day={null} isNested />
                ))
              : null}
          </Fragment>
        );
      })}
    </div>
  );
}
