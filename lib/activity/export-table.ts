import { activityOf } from '../activity-of';
import type { CsvCell } from '../csv';
import { csvFile, type FileFormat, fileTime } from '../export-format';
import type { ToldEvent } from '../told-event';
import { typeLabel } from '../type-label';
import { activityKindLabels, causeLabels } from './activity-query';

/** Events as a CSV file, of Activity, of one record and of the command line alike. */
export function eventCsv(timeZone: string): FileFormat<ToldEvent> {
  return csvFile({ header: exportHeader(timeZone), lines: (told) => [exportRow(told, timeZone)] });
}

/** The columns of a file of events. Times are in the zone that the header names, and once more in UTC for programs. */
export function exportHeader(timeZone: string): readonly CsvCell[] {
  return [
    `Time (${timeZone})`,
    'Occurred (UTC)',
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
    'Activity',
    'Takes back event',
    'Recorded (UTC)',
    'Payload',
  ];
}

/** One event as a line of such a file. */
export function exportRow({ event, narration, record }: ToldEvent, timeZone: string): readonly CsvCell[] {
  const { revertedBy, changes } = narration;
  const { process, channel } = event.metadata;
  return [
    fileTime(event.occurredAt, timeZone),
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
    activityOf(event),
    event.revertsVersion,
    event.recordedAt,
    JSON.stringify(event.payload),
  ];
}

const textOf = (value: string | undefined): string | null => value ?? null;
