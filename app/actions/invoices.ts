'use server';

import { database } from '@/db/client';
import { ensureCustomer } from '@/db/known-customer';
import type { ActionResult } from '@/lib/action-result';
import { askedInvoiceCommand } from '@/lib/invoice/commands';
import { invoiceWorkflow } from '@/lib/invoice/workflow';
import { recordActions } from './record-actions';

const { run, revert } = recordActions({
  workflow: invoiceWorkflow,
  command: askedInvoiceCommand,
  // Whoever an invoice is written to has a page of their own.
  first: async (command, { person, operationId }) => {
    if (!('customer' in command)) return undefined;
    const actor = { id: person.id, kind: 'user', name: person.name } as const;
    return ensureCustomer(database(), command.customer, { operationId, actor });
  },
});

/** Gives an invoice a command, from a page that saw it at `seenVersion`. */
export async function runInvoiceCommand(input: unknown): Promise<ActionResult> {
  return run(input);
}

/** Undoes or re-applies on an invoice: what the Undo and Redo buttons and an event's menu ask for. */
export async function revertOnInvoice(input: unknown): Promise<ActionResult> {
  return revert(input);
}
