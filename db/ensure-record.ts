import type { Actor } from '@/lib/event-sourcing/event';
import type { AnyWorkflow } from '@/lib/event-sourcing/workflow';
import type { Database } from './client';
import { derivedId } from './derived-id';
import { recordExists } from './event-store';
import { execute } from './execute';

/** In whose name an installation does what nobody asked for. */
export const systemActor: Actor = { id: 'system', kind: 'system', name: 'Retrace' };

interface FirstRecord {
  workflow: AnyWorkflow;
  streamId: string;
  /** The command that it begins with. */
  command: { type: string };
  /** When it began, if not now; ISO 8601 in UTC with microseconds. */
  occurredAt?: string | undefined;
}

/**
 * Begins a record of which every installation has one, unless it is there. Nobody has to do it: every installation does
 * by itself, so that such a record has a beginning in its history; the second time nothing happens.
 */
export async function ensureRecord(
  db: Database,
  { workflow, streamId, command, occurredAt }: FirstRecord,
): Promise<void> {
  if (await recordExists(db.$client, streamId, workflow.name)) return;
  const result = await execute(db, {
    workflow,
    streamId,
    // Of two processes that start at once one writes, and the other finds what it wrote.
    operationId: derivedId(streamId, 'set up'),
    actor: systemActor,
    reason: null,
    metadata: { process: 'installation' },
    since: 0,
    command,
    reader: { id: systemActor.id, formatInstant: (instant) => instant },
    ...(occurredAt ? { occurredAt } : {}),
  });
  if (!result.ok && result.refusal.code !== 'exists_already' && result.refusal.code !== 'operation_id_used')
    throw new Error(`The record of the ${workflow.name} could not be begun: ${result.refusal.message}`);
}
