import 'server-only';
import { cache } from 'react';
import * as z from 'zod/mini';
import { database } from '@/db/client';
import { recordExists } from '@/db/event-store';
import { addMissingCustomers } from '@/db/missing-customers';
import { customerWorkflow } from '@/lib/customer/workflow';

/**
 * Is there such a customer? Whom only invoices name, written by something that does not add customers, gets a record
 * now. Asked by layout, page and title, answered once a request.
 */
export const customerExists = cache(async (id: string): Promise<boolean> => {
  const db = database();
  if (await recordExists(db.$client, id, customerWorkflow.name)) return true;
  return z.safeParse(z.uuid(), id).success && (await addMissingCustomers(db, { id })) > 0;
});
