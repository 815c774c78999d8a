import type { AnyWorkflow } from '@/lib/event-sourcing/workflow';
import type { StreamAppend } from '../append';
import type { BroughtNumber } from '../bulk-append';
import type { Head } from '../heads';
import { contentId } from './staged-row';
import type { WaitingRow } from './staged-rows';

/** What rows become: how the rows of one record are made into its events. */
export interface ImportTarget {
  workflow: AnyWorkflow;
  /** Does it have rules that a row may break? Then the first pass tries them all. */
  decides: boolean;
  eventsOf(record: OpenRecord, due: readonly DueRow[], recordedAt: string): RecordRows;
}

/** The events of a record's rows, and the record after them. */
export interface RecordRows {
  /** Null where the rows change nothing. */
  append: StreamAppend | null;
  after: OpenRecord;
  /** Numbers that the record brings along. */
  numbers: readonly (BroughtNumber & { line: number })[];
  /** Operations that would have changed nothing: no event remembers them. */
  idle: readonly string[];
  /** Rows that the workflow's rules forbid; they are left out. */
  problems: readonly { line: number; message: string }[];
}

/** A record as it stands while its rows are written. */
export interface OpenRecord {
  streamId: string;
  version: number;
  state: object;
  hash: Uint8Array | null;
  /** The time of its last event before this run. */
  latest: string;
  /** Was it here before this run? Then some of its rows may be. */
  existed: boolean;
  /** How often each row came so far: whoever did the very same twice at one moment did it twice. */
  seen: Map<string, number>;
}

/** One row that is to be appended. */
export interface DueRow {
  row: WaitingRow;
  operationId: string;
}

export function openRecord(
  { streamId, version, state, hash, occurredAt }: Head,
  { initialState }: AnyWorkflow,
): OpenRecord {
  return {
    streamId,
    version,
    state: state ?? initialState,
    hash,
    latest: occurredAt ?? '',
    existed: version > 0,
    seen: new Map(),
  };
}

/** The id of the operation that a row becomes; asked for each row of a record in their order. */
export function operationOf(row: WaitingRow, seen: Map<string, number>): string {
  const times = seen.get(row.content_id) ?? 0;
  seen.set(row.content_id, times + 1);
  return times === 0 ? row.content_id : contentId(row.content_id, String(times));
}
