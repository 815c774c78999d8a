import { sql } from 'drizzle-orm';
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
 * Whom a form means by a customer: the record of that id, or, where the form made a new id up, the record that nothing
 * tells apart from what was typed. A new one gets an id that follows from what was typed, so that two forms sent at
 * once with the same new customer name one record.
 *
 * @returns the customer under the id to use, or null where the id is of a record of another kind
 */
export async function resolveCustomer(
  db: Pick<Database, 'execute'>,
  named: NamedCustomer,
): Promise<NamedCustomer | null> {
  const { name, email, address, taxId } = named;
  // An address for mail is one customer's; without one all the rest has to be the same.
  const typed = email
    ? [name.toLowerCase(), email.toLowerCase()]
    : [name.toLowerCase(), null, address, taxId];
  const id = derivedId(JSON.stringify(typed), 'customer');
  const { rows } = await db.execute<Known>(sql`
    SELECT (SELECT workflow FROM streams WHERE stream_id = ${named.id}::uuid) AS workflow,
           EXISTS (SELECT FROM streams WHERE stream_id = ${id}::uuid) AS taken,
           (SELECT stream_id FROM customers
             WHERE lower(name) COLLATE "C" = lower(${name}::text) COLLATE "C" AND NOT archived
               AND lower(email) IS NOT DISTINCT FROM lower(${email}::text)
               AND (email IS NOT NULL OR (address IS NOT DISTINCT FROM ${address}::text
                                          AND tax_id IS NOT DISTINCT FROM ${taxId}::text))
             ORDER BY updated_at DESC, stream_id LIMIT 1) AS twin`);
  const { workflow = null, twin = null, taken = false } = rows[0] ?? {};
  if (workflow) return workflow === customerWorkflow.name ? named : null;
  // An id that is taken by somebody who is called otherwise by now, or archived, is not this customer's.
  return { ...named, id: twin ?? (taken ? named.id : id) };
}

interface Known extends Record<string, unknown> {
  workflow: string | null;
  taken: boolean;
  twin: string | null;
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
