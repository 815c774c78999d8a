import type { RevertRequest } from '@/lib/event-sourcing/plan';
import type { RecordLog } from '@/lib/event-sourcing/record-log';

/** An action on many records, a part of which Undo or Redo would take here. */
export interface Spread {
  operationId: string;
  /** On how many records. */
  records: number;
}

/** The action on many records that this is a part of; null where it is about this record alone. */
export function spreadOf({ history }: RecordLog, request: RevertRequest): Spread | null {
  const [version] = request.button === 'list' ? request.versions : [];
  if (!version) return null;
  const { operationId, metadata } = history.event(version);
  const { size } = (metadata.batch ?? {}) as { size?: unknown };
  return typeof size === 'number' && size > 1 ? { operationId, records: size } : null;
}
