import { TZDate } from '@date-fns/tz';
import { format } from 'date-fns';
import type { CsvCell } from '../csv';
import type { ToldEvent } from '../told-event';
import { activityKindLabels, causeLabels } from './activity-query';
import { typeLabel } from './event-types';

/** The columns of a file of events. Times are in the zone that the header names, and once more in UTC for programs. */
export function exportHeader(timeZone: string): readonly CsvCell[] {
  return [
    `Time (${timeZone})`,
    'Time (UTC)',
    'Who',
    'Who is a',
    'What',
    'Record',
    'Record details',
    'Reason',
    'Changes',
    'Undone by',
    'Kind',
    'Type',
    'Cause',
    'Process',
    'Channel',
    'Workflow',
    'Record ID',
    'Event of its record',
    'Operation ID',
  ];
}

/** One event as a line of such a file. */
export function exportRow({ event, narration, record }: ToldEvent, timeZone: string): readonly CsvCell[] {
  const { revertedBy, changes } = narration;
  const { process, channel } = event.metadata;
  return [
    format(new TZDate(event.occurredAt, timeZone), 'yyyy-MM-dd HH:mm:ss'),
    event.occurredAt,
    event.actor.name,
    event.actor.kind,
    narration.sentence,
    record.title,
    record.detail,
    event.reason,
    changes.map(({ label, from, to }) => `${label}: ${from ?? '–'} → ${to ?? '–'}`).join('; '),
    revertedBy ? `${revertedBy.actorName}, event ${revertedBy.version}` : null,
    activityKindLabels[narration.kind],
    typeLabel(event.type),
    causeLabels[event.cause],
    textOf(process),
    textOf(channel),
    event.workflow,
    event.streamId,
    event.version,
    event.operationId,
  ];
}

const textOf = (value: string | undefined): string | null => value ?? null;
