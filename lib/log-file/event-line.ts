import type { HashedColumns } from '../event-sourcing/chain';

/** An event as its row stands in the log, before any upcasting, with the hash in hex. */
export type LoggedEvent = HashedColumns & {
  hash: string;
  /** Of a record of an imported log: the log and the case, which only its first event says. No column of the line. */
  origin?: { log: string; caseId: string } | null;
};

/**
 * The columns of a line of JSON Lines, in this order. All that the hash covers, under the names of the table, and the
 * hash: so whoever has the file alone can check its chains, and bring the same history into another database.
 */
export const lineColumns = [
  'workflow',
  'stream_id',
  'version',
  'type',
  'schema_version',
  'payload',
  'changes',
  'operation_id',
  'step',
  'cause',
  'reverts_version',
  'origin_version',
  'actor_id',
  'actor_kind',
  'actor_name',
  'reason',
  'metadata',
  'occurred_at',
  'recorded_at',
  'hash',
] as const satisfies readonly (keyof LoggedEvent)[];

/** An event as one line of JSON, without its line break. */
export function eventLine(event: LoggedEvent): string {
  const line: Record<string, unknown> = {};
  for (const column of lineColumns) line[column] = event[column];
  return JSON.stringify(line);
}
