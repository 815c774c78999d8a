import type { CustomerCommand } from '@/lib/customer/commands';
import { customerWorkflow } from '@/lib/customer/workflow';
import type { Actor } from '@/lib/event-sourcing/event';
import type { Database } from './client';
import { derivedId } from './derived-id';
import { recordExists } from './event-store';
import { execute } from './execute';
import type { WriteResult } from './write';

/** A customer as an invoice names them. */
export interface NamedCustomer {
  id: string;
  name: string;
  email: string | null;
  address: string | null;
  taxId: string | null;
}

/**
 * Sees to it that whoever an invoice is for has a record of their own; undefined where they had one.
 *
 * @param operationId of the request that names them: repeated, it adds them once
 */
export async function ensureCustomer(
  db: Database,
  { id, name, email, address, taxId }: NamedCustomer,
  { operationId, actor }: { operationId: string; actor: Actor },
): Promise<WriteResult | undefined> {
  if (await recordExists(db.$client, id, customerWorkflow.name)) return undefined;
  const command: CustomerCommand = { type: 'add_customer', customerId: id, name, email, address, taxId };
  const result = await execute(db, {
    workflow: customerWorkflow,
    streamId: id,
    operationId: derivedId(operationId, 'customer'),
    actor,
    reason: null,
    metadata: { channel: 'form', causation_id: operationId },
    since: 0,
    command,
    reader: { id: actor.id, formatInstant: (instant) => instant },
  });
  // Somebody else added them between the look and the write.
  return !result.ok && result.refusal.code === 'exists_already' ? undefined : result;
}
