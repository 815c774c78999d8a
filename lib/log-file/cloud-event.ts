import { activityOf } from '../activity-of';
import type { EventMetadata } from '../event-sourcing/event';
import type { LoggedEvent } from './event-line';

/** What text in an attribute may not hold: control characters, and code points that are no characters. */
const notAllowed = /[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}]/gu;

/**
 * An event as CloudEvents 1.0 has it, in structured mode: https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/spec.md.
 *
 * The record is the subject, its workflow the source; `source` and `id` together are unique, as the specification asks.
 * What the envelope knows beside that are extension attributes, whose names are lower-case letters and digits; one
 * without a value is left out, since there is no null. Free text may have line breaks, which no attribute may, and
 * stands in `data`.
 */
export function cloudEvent(event: LoggedEvent): object {
  const { process, channel } = event.metadata as EventMetadata;
  return {
    specversion: '1.0',
    id: `${event.stream_id}/${event.version}`,
    source: `/retrace/${event.workflow}`,
    type: `retrace.${event.workflow}.${event.type}`,
    subject: event.stream_id,
    time: event.occurred_at,
    datacontenttype: 'application/json',
    ...present({
      workflow: event.workflow,
      activity: activityOf(event),
      recordversion: event.version,
      schemaversion: event.schema_version,
      operationid: event.operation_id,
      operationstep: event.step,
      cause: event.cause,
      revertsversion: event.reverts_version,
      originversion: event.origin_version,
      actorid: event.actor_id,
      actorkind: event.actor_kind,
      actorname: event.actor_name,
      process: process ?? null,
      channel: channel ?? null,
      recordedtime: event.recorded_at,
    }),
    data: {
      payload: event.payload,
      changes: event.changes,
      reason: event.reason,
      metadata: event.metadata,
    },
  };
}

function present(attributes: Record<string, string | number | null>): Record<string, string | number> {
  const kept: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(attributes)) {
    const allowed = typeof value === 'string' ? value.replaceAll(notAllowed, ' ').trim() : value;
    if (allowed !== null && allowed !== '') kept[name] = allowed;
  }
  return kept;
}
