import { hash } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { canonicalJson } from '@/lib/event-sourcing/canonical-json';
import { type HashedColumns, linkHash, type Sha256 } from '@/lib/event-sourcing/chain';
import type { Actor, Cause, EventMetadata, Recorded } from '@/lib/event-sourcing/event';
import { upcast } from '@/lib/event-sourcing/upcast';
import { payloadOf } from '@/lib/workflows';

/** An event as its row reads: what the hash covers, and the hash in hex. */
export interface StoredEvent extends HashedColumns {
  hash: string;
}

/** How an instant leaves the database: UTC with microseconds, the very text that is hashed. */
export const isoText = (column: string) =>
  sql.raw(`to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`);

/** The columns of a `StoredEvent`, for a SELECT from `events`. */
export const storedColumns = sql`workflow, stream_id, version, type, schema_version, payload, changes, operation_id,
  step, cause, reverts_version, origin_version, actor_id, actor_kind, actor_name, reason, metadata,
  ${isoText('occurred_at')} AS occurred_at, ${isoText('recorded_at')} AS recorded_at, encode(hash, 'hex') AS hash`;

/** The event in its current shape. */
export function toRecorded(row: StoredEvent): Recorded {
  const definition = payloadOf(row.workflow, row.type);
  const { payload, changes } = upcast(row.type, definition, {
    schemaVersion: row.schema_version,
    payload: row.payload,
    changes: row.changes,
  });
  return { ...asWritten(row), schemaVersion: definition.schemaVersion, payload: payload as object, changes };
}

/** The event in the shape in which it was written, for what appends the very same again. */
export function asWritten(row: HashedColumns): Recorded {
  return {
    workflow: row.workflow,
    streamId: row.stream_id,
    version: row.version,
    type: row.type,
    schemaVersion: row.schema_version,
    payload: row.payload as object,
    changes: row.changes,
    operationId: row.operation_id,
    step: row.step,
    cause: row.cause as Cause,
    revertsVersion: row.reverts_version,
    originVersion: row.origin_version,
    actor: { id: row.actor_id, kind: row.actor_kind as Actor['kind'], name: row.actor_name },
    reason: row.reason,
    metadata: row.metadata as EventMetadata,
    occurredAt: row.occurred_at,
    recordedAt: row.recorded_at,
  };
}

/** The native one, for whatever hashes much: in one call, which takes half the time of a hash that is fed. */
export const nativeSha256: Sha256 = (head, text) =>
  hash('sha256', Buffer.concat([head, Buffer.from(text)]), 'buffer');

/** An event that is about to be appended. */
interface EventToStore {
  columns: StoredEvent;
  /** All columns but the hash, as the very text that was hashed. */
  json: string;
  /** Of these the ones that are JSON themselves. */
  parts: { payload: string; changes: string; metadata: string };
  hash: Uint8Array;
}

/** The row of an event that is about to be appended, linked to the hash of the one before it. */
export function toStored(event: Recorded, previous: Uint8Array | null): EventToStore {
  const columns: StoredEvent = {
    workflow: event.workflow,
    stream_id: event.streamId,
    version: event.version,
    type: event.type,
    schema_version: event.schemaVersion,
    payload: event.payload,
    changes: event.changes,
    operation_id: event.operationId,
    step: event.step,
    cause: event.cause,
    reverts_version: event.revertsVersion,
    origin_version: event.originVersion,
    actor_id: event.actor.id,
    actor_kind: event.actor.kind,
    actor_name: event.actor.name,
    reason: event.reason,
    metadata: event.metadata,
    occurred_at: event.occurredAt,
    recorded_at: event.recordedAt,
    hash: '',
  };
  const parts = {
    payload: canonicalJson(event.payload),
    changes: canonicalJson(event.changes),
    metadata: canonicalJson(event.metadata),
  };
  const json = canonicalColumns(columns, parts);
  const link = linkHash(previous, json, nativeSha256);
  columns.hash = Buffer.from(link).toString('hex');
  return { columns, json, parts, hash: link };
}

/** What `canonicalJson` makes of the columns that are hashed: their names are known, and so is the order of them. */
function canonicalColumns(row: HashedColumns, parts: EventToStore['parts']): string {
  const text = canonicalJson;
  return (
    `{"actor_id":${text(row.actor_id)},"actor_kind":${text(row.actor_kind)},"actor_name":${text(row.actor_name)}` +
    `,"cause":${text(row.cause)},"changes":${parts.changes},"metadata":${parts.metadata}` +
    `,"occurred_at":${text(row.occurred_at)},"operation_id":${text(row.operation_id)}` +
    `,"origin_version":${row.origin_version},"payload":${parts.payload},"reason":${text(row.reason)}` +
    `,"recorded_at":${text(row.recorded_at)},"reverts_version":${row.reverts_version}` +
    `,"schema_version":${row.schema_version},"step":${row.step},"stream_id":${text(row.stream_id)}` +
    `,"type":${text(row.type)},"version":${row.version},"workflow":${text(row.workflow)}}`
  );
}

/** The whole row as JSON. */
export function jsonOf({ columns, json }: EventToStore): string {
  return `${json.slice(0, -1)},"hash":"${columns.hash}"}`;
}
