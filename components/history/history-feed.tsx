'use client';

import { useCallback, useMemo, useState } from 'react';
import { usePreferences } from '../shell/preferences-context';
import { FeedRows } from './feed-rows';
import { foldUndone, unfolded } from './fold-undone';
import { HistoryRow } from './history-row';
import { useMomentInView, useRecord } from './record-context';

/**
 * How the record came to be: every event, newest first, by day. Events after the moment in view are dimmed. Undos and redos
 * may be folded into the changes they are of; one that is in view is always to be seen.
 */
export function HistoryFeed() {
  const { log } = useRecord();
  const { version, isPast, chosen: asked, held } = useMomentInView();
  const { chosen } = usePreferences();
  const rows = useMemo(
    () => (chosen.undone === 'folded' ? foldUndone(log) : unfolded(log)),
    [chosen.undone, log],
  );
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
  // The newest too, where a link asks for it.
  const inView = isPast || (asked && !held) ? version : null;
  return (
    <FeedRows rows={rows}>
      {(index) => {
        const row = rows.at(index);
        return (
          <HistoryRow
            row={row}
            above={index === 0 ? null : rows.at(index - 1).version}
            inView={inView}
            isOpen={opened.has(row.version) || (isPast && row.reverts.includes(version))}
            onToggle={toggle}
          />
        );
      }}
    </FeedRows>
  );
}
