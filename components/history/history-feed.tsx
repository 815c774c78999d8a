'use client';

import { useCallback, useMemo, useState } from 'react';
import { usePreferences } from '../shell/preferences-context';
import { FeedRows } from './feed-rows';
import { type FoldedRow, foldUndone, unfolded } from './fold-undone';
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
  return (
    <FeedRows rows={rows}>
      {(index) => {
        const row = rows.at(index);
        return (
          <HistoryRow
            row={row}
            above={index === 0 ? null : rows.at(index - 1).version}
            // The newest too, where a link asks for it.
            inView={isPast || (asked && !held) ? clipped(version, row) : null}
            isOpen={opened.has(row.version) || (isPast && row.reverts.includes(version))}
            onToggle={toggle}
          />
        );
      }}
    </FeedRows>
  );
}

/** A moment as far as it matters to a row, which need not be rendered again while it stays on one side of it. */
function clipped(version: number, { version: first, reverts }: FoldedRow): number {
  if (version < first) return 0;
  return version > (reverts.at(-1) ?? first) ? Number.POSITIVE_INFINITY : version;
}
