import type { OperationEnvelope } from '@/lib/event-sourcing/append';
import type { ImportRun } from './imports';
import type { DueRow, OpenRecord } from './open-record';
import type { StagedRow } from './staged-row';

/** Where the events of a run come from, the same for all of them. In the order in which it is hashed. */
export const runMetadata = ({ id, log }: ImportRun) => ({ channel: 'import', import_id: id, process: log });

/** What is around the events of a row: each is an action of its own, of whoever the log says it was. */
export function rowEnvelope(
  { streamId, latest }: OpenRecord,
  { row, operationId }: DueRow,
  { r: resource }: StagedRow,
  log: string,
  more: Pick<OperationEnvelope, 'metadata' | 'recordedAt' | 'reason'>,
): OperationEnvelope {
  return {
    ...more,
    streamId,
    operationId,
    actor:
      resource === undefined
        ? { id: `import:${log}`, kind: 'import', name: `Import of ${log}` }
        : { id: `import:${log}:${resource}`, kind: 'import', name: resource },
    // Never before the event before it: somebody may have changed the record since its rows were checked.
    occurredAt: later(latest, row.occurred_at),
  };
}

const later = (one: string, other: string): string => {
  if (one > other) return one;
  return other;
};
