import { TZDate } from '@date-fns/tz';
import { format } from 'date-fns';
import type { CsvCell } from '../csv';
import { type ExportTable, fileTime } from '../export-format';
import type { ToldEvent } from '../told-event';
import { activityKindLabels, causeLabels } from './activity-query';
import { typeLabel } from './event-types';

/** Events as a file, of Activity and of one record alike. */
export function eventTable(timeZone: string): ExportTable<ToldEvent> {
  return {
    header: exportHeader(timeZone),
    lines: (told) => [exportRow(told, timeZone)],
    json: (told) => exportObject(told, timeZone),
  };
}

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
  ];
}

/**
 * The same for a program, as a line of JSON. `occurredAt` is UTC, `occurredAtLocal` the same instant on the clock of
 * `timeZone`, with its offset.
 */
export function exportObject({ event, narration, record }: ToldEvent, timeZone: string): object {
  const { revertedBy, changes } = narration;
  const { process, channel } = event.metadata;
  return {
    occurredAt: event.occurredAt,
    occurredAtLocal: format(new TZDate(event.occurredAt, timeZone), "yyyy-MM-dd'T'HH:mm:ss.SSSxxx"),
    timeZone,
    actor: { id: event.actor.id, kind: event.actor.kind, name: event.actor.name },
    sentence: narration.sentence,
    record: {
      workflow: event.workflow,
      id: event.streamId,
      title: record.title,
      detail: record.detail,
      version: event.version,
    },
    reason: event.reason,
    changes: changes.map(({ label, from, to }) => ({ label, from: from ?? null, to: to ?? null })),
    undoneBy: revertedBy ? { name: revertedBy.actorName, version: revertedBy.version } : null,
    kind: narration.kind,
    type: event.type,
    cause: event.cause,
    process: textOf(process),
    channel: textOf(channel),
    operationId: event.operationId,
  };
}

const textOf = (value: string | undefined): string | null => value ?? null;
