import type { ReactNode } from 'react';
import { operationRows } from '@/lib/activity/operation-rows';
import { formatTime, type TimeSettings } from '@/lib/format-time';
import type { ToldEvent } from '@/lib/told-event';
import type { ActivityAddress } from './activity-address';
import { ActivityRow } from './activity-row';
import { OperationRow } from './operation-row';

interface FeedOptions {
  /** Newest first. */
  told: readonly ToldEvent[];
  /** Operations that go on on the next page. */
  continuing: readonly string[];
  address: ActivityAddress;
  settings: TimeSettings;
  /** Can events be picked, to be taken back? */
  pickable: boolean;
}

/** A row of the feed as the server renders it: the words of every workflow need not come to the browser. */
export interface FeedRow {
  key: string;
  /** "Tuesday 10 November 2026". */
  day: string;
  row: ReactNode;
}

/** The events of a page as rows, an operation over many records as one. */
export function feedRows({ told, continuing, address, settings, pickable }: FeedOptions): FeedRow[] {
  const rows = operationRows(told.map((each) => ({ ...each.event, told: each })));
  return rows.flatMap(([first, ...rest]): FeedRow[] => {
    if (!first) return [];
    const key = `${first.streamId} ${first.version}`;
    const parts = [first.told, ...rest.map((part) => part.told)] as const;
    const continues = continuing.includes(first.operationId);
    const row =
      rest.length === 0 ? (
        <ActivityRow key={key} told={first.told} address={address} pickable={pickable} />
      ) : (
        <OperationRow key={key} parts={parts} pickable={pickable} continues={continues} />
      );
    return [{ key, day: dayOf(first.occurredAt, settings), row }];
  });
}

function dayOf(instant: string, settings: TimeSettings): string {
  return `${formatTime(instant, 'day', settings)} ${formatTime(instant, 'date', settings).slice(-4)}`;
}
