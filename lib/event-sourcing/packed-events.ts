import type { Actor, EventMetadata, Recorded } from './event';

type Row = readonly [
  version: number,
  type: string,
  schemaVersion: number,
  payload: object,
  changes: Recorded['changes'],
  operationId: string,
  step: number,
  cause: Recorded['cause'],
  revertsVersion: number | null,
  originVersion: number | null,
  actor: number,
  reason: string | null,
  metadata: number,
  occurredAt: string,
  /** Null where it is the same as occurred at. */
  recordedAt: string | null,
];

/** Events of one record on their way to the browser: what thousands of them share is said once, and kept once. */
export interface PackedEvents {
  workflow: string;
  streamId: string;
  actors: readonly Actor[];
  metadata: readonly EventMetadata[];
  rows: readonly Row[];
}

/** Packs events of one record. The fingerprint of the request, which only the write path asks for, is left out. */
export function packEvents(events: readonly Recorded[]): PackedEvents {
  const [actors, metadata] = [new Table<Actor>(), new Table<EventMetadata>()];
  const rows = events.map((event): Row => {
    const { request_hash: _, ...told } = event.metadata;
    return [
      event.version,
      event.type,
      event.schemaVersion,
      event.payload,
      event.changes,
      event.operationId,
      event.step,
      event.cause,
      event.revertsVersion,
      event.originVersion,
      actors.placeOf(event.actor),
      event.reason,
      metadata.placeOf(told),
      event.occurredAt,
      event.recordedAt === event.occurredAt ? null : event.recordedAt,
    ];
  });
  const [first] = events;
  const { workflow = '', streamId = '' } = first ?? {};
  return { workflow, streamId, actors: actors.values, metadata: metadata.values, rows };
}

/** The events again, sharing their people and circumstances. */
export function unpackEvents({ workflow, streamId, actors, metadata, rows }: PackedEvents): Recorded[] {
  return rows.map((row) => {
    const [version, type, schemaVersion, payload, changes, operationId, step, cause] = row;
    const [, , , , , , , , revertsVersion, originVersion, actor, reason, told, occurredAt, recordedAt] = row;
    return {
      workflow,
      streamId,
      version,
      type,
      schemaVersion,
      payload,
      changes,
      operationId,
      step,
      cause,
      revertsVersion,
      originVersion,
      actor: actors[actor] as Actor,
      reason,
      metadata: metadata[told] as EventMetadata,
      occurredAt,
      recordedAt: recordedAt ?? occurredAt,
    };
  });
}

/** Each value once, by what it says. */
class Table<T extends object> {
  readonly values: T[] = [];
  private readonly places = new Map<string, number>();

  placeOf(value: T): number {
    const text = JSON.stringify(value);
    const known = this.places.get(text);
    if (known !== undefined) return known;
    this.places.set(text, this.values.length);
    return this.values.push(value) - 1;
  }
}
