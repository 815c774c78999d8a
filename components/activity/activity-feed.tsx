import { operationRows } from '@/lib/activity/operation-rows';
import { formatTime, type TimeSettings } from '@/lib/format-time';
import type { ToldEvent } from '@/lib/told-event';
import type { ActivityAddress } from './activity-address';
import { ActivityRow } from './activity-row';
import { OperationRow } from './operation-row';

interface ActivityFeedProps {
  /** Newest first. */
  told: readonly ToldEvent[];
  /** Operations that go on on the next page. */
  continuing: readonly string[];
  address: ActivityAddress;
  settings: TimeSettings;
  /** Can events be picked, to be taken back? */
  pickable: boolean;
}

/** The events of a page by day, an operation over many records as one row. Rendered by the server. */
export function ActivityFeed({ told, continuing, address, settings, pickable }: ActivityFeedProps) {
  const rows = operationRows(told.map((each) => ({ ...each.event, told: each })));
  let lastDay = '';
  return rows.map((parts, index) => {
    const [first, ...rest] = parts;
    if (!first) return null;
    const day = dayOf(first.occurredAt, settings);
    const place = { position: index + 1, size: rows.length, day: day === lastDay ? null : day };
    lastDay = day;
    const key = `${first.streamId} ${first.version}`;
    if (rest.length === 0)
      return <ActivityRow key={key} told={first.told} {...{ place, address, pickable }} />;
    return (
      <OperationRow
        key={key}
        parts={[first.told, ...rest.map((part) => part.told)]}
        place={place}
        pickable={pickable}
        continues={continuing.includes(first.operationId)}
      />
    );
  });
}

/** "Tuesday 10 November 2026". */
function dayOf(instant: string, settings: TimeSettings): string {
  return `${formatTime(instant, 'day', settings)} ${formatTime(instant, 'date', settings).slice(-4)}`;
}
